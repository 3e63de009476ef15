import type { Interval } from '../../base/intervals'
import { normalised } from '../annotation/ranges'
import { graphemeAt } from '../document/words'
import { prefixLength, suffixLength } from './text-between'

/** A range of the text with the words that come in its place. */
export interface Replacement extends Interval {
  readonly words: string
}

/** The same without what old and new words have in common at their ends; undefined when that is all. */
export function trimmed(text: string, { start, end }: Interval, words: string): Replacement | undefined {
  const old = text.slice(start, end)
  if (old === words) return undefined
  const before = prefixLength(old, words)
  const after = suffixLength(old, words, Math.min(old.length, words.length) - before)
  return { start: start + before, end: end - after, words: words.slice(before, words.length - after) }
}

/**
 * Where the words of some pieces lie once `given` has been replaced, which comes down to `replacement`. The new words
 * belong to a piece that held all the words that give way, or that goes on at both sides of the place; where none
 * give way, also to one that held all of a range that was given. Any other piece keeps what is left of it.
 */
export function carriedRanges(
  pieces: readonly Interval[],
  given: Interval,
  { start, end, words }: Replacement,
): Interval[] {
  const by = words.length - (end - start)
  return normalised(
    pieces.flatMap((piece) =>
      takesIn(piece, given, { start, end })
        ? [{ start: piece.start, end: piece.end + by }]
        : [
            { start: piece.start, end: Math.min(piece.end, start) },
            { start: Math.max(piece.start, end) + by, end: piece.end + by },
          ],
    ),
  )
}

function takesIn(piece: Interval, given: Interval, place: Interval): boolean {
  if (!holds(piece, place)) return false
  if (piece.start < place.start && place.end < piece.end) return true
  return place.start < place.end || (given.start < given.end && holds(piece, given))
}

const holds = (outer: Interval, inner: Interval): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/**
 * Ranges in the new text, widened where the correction has made one user-perceived character of what lies at both
 * sides of an edge. An edge that cut a character before the correction, and apart from it, is left alone.
 */
export function onWholeCharacters(
  before: string,
  after: string,
  { start, end, words }: Replacement,
  ranges: readonly Interval[],
): Interval[] {
  const last = start + words.length
  const firstLine = start === 0 ? 0 : after.lastIndexOf('\n', start - 1) + 1
  const lineEnd = after.indexOf('\n', last)
  const lastLine = lineEnd < 0 ? after.length : lineEnd

  /** The character that an edge cuts now and did not cut before. */
  function cutAt(edge: number): Interval | undefined {
    if (edge < firstLine || edge > lastLine) return undefined
    const cut = cutBy(after, edge)
    if (!cut) return undefined
    const old = edge <= start ? edge : edge - last + end
    return (cut.start <= last && cut.end >= start) || !cutBy(before, old) ? cut : undefined
  }

  return normalised(
    ranges.map((range) => ({
      start: cutAt(range.start)?.start ?? range.start,
      end: cutAt(range.end)?.end ?? range.end,
    })),
  )
}

/** The user-perceived character that has `at` inside it. */
function cutBy(text: string, at: number): Interval | undefined {
  if (at <= 0 || at >= text.length) return undefined
  const character = graphemeAt(text, at)
  return character.start < at ? character : undefined
}
