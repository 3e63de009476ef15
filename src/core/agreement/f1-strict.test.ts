import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { f1Characters } from './f1-characters'
import { f1Boundary, f1Partial } from './f1-partial'
import { f1Strict } from './f1-strict'
import { semevalMeasures } from './semeval'
import type { Figure, Measure, Scheme } from './measure'
import type { Mark, Reading, ReadText } from './reading'

/** `claim 0-10 20-25` is a claim in two pieces. */
function mark(written: string, id = written): Mark {
  const [tag, ...ranges] = written.split(' ')
  const bounds = ranges.map((range) => range.split('-').map(Number) as [number, number])
  return { id, tag: tag!, ranges: bounds.map(([start, end]) => ({ start, end })) }
}

/** What annotators a, b, c … marked; null is one who did not read the text. */
const text = (...marked: (readonly string[] | null)[]): ReadText => ({
  document: 'text',
  length: 60,
  readings: marked.flatMap((marks, k): Reading[] =>
    marks
      ? [{ annotator: 'abcde'[k]!, marks: marks.map((one, n) => mark(one, `${k}.${n}`)), links: [] }]
      : [],
  ),
})

const scheme = (annotators: string, ...tags: string[]): Scheme => ({ annotators: annotators.split(''), tags })
const TAGS = ['claim', 'source', 'figure']
const two = scheme('ab', ...TAGS)
const of = (measure: Measure, read: ReadText, over: Scheme = two): Figure =>
  measure.figure(measure.tally(read, over), over)
const value = (...given: Parameters<typeof of>): number => {
  const figure = of(...given)
  return 'value' in figure ? figure.value : NaN
}

const later = (marks: readonly string[]): string[] =>
  marks.map((one) => one.replace(/\d+/g, (number) => String(Number(number) + 100)))

const FIXTURE = text(
  ['claim 0-10', 'source 20-26', 'claim 30-40'],
  ['claim 0-10', 'source 20-30', 'figure 50-60'],
)
const measures = [f1Strict, f1Partial, f1Boundary, f1Characters, ...semevalMeasures]

describe('the fixture that can be checked by hand', () => {
  test('exact', () => {
    expect(value(f1Strict, FIXTURE)).toBeCloseTo(1 / 3, 12)
  })
  test('overlapping', () => {
    expect(value(f1Partial, FIXTURE)).toBeCloseTo(2 / 3, 12)
    expect(value(f1Boundary, FIXTURE)).toBeCloseTo(2 / 3, 12)
  })
  test('by characters, of all tags and of each', () => {
    expect(value(f1Characters, FIXTURE)).toBeCloseTo(32 / 56, 12)
    expect(value(f1Characters, FIXTURE, scheme('ab', 'claim'))).toBeCloseTo(0.6667, 4)
    expect(value(f1Characters, FIXTURE, scheme('ab', 'source'))).toBe(0.75)
    expect(value(f1Characters, FIXTURE, scheme('ab', 'figure'))).toBe(0)
  })
})

test('example of seqeval (README): entity F1 is one half', () => {
  // Two sentences of seven and three words, a word a unit.
  const read = text(['MISC 3-6', 'PER 7-9'], ['MISC 2-6', 'PER 7-9'])
  expect(value(f1Strict, read, scheme('ab', 'MISC', 'PER'))).toBe(0.5)
})

test('pieces are compared piece by piece, and by characters without what lies between', () => {
  const read = text(['claim 0-5 20-25'], ['claim 0-25'])
  expect(value(f1Strict, read)).toBe(0)
  expect(value(f1Partial, read)).toBe(1)
  expect(value(f1Characters, read)).toBeCloseTo(20 / 35, 12)
})

test('what one annotator marks twice over counts once by characters, and answers once otherwise', () => {
  const read = text(['claim 0-10', 'claim 0-10', 'claim 5-10'], ['claim 0-10'])
  expect(value(f1Characters, read)).toBe(1)
  expect(value(f1Strict, read)).toBe(0.5)
  expect(value(f1Partial, read)).toBe(0.5)
})

