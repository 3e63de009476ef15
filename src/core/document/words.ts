import type { Interval } from '../../base/intervals'

/** Cuts a line into user-perceived characters. */
export const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** Cuts a line into words and what stands between them. */
export const words = new Intl.Segmenter(undefined, { granularity: 'word' })

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
  // The whole line: a window would have to know where a grapheme begins, which in a row of flags nothing near tells.
  const line = lineAt(text, at)
  const found = graphemes.segment(text.slice(line.start, line.end)).containing(at - line.start)
  if (!found) return { start: at, end: at + 1 }
  return within(line, found)
}

/** The word that holds or touches the caret at `at`, if there is one on its line. */
export function wordAt(text: string, at: number): Interval | undefined {
  const line = lineAt(text, at)
  const segments = words.segment(text.slice(line.start, line.end))
  for (const probe of [at - line.start, at - line.start - 1]) {
    const found = probe >= 0 ? segments.containing(probe) : undefined
    if (found?.isWordLike) return within(line, found)
  }
  return undefined
}

/** The line that holds `at`, without its line end. */
export function lineAt(text: string, at: number): Interval {
  const start = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0
  const end = text.indexOf('\n', at)
  return { start, end: end < 0 ? text.length : end }
}

const within = (line: Interval, { index, segment }: { index: number; segment: string }): Interval => ({
  start: line.start + index,
  end: line.start + index + segment.length,
})
