import { z } from 'zod'
import type { Interval } from '../../base/intervals'
import { cutAt, roughEnds, settledEnds } from './sentence-ends'
import { offset } from './text'

/**
 * The sentences of a text as they are kept with an article: start, end, start, end, … as offsets, end-exclusive,
 * in order, none empty, none overlapping, without surrounding blanks. Flat, because a long article has thousands.
 */
export const sentences = z.array(offset).superRefine((pairs, context) => {
  if (pairs.length % 2 !== 0) context.addIssue({ code: 'custom', message: 'expected pairs of start and end' })
  const wrong = pairs.findIndex(
    (place, at) => at > 0 && (at % 2 === 0 ? place < pairs[at - 1]! : place <= pairs[at - 1]!),
  )
  if (wrong > 0)
    context.addIssue({ code: 'custom', path: [wrong], message: 'expected a place behind the one before' })
})
export type Sentences = z.infer<typeof sentences>

/** The sentences as intervals. */
export const sentenceIntervals = (pairs: readonly number[]): Interval[] =>
  Array.from({ length: pairs.length >> 1 }, (_, index) => intervalAt(pairs, index))

/**
 * The sentence that holds or touches the caret. In the blank between two, it is the one before when that stands on
 * the caret's line, else the next one; undefined when there is neither.
 */
export function sentenceAt(pairs: readonly number[], caret: number, text: string): Interval | undefined {
  const index = countStarts(pairs, (start) => start <= caret) - 1
  const before = index >= 0 ? intervalAt(pairs, index) : undefined
  if (before && (caret <= before.end || !text.slice(before.end, caret).includes('\n'))) return before
  return nextSentence(pairs, caret)
}

/** The first sentence that begins behind the caret. */
export function nextSentence(pairs: readonly number[], caret: number): Interval | undefined {
  const index = countStarts(pairs, (start) => start <= caret)
  return index * 2 < pairs.length ? intervalAt(pairs, index) : undefined
}

/** The last sentence that begins before the caret: in the middle of one, that one. */
export function previousSentence(pairs: readonly number[], caret: number): Interval | undefined {
  const index = countStarts(pairs, (start) => start < caret) - 1
  return index >= 0 ? intervalAt(pairs, index) : undefined
}

const intervalAt = (pairs: readonly number[], index: number): Interval => ({
  start: pairs[index * 2]!,
  end: pairs[index * 2 + 1]!,
})

/** How many sentences from the front have a start for which `test` holds; it must hold for a first part of them. */
function countStarts(pairs: readonly number[], test: (start: number) => boolean): number {
  let low = 0
  let high = pairs.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(pairs[middle * 2]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** A rough cut into sentences, at once: for the time until `findSentences` has looked at the text. */
export function plainSentences(text: string, blocks: readonly Interval[]): Sentences {
  const pairs: number[] = []
  for (const block of blocks) cutAt(text, block, settledEnds(text, block, roughEnds(text, block)), pairs)
  return pairs
}

/** A replacement in a text: from `start`, `removed` units made way for `inserted` ones. */
export interface Replacement {
  readonly start: number
  readonly removed: number
  readonly inserted: number
}

/**
 * The sentences after a replacement, where `text` is what came of it. Sentences of which an end was removed are joined,
 * what was inserted within or behind one belongs to it, and a line end that was inserted divides it. In the lines
 * that were touched all that is not blank lies in a sentence afterwards; no other line is looked at.
 */
export function shiftSentences(
  pairs: readonly number[],
  { start, removed, inserted }: Replacement,
  text: string,
): Sentences {
  const delta = inserted - removed
  const from = start > 0 ? text.lastIndexOf('\n', start - 1) + 1 : 0
  const lineEnd = text.indexOf('\n', start + inserted)
  const to = lineEnd < 0 ? text.length : lineEnd
  const shifted: number[] = []
  const ends: number[] = []
  const after: number[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const [first, last] = [pairs[at]!, pairs[at + 1]!]
    if (last <= from) shifted.push(first, last)
    else if (first >= start + removed && first + delta >= to) after.push(first + delta, last + delta)
    else if (last < start) ends.push(last)
    else if (last === start) ends.push(start + inserted)
    else if (last >= start + removed) ends.push(last + delta)
  }
  let line = from
  while (line <= to) {
    const next = text.indexOf('\n', line)
    const end = next < 0 || next > to ? to : next
    const within = ends.filter((place) => place > line && place < end)
    cutAt(text, { start: line, end }, within, shifted)
    line = end + 1
  }
  return [...shifted, ...after]
}
