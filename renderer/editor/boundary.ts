import type { Interval } from '../../src/base/intervals'
import { graphemeAt, wordAt } from '../../src/core/document/words'

/** One end of one piece of a span. */
export interface Boundary {
  readonly piece: number
  readonly edge: 'start' | 'end'
}

/**
 * The pieces with one boundary moved to `offset`, or as near to it as its piece and its neighbours allow: at least
 * one user-perceived character stays, and pieces neither meet nor cut such a character. `byWord` moves to the
 * nearest edge of the word there.
 */
export function movedBoundary(
  text: string,
  ranges: readonly Interval[],
  { piece, edge }: Boundary,
  offset: number,
  byWord: boolean,
): Interval[] {
  const range = ranges[piece]!
  const wanted = nearestEdge(byWord ? wordAt(text, offset) : undefined, offset)
  const limits = limitsOf(text, ranges, piece)
  const moved =
    edge === 'start'
      ? { ...range, start: within(wholeAt(text, wanted), limits.first, limits.lastStart) }
      : { ...range, end: within(wholeAt(text, wanted), limits.firstEnd, limits.last) }
  return ranges.with(piece, moved)
}

interface Limits {
  readonly first: number
  readonly lastStart: number
  readonly firstEnd: number
  readonly last: number
}

function limitsOf(text: string, ranges: readonly Interval[], piece: number): Limits {
  const { start, end } = ranges[piece]!
  const before = ranges[piece - 1]
  const after = ranges[piece + 1]
  return {
    first: before ? graphemeAt(text, before.end).end : 0,
    lastStart: graphemeAt(text, end - 1).start,
    firstEnd: graphemeAt(text, start).end,
    last: after ? graphemeAt(text, after.start - 1).start : text.length,
  }
}

/** The nearest place that is not inside a user-perceived character. */
function wholeAt(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(text.length, offset))
  return nearestEdge(graphemeAt(text, offset), offset)
}

function nearestEdge(range: Interval | undefined, offset: number): number {
  if (!range) return offset
  return offset - range.start <= range.end - offset ? range.start : range.end
}

const within = (offset: number, first: number, last: number): number =>
  Math.max(first, Math.min(last, offset))
