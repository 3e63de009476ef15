import { z } from 'zod'
import { offset } from '../document/text'
import type { Interval } from '../../base/intervals'

/**
 * One piece of a span: a range of the canonical text (`start`–`end`, UTF-16 offsets, end-exclusive) and its quote,
 * the words it held when it was made with what stood around them, so that it can be verified and found again.
 */
export const piece = z
  .object({
    start: offset,
    end: offset,
    exact: z.string().min(1),
    prefix: z.string(),
    suffix: z.string(),
  })
  .refine(({ start, end, exact }) => end - start === exact.length, {
    message: 'expected the quote to be as long as the range',
    path: ['exact'],
  })
export type Piece = z.infer<typeof piece>

/** What an annotation covers: one or more pieces in the order of the text, which neither overlap nor touch. */
export const span = z
  .array(piece)
  .min(1)
  .refine((pieces) => pieces.every((next, k) => k === 0 || pieces[k - 1]!.end < next.start), {
    message: 'expected pieces in the order of the text that neither overlap nor touch',
  })
export type Span = z.infer<typeof span>

const CONTEXT = 32 // enough to tell twins apart in prose; Hypothesis keeps the same

/** What to store so that the given ranges can be found again after the text has changed around them. */
export function describeSpan(text: string, ranges: readonly Interval[]): Span {
  return ranges.map(({ start, end }) => ({
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT + (cutsPair(text, start - CONTEXT) ? 1 : 0)), start),
    suffix: text.slice(end, end + CONTEXT - (cutsPair(text, end + CONTEXT) ? 1 : 0)),
  }))
}

/** Whether `at` lies inside a character of two units; half of one would not survive being written as UTF-8. */
const cutsPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff

/** From the first piece's start to the last piece's end, gaps included. */
export const extentOf = (pieces: Span): Interval => ({ start: pieces[0]!.start, end: pieces.at(-1)!.end })

/** How many UTF-16 units the pieces cover, gaps not counted. */
export const lengthOf = (pieces: Span): number => pieces.reduce((sum, { start, end }) => sum + end - start, 0)

/** The words of a span as one line for people, pieces joined by an ellipsis. */
export const quoteOf = (pieces: Span): string => pieces.map(({ exact }) => exact).join(' … ')

/** Reading order: what starts first comes first; of two that start together, the longer, which encloses the other. */
export function compareSpans(a: Span, b: Span): number {
  const one = extentOf(a)
  const other = extentOf(b)
  return one.start - other.start || other.end - one.end
}

/** Whether every piece still holds its words in `text`. */
export const isExact = (text: string, pieces: Span): boolean =>
  pieces.every(({ start, end, exact }) => text.slice(start, end) === exact)
