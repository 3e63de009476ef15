import { scaled } from './digits'
import { isHyphen, wordOf, type Tokens } from './tokens'

const row = (words: string, from: number, step = 1): [string, number][] =>
  words.split(' ').map((word, index) => [word, from + index * step])

const ONES = new Map(row('one two three four five six seven eight nine', 1))
const TEENS = new Map(
  row('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
)
export const TENS: ReadonlyMap<string, number> = new Map(
  row('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
)

/** Every word that a number may begin with. */
export const NUMBER_STARTS: readonly string[] = [ONES, TEENS, TENS]
  .flatMap((words) => [...words.keys()])
  .concat('zero', 'a', 'an', 'half')

/** Powers of ten that are words of their own. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
])

/** A number in words, the power of ten that ends it (0 when none does), and the index after it. */
export interface Spelled {
  readonly to: number
  readonly value: number
  readonly exponent: number
}

/** A number in words: “nine”, “twenty-one”, “two hundred and forty”, “a dozen”, “half a million”, “two and a half”. */
export const readSpelled = (tokens: Tokens, at: number): Spelled | undefined =>
  readPartOfScale(tokens, at) ?? readDozens(tokens, at) ?? readGroups(tokens, at) ?? readZero(tokens, at)

export const isArticle = (word: string): boolean => word === 'a' || word === 'one'

const readZero = (tokens: Tokens, at: number): Spelled | undefined =>
  wordOf(tokens, at) === 'zero' ? { to: at + 1, value: 0, exponent: 0 } : undefined

/** Half a million; a quarter of a million. */
function readPartOfScale(tokens: Tokens, at: number): Spelled | undefined {
  const half = wordOf(tokens, at) === 'half'
  const quarter = isArticle(wordOf(tokens, at)) && wordOf(tokens, at + 1) === 'quarter'
  if (!half && !(quarter && wordOf(tokens, at + 2) === 'of')) return undefined
  const article = half ? (wordOf(tokens, at + 1) === 'of' ? at + 2 : at + 1) : at + 3
  if (wordOf(tokens, article) !== 'a') return undefined
  const part = half ? 0.5 : 0.25
  const scale = wordOf(tokens, article + 1)
  if (scale === 'dozen') return { to: article + 2, value: part * 12, exponent: 0 }
  const exponent = SCALES.get(scale)
  return exponent === undefined ? undefined : { to: article + 2, value: scaled(part, exponent), exponent }
}

function readDozens(tokens: Tokens, at: number): Spelled | undefined {
  const many = wordOf(tokens, at) === 'a' ? { to: at + 1, value: 1 } : readSmall(tokens, at)
  if (!many || wordOf(tokens, many.to) !== 'dozen') return undefined
  return { to: many.to + 1, value: many.value * 12, exponent: 0 }
}

/** Groups of hundreds, each before a lower power of ten: “three thousand two hundred”. */
function readGroups(tokens: Tokens, at: number): Spelled | undefined {
  let sum = readGroup(tokens, at, Infinity)
  while (sum && sum.exponent >= 3) {
    const next = afterAnd(tokens, sum.to, (from) => readGroup(tokens, from, sum!.exponent))
    if (!next) break
    sum = { ...next, value: sum.value + next.value }
  }
  return sum
}

/** One group with its power of ten, which must be below `limit`: “two hundred and forty thousand”, “a million”. */
function readGroup(tokens: Tokens, at: number, limit: number): Spelled | undefined {
  const article = wordOf(tokens, at) === 'a' ? { to: at + 1, value: 1, exponent: 0 } : undefined
  const whole = readHundreds(tokens, at) ?? article
  if (!whole) return undefined
  const group = article === whole ? whole : withPart(tokens, whole)
  const scale = joined(tokens, group.to)
  const exponent = SCALES.get(wordOf(tokens, scale))
  if (exponent !== undefined && exponent >= 3 && exponent < limit)
    return { to: scale + 1, value: scaled(group.value, exponent), exponent }
  return group === article ? undefined : group
}

/** “forty”, “a hundred”, “two hundred and forty”. */
function readHundreds(tokens: Tokens, at: number): Spelled | undefined {
  const small = readSmall(tokens, at)
  const many = small ?? (wordOf(tokens, at) === 'a' ? { to: at + 1, value: 1 } : undefined)
  const hundred = many && joined(tokens, many.to)
  if (hundred === undefined || wordOf(tokens, hundred) !== 'hundred')
    return small && { ...small, exponent: 0 }
  const value = many!.value * 100
  const rest = afterAnd(tokens, hundred + 1, (from) => readSmall(tokens, from))
  return rest
    ? { to: rest.to, value: value + rest.value, exponent: 0 }
    : { to: hundred + 1, value, exponent: 2 }
}

/** Tens and ones: “twenty-one”, “fourteen”, “six”. */
function readSmall(tokens: Tokens, at: number): Omit<Spelled, 'exponent'> | undefined {
  const word = wordOf(tokens, at)
  const small = ONES.get(word) ?? TEENS.get(word)
  if (small !== undefined) return { to: at + 1, value: small }
  const tens = TENS.get(word)
  if (tens === undefined) return undefined
  const after = joined(tokens, at + 1)
  const ones = ONES.get(wordOf(tokens, after))
  return ones === undefined ? { to: at + 1, value: tens } : { to: after + 1, value: tens + ones }
}

const PARTS = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
])

/** Adds “and a half”, “and a quarter”. */
export function withPart<T extends { readonly to: number; readonly value: number }>(
  tokens: Tokens,
  whole: T,
): T {
  if (wordOf(tokens, whole.to) !== 'and' || wordOf(tokens, whole.to + 1) !== 'a') return whole
  const part = PARTS.get(wordOf(tokens, whole.to + 2))
  return part === undefined ? whole : { ...whole, to: whole.to + 3, value: whole.value + part }
}

const afterAnd = <T>(tokens: Tokens, at: number, read: (from: number) => T | undefined): T | undefined =>
  read(wordOf(tokens, at) === 'and' && wordOf(tokens, at + 1) !== 'a' ? at + 1 : at)

/** Where the next word of a number is: a blank or a hyphen further on. */
const joined = (tokens: Tokens, at: number): number => (isHyphen(tokens, at) ? at + 1 : at)
