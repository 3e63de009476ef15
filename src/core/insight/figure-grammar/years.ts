import { readBareDigits, readYearNumber } from './dates'
import type { Reading } from '../parsed-figure'
import { SCALES } from './numerals'
import { readCurrencyAfter } from './money'
import { isDash, isGlued, isHyphen, isNumber, signOf, wordOf, type Tokens } from './tokens'
import { readUnit } from './units'
import { BETWEEN, isCounted } from './word-kinds'

/** A word before a number that makes it a year, whatever follows. */
const WHEN = /^(in|since|by|until|till|from|after|before|during|of|to|than|between)$/

/** A year, a decade or a range of years: “2024”, “1990s”, “2019–22”, “2019 to 2022”, “between 2019 and 2022”. */
export function readYears(tokens: Tokens, at: number, compared: boolean): Reading | undefined {
  const between = wordOf(tokens, at) === 'between'
  const from = between ? at + 1 : at
  const first = readYearNumber(tokens, from)
  if (!first) return undefined
  const decade = !between && readDecade(tokens, first)
  if (decade) return decade
  const last = readLast(tokens, first, between)
  if (last) return { to: last.to, figure: { value: first.number, high: last.number, kind: 'date' } }
  if (between || !isYear(tokens, at, first, compared)) return undefined
  return { to: first.to, figure: { value: first.number, kind: 'date' } }
}

interface Year {
  readonly to: number
  readonly number: number
}

function readDecade(tokens: Tokens, { to, number }: Year): Reading | undefined {
  if (number % 10 !== 0 || wordOf(tokens, to) !== 's' || !isGlued(tokens, to)) return undefined
  return { to: to + 1, figure: { value: number, high: number + 9, kind: 'date' } }
}

function readLast(tokens: Tokens, first: Year, between: boolean): Year | undefined {
  const joins = between
    ? wordOf(tokens, first.to) === 'and'
    : wordOf(tokens, first.to) === 'to' || isDash(tokens, first.to) || isSlash(tokens, first.to)
  if (!joins) return undefined
  const full = readYearNumber(tokens, first.to + 1)
  const short = isGlued(tokens, first.to) ? readBareDigits(tokens, first.to + 1, 2) : undefined
  const last = full ?? (short && { to: short.to, number: first.number - (first.number % 100) + short.number })
  if (!last || last.number <= first.number || isMeasured(tokens, last.to)) return undefined
  return isGlued(tokens, last.to) && tokens[last.to]!.kind === 'word' ? undefined : last
}

/** “2019/20” */
const isSlash = (tokens: Tokens, at: number): boolean =>
  signOf(tokens, at) === '/' && isGlued(tokens, at) && isGlued(tokens, at + 1)

/**
 * Four digits are a year unless something is measured or counted by them. “1850 dockers” are counted and “2024 prices”
 * are not; after “in” or “since” it is a year, and after a comparator it is none: “about 2000”, but “in about 2000”.
 */
function isYear(tokens: Tokens, at: number, { to, number }: Year, compared: boolean): boolean {
  if (isMeasured(tokens, to)) return false
  if (
    isGlued(tokens, to) &&
    (tokens[to]!.kind === 'word' || (isDash(tokens, to) && isNumber(tokens, to + 1)))
  )
    return false
  const when = compared ? isWhenBeforeComparator(tokens, at) : WHEN.test(wordOf(tokens, at - 1))
  if (when || compared) return when
  const noun = wordOf(tokens, BETWEEN.has(wordOf(tokens, to)) ? to + 1 : to)
  return !isCounted(noun) || (number >= 1900 && noun.endsWith('s'))
}

function isWhenBeforeComparator(tokens: Tokens, at: number): boolean {
  return wordOf(tokens, at - 1) === 'circa' || /^(in|since|by|until|from)$/.test(wordOf(tokens, at - 2))
}

function isMeasured(tokens: Tokens, at: number): boolean {
  if (SCALES.has(wordOf(tokens, isHyphen(tokens, at) ? at + 1 : at))) return true
  return (
    (readUnit(tokens, at, { single: false, digits: false }) ?? readCurrencyAfter(tokens, at)) !== undefined
  )
}
