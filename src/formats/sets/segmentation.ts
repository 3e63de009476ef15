import type { Interval } from '../../base/intervals'
import type { Article } from '../../core/document/article'
import { blocksOf } from '../../core/document/blocks'
import { plainSentences, sentenceIntervals } from '../../core/document/sentences'
import { words } from '../../core/document/words'

/** The sentences of an article, as they were found at import, or else by a rough cut. */
export const sentencesIn = ({ text, lines, sentences }: Article): Interval[] =>
  sentenceIntervals(sentences ?? plainSentences(text, blocksOf(text, lines)))

// Every step of a segmenter copies the whole string that it goes through, so that none may be long. Only scripts without
// blanks have longer runs, and those are cut where it may be within a word.
const RUN = /\S{1,256}/gu

// What most runs are; a segmenter says the same of them, ten times slower.
const PLAIN = /^([0-9A-Za-zÀ-ÖØ-öø-ɏ]+)[.,;:!?)]?$/

/** The tokens of a text: words, figures and marks, without the blanks between them. */
export function tokensIn(text: string): Interval[] {
  const tokens: Interval[] = []
  for (const { 0: run, index: start } of text.matchAll(RUN)) {
    const word = PLAIN.exec(run)?.[1]
    if (word !== undefined) {
      const end = start + word.length
      tokens.push({ start, end })
      if (word !== run) tokens.push({ start: end, end: end + 1 })
      continue
    }
    for (const { segment, index } of words.segment(run))
      tokens.push({ start: start + index, end: start + index + segment.length })
  }
  return tokens
}
