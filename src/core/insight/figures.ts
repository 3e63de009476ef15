import type { Interval } from '../../base/intervals'
import { readAll, type Found } from './figure-grammar/reading'
import { tokensOf } from './figure-grammar/tokens'

/**
 * The figure that holds or touches the caret at `offset`: a number with its unit and comparator, “nearly 10 percent”.
 *
 * - A range is one figure, and so are a day with its month and a duration in two units. “from 5 to 7” are two.
 * - Of what is counted one word is taken, if it is in lower case, right after the number, and a plural: “14 cracks”, but
 *   “6,000” of “6,000 public homes”. A rate counts as unit: “£70 a day”.
 * - An article belongs to it only as a number (“a third”); a preposition never does (“2024” of “in 2024”).
 * - A number that would not be listed as a figure (“the four”, “No. 2”) is found here, and only here.
 *
 * It never crosses a line. Of two that touch the caret the one that holds the next character wins.
 */
export function figureAt(text: string, offset: number): Interval | undefined {
  const at = Math.max(0, Math.min(offset, text.length))
  let touched: Interval | undefined
  for (const figure of readLine(text, lineAt(text, at))) {
    if (figure.start > at) break
    if (figure.end > at) return interval(figure)
    if (figure.end === at) touched = interval(figure)
  }
  return touched
}

/** The figures that lie within a range, in order. Reads the lines that the range touches. */
export function figures(text: string, { start, end }: Interval): Interval[] {
  const found: Interval[] = []
  for (let line = lineAt(text, start); line.start <= end; line = lineAt(text, line.end + 1)) {
    for (const figure of strongIn(text, line))
      if (figure.start >= start && figure.end <= end) found.push(figure)
    if (line.end >= text.length) break
  }
  return found
}

/** The first figure that begins after `offset`. Reads line by line until there is one. */
export function nextFigure(text: string, offset: number): Interval | undefined {
  for (let line = lineAt(text, Math.max(0, offset)); ; line = lineAt(text, line.end + 1)) {
    const next = strongIn(text, line).find(({ start }) => start > offset)
    if (next || line.end >= text.length) return next
  }
}

/** The last figure that begins before `offset`. Reads line by line, backwards, until there is one. */
export function previousFigure(text: string, offset: number): Interval | undefined {
  for (let line = lineAt(text, Math.min(offset, text.length)); ; line = lineAt(text, line.start - 1)) {
    const previous = strongIn(text, line).findLast(({ start }) => start < offset)
    if (previous || line.start === 0) return previous
  }
}

type Placed = Found & Interval

function readLine(text: string, line: Interval): Placed[] {
  const tokens = tokensOf(text, line)
  return Array.from(readAll(tokens), (found) => ({
    ...found,
    start: tokens[found.from]!.start,
    end: tokens[found.to - 1]!.end,
  }))
}

const strongIn = (text: string, line: Interval): Interval[] =>
  readLine(text, line)
    .filter(({ weak }) => !weak)
    .map(interval)
const interval = ({ start, end }: Interval): Interval => ({ start, end })

/** The line that holds `offset`, without its line end. */
function lineAt(text: string, offset: number): Interval {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0
  const end = text.indexOf('\n', offset)
  return { start, end: end < 0 ? text.length : end }
}
