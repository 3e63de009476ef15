import { expect, test } from 'vitest'
import { fleissKappa } from './fleiss-kappa'
import { agreementTally } from './percent'

/** Of items written as the digits of their categories. */
const kappaOf = (items: string, categories: number, categoryOf: (digit: string) => number = Number) =>
  fleissKappa(
    agreementTally(
      items.split(' ').map((ratings) => ({ weight: 1, ratings: Array.from(ratings, categoryOf) })),
      categories,
    ),
  )

/** Of the items in a contingency table of two annotators. */
const kappaOfTable = (table: readonly (readonly number[])[]) =>
  fleissKappa(
    agreementTally(
      table.flatMap((row, a) => row.map((weight, b) => ({ weight, ratings: [a, b] }))),
      table.length,
    ),
  )

const PATIENTS =
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
  '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555'

test('thirty patients, six psychiatrists, five categories (Fleiss 1971, p. 379)', () => {
  const figure = kappaOf(PATIENTS, 5, (digit) => Number(digit) - 1)
  expect(figure).toEqual({
    value: expect.closeTo(0.43, 3),
    observed: expect.closeTo(0.5556, 4),
    expected: expect.closeTo(0.2199, 4),
  })
})

test.each([
  ['1', 0.2448],
  ['2', 0.2448],
  ['3', 0.52],
  ['4', 0.4711],
  ['5', 0.5661],
])('of category %s, that category against all others', (category, expected) => {
  const figure = kappaOf(PATIENTS, 2, (digit) => Number(digit === category))
  expect('value' in figure && figure.value).toBeCloseTo(expected, 4)
})

test('four annotators with gaps, and six without (the data sets of irrCAC)', () => {
  const gaps = '111 2232 3333 3333 2222 1234 4444 1121 2222 555 11 3'
  expect(kappaOf(gaps, 6)).toEqual({
    value: expect.closeTo(0.76117, 5),
    observed: expect.closeTo(0.8181818, 7),
    expected: expect.closeTo(0.2387153, 7),
  })
  const first15 = PATIENTS.split(' ').slice(0, 15).join(' ')
  expect(kappaOf(first15, 6)).toMatchObject({ value: expect.closeTo(0.4139265, 7) })
})

test('agreement below chance is negative (Randolph 2005)', () => {
  const figure = kappaOf('111 110 110 111', 2)
  expect('value' in figure && figure.value).toBeCloseTo(-0.2, 10)
})

test.each([
  [
    'Artstein & Poesio 2008, example 1',
    [
      [20, 10],
      [20, 50],
    ],
    0.341,
    3,
  ],
  [
    'the same, example 2',
    [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    0.7995, // printed cut off, as .799
    4,
  ],
  [
    'a prevalent category',
    [
      [8, 0.5],
      [0.5, 1],
    ],
    0.6078,
    4,
  ],
  [
    'four categories of 60 characters',
    [
      [10, 0, 0, 10],
      [0, 6, 0, 0],
      [0, 0, 0, 0],
      [0, 4, 10, 20],
    ],
    0.3634,
    4,
  ],
])('with two annotators it is the π of Scott: %s', (_, table, expected, digits) => {
  const figure = kappaOfTable(table)
  expect('value' in figure && figure.value).toBeCloseTo(expected, digits)
})

test('each item counts the same, however many rated it', () => {
  // Agreement 1 and 1/3; shares of category 0: 1 and 2/3.
  const [observed, expected] = [2 / 3, (5 / 6) ** 2 + (1 / 6) ** 2]
  expect(kappaOf('00 001', 2)).toEqual({
    value: expect.closeTo((observed - expected) / (1 - expected), 12),
    observed: expect.closeTo(observed, 12),
    expected: expect.closeTo(expected, 12),
  })
})

test('without items, or with one category only, it is undefined', () => {
  expect(kappaOf('0 1', 2)).toEqual({ undefined: 'no data' })
  expect(kappaOf('0 0', 2)).toEqual({ undefined: 'no data' })
  expect(kappaOf('000 000', 2)).toEqual({ undefined: 'one category only' })
})
