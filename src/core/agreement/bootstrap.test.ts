import { expect, test } from 'vitest'
import { intervalOf } from './bootstrap'
import type { Figure } from './measure'

/** A tally of sum and count, whose figure is the mean. */
const meanOf = ([sum, count]: Float64Array): Figure =>
  count === 0 ? { undefined: 'no data' } : { value: sum! / count! }
const tally = (...numbers: readonly number[]): Float64Array => Float64Array.from(numbers)
const options = { seed: 7 }

/** Twenty documents, half of which hold 1 and half 2. */
const some = Array.from({ length: 20 }, (_, k) => tally(1 + (k % 2), 1))

test('of many documents, it is about 1.96 standard errors to either side of the mean', () => {
  const values = Array.from({ length: 400 }, (_, k) => (k * 37) % 101)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  const error = Math.sqrt(variance / values.length)
  const interval = intervalOf(
    values.map((value) => tally(value, 1)),
    meanOf,
    { seed: 1, draws: 4000 },
  )
  expect(interval).toMatchObject({ draws: 4000, leftOut: 0 })
  if (!('low' in interval)) throw new Error('no interval')
  expect(Math.abs(interval.low - (mean - 1.96 * error))).toBeLessThan(0.15 * error)
  expect(Math.abs(interval.high - (mean + 1.96 * error))).toBeLessThan(0.15 * error)
})

test('documents that are all alike leave nothing open', () => {
  const alike = Array.from({ length: 10 }, () => tally(3, 4))
  expect(intervalOf(alike, meanOf, options)).toEqual({ low: 0.75, high: 0.75, draws: 1000, leftOut: 0 })
})

test('the same seed gives the same interval, another one another', () => {
  expect(intervalOf(some, meanOf, options)).toEqual(intervalOf(some, meanOf, options))
  const continuous = Array.from({ length: 20 }, (_, k) => tally(Math.sqrt(k), 1))
  expect(intervalOf(continuous, meanOf, options)).not.toEqual(intervalOf(continuous, meanOf, { seed: 8 }))
})

test('documents in which nothing counts change nothing', () => {
  const padded = some.flatMap((one) => [tally(0, 0), one])
  expect(intervalOf(padded, meanOf, options)).toEqual(intervalOf(some, meanOf, options))
})

test('fewer than ten documents that count something are too few', () => {
  expect(intervalOf([...some.slice(0, 9), tally(0, 0)], meanOf, options)).toEqual({ tooFew: 9 })
  expect(intervalOf([], meanOf, options)).toEqual({ tooFew: 0 })
})

test('draws in which the figure is undefined are left out and counted', () => {
  // One document in ten has what the figure needs: about (9/10)^10 of the draws go without it.
  const rare = Array.from({ length: 10 }, (_, k) => tally(1, Number(k === 0)))
  const interval = intervalOf(rare, meanOf, options)
  if (!('low' in interval)) throw new Error('no interval')
  expect(interval.draws + interval.leftOut).toBe(1000)
  expect(interval.leftOut).toBeGreaterThan(300)
  expect(interval.leftOut).toBeLessThan(400)
})

test('where the figure of all documents is undefined, so is the interval', () => {
  const without = some.map(() => tally(1, 0))
  expect(intervalOf(without, meanOf, options)).toEqual({ undefined: 'no data' })
})
