import type { Interval } from '../../base/intervals'
import { DETERMINERS } from './closed-classes'
import { type Run, isNameWord, isTime, nameRun } from './names'
import { aroundRun, nounRun } from './noun-phrases'
import { type PhraseWord, wordsAround } from './phrase-words'
import { wordAt } from './words'

/**
 * The name or noun phrase at the caret. A capitalised word takes the capitalised words beside it, with the particles,
 * initials and titles between them; another word takes the words around it up to a verb, a preposition, a conjunction
 * or a mark, and the determiner before it. A possessive ending is left out. In scripts without capitals it is the
 * word. Undefined beside all words.
 */
export const nameAt = (text: string, caret: number): Interval | undefined => phrasesAt(text, caret)[0]

/** The name or noun phrase at the caret, and those in which it lies: “the ministry”, “a spokesman for the ministry”. */
export function phrasesAt(text: string, caret: number): Interval[] {
  const word = wordAt(text, caret)
  const around = wordsAround(text, caret)
  const own = around?.words[around.index]
  if (!around || !own || !hasPhrases(own)) return word ? [word] : []
  const { words, index } = around
  const runs: Run[] = []
  for (
    let run: Run | undefined = innermost(words, index);
    run && runs.length < 3;
    run = aroundRun(words, run)
  )
    runs.push(run)
  return runs.map((run) => intervalOf(text, words, run))
}

/** Scripts with capitals have names that can be seen; the lists of words are English. */
const hasPhrases = ({ written, isCapital }: PhraseWord): boolean =>
  isCapital || /[\p{Script=Latin}\p{N}]/u.test(written)

function innermost(words: readonly PhraseWord[], index: number): Run {
  if (isTime(words, index)) return { first: index, last: index }
  if (!isNameWord(words, index)) return nounRun(words, index)
  const run = nameRun(words, index)
  // A capital that a sentence gave to its first word is no sign of a name.
  return run.first === run.last && words[index]!.isFirst ? nounRun(words, index) : withArticle(words, run)
}

/** Inside a sentence, “The” with a capital belongs to the name: “seen by The Tolland Argus”. */
const withArticle = (words: readonly PhraseWord[], { first, last }: Run): Run => {
  const before = words[first]!.isLinked ? words[first - 1] : undefined
  return before?.isCapital && !before.isFirst && DETERMINERS.has(before.lower)
    ? { first: first - 1, last }
    : { first, last }
}

/** Words on which a stop belongs to the name: “Robert Downey Jr.”, “Acme Inc.” */
const ABBREVIATED = /^(?:Jr|Sr|Inc|Corp|Ltd|Co|Bros)$/

function intervalOf(text: string, words: readonly PhraseWord[], { first, last }: Run): Interval {
  const { end, written } = words[last]!
  return { start: words[first]!.start, end: text[end] === '.' && ABBREVIATED.test(written) ? end + 1 : end }
}
