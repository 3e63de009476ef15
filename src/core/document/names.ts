import type { PhraseWord } from './phrase-words'
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

/** From one word of the list to another, both included. */
export interface Run {
  readonly first: number
  readonly last: number
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Small words inside names of persons: “Ursula von der Leyen”. */
const PARTICLES = set(
  'von van der den de la le du di da do del della dos das bin ibn al el ter ten zu zur y e',
)
/** What has its name by “of”: “Bank of England”, “University of Saltby”, “Secretary of State”. */
const NAMED_BY_OF = set(`
  bank university college institute school academy museum department ministry office bureau board commission council
  committee chamber court house association society federation union league church bishop archbishop duke duchess
  earl prince princess king queen kingdom republic state states city town county port sound gulf bay isle island
  strait cape mount minister secretary president mayor governor chancellor speaker director head chief leader bank’s
  trust fund order army college faculty centre center district province region`)
/** What has its name by “for”: “Institute for Field Epidemiology”. Their names may also go on with “and”. */
const NAMED_BY_FOR = set(`
  institute centre center centers office department ministry minister secretary council committee commission
  association agency foundation fund campaign coalition movement network society school alliance organization
  organisation bureau authority union trust`)

const TIMES = set(`
  monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
  november december jan feb apr jun jul aug sep sept oct nov dec`)
/** Names of months that are names of persons as well, and what stands before them when they are months. */
const MAYBE_TIMES = set('march may april june august')
const BEFORE_TIMES = set(
  'in on of since until till by from late early mid last next this to before after through',
)

const FUNCTION_WORDS = [DETERMINERS, NUMBER_WORDS, PRONOUNS, PREPOSITIONS, CONJUNCTIONS]
const VERBS = [AUXILIARIES, REPORTING_VERBS, COMMON_VERBS]

/** Whether the word at `index` is a day or a month rather than somebody. */
export function isTime(words: readonly PhraseWord[], index: number): boolean {
  const { lower, isCapital } = words[index]!
  if (!isCapital) return false
  if (!MAYBE_TIMES.has(lower)) return TIMES.has(lower)
  const [before, next] = [words[index - 1], words[index + 1]]
  return (
    /^\p{N}/u.test(next?.written ?? '') ||
    /^\p{N}/u.test(before?.written ?? '') ||
    BEFORE_TIMES.has(before?.lower ?? '')
  )
}

/**
 * Whether the word at `index` can be part of a name. One that has its capital from the beginning of a sentence is
 * not when it is a function word or a verb: “The”, “In”, “Citing”.
 */
export function isNameWord(words: readonly PhraseWord[], index: number): boolean {
  const word = words[index]
  if (!word?.isCapital || word.written === 'I' || isTime(words, index)) return false
  return !word.isFirst || ![...FUNCTION_WORDS, ...VERBS].some((list) => list.has(word.lower))
}

/**
 * The run of capitalised words around the one at `index`, with titles and initials, the particles between them, and
 * “of”, “for” and “and” where the word before is of a kind that has its name that way.
 */
export function nameRun(words: readonly PhraseWord[], index: number): Run {
  let [first, last] = [index, index]
  for (let next = stepRight(words, last); next !== undefined; next = stepRight(words, last)) last = next
  for (let next = stepLeft(words, first); next !== undefined; next = stepLeft(words, first)) first = next
  return { first, last }
}

function stepRight(words: readonly PhraseWord[], from: number): number | undefined {
  for (let at = from + 1; at <= from + 4 && at < words.length; at++) {
    if (!words[at]!.isLinked || words[at - 1]!.isPossessive) return undefined
    if (isNameWord(words, at)) return joins(words, from, at) ? at : undefined
  }
  return undefined
}

function stepLeft(words: readonly PhraseWord[], from: number): number | undefined {
  for (let at = from - 1; at >= from - 4 && at >= 0; at--) {
    if (!words[at + 1]!.isLinked || words[at]!.isPossessive) return undefined
    if (isNameWord(words, at)) return joins(words, at, from) ? at : undefined
  }
  return undefined
}

/** Whether the small words between two capitalised ones make one name of them. */
function joins(words: readonly PhraseWord[], left: number, right: number): boolean {
  const between = words.slice(left + 1, right).map(({ lower }) => lower)
  const small = between.join(' ')
  if (between.every((word) => PARTICLES.has(word))) return true
  const { lower } = words[left]!
  if (small === 'of' || small === 'of the') return NAMED_BY_OF.has(lower) || standsAlone(words, left)
  if (small === 'for' || small === 'for the') return NAMED_BY_FOR.has(lower)
  if (small === 'and') return isNamedAtLength(words, left)
  return false
}

/** A single capitalised word in the middle of a sentence, like the “Sound” of Erray. */
const standsAlone = (words: readonly PhraseWord[], index: number): boolean =>
  !words[index]!.isFirst && !(words[index]!.isLinked && isNameWord(words, index - 1))

/** Whether the name goes on behind an “and”: “Department of Health and Human Services”. */
function isNamedAtLength(words: readonly PhraseWord[], index: number): boolean {
  let at = index
  while (at > 0 && isNameWord(words, at) && words[at]!.isLinked) at--
  return (
    (words[at]!.lower === 'of' || words[at]!.lower === 'for') && NAMED_BY_FOR.has(words[at - 1]?.lower ?? '')
  )
}
