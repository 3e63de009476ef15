import type { Interval } from '../../base/intervals'
import {
  ABBREVIATED_TITLES,
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  REPORTING_VERBS,
} from './closed-classes'
import { lineAt } from './quotations'
import { wordAt } from './words'

/** Between the parts of a name: “Bank of England”, “Ursula von der Leyen”. */
const PARTICLES = new Set([
  'of',
  'de',
  'der',
  'den',
  'von',
  'van',
  'da',
  'di',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'and',
  'for',
  'the',
])

/**
 * The name or noun phrase at the caret. A capitalised word takes the capitalised words beside it, with the particles,
 * initials and titles between them; a lower-case word takes the words around it up to a verb, a preposition, a
 * conjunction or a mark, and the determiner before it. A possessive ending is left out. Undefined beside all words.
 */
export function nameAt(text: string, caret: number): Interval | undefined {
  const word = wordAt(text, caret)
  if (!word) return undefined
  const line = lineAt(text, caret)
  return withoutPossessive(
    text,
    isCapital(wordIn(text, word)) ? nameOf(text, line, word) : phraseOf(text, line, word),
  )
}

const wordIn = (text: string, { start, end }: Interval): string => text.slice(start, end)
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)
const joins = (gap: string): boolean => /^(?: |\.? |-|’|\. ?)$/.test(gap)

function nameOf(text: string, line: Interval, word: Interval): Interval {
  let { start, end } = word
  for (let last = word; ;) {
    const next = neighbour(text, line, last, 1)
    if (!next || !isLinked(text, last.end, next.start, wordIn(text, last))) break
    const beyond = isCapital(wordIn(text, next)) ? next : acrossParticles(text, line, next, 1)
    if (!beyond) break
    end = beyond.end
    last = beyond
  }
  for (let first = word; ;) {
    const before = neighbour(text, line, first, -1)
    if (!before || !isLinked(text, before.end, first.start, wordIn(text, before))) break
    const beyond = isCapital(wordIn(text, before)) ? before : acrossParticles(text, line, before, -1)
    if (!beyond || isOpening(text, beyond, first)) break
    start = beyond.start
    first = beyond
  }
  return { start, end }
}

/** A word that has its capital from the beginning of a sentence, such as “The” or “In”, is no part of a name. */
function isOpening(text: string, word: Interval, next: Interval): boolean {
  const written = wordIn(text, word).toLowerCase()
  const isFunction =
    DETERMINERS.has(written) ||
    PREPOSITIONS.has(written) ||
    CONJUNCTIONS.has(written) ||
    PRONOUNS.has(written)
  return isFunction && next.start > word.start
}

/** Whether two words stand together: a full stop between them must belong to a title or an initial. */
function isLinked(text: string, from: number, to: number, before: string): boolean {
  const gap = text.slice(from, to)
  if (!joins(gap)) return false
  return !gap.includes('.') || before.length === 1 || ABBREVIATED_TITLES.has(before.toLowerCase())
}

/** The capitalised word behind one or two particles. */
function acrossParticles(text: string, line: Interval, word: Interval, step: 1 | -1): Interval | undefined {
  let at: Interval | undefined = word
  for (let count = 0; count < 3 && at; count++) {
    if (!PARTICLES.has(wordIn(text, at))) return count > 0 && isCapital(wordIn(text, at)) ? at : undefined
    const next: Interval | undefined = neighbour(text, line, at, step)
    const gap: string | undefined =
      next && (step > 0 ? text.slice(at.end, next.start) : text.slice(next.end, at.start))
    at = gap === ' ' ? next : undefined
  }
  return undefined
}

function phraseOf(text: string, line: Interval, word: Interval): Interval {
  if (ends(wordIn(text, word)) && !DETERMINERS.has(wordIn(text, word).toLowerCase())) return word
  let { start, end } = word
  for (let last = word; ;) {
    const next = neighbour(text, line, last, 1)
    if (!next || text.slice(last.end, next.start) !== ' ' || ends(wordIn(text, next))) break
    end = next.end
    last = next
  }
  for (let first = word; ;) {
    const before = neighbour(text, line, first, -1)
    if (!before || text.slice(before.end, first.start) !== ' ') break
    const written = wordIn(text, before).toLowerCase()
    const isDeterminer = DETERMINERS.has(written)
    if (ends(written) && !isDeterminer) break
    start = before.start
    first = before
    if (isDeterminer) break
  }
  return { start, end }
}

/** Whether a word ends the noun phrase beside it. */
function ends(word: string): boolean {
  const written = word.toLowerCase()
  return [AUXILIARIES, COMMON_VERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, REPORTING_VERBS].some(
    (set) => set.has(written),
  )
}

const FAR = 64 // units: the next word of a name is never further away

/** The word of the line after or before another one. */
function neighbour(text: string, line: Interval, word: Interval, step: 1 | -1): Interval | undefined {
  if (step > 0) {
    const gap = /^[^\p{L}\p{N}]*/u.exec(text.slice(word.end, Math.min(line.end, word.end + FAR)))![0].length
    const start = word.end + gap
    return start < line.end ? wordAt(text, start) : undefined
  }
  const gap = /[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(line.start, word.start - FAR), word.start))![0]
    .length
  const end = word.start - gap
  const found = end > line.start ? wordAt(text, end - 1) : undefined
  return found && found.end <= word.start ? found : undefined
}

function withoutPossessive(text: string, { start, end }: Interval): Interval {
  const [ending] = /['’]s$/.exec(text.slice(start, end)) ?? ['']
  return { start, end: end - ending.length > start ? end - ending.length : end }
}