test('without tags a claim may answer a source', () => {
  const read = text(['claim 0-10'], ['source 8-10'])
  expect(value(f1Partial, read)).toBe(0)
  expect(value(f1Boundary, read)).toBe(1)
})

test('more than two: the counts of every two are added before dividing', () => {
  const read = text(['claim 0-10'], ['claim 0-10'], ['claim 0-10', 'claim 20-30', 'claim 40-50'])
  expect(value(f1Strict, read, scheme('abc', 'claim'))).toBeCloseTo(6 / 10, 12)
})

describe.each(measures)('$id', (measure) => {
  test('nothing marked is no data, and one reading nothing to compare', () => {
    expect(of(measure, text([], []))).toEqual({ undefined: 'no data' })
    expect(of(measure, text(['claim 0-10'], null))).toEqual({ undefined: 'one annotator only' })
    expect(of(measure, text(['claim 0-10'], null, ['claim 0-10']))).toEqual({
      undefined: 'one annotator only',
    })
    expect(of(measure, text(['verdict 0-10'], ['verdict 0-10']))).toEqual({ undefined: 'no data' })
    expect(value(measure, text(['claim 0-10'], []))).toBe(0)
  })

  test('what is not in the scheme is as if it were not there', () => {
    const read = text(['claim 0-10', 'verdict 0-60'], ['claim 0-10'], ['claim 1-2', 'source 5-6'])
    expect(value(measure, read)).toBe(1)
  })

  const list = fc.array(
    fc
      .tuple(fc.constantFrom(...TAGS), fc.nat(40), fc.integer({ min: 1, max: 12 }), fc.boolean())
      .map(
        ([tag, at, size, inTwo]) =>
          `${tag} ${at}-${at + size}${inTwo ? ` ${at + size + 2}-${at + size + 5}` : ''}`,
      ),
    { maxLength: 6 },
  )
  const three = scheme('abc', ...TAGS)

  test('law: no order of annotators and marks changes it, and it is never above 1', () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const figure = of(measure, text(a, b, c), three)
        if ('value' in figure) expect(figure.value).toBeLessThanOrEqual(1)
        expect(of(measure, text(c.toReversed(), a, b.toReversed()), three)).toEqual(figure)
        expect(of(measure, text(a, b, c), scheme('cab', 'figure', 'claim', 'source'))).toEqual(figure)
      }),
      { numRuns: 40 },
    )
  })

  test('law: the same marks agree wholly', () => {
    fc.assert(
      fc.property(list, (a) => {
        expect(of(measure, text(a, a, a), three)).toEqual(a.length ? { value: 1 } : { undefined: 'no data' })
      }),
      { numRuns: 40 },
    )
  })

  test('law: the tallies of two texts add up to that of both as one', () => {
    fc.assert(
      fc.property(list, list, list, list, (a, b, c, d) => {
        const [one, other] = [measure.tally(text(a, b), two), measure.tally(text(c, d), two)]
        const both = measure.tally(text([...a, ...later(c)], [...b, ...later(d)]), two)
        // The last number counts the comparisons of texts.
        expect(one.map((number, k) => number + other[k]!).slice(0, -1)).toEqual(both.slice(0, -1))
      }),
      { numRuns: 40 },
    )
  })
})

test('the F1 of all tags is made up of those of each', () => {
  for (const measure of [f1Strict, f1Partial, f1Characters]) {
    const each = TAGS.map((tag) => measure.tally(FIXTURE, scheme('ab', tag)))
    const summed = measure.tally(FIXTURE, two).map((_, k) => each.reduce((sum, tally) => sum + tally[k]!, 0))
    expect([...summed].slice(0, 2)).toEqual([...measure.tally(FIXTURE, two)].slice(0, 2))
  }
})
