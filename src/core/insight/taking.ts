import type { Interval } from '../../base/intervals'
import type { Tag } from '../codebook/codebook'
import { nameAt } from '../document/phrases'
import { insideOf, quotationAt } from '../document/quotations'
import { sentenceAt } from '../document/sentences'
import { tidySpan, wordAt } from '../document/words'
import { figureAt } from './figures'

/** A text with the places of its sentences. */
export interface Sentenced {
  readonly text: string
  /** Start, end, start, end, …; see `sentences.ts`. */
  readonly sentences: readonly number[]
}

/**
 * What a tag takes around a bare caret at `offset`: the sentence or the words of a quotation, whichever is shorter;
 * the name or noun phrase; the number with its unit and qualifier; or the word. Undefined where there is nothing of
 * the kind.
 */
export function wordsFor(
  takes: Tag['takes'],
  { text, sentences }: Sentenced,
  offset: number,
): Interval | undefined {
  switch (takes) {
    case 'sentence':
      return statementAt({ text, sentences }, offset)
    case 'name':
      return tidied(text, nameAt(text, offset))
    case 'figure':
      return tidied(text, figureAt(text, offset))
    case 'word':
      return tidied(text, wordAt(text, offset))
  }
}

/** The sentence at the caret, or the words inside the quotation marks around it when those are fewer. */
function statementAt({ text, sentences }: Sentenced, offset: number): Interval | undefined {
  const sentence = tidied(text, sentenceAt(sentences, offset, text))
  const quotation = quotationAt(text, offset)
  const quoted = quotation && withoutComma(text, insideOf(text, quotation))
  if (!sentence || !quoted) return sentence ?? quoted
  return lengthOf(quoted) < lengthOf(sentence) ? quoted : sentence
}

/** A comma before the closing mark belongs to the sentence around the quotation. */
function withoutComma(text: string, range: Interval): Interval | undefined {
  const tidy = tidied(text, range)
  return tidy && text[tidy.end - 1] === ',' ? tidied(text, { start: tidy.start, end: tidy.end - 1 }) : tidy
}

const tidied = (text: string, range: Interval | undefined): Interval | undefined =>
  range && range.start < range.end ? tidySpan(text, range) : undefined

const lengthOf = ({ start, end }: Interval): number => end - start
