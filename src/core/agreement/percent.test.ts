import { expect, test } from 'vitest'
import { agreementTally, percentAgreement, percentCharacters, percentCoded, percentFound } from './percent'
import type { ReadText } from './reading'

const percentOf = (...items: readonly (readonly [number, ...number[]])[]) =>
  percentAgreement(
    agreementTally(
      items.map(([weight, ...ratings]) => ({ weight, ratings })),
      3,
    ),
  )

test('of 1000 characters, 50 of both and 150 of one only: 85 percent (NVivo manual)', () => {
  expect(percentOf([50, 0, 0], [75, 0, 1], [75, 1, 0], [800, 1, 1])).toEqual({ value: 0.85 })
})

test('of two codings of ten units, six are equal (Krippendorff 2004, p. 224)', () => {
  const [some, others] = ['1100000000', '0110010100']
  const items = Array.from(some, (value, k) => [1, Number(value), Number(others[k])] as const)
  expect(percentOf(...items)).toEqual({ value: 0.6 })
})

test('an item counts the share of its pairs that agree, however many rated it', () => {
  expect(percentOf([1, 0, 0, 1])).toEqual({ value: 1 / 3 })
  expect(percentOf([1, 0, 0, 1, 1], [1, 0, 0])).toEqual({ value: 2 / 3 })
})

test('an item that one annotator rated counts nothing', () => {
  expect(percentOf([1, 0, 0], [7, 1])).toEqual({ value: 1 })
  expect(percentOf([7, 1])).toEqual({ undefined: 'no data' })
})

const mark = (tag: string, start: number, end: number) => ({
  id: `${tag} ${start}`,
  tag,
  ranges: [{ start, end }],
})

test('over characters, what was found, and what two marked', () => {
  const scheme = { annotators: ['a', 'b'], tags: ['claim', 'source'] }
  const text: ReadText = {
    document: 'd',
    length: 100,
    readings: [
      {
        annotator: 'a',
        links: [],
        marks: [mark('claim', 0, 10), mark('source', 20, 30), mark('claim', 40, 45)],
      },
      { annotator: 'b', links: [], marks: [mark('claim', 0, 10), mark('claim', 20, 30)] },
    ],
  }
  const figures = [percentCharacters, percentFound, percentCoded].map((measure) =>
    measure.figure(measure.tally(text, scheme), scheme),
  )
  expect(figures).toEqual([{ value: 0.85 }, { value: 1 / 3 }, { value: 1 / 2 }])
})
