import { expect, test } from 'vitest'
import { gwetAc1 } from './gwet-ac1'
import { agreementTally } from './percent'

const ac1Of = (table: readonly (readonly number[])[]) =>
  gwetAc1(
    agreementTally(
      table.flatMap((row, a) => row.map((weight, b) => ({ weight, ratings: [a, b] }))),
      table.length,
    ),
  )

test('the table of Cohen 1960, p. 45 (irrCAC 1.4)', () => {
  const figure = ac1Of([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ])
  expect(figure).toEqual({
    value: expect.closeTo(0.57597, 5),
    observed: expect.closeTo(0.7, 10),
    expected: expect.closeTo(0.2925, 10),
  })
})

test.each([
  [
    'the abstractors of irrCAC',
    [
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ],
    0.8493305,
    7,
  ],
  [
    'one category prevails',
    [
      [80, 7],
      [8, 5],
    ],
    0.808,
    3,
  ],
  [
    'one category prevails, by hand',
    [
      [8, 0.5],
      [0.5, 1],
    ],
    0.8658,
    4,
  ],
])('of two annotators: %s', (_, table, expected, digits) => {
  expect(ac1Of(table)).toMatchObject({ value: expect.closeTo(expected, digits) })
})

test('four annotators with gaps (the data set of irrCAC)', () => {
  const items = '111 2232 3333 3333 2222 1234 4444 1121 2222 555 11 3'.split(' ').map((ratings) => ({
    weight: 1,
    ratings: Array.from(ratings, (digit) => Number(digit) - 1),
  }))
  expect(gwetAc1(agreementTally(items, 5))).toEqual({
    value: expect.closeTo(0.77544, 5),
    observed: expect.closeTo(0.8181818, 7),
    expected: expect.closeTo(0.1903212, 7),
  })
})

test('where all chose one category of several, it is 1', () => {
  expect(
    ac1Of([
      [9, 0],
      [0, 0],
    ]),
  ).toEqual({ value: 1, observed: 1, expected: 0 })
})

test('without items, or without a choice, it is undefined', () => {
  expect(
    ac1Of([
      [0, 0],
      [0, 0],
    ]),
  ).toEqual({ undefined: 'no data' })
  expect(ac1Of([[9]])).toEqual({ undefined: 'one category only' })
})
