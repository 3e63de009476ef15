import {
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  NUMBER_WORDS,
  PREPOSITIONS,
  PRONOUNS,
  REPORTING_VERBS,
} from './closed-classes'
import { type Run, isNameWord, isTime, nameRun } from './names'
import type { PhraseWord } from './phrase-words'

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Nouns for those whom articles let speak without a name. What follows them by “for”, “at” or “in” is theirs. */
const PERSONS = set(`
  spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople official officials officer officers minister
  ministers secretary director directors analyst analysts economist economists lawyer lawyers adviser advisers
  advisor advisors aide aides worker workers employee employees member members person people persons source sources
  witness witnesses researcher researchers professor professors scientist scientists expert experts diplomat
  diplomats executive executives manager managers engineer engineers trader traders investor investors lawmaker
  lawmakers resident residents doctor doctors nurse nurses representative representatives president chairman
  chairwoman chair governor mayor editor reporter reporters correspondent judge prosecutor prosecutors investigator
  investigators inspector inspectors auditor auditors head chief leader leaders owner owners author authors
  statistician statisticians customers passengers farmers teacher teachers student students`)
const AFTER_PERSONS = set('for at in from with within on to')
/** What may follow a noun before its preposition: “people familiar with the talks”. */
const BEHIND_NOUNS: Readonly<Record<string, string>> = {
  familiar: 'with',
  close: 'to',
  briefed: 'on',
  involved: 'in',
  aware: 'of',
  present: 'at',
  knowledgeable: 'about',
  working: 'on',
}
const NO_ADVERBS = set(`
  family supply assembly ally monopoly early elderly daily weekly monthly yearly friendly likely only belly rally
  reply anomaly italy july fly bully lonely deadly costly`)

/**
 * The noun phrase around the word at `index`: to the left up to a determiner, which belongs to it; to the right up to
 * a word that no noun phrase has, and beyond it over “of …”, and behind persons over “for …”, “familiar with …” and the
 * like. Guessed from the closed classes and from endings; a single word when nothing beside it fits.
 */
export function nounRun(words: readonly PhraseWord[], index: number): Run {
  const own = words[index]!
  const isDeterminer = isArticle(own)
  if (!isDeterminer && isStop(words, index)) return { first: index, last: index }
  const last = rightEnd(words, index)
  const first = isDeterminer ? index : leftEnd(words, index)
  return { first, last: own.isPossessive ? index : withComplements(words, first, last) }
}

/** The larger noun phrase to which the run belongs by a preposition: “a spokesman for [the ministry]”. */
export function aroundRun(words: readonly PhraseWord[], run: Run): Run | undefined {
  const preposition = words[run.first - 1]
  if (!preposition || !words[run.first]!.isLinked || !PREPOSITIONS.has(preposition.lower)) return undefined
  const noun = Object.values(BEHIND_NOUNS).includes(preposition.lower) && words[run.first - 2]
  const at = run.first - (noun && BEHIND_NOUNS[noun.lower] === preposition.lower ? 3 : 2)
  if (at < 0 || !preposition.isLinked || isStop(words, at)) return undefined
  const around = nounRun(words, at)
  return around.first < run.first && around.last >= run.last ? around : undefined
}

function rightEnd(words: readonly PhraseWord[], index: number): number {
  let last = index
  for (let next = index + 1; next < words.length; next++) {
    const [word, before] = [words[next]!, words[last]!]
    if (!word.isLinked || (before.isPossessive && last === index) || isArticle(word) || isStop(words, next))
      break
    if (isAdverb(word) && !isArticle(before)) break
    if (word.isCapital && !isArticle(before) && !before.isCapital && !PERSONS.has(before.lower)) break
    last = next
  }
  // “people familiar” without what they are familiar with is no phrase.
  return last > index && BEHIND_NOUNS[words[last]!.lower] && !isComplement(words, last) ? last - 1 : last
}

function leftEnd(words: readonly PhraseWord[], index: number): number {
  let first = index
  while (first > 0 && words[first]!.isLinked) {
    const before = words[first - 1]!
    if (isArticle(before)) return isCounted(before) ? leftOfNumber(words, first - 1) : first - 1
    if (isStop(words, first - 1) || isAdverb(before)) break
    first--
  }
  return first
}

