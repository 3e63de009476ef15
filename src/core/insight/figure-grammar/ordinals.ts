import { readDigits } from './digits'
import { TENS } from './numerals'
import type { Reading } from '../parsed-figure'
import { isGlued, isHyphen, isNumber, wordOf, type Tokens } from './tokens'

const WORDS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)
WORDS.set('thirtieth', 30).set('fortieth', 40).set('fiftieth', 50).set('hundredth', 100)

/** Every word that an ordinal may begin with, but for the tens of numbers. */
export const ORDINAL_STARTS: readonly string[] = [...WORDS.keys()]

const RANKED =
  /^(quarter|half|week|month|year|day|night|century|decade|anniversary|birthday|place|floor|grade|term|edition|consecutive|straight|successive|most|least|.{2,}est)$/
/** In the first week, day, round or year hardly anything is counted. */
const RANKED_FIRST = /^(quarter|half|century|decade|anniversary|place)$/

/** A place in an order: “80th”, “third quarter”, “fifth lowest”. In words it is weak without what is ranked. */
export function readOrdinal(tokens: Tokens, at: number): Reading | undefined {
  const typed = readTyped(tokens, at)
  const ordinal = typed ?? readWord(tokens, at)
  if (!ordinal) return undefined
  const { to, value } = ordinal
  const noun = isHyphen(tokens, to) ? to + 1 : isGlued(tokens, to) ? tokens.length : to
  const word = wordOf(tokens, noun)
  const ranked =
    (value === 1 && !typed ? RANKED_FIRST : RANKED).test(word) &&
    !/^(west|rest|best|test|interest)$/.test(word)
  if (ranked) return { to: noun + 1, figure: { value, unit: word, kind: 'ordinal' } }
  const figure = { value, kind: 'ordinal' } as const
  return typed ? { to, figure } : { to, figure, weak: true }
}

interface Ordinal {
  readonly to: number
  readonly value: number
}

function readTyped(tokens: Tokens, at: number): Ordinal | undefined {
  if (!isNumber(tokens, at) || !isGlued(tokens, at + 1) || !/^(st|nd|rd|th)$/.test(wordOf(tokens, at + 1)))
    return undefined
  const { value } = readDigits(tokens[at]!.raw)
  return value === undefined ? undefined : { to: at + 2, value }
}

function readWord(tokens: Tokens, at: number): Ordinal | undefined {
  const value = WORDS.get(wordOf(tokens, at))
  if (value !== undefined) return { to: at + 1, value }
  const tens = TENS.get(wordOf(tokens, at))
  const ones = tens !== undefined && isHyphen(tokens, at + 1) ? WORDS.get(wordOf(tokens, at + 2)) : undefined
  return ones !== undefined && ones < 10 ? { to: at + 3, value: tens! + ones } : undefined
}
