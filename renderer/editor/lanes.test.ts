import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Reach,
  arrowPath,
  clipToView,
  curvePath,
  laneWidth,
  lanesOf,
  portsOf,
  spreadLabels,
} from './lanes'

const reach = fc.record({ from: fc.integer({ min: 0, max: 400 }), to: fc.integer({ min: 0, max: 400 }) })

const overlap = (a: Reach, b: Reach): boolean =>
  Math.max(Math.min(a.from, a.to), Math.min(b.from, b.to)) <
  Math.min(Math.max(a.from, a.to), Math.max(b.from, b.to))

const length = ({ from, to }: Reach): number => Math.abs(from - to)

describe('lanes', () => {
  test('a curve that encloses another lies outside of it', () => {
    expect(
      lanesOf([
        { from: 0, to: 100 },
        { from: 60, to: 20 },
      ]),
    ).toEqual([1, 0])
  })

  test('curves that do not pass each other share a lane', () => {
    expect(
      lanesOf([
        { from: 100, to: 0 },
        { from: 110, to: 200 },
      ]),
    ).toEqual([0, 0])
  })

  test('never hold two curves at one height', () => {
    fc.assert(
      fc.property(fc.array(reach, { maxLength: 12 }), (reaches) => {
        const lanes = lanesOf(reaches)
        for (const [i, one] of reaches.entries())
          for (const [j, other] of reaches.entries())
            if (i < j && lanes[i] === lanes[j]) expect(overlap(one, other)).toBe(false)
      }),
    )
  })

  test('put a shorter curve nearer to the text than a longer one that it overlaps', () => {
    fc.assert(
      fc.property(reach, reach, (one, other) => {
        fc.pre(overlap(one, other) && length(one) < length(other))
        const [inner, outer] = lanesOf([one, other])
        expect(inner).toBeLessThan(outer!)
      }),
    )
  })

  test('move together where the margin is narrow, and stay in it', () => {
    expect(laneWidth(3, 100)).toBe(10)
    expect(laneWidth(8, 48)).toBe(6)
  })
})

describe('ports', () => {
  test('a single curve meets its line in the middle', () => {
    expect(
      portsOf([
        { line: 10, away: 50 },
        { line: 40, away: -50 },
      ]),
    ).toEqual([0, 0])
  })

  test('on one line, what goes up stands above what goes down, and the outer curves stand inside', () => {
    const ports = portsOf([
      { line: 10, away: 50 },
      { line: 10, away: 200 },
      { line: 10, away: -50 },
      { line: 10, away: -200 },
    ])
    const [downNear, downFar, upNear, upFar] = ports
    expect([upNear, upFar, downFar, downNear]).toEqual(ports.toSorted((a, b) => a - b))
    expect(new Set(ports).size).toBe(4)
  })

  test('stay within their line, however many share it', () => {
    const ports = portsOf(Array.from({ length: 30 }, (_, k) => ({ line: 5, away: k + 1 })))
    expect(Math.max(...ports) - Math.min(...ports)).toBeLessThanOrEqual(18)
  })
})

test('labels never cover each other, and move up only, off their lines', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 10 }), (wanted) => {
      const placed = spreadLabels(wanted, 12)
      for (const [k, at] of placed.entries()) expect(at).toBeLessThanOrEqual(wanted[k]!)
      const sorted = placed.toSorted((a, b) => a - b)
      for (const [k, at] of sorted.entries())
        if (k > 0) expect(at - sorted[k - 1]!).toBeGreaterThanOrEqual(12)
    }),
  )
})

describe('a curve', () => {
  test('leaves its line, follows its lane and comes back, with the arrow at the target', () => {
    const curve = { from: { at: 10 }, to: { at: 110 }, text: 60, lane: 30 }
    expect(curvePath(curve)).toBe('M60 10H39Q30 10 30 19V101Q30 110 39 110H60')
    expect(arrowPath(curve)).toBe('M60 110l-6 -3.5v7z')
  })

  test('upwards bends the other way', () => {
    expect(curvePath({ from: { at: 110 }, to: { at: 10 }, text: 60, lane: 30 })).toBe(
      'M60 110H39Q30 110 30 101V19Q30 10 39 10H60',
    )
  })

  test('to what is out of view ends at the edge, and points on', () => {
    const down = { from: { at: 10 }, to: { edge: 300 }, text: 60, lane: 30 }
    expect(curvePath(down)).toBe('M60 10H39Q30 10 30 19V300')
    expect(arrowPath(down)).toBe('M30 300l-3.5 -6h7z')
    expect(arrowPath({ ...down, to: { edge: 0 } })).toBe('M30 0l-3.5 6h7z')
  })

  test('from what is out of view begins at the edge', () => {
    expect(curvePath({ from: { edge: 0 }, to: { at: 50 }, text: 60, lane: 30 })).toBe(
      'M30 0V41Q30 50 39 50H60',
    )
  })

  test('never leaves the margin', () => {
    fc.assert(
      fc.property(reach, fc.integer({ min: 1, max: 60 }), ({ from, to }, room) => {
        const path = curvePath({ from: { at: from }, to: { at: to }, text: 60, lane: 60 - room })
        for (const [, x] of path.matchAll(/[HM]([\d.]+)/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(60 - room)
          expect(Number(x)).toBeLessThanOrEqual(60)
        }
      }),
    )
  })
})

test('what is clipped to the view is in it, or out of it on one side', () => {
  const view = { top: 100, bottom: 200 }
  expect(clipToView({ top: 50, bottom: 100 }, view)).toBe('above')
  expect(clipToView({ top: 200, bottom: 220 }, view)).toBe('below')
  expect(clipToView({ top: 50, bottom: 150 }, view)).toEqual({ top: 100, bottom: 150 })
  expect(clipToView({ top: 120, bottom: 140 }, view)).toEqual({ top: 120, bottom: 140 })
})
