import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heightsOf, runsOf } from './ruler-bins'

const sections = [
  { start: 0, top: 40, height: 100 },
  { start: 50, top: 140, height: 400 },
]

describe('the height of an offset', () => {
  const heightOf = heightsOf(sections, 150)

  test('runs evenly through each section', () => {
    expect([0, 25, 50, 100, 150].map(heightOf)).toEqual([40, 90, 140, 340, 540])
  })

  test('never falls as offsets grow', () => {
    const offset = fc.integer({ min: 0, max: 150 })
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        expect(heightOf(Math.min(a, b))).toBeLessThanOrEqual(heightOf(Math.max(a, b)))
      }),
    )
  })

  test('is the top of a section without text', () => {
    expect(heightsOf([{ start: 0, top: 7, height: 20 }], 0)(0)).toBe(7)
  })
})

describe('the rows of marks', () => {
  const scale = { rows: 100, height: 1000, heightOf: (offset: number) => offset }

  test('even the shortest can be seen', () => {
    expect(runsOf([{ start: 500, end: 501 }], scale)).toEqual([{ row: 50, rows: 2 }])
    expect(runsOf([{ start: 999, end: 1000 }], scale)).toEqual([{ row: 98, rows: 2 }])
  })

  test('those that touch are drawn as one', () => {
    expect(
      runsOf(
        [
          { start: 0, end: 100 },
          { start: 100, end: 150 },
          { start: 700, end: 900 },
        ],
        scale,
      ),
    ).toEqual([
      { row: 0, rows: 15 },
      { row: 70, rows: 20 },
    ])
  })

  test('are few, in order and apart, however many marks there are', () => {
    const mark = fc.tuple(fc.nat(999), fc.integer({ min: 1, max: 80 }))
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 200 }), (marks) => {
        const runs = runsOf(
          marks.map(([start, length]) => ({ start, end: Math.min(1000, start + length) })),
          scale,
        )
        expect(runs.length).toBeLessThanOrEqual(scale.rows / 2)
        let free = -1
        for (const { row, rows } of runs) {
          expect(row).toBeGreaterThan(free)
          expect(rows).toBeGreaterThanOrEqual(2)
          free = row + rows
          expect(free).toBeLessThanOrEqual(scale.rows)
        }
      }),
    )
  })
})
