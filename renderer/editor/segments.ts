import type { Interval } from '../../src/base/intervals'
import type { Painted } from './painted'

/** One annotation's part in a segment. */
export interface Cover {
  readonly painted: Painted
  /** Which of the lines under the text is its own, from 0; it keeps it from its start to its end. */
  readonly lane: number
  /** Whether the annotation, or this piece of it, starts or ends with the segment. */
  readonly starts: boolean
  readonly ends: boolean
}

/** A stretch of text that the same annotations cover from end to end, in order of their lanes. */
export interface Segment extends Interval {
  readonly covers: readonly Cover[]
}

interface Part extends Interval {
  readonly painted: Painted
  readonly range: Interval
}

interface Open extends Part {
  readonly lane: number
}

/**
 * Splits what annotations cover inside `within` at all their borders: the segments are in order, do not overlap and
 * tile exactly the union. The result does not depend on the order of `painted`.
 */
export function segmentsOf(painted: readonly Painted[], within: Interval): Segment[] {
  const parts = painted.flatMap((one) => partsOf(one, within)).toSorted(compareParts)
  const borders = [...new Set(parts.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b)
  const segments: Segment[] = []
  let open: Open[] = []
  let next = 0
  for (const [k, start] of borders.entries()) {
    open = open.filter(({ end }) => end > start)
    for (; parts[next]?.start === start; next++) open.push(opened(parts[next]!, open))
    const end = borders[k + 1]
    if (end !== undefined && open.length > 0)
      segments.push({ start, end, covers: coversOf(open, start, end) })
  }
  return segments
}

function partsOf(painted: Painted, within: Interval): Part[] {
  return painted.ranges
    .map((range) => ({
      painted,
      range,
      start: Math.max(range.start, within.start),
      end: Math.min(range.end, within.end),
    }))
    .filter(({ start, end }) => start < end)
}

/** What encloses comes first and so gets the line nearer to the text. */
const compareParts = (a: Part, b: Part): number =>
  a.start - b.start ||
  b.end - a.end ||
  a.range.start - b.range.start ||
  b.range.end - a.range.end ||
  (a.painted.id < b.painted.id ? -1 : a.painted.id > b.painted.id ? 1 : 0)

const opened = (part: Part, open: readonly Open[]): Open => ({
  ...part,
  lane: part.painted.lane ?? freeLane(open),
})

function freeLane(open: readonly Open[]): number {
  const taken = new Set(open.map(({ lane }) => lane))
  let lane = 0
  while (taken.has(lane)) lane++
  return lane
}

const coversOf = (open: readonly Open[], start: number, end: number): Cover[] =>
  open
    .map(({ painted, range, lane }) => ({
      painted,
      lane,
      starts: range.start === start,
      ends: range.end === end,
    }))
    .toSorted((a, b) => a.lane - b.lane)
