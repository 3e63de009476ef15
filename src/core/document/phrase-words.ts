import type { Interval } from '../../base/intervals'
import { ABBREVIATED_TITLES, isOpener } from './closed-classes'
import { lineAt } from './quotations'

/** A word as phrases are made of them, without the possessive ending. */
export interface PhraseWord extends Interval {
  readonly written: string
  readonly lower: string
  readonly isCapital: boolean
  /** It had a possessive ending: what follows is another's. */
  readonly isPossessive: boolean
  /** A sentence, a quotation or a bracket may begin with it, so that its capital says little. */
  readonly isFirst: boolean
  /** Only a blank, or the stop of a title or an initial and a blank, stands between it and the word before. */
  readonly isLinked: boolean
}

/** Units on each side of the caret: longer than any name. */
const REACH = 400
/** Abbreviations with several stops are one word; a number keeps the marks within it. */
const WORD =
  /(?:\p{L}\p{M}*\.){2,}(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:[-‑’'·&][\p{L}\p{M}\p{N}]+|[.,]\p{N}+)*/gu
const POSSESSIVE = /[’']s$/i

/** The words of the caret's line around it, and which of them holds or touches it; undefined when none does. */
export function wordsAround(
  text: string,
  caret: number,
): { readonly words: readonly PhraseWord[]; readonly index: number } | undefined {
  const line = lineAt(text, caret)
  const [from, to] = [Math.max(line.start, caret - REACH), Math.min(line.end, caret + REACH)]
  const words: PhraseWord[] = []
  let last = from
  for (const { 0: whole, index } of text.slice(from, to).matchAll(WORD)) {
    const start = from + index
    const end = start + whole.length
    // A word that the border may have cut is left out.
    if ((start === from && from > line.start) || (end === to && to < line.end)) continue
    words.push(wordOf(whole, start, text.slice(last, start), words.at(-1), text[end] ?? ''))
    last = end
  }
  const index = touchedBy(words, caret)
  return index < 0 ? undefined : { words, index }
}

function wordOf(
  whole: string,
  start: number,
  gap: string,
  before: PhraseWord | undefined,
  next: string,
): PhraseWord {
  const written = whole.replace(POSSESSIVE, '')
  const isCapital = /^[\p{Lu}\p{Lt}]/u.test(written)
  const lower = written.toLowerCase()
  const goesOn = before !== undefined && isAfterTitle(gap, before) && isCapital && !isOpener(lower)
  return {
    start,
    end: start + written.length,
    written,
    lower,
    isCapital,
    isPossessive: written !== whole || (whole.endsWith('s') && /[’']/.test(next)),
    isFirst: !goesOn && (before === undefined || /[.!?…:“„«"‘([]/.test(gap)),
    isLinked: goesOn || (before !== undefined && /^(?:[’'])?[^\S\n]{1,3}$/.test(gap)) || gap.endsWith(' & '),
  }
}

const isAfterTitle = (gap: string, before: PhraseWord): boolean =>
  /^\.\s{0,2}$/.test(gap) &&
  before.isCapital &&
  (/^\p{L}\p{M}*$/u.test(before.written) || ABBREVIATED_TITLES.has(before.lower))

/** The word that holds the caret, else the one that begins there, else the one that ends there. */
function touchedBy(words: readonly PhraseWord[], caret: number): number {
  const holding = words.findIndex(({ start, end }) => start <= caret && caret < end)
  if (holding >= 0) return holding
  // Behind a possessive ending the caret still touches its word.
  return words.findLastIndex(
    ({ end, isPossessive }) => end === caret || (isPossessive && caret > end && caret <= end + 2),
  )
}
