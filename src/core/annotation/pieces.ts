import type { Interval } from '../../base/intervals'
import { tidySpan } from '../document/words'
import { addRange, normalised, subtractRange } from './ranges'

/**
 * The pieces with a selection added, which is tidied like any that is tagged; it is joined to a piece from which only
 * blanks part it. Undefined when the selection is nothing but blanks.
 */
export function withSelection(
  text: string,
  pieces: readonly Interval[],
  selection: Interval,
): Interval[] | undefined {
  const range = tidySpan(text, selection)
  if (!range) return undefined
  const start = range.start - blanksBefore(text, range.start)
  const end = range.end + blanksAfter(text, range.end)
  return addRange(pieces, {
    start: pieces.some((piece) => start <= piece.end && piece.end <= range.start) ? start : range.start,
    end: pieces.some((piece) => range.end <= piece.start && piece.start <= end) ? end : range.end,
  })
}

/**
 * The pieces with a selection taken away, which is tidied, and without the blanks at which they then end; none when
 * nothing is left. Undefined when the selection holds nothing of them.
 */
export function withoutSelection(
  text: string,
  pieces: readonly Interval[],
  selection: Interval,
): Interval[] | undefined {
  const range = tidySpan(text, selection)
  if (!range || !pieces.some(({ start, end }) => start < range.end && range.start < end)) return undefined
  const known = new Set(pieces.map(({ start, end }) => `${start}-${end}`))
  return normalised(
    subtractRange(pieces, range).flatMap((piece) =>
      known.has(`${piece.start}-${piece.end}`) ? [piece] : (tidySpan(text, piece) ?? []),
    ),
  )
}

const blanksBefore = (text: string, at: number): number => at - text.slice(0, at).trimEnd().length

const blanksAfter = (text: string, at: number): number => text.length - at - text.slice(at).trimStart().length
