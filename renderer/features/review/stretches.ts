import type { Interval } from '../../../src/base/intervals'
import { extentOf } from '../../../src/core/annotation/span'
import type { Annotation } from '../../../src/core/annotation/annotation'

/** A run of words that is all part of an annotation, or not at all. */
export interface Stretch {
  readonly start: number
  readonly words: string
  readonly marked: boolean
}

const MOST = 320 // characters: more is not read in a card

/**
 * The words from where the first of several versions starts to where the last ends, as far as one of them covers
 * them: so versions under each other show where they differ. A long one is cut in the middle.
 */
export function stretchesOf(text: string, { span }: Annotation, all: readonly Annotation[]): Stretch[] {
  const extents = all.map((one) => extentOf(one.span))
  const start = Math.min(...extents.map((one) => one.start))
  const end = Math.max(...extents.map((one) => one.end))
  const stretches: Stretch[] = []
  const add = (range: Interval, marked: boolean): void => {
    const words = cut(text.slice(range.start, range.end).replace(/\s+/g, ' '))
    if (words !== '') stretches.push({ start: range.start, words, marked })
  }
  let at = start
  for (const piece of span) {
    add({ start: at, end: piece.start }, false)
    add(piece, true)
    at = piece.end
  }
  add({ start: at, end }, false)
  return stretches
}

const cut = (words: string): string =>
  words.length <= MOST ? words : `${words.slice(0, MOST / 2)} … ${words.slice(-MOST / 2)}`.toWellFormed()
