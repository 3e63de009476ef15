import { expect, test } from 'vitest'
import { SEMEVAL_SCHEMES, semevalCounts, semevalMatches, semevalScores } from './semeval'
import type { Mark } from './reading'

const marks = (...written: string[]): Mark[] =>
  written.map((one) => {
    const [tag, start, end] = one.split(/[ -]/)
    return { id: one, tag: tag!, ranges: [{ start: Number(start), end: Number(end) }] }
  })

// Six spans each that give the counts of the documentation of nervaluate, after SemEval-2013 task 9.1.
const GOLD = marks('drug 0-5', 'drug 10-15', 'brand 20-25', 'drug 30-35', 'group 40-45', 'drug 50-55')
const SYSTEM = marks('drug 0-5', 'drug 10-15', 'drug 20-25', 'drug 30-37', 'drug 38-45', 'brand 60-65')

test.each([
  ['strict', [2, 3, 0, 1, 1], 0.33],
  ['exact', [3, 2, 0, 1, 1], 0.5],
  ['partial', [3, 0, 2, 1, 1], 0.66],
  ['type', [3, 2, 0, 1, 1], 0.5],
] as const)('example of SemEval-2013 task 9.1: %s', (scheme, expected, f1) => {
  const counts = semevalCounts(semevalMatches(GOLD, SYSTEM), scheme)
  const { correct, incorrect, partial, missing, spurious } = counts
  expect([correct, incorrect, partial, missing, spurious]).toEqual(expected)
  const scores = semevalScores(counts)
  for (const score of [scores.precision, scores.recall, scores.f1])
    expect(Math.abs(score! - f1)).toBeLessThan(0.01) // printed with two digits, cut
})

test('the fixture that can be checked by hand: one correct, one partial, one missing, one spurious', () => {
  const matches = semevalMatches(
    marks('claim 0-10', 'source 20-26', 'claim 30-40'),
    marks('claim 0-10', 'source 20-30', 'figure 50-60'),
  )
  expect(semevalCounts(matches, 'partial')).toEqual({
    correct: 1,
    incorrect: 0,
    partial: 1,
    missing: 1,
    spurious: 1,
  })
})

test('taking the other as right exchanges precision and recall, missing and spurious', () => {
  for (const scheme of SEMEVAL_SCHEMES) {
    const one = semevalCounts(semevalMatches(GOLD, SYSTEM.slice(1)), scheme)
    const other = semevalCounts(semevalMatches(SYSTEM.slice(1), GOLD), scheme)
    expect(other).toEqual({ ...one, missing: one.spurious, spurious: one.missing })
    const { precision, recall, f1 } = semevalScores(one)
    expect(semevalScores(other)).toEqual({ precision: recall, recall: precision, f1 })
  }
})

const scores = (gold: Mark[], system: Mark[]): unknown =>
  semevalScores(semevalCounts(semevalMatches(gold, system), 'strict'))

test('nothing to find and nothing found have no score', () => {
  expect(scores([], [])).toEqual({ precision: undefined, recall: undefined, f1: undefined })
  expect(scores(GOLD, [])).toEqual({ precision: undefined, recall: 0, f1: 0 })
  expect(scores([], SYSTEM)).toEqual({ precision: 0, recall: undefined, f1: 0 })
})
