import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../src/base/intervals'
import { blocksOf } from '../../src/core/document/blocks'
import { SECTION, documentOf } from './document'
import type { Painted } from './painted'
import { Layout } from './layout'
import { createPainter } from './painter'
import { positionsOf } from './positions'
import { stretchesOf } from './stretches'

const TEXT = Array.from({ length: 3 * SECTION }, (_, k) => (k % 2 ? '' : `block number ${k}`)).join('\n')
const blocks = blocksOf(TEXT)
const doc = documentOf(TEXT, blocks)
const positions = positionsOf(new Layout(TEXT, blocks))

function setUp() {
  const shown = new Map<string, Painted>()
  const asked: Interval[] = []
  const painter = createPainter(doc, stretchesOf(TEXT, blocks), positions, (start, end) => {
    asked.push({ start, end })
    return [...shown.values()].filter(({ ranges }) => ranges.some((r) => r.start < end && start < r.end))
  })
  const put = (id: string, ...ranges: Interval[]): Interval[] => {
    shown.set(id, {
      id,
      ranges,
      tag: 'claim',
      underline: 'solid',
      picked: false,
      doubtful: false,
      pending: false,
    })
    return ranges
  }
  /** The offsets that are drawn. */
  const drawn = (): number[] =>
    painter.decorations
      .find()
      .flatMap(({ from, to }) => {
        const start = positions.toOffset(from)
        return Array.from({ length: to - from }, (_, k) => start + k)
      })
      .toSorted((a, b) => a - b)
  return { painter, put, take: (id: string) => shown.delete(id), drawn, asked }
}

const offsets = ({ start, end }: Interval): number[] =>
  Array.from({ length: end - start }, (_, k) => start + k)
const block = (index: number): Interval => ({ start: blocks[index]!.start, end: blocks[index]!.end })

test('draws near sections only, and stops when they are left', () => {
  const { painter, put, drawn } = setUp()
  put('a', block(0))
  put('b', block(SECTION))
  expect(painter.follow([0], [])).toBe(true)
  expect(drawn()).toEqual(offsets(block(0)))
  painter.follow([1], [0])
  expect(drawn()).toEqual(offsets(block(SECTION)))
  painter.follow([], [1])
  expect(drawn()).toEqual([])
})

test('a repaint asks for the touched blocks near the view and for no others', () => {
  const { painter, put, drawn, asked } = setUp()
  painter.follow([0], [])
  asked.length = 0
  const added = put('a', { start: block(2).start + 3, end: block(4).start + 2 }, block(SECTION))
  expect(painter.repaint(added)).toBe(true)
  expect(asked).toEqual([block(2), block(4)])
  expect(drawn()).toEqual([...offsets(block(2)).slice(3), ...offsets(block(4)).slice(0, 2)])
})

test('says when there is nothing to draw', () => {
  const { painter, put } = setUp()
  painter.follow([0], [])
  expect(painter.repaint(put('far', block(2 * SECTION)))).toBe(false)
  expect(painter.repaint([block(0)])).toBe(false)
  expect(painter.repaintAll()).toBe(false)
})

test('after any changes what is drawn is what is there, near the view', () => {
  const range = fc
    .tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 90 }))
    .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + length) }))
  const step = fc.oneof(
    fc.record({ put: fc.constantFrom('a', 'b', 'c', 'd'), range }),
    fc.record({ take: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({ section: fc.nat(2) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { painter, put, take, drawn } = setUp()
      const held = new Map<string, Interval>()
      const near = new Set<number>()
      for (const action of steps) {
        if ('section' in action) {
          if (near.delete(action.section)) painter.follow([], [action.section])
          else painter.follow([...near.add(action.section)].slice(-1), [])
          continue
        }
        const id = 'put' in action ? action.put : action.take
        const before = held.get(id)
        if ('put' in action) held.set(id, put(id, action.range)[0]!)
        else if (take(id)) held.delete(id)
        painter.repaint([before, held.get(id)].filter((one) => one !== undefined))
      }
      const wanted = new Set<number>()
      for (const one of held.values()) for (const at of offsets(one)) if (isNear(at, near)) wanted.add(at)
      expect(drawn()).toEqual([...wanted].toSorted((a, b) => a - b))
    }),
  )
})

/** Whether an offset is a character of a near section; line ends are nowhere. */
function isNear(at: number, near: ReadonlySet<number>): boolean {
  const index = blocks.findIndex(({ start, end }) => start <= at && at < end)
  return index >= 0 && near.has(Math.floor(index / SECTION))
}

test('of a very long block only what the view passes is drawn', () => {
  const long = 'word '.repeat(20_000)
  const only = blocksOf(long)
  const places = positionsOf(new Layout(long, only))
  const all: Painted = {
    id: 'a',
    ranges: [{ start: 0, end: long.length }],
    tag: 'claim',
    underline: 'solid',
    picked: false,
    doubtful: false,
    pending: false,
  }
  const painter = createPainter(documentOf(long, only), stretchesOf(long, only), places, () => [all])
  const shown = (): number[] => painter.decorations.find().map(({ from }) => places.toOffset(from))
  painter.follow([0], [])
  expect(Math.max(...shown())).toBeLessThan(10_000)
  expect(painter.pass({ start: 50_000, end: 60_000 })).toBe(true)
  expect(Math.min(...shown())).toBeGreaterThan(45_000)
  expect(Math.max(...shown())).toBeLessThan(60_000)
  expect(painter.pass({ start: 50_001, end: 60_000 })).toBe(false)
  expect(painter.repaint([{ start: 0, end: 10 }])).toBe(false)
})
