import type { Annotation } from '../../src/core/annotation/annotation'
import { quoteOf } from '../../src/core/annotation/span'

const SHORT = 40
const LONG = 400 // more than two lines of the widest panel hold

/** The words of an annotation for a message, cut in the middle of nothing: at a word if there is one. */
export const short = (annotation: Annotation): string => `“${shortest(annotation)}”`

/** The words of an annotation where there is little room, without quotation marks. */
export const shortest = (annotation: Annotation): string => cutAtWord(lineOf(annotation), SHORT)

/** The words of an annotation as one line for a list, without what no list would show. */
export const quoteLine = (annotation: Annotation): string => cutAtWord(lineOf(annotation), LONG)

// Of a span over pages only the beginning is looked at.
const lineOf = ({ span }: Annotation): string =>
  quoteOf(span.map((piece) => ({ ...piece, exact: piece.exact.slice(0, 2 * LONG) })))
    .replace(/\s+/g, ' ')
    .trim()

function cutAtWord(line: string, length: number): string {
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const blank = cut.lastIndexOf(' ')
  return `${(blank > length / 2 ? cut.slice(0, blank) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`
}
