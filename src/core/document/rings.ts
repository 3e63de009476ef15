import type { Interval } from '../../base/intervals'
import { phrasesAt } from './phrases'
import { insideOf, lineAt, quotationAt } from './quotations'
import { sentenceAt } from './sentences'
import { tidySpan, wordAt } from './words'

/** A text with the places of its sentences: start, end, start, end, …. */
export interface Sentenced {
  readonly text: string
  readonly sentences: readonly number[]
}

/**
 * The rings around a caret, from the inside out, each within the next: word, name or noun phrase, clause, quotation,
 * sentence, paragraph. All are trimmed and on whole characters.
 */
export function ringsAt({ text, sentences }: Sentenced, caret: number): Interval[] {
  const sentence = sentenceAt(sentences, caret, text)
  const quotation = quotationAt(text, caret)
  const candidates = [
    wordAt(text, caret),
    ...phrasesAt(text, caret),
    sentence && clauseAt(text, sentence, caret),
    quotation && insideOf(text, quotation),
    sentence,
    lineAt(text, caret),
  ].flatMap((range) => (range && range.start < range.end ? (tidySpan(text, range) ?? []) : []))
  const rings: Interval[] = []
  for (const ring of candidates.toSorted((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = rings.at(-1)
    if (!last || isWithin(last, ring)) rings.push(ring)
  }
  return rings
}

/** The smallest ring around `range` that is larger than it. */
export const nextRing = (sentenced: Sentenced, range: Interval): Interval | undefined =>
  [...ringsAt(sentenced, range.start), ...ringsAt(sentenced, Math.max(range.start, range.end - 1))]
    .filter((ring) => isWithin(range, ring))
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]

/** The largest ring around the caret that is within `range` and smaller than it. */
export const previousRing = (sentenced: Sentenced, range: Interval, caret: number): Interval | undefined =>
  ringsAt(sentenced, Math.min(Math.max(caret, range.start), range.end)).findLast((ring) =>
    isWithin(ring, range),
  )

/** Whether `inner` lies in `outer` and is smaller. */
const isWithin = (inner: Interval, outer: Interval): boolean =>
  outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start

/** Marks that divide a sentence for a reader; a comma or a stop within a number is none. */
const BREAKS = /[;:—–()“”"«»]|,(?!\d)/g

/** The part of a sentence between two marks that holds the caret. */
function clauseAt(text: string, { start, end }: Interval, caret: number): Interval | undefined {
  let from = start
  let to = end
  for (const { index } of text.slice(start, end).matchAll(BREAKS)) {
    const at = start + index
    if (at < caret) from = at + 1
    else {
      to = at
      break
    }
  }
  return from < to ? { start: from, end: to } : undefined
}
