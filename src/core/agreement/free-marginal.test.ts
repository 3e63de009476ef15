import { expect, test } from 'vitest'
import { freeMarginalKappa } from './free-marginal'
import type { Item } from './items'
import { agreementTally } from './percent'

const kappaOf = (items: readonly Item[], categories: number): number => {
  const figure = freeMarginalKappa(agreementTally(items, categories))
  if (!('value' in figure)) throw new Error(figure.undefined)
  return figure.value
}

/** The items of a table of two annotators. */
const itemsOf = (rows: readonly (readonly number[])[]): Item[] =>
  rows.flatMap((row, first) => row.map((weight, second) => ({ weight, ratings: [first, second] })))

test('S of the examples of Artstein & Poesio 2008', () => {
  const one = [
    [20, 10],
    [20, 50],
  ]
  const other = [
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]
  expect(kappaOf(itemsOf(one), 2)).toBeCloseTo(0.4, 10)
  expect(kappaOf(itemsOf(other), 3)).toBeCloseTo(0.82, 10)
})

/** Items of three raters who say yes or no. */
const items = (...words: readonly string[]): Item[] =>
  words.map((word) => ({ weight: 1, ratings: Array.from(word, (letter) => (letter === 'Y' ? 0 : 1)) }))

test('the two cases of Randolph 2005 with three raters', () => {
  expect(kappaOf(items('YYY', 'YYN', 'NNY', 'NNN'), 2)).toBeCloseTo(1 / 3, 10)
  expect(kappaOf(items('YYY', 'YYN', 'YYN', 'YYY'), 2)).toBeCloseTo(1 / 3, 10)
})

test('of one category there is nothing to say', () => {
  expect(freeMarginalKappa(agreementTally([{ weight: 1, ratings: [0, 0] }], 1))).toEqual({
    undefined: 'one category only',
  })
})