/** A number may have a determiner before it: “the 24 people”, “some 240 ships”. */
function leftOfNumber(words: readonly PhraseWord[], number: number): number {
  const before = words[number - 1]
  return before && words[number]!.isLinked && DETERMINERS.has(before.lower) && before.lower !== 'that'
    ? number - 1
    : number
}

function withComplements(words: readonly PhraseWord[], first: number, last: number): number {
  let end = last
  for (let count = 0; count < 2; count++) {
    const at = isComplement(words, end) ? end + 2 : undefined
    if (at === undefined || !words.slice(first, end + 1).some((word) => !isArticle(word))) return end
    end = isNameWord(words, at) ? nameRun(words, at).last : afterArticle(words, at)
  }
  return end
}

/** The end of the noun phrase that begins at `index`, which may be a determiner before a name. */
function afterArticle(words: readonly PhraseWord[], index: number): number {
  const next = isArticle(words[index]!) ? index + 1 : index
  if (words[next]?.isLinked && isNameWord(words, next) && !isNoun(words, next + 1))
    return nameRun(words, next).last
  let end = rightEnd(words, index)
  while (words[end]!.isPossessive && words[end + 1]?.isLinked && !isStop(words, end + 1))
    end = rightEnd(words, end + 1)
  return end
}

const isNoun = (words: readonly PhraseWord[], index: number): boolean => {
  const word = words[index]
  return word !== undefined && word.isLinked && !word.isCapital && !isArticle(word) && !isStop(words, index)
}

/** Whether a preposition with its noun phrase follows the word at `index` and belongs to it. */
function isComplement(words: readonly PhraseWord[], index: number): boolean {
  const [word, preposition, next] = [words[index]!, words[index + 1], words[index + 2]]
  if (!preposition?.isLinked || !next?.isLinked || word.isPossessive || isTime(words, index + 2)) return false
  if (isStop(words, index + 2) && !isArticle(next)) return false
  const { lower } = preposition
  return (
    (lower === 'of' && !isArticle(word)) ||
    BEHIND_NOUNS[word.lower] === lower ||
    (PERSONS.has(word.lower) && AFTER_PERSONS.has(lower) && !/^\p{N}/u.test(next.written))
  )
}

/** What begins a noun phrase: a determiner or a number. “That” is taken for the conjunction. */
const isArticle = ({ lower, written }: PhraseWord): boolean =>
  (DETERMINERS.has(lower) && lower !== 'that') || isCounted({ lower, written })

const isCounted = ({ lower, written }: Pick<PhraseWord, 'lower' | 'written'>): boolean =>
  NUMBER_WORDS.has(lower) || /^\p{N}[\p{N}.,]*$/u.test(written)

const isAdverb = ({ lower }: PhraseWord): boolean => /..ly$/.test(lower) && !NO_ADVERBS.has(lower)

/** Whether no noun phrase goes over this word. A verb right behind a determiner is a noun: “the report”. */
function isStop(words: readonly PhraseWord[], index: number): boolean {
  const word = words[index]!
  const before = word.isLinked ? words[index - 1] : undefined
  if (PRONOUNS.has(word.lower) || PREPOSITIONS.has(word.lower) || CONJUNCTIONS.has(word.lower)) return true
  if (isTime(words, index)) return true
  const isNamed = before !== undefined && (isArticle(before) || before.isPossessive)
  if (AUXILIARIES.has(word.lower)) return !(isNamed && word.lower === 'will')
  if (REPORTING_VERBS.has(word.lower) || COMMON_VERBS.has(word.lower)) return !isNamed
  if (/[^e]ed$/.test(word.lower) && word.lower.length > 4) {
    const next = words[index + 1]
    return !isNamed && !(BEHIND_NOUNS[word.lower] !== undefined && next?.lower === BEHIND_NOUNS[word.lower])
  }
  return /..ing$/.test(word.lower) && isFollowedByObject(words, index)
}

/** “officials investigating the spill”, beside the “operating officer”. */
function isFollowedByObject(words: readonly PhraseWord[], index: number): boolean {
  const [word, next] = [words[index]!, words[index + 1]]
  if (BEHIND_NOUNS[word.lower] !== undefined && next?.lower === BEHIND_NOUNS[word.lower]) return false
  return (
    !next?.isLinked ||
    isArticle(next) ||
    next.isCapital ||
    PREPOSITIONS.has(next.lower) ||
    PRONOUNS.has(next.lower)
  )
}
