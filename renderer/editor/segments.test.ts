import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../src/base/intervals'
import type { Painted } from './painted'
import { type Segment, segmentsOf } from './segments'

const ALL: Interval = { start: 0, end: 1000 }

function painted(id: string, ...ranges: [start: number, end: number][]): Painted {
  return {
    id,
    ranges: ranges.map(([start, end]) => ({ start, end })),
    tag: 'claim',
    underline: 'solid',
    picked: false,
    doubtful: false,
    pending: false,
  }
}

/** `0-4 a0 b1`: the segment from 0 to 4, in which a has lane 0 and b lane 1; `<` and `>` mark where they start and end. */
const written = (segments: readonly Segment[]): string[] =>
  segments.map(({ start, end, covers }) => {
    const parts = covers.map(
      ({ painted: { id }, lane, starts, ends }) => `${starts ? '<' : ''}${id}${lane}${ends ? '>' : ''}`,
    )
    return [`${start}-${end}`, ...parts].join(' ')
  })

test('one annotation is one segment', () => {
  expect(written(segmentsOf([painted('a', [2, 5])], ALL))).toEqual(['2-5 <a0>'])
})

test('overlapping ones are split at each border, each on a line of its own', () => {
  expect(written(segmentsOf([painted('b', [4, 8]), painted('a', [2, 6])], ALL))).toEqual([
    '2-4 <a0',
    '4-6 a0> <b1',
    '6-8 b1>',
  ])
})

test('what encloses is nearer to the text, and a line that became free is used again', () => {
  const all = [painted('in', [0, 3]), painted('out', [0, 9]), painted('late', [5, 7])]
  expect(written(segmentsOf(all, ALL))).toEqual([
    '0-3 <out0 <in1>',
    '3-5 out0',
    '5-7 out0 <late1>',
    '7-9 out0>',
  ])
})

test('touching and equal annotations stay apart', () => {
  expect(written(segmentsOf([painted('a', [0, 3]), painted('b', [3, 5])], ALL))).toEqual([
    '0-3 <a0>',
    '3-5 <b0>',
  ])
  expect(written(segmentsOf([painted('a', [0, 3]), painted('b', [0, 3])], ALL))).toEqual(['0-3 <a0> <b1>'])
})

test('pieces are drawn, gaps are not, and what is cut by the window neither starts nor ends there', () => {
  const one = [painted('a', [0, 4], [6, 20])]
  expect(written(segmentsOf(one, { start: 2, end: 9 }))).toEqual(['2-4 a0>', '6-9 <a0'])
})

test('empty ranges and ranges elsewhere are nothing', () => {
  expect(segmentsOf([painted('a', [3, 3], [50, 60])], { start: 0, end: 10 })).toEqual([])
})

const range = fc
  .tuple(fc.nat(60), fc.nat(25))
  .map(([start, length]): [number, number] => [start, start + length])
const several = fc
  .array(fc.array(range, { minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .map((all) => all.map((ranges, k) => painted(`p${k}`, ...ranges)))
const window = fc.tuple(fc.nat(40), fc.nat(60)).map(([start, length]) => ({ start, end: start + length }))

const coveringIds = (all: readonly Painted[], at: number): string[] =>
  all.filter(({ ranges }) => ranges.some(({ start, end }) => start <= at && at < end)).map(({ id }) => id)

test('segments are in order, tile exactly what is covered, and name exactly what covers it', () => {
  fc.assert(
    fc.property(several, window, (all, within) => {
      const segments = segmentsOf(all, within)
      for (const [k, { start, end }] of segments.entries()) {
        expect(start).toBeLessThan(end)
        expect(start).toBeGreaterThanOrEqual(segments[k - 1]?.end ?? within.start)
        expect(end).toBeLessThanOrEqual(within.end)
      }
      for (let at = within.start; at < within.end; at++) {
        const found = segments.filter(({ start, end }) => start <= at && at < end)
        const ids = new Set(found.flatMap(({ covers }) => covers.map(({ painted: one }) => one.id)))
        expect([...ids].toSorted()).toEqual(coveringIds(all, at).toSorted())
      }
    }),
  )
})

test('no two share a line, nobody changes lines on the way, and who starts takes the first that is free', () => {
  fc.assert(
    fc.property(several, (all) => {
      let before: Segment | undefined
      for (const segment of segmentsOf(all, ALL)) {
        const lanes = segment.covers.map(({ lane }) => lane)
        expect(new Set(lanes).size).toBe(lanes.length)
        for (const { lane } of segment.covers.filter(({ starts }) => starts)) {
          expect(lanes.filter((other) => other < lane)).toHaveLength(lane)
        }
        if (before?.end === segment.start) {
          const kept = before.covers
            .filter(({ ends }) => !ends)
            .map(({ painted: one, lane }) => `${one.id}${lane}`)
          const now = segment.covers.map(({ painted: one, lane }) => `${one.id}${lane}`)
          expect(now).toEqual(expect.arrayContaining(kept))
        }
        before = segment
      }
    }),
  )
})

test('the order in which annotations come does not matter', () => {
  fc.assert(
    fc.property(several, window, (all, within) => {
      expect(written(segmentsOf(all.toReversed(), within))).toEqual(written(segmentsOf(all, within)))
    }),
  )
})
