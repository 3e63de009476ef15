import { expect, test } from 'vitest'
import { cohenKappa, contingency, highestKappa, kappaCharacters, kappaFound } from './cohen-kappa'
import type { ReadText } from './reading'

const kappaOf = (rows: readonly (readonly number[])[]) => cohenKappa(Float64Array.from(rows.flat()))

/** Equal to so many digits. */
function check(rows: readonly (readonly number[])[], digits: number, expected: readonly number[]): void {
  const [value, observed, ...chance] = expected
  const figure = kappaOf(rows)
  if (!('value' in figure)) throw new Error(figure.undefined)
  expect(figure.value).toBeCloseTo(value!, digits)
  if (observed !== undefined) expect(figure.observed).toBeCloseTo(observed, digits)
  if (chance.length > 0) expect(figure.expected).toBeCloseTo(chance[0]!, digits)
}

test('the tables of Cohen 1960, pp. 45 and 37', () => {
  check(
    [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
    4,
    [0.4915, 0.7, 0.41],
  )
  check(
    [
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ],
    4,
    [-0.0923, 0.29, 0.35],
  )
})

test('the highest κ of the table of Cohen 1960, p. 45', () => {
  const figure = highestKappa(Float64Array.from([88, 14, 18, 10, 40, 10, 2, 6, 12]))
  expect('value' in figure && figure.value).toBeCloseTo(0.831, 3)
  expect(highestKappa(new Float64Array(4))).toEqual({ undefined: 'no data' })
})

test('the examples of Artstein & Poesio 2008', () => {
  check(
    [
      [20, 10],
      [20, 50],
    ],
    3,
    [0.348, 0.7],
  )
  check(
    [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    3,
    [0.801, 0.88],
  )
})

test('where one category prevails', () => {
  check(
    [
      [80, 7],
      [8, 5],
    ],
    4,
    [0.3144, 0.85],
  )
  check(
    [
      [50, 75],
      [75, 800],
    ],
    4,
    [0.3143, 0.85],
  )
})

test('two who always choose one category each, never the same, agree as by chance', () => {
  expect(
    kappaOf([
      [0, 9],
      [0, 0],
    ]),
  ).toEqual({ value: 0, observed: 0, expected: 0 })
})

test('without items, or with one category only, it is undefined', () => {
  expect(
    kappaOf([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual({ undefined: 'no data' })
  expect(
    kappaOf([
      [0, 0],
      [0, 9],
    ]),
  ).toEqual({ undefined: 'one category only' })
})

test('the first of two annotators has the rows', () => {
  expect([...contingency([{ weight: 3, ratings: [0, 1] }], 2)]).toEqual([0, 3, 0, 0])
})

const mark = (tag: string, start: number, end: number) => ({
  id: `${tag} ${start}`,
  tag,
  ranges: [{ start, end }],
})
const text: ReadText = {
  document: 'd',
  length: 60,
  readings: [
    {
      annotator: 'a',
      links: [],
      marks: [mark('claim', 0, 10), mark('source', 20, 26), mark('claim', 30, 40)],
    },
    {
      annotator: 'b',
      links: [],
      marks: [mark('claim', 0, 10), mark('source', 20, 30), mark('figure', 50, 60)],
    },
  ],
}

test.each([
  [['claim', 'source', 'figure'], 0.3793],
  [['claim'], 0.5714],
  [['source'], 0.7143],
  [['figure'], 0],
])('two readings of 60 characters, over %s', (tags, expected) => {
  const scheme = { annotators: ['a', 'b'], tags }
  const figure = kappaCharacters.figure(kappaCharacters.tally(text, scheme), scheme)
  expect('value' in figure && figure.value).toBeCloseTo(expected, 4)
})

test('over what was found, two never agree on nothing', () => {
  const scheme = { annotators: ['b', 'a'], tags: ['claim', 'source', 'figure'] }
  expect([...kappaFound.tally(text, scheme)]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0])
})

test('it compares two annotators, not three', () => {
  const scheme = { annotators: ['a', 'b', 'c'], tags: ['claim'] }
  const tally = kappaCharacters.tally(text, scheme)
  expect([...tally]).toEqual([0, 0, 0, 0])
  expect(kappaCharacters.figure(tally, scheme)).toEqual({ undefined: 'more than two annotators' })
})
