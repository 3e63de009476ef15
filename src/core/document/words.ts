import type { Interval } from '../../base/intervals'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })

// Long enough for the longest emoji sequences and stacked combining marks that occur in print.
const REACH = 64

/**
 * The span without leading and trailing blanks, widened to whole user-perceived characters, so that no tag cuts
 * an emoji or an accent in two. Undefined when nothing but blanks is left.
 */
export function tidySpan(text: string, { start, end }: Interval): Interval | undefined {
  let from = Math.max(0, Math.min(start, end))
  let to = Math.min(text.length, Math.max(start, end))
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  if (from >= to) return undefined
  return { start: graphemeAt(text, from).start, end: graphemeAt(text, to - 1).end }
}

/** The user-perceived character that holds the unit at `at`. */
export function graphemeAt(text: string, at: number): Interval {
  // A line end always ends a grapheme, so the window may start at the line or a stretch before.
  const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, safeStart(text, at - REACH))
  const found = graphemes.segment(text.slice(from, at + REACH)).containing(at - from)
  if (!found) return { start: at, end: at + 1 }
  return { start: from + found.index, end: from + found.index + found.segment.length }
}

/** The word that holds or touches the caret at `at`, if there is one on its line. */
export function wordAt(text: string, at: number): Interval | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at)
  const from = Math.max(lineStart, safeStart(text, at - REACH * 4))
  const segments = words.segment(text.slice(from, Math.min(lineEnd, at + REACH * 4)))
  for (const probe of [at - from, at - from - 1]) {
    const found = probe >= 0 ? segments.containing(probe) : undefined
    if (found?.isWordLike)
      return { start: from + found.index, end: from + found.index + found.segment.length }
  }
  return undefined
}

/** The nearest place at or before `at` that follows a blank: no grapheme and no word crosses it. */
function safeStart(text: string, at: number): number {
  let place = Math.max(0, at)
  const limit = Math.max(0, place - REACH * 4)
  while (place > limit && !/\s/.test(text[place - 1]!)) place--
  return place
}
