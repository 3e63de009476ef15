import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../base/intervals'
import { addRange, clipRanges, normalised, sameRanges, subtractRange } from './ranges'

const MOST = 30

const anyRange = fc
  .tuple(fc.nat({ max: MOST }), fc.nat({ max: MOST }))
  .map(([start, end]) => ({ start, end }))
const anyRanges = fc.array(anyRange, { maxLength: 8 })

/** The reference: for each unit whether it is covered. */
const unitsOf = (ranges: readonly Interval[]): boolean[] =>
  Array.from({ length: MOST }, (_, unit) => ranges.some(({ start, end }) => start <= unit && unit < end))

/** Covers these units, and could be the ranges of a span. */
function check(ranges: readonly Interval[], units: readonly boolean[]): void {
  expect(unitsOf(ranges)).toEqual(units)
  for (const [k, { start, end }] of ranges.entries()) {
    expect(start).toBeLessThan(end)
    if (k > 0) expect(ranges[k - 1]!.end).toBeLessThan(start)
  }
}

test('whatever is done to ranges, they cover what a list of units would say', () => {
  fc.assert(
    fc.property(anyRanges, anyRange, (ranges, range) => {
      const units = unitsOf(ranges)
      const others = unitsOf([range])
      check(normalised(ranges), units)
      check(
        addRange(ranges, range),
        units.map((held, k) => held || others[k]!),
      )
      check(
        subtractRange(ranges, range),
        units.map((held, k) => held && !others[k]!),
      )
      check(
        clipRanges(ranges, range),
        units.map((held, k) => held && others[k]!),
      )
    }),
  )
})

test('ranges are the same when they cover the same', () => {
  const [one, other] = [
    [{ start: 0, end: 2 }],
    [
      { start: 0, end: 2 },
      { start: 4, end: 5 },
    ],
  ]
  expect([sameRanges(one, one), sameRanges(one, other), sameRanges(other, one)]).toEqual([true, false, false])
  fc.assert(
    fc.property(anyRanges, anyRanges, (some, others) => {
      const equal = unitsOf(some).every((held, k) => held === unitsOf(others)[k])
      expect(sameRanges(normalised(some), normalised(others))).toBe(equal)
    }),
  )
})
