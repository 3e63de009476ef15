import type { Interval } from '../base/intervals'

/** A text with the places that were marked in it. */
export interface Marked {
  readonly text: string
  /** What stood in brackets, in order. */
  readonly ranges: readonly Interval[]
  /** The first of them, for the many cases that have one. */
  readonly range: Interval
}

/** `marked('the [cat] sat on [the mat]')`: the text without the brackets, and the ranges that they enclosed. */
export function marked(source: string): Marked {
  const ranges: Interval[] = []
  let text = ''
  let start = -1
  for (const part of source.split(/([[\]])/)) {
    if (part === '[') start = text.length
    else if (part === ']') ranges.push({ start, end: text.length })
    else text += part
  }
  const range = ranges[0]
  if (!range) throw new Error(`nothing is marked in “${source}”`)
  return { text, ranges, range }
}

/** `caretIn('the c|at')`: the text without the bar, and where it stood. */
export function caretIn(source: string): { readonly text: string; readonly at: number } {
  const at = source.indexOf('|')
  if (at < 0) throw new Error(`there is no caret in “${source}”`)
  return { text: source.slice(0, at) + source.slice(at + 1), at }
}

/** The text with the range in brackets: what a failing test should show. */
export const shown = (text: string, range: Interval | undefined): string =>
  range
    ? `${text.slice(0, range.start)}[${text.slice(range.start, range.end)}]${text.slice(range.end)}`
    : text
