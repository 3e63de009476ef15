import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Interval, IntervalIndex } from './intervals'

// Around the edges of buckets, where an index goes wrong.
const place = fc.oneof(fc.nat({ max: 9000 }), fc.constantFrom(0, 2047, 2048, 2049, 4095, 4096, 6144))
const interval = fc
  .tuple(place, fc.oneof(fc.nat({ max: 20 }), fc.nat({ max: 7000 })))
  .map(([start, length]): Interval => ({ start, end: start + length }))
const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), interval, remove: fc.boolean() })

/** Says it in the words of the documentation, looking at everything. */
class Model {
  #held: { readonly key: string; readonly interval: Interval }[] = []

  add(key: string, added: Interval): void {
    this.#held.push({ key, interval: added })
  }

  remove(key: string, { start, end }: Interval): void {
    const at = this.#held.findIndex(
      (held) => held.key === key && held.interval.start === start && held.interval.end === end,
    )
    if (at >= 0) this.#held.splice(at, 1)
  }

  overlapping(start: number, end: number): string[] {
    const shares = (held: Interval): boolean => {
      for (let unit = held.start; unit < held.end; unit++) if (unit >= start && unit < end) return true
      return false
    }
    return [...new Set(this.#held.filter((held) => shares(held.interval)).map(({ key }) => key))].toSorted()
  }
}

test('finds what a look at everything would find, whatever was added and removed', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.array(interval, { maxLength: 10 }),
      (steps, queries) => {
        const index = new IntervalIndex<string>()
        const model = new Model()
        for (const { key, interval: known, remove } of steps) {
          index.add(key, known)
          model.add(key, known)
          if (!remove) continue
          const earlier = steps[known.start % steps.length]!
          index.remove(earlier.key, earlier.interval)
          model.remove(earlier.key, earlier.interval)
        }
        for (const { start, end } of queries)
          expect(index.overlapping(start, end).toSorted()).toEqual(model.overlapping(start, end))
      },
    ),
  )
})

test('neighbours that only touch do not overlap, and an empty stretch overlaps nothing', () => {
  const index = new IntervalIndex<string>()
  index.add('cat', { start: 4, end: 7 })
  expect([index.overlapping(0, 4), index.overlapping(7, 9), index.overlapping(5, 5)]).toEqual([[], [], []])
  expect([index.overlapping(0, 5), index.overlapping(6, 9), index.overlapping(5, 6)]).toEqual([
    ['cat'],
    ['cat'],
    ['cat'],
  ])
})

test('a key with several pieces is found once, and goes piece by piece', () => {
  const index = new IntervalIndex<string>()
  index.add('claim', { start: 0, end: 5 })
  index.add('claim', { start: 10, end: 5000 })
  expect(index.overlapping(0, 9000)).toEqual(['claim'])
  index.remove('claim', { start: 0, end: 5 })
  expect(index.overlapping(0, 9)).toEqual([])
  expect(index.overlapping(4000, 4001)).toEqual(['claim'])
})
