import { scaled } from './digits'
import { readCurrency, readCurrencyAfter } from './money'
import type { FigureKind } from '../parsed-figure'
import { readQuantity, type Quantity } from './quantity'
import { isInsideWord } from './surroundings'
import { isDash, isGlued, isNumber, signOf, wordOf, type Tokens } from './tokens'
import { readUnit, type Unit } from './units'

/** A number with its sign and the currency before it, of which the unit is still to be read. */
export interface Amount {
  readonly to: number
  readonly quantity: Quantity
  readonly value?: number
  readonly currency?: string
  readonly signed: boolean
}

/** An amount that begins at an index: “$3.2 million”, “−5”, “nine”. `joined` says that a dash before it is its own. */
export function readBareAmount(tokens: Tokens, at: number, joined = false): Amount | undefined {
  if (!joined && isInsideWord(tokens, at)) return undefined
  const outer = readSign(tokens, at, joined)
  const currency = readCurrency(tokens, outer.to)
  const inner = currency ? readSign(tokens, currency.to, true) : outer
  const number = currency ? inner.to : outer.to
  // A word of a currency is one only before digits: “USD 5”, and a sign only where nothing else comes first.
  if (currency && !isNumber(tokens, number)) return undefined
  const quantity = readQuantity(tokens, number, currency !== undefined)
  if (!quantity) return undefined
  const signed = outer.signed || inner.signed
  const value =
    quantity.value === undefined ? undefined : outer.times * (currency ? inner.times : 1) * quantity.value
  return {
    to: quantity.to,
    quantity,
    ...(value === undefined ? {} : { value }),
    ...(currency ? { currency: currency.name } : {}),
    signed,
  }
}

function readSign(
  tokens: Tokens,
  at: number,
  joined: boolean,
): { to: number; times: number; signed: boolean } {
  const sign = signOf(tokens, at)
  const free = (joined || !isGlued(tokens, at) || tokens[at - 1]?.kind === 'sign') && isGlued(tokens, at + 1)
  if (!free || !/^[-−+]$/.test(sign)) return { to: at, times: 1, signed: false }
  return { to: at + 1, times: sign === '+' ? 1 : -1, signed: true }
}

/** The unit of an amount that a table knows, of currencies also those that stand before it. */
export function readKnownUnit(tokens: Tokens, amount: Amount): Unit | undefined {
  if (amount.currency !== undefined) return { to: amount.to, kind: 'money', name: amount.currency }
  const single = amount.value !== undefined && Math.abs(amount.value) <= 1
  const unit = readUnit(tokens, amount.to, { single, digits: !amount.quantity.spelled })
  if (unit) return unit
  const currency = readCurrencyAfter(tokens, amount.to)
  return currency && { ...currency, kind: 'money' }
}

/** Two amounts of one unit, the second the greater; or a score, the second the smaller and no unit with it. */
export interface Range {
  readonly low: Amount
  readonly high: Amount
  readonly unit?: Unit
  readonly score: boolean
}

/** The range that a first amount begins, or that follows “between”. */
export function readRange(tokens: Tokens, at: number, first: Amount, between: boolean): Range | undefined {
  const unit = readKnownUnit(tokens, first)
  const end = unit?.to ?? first.to
  const join = joinOf(tokens, end, between)
  // “from 5 to 7 percent” tells of a change as often as of a range.
  const change =
    wordOf(tokens, at - 1) === 'from' &&
    !/^(ranging|ranges|ranged|range|anywhere|ages|aged)$/.test(wordOf(tokens, at - 2))
  if (!join || (join.word === 'to' && change)) return undefined
  const second = readBareAmount(tokens, join.to, true)
  if (second?.value === undefined || first.value === undefined) return undefined
  if (join.word === 'or' && (unit !== undefined || first.quantity.spelled !== second.quantity.spelled))
    return undefined
  const last = readKnownUnit(tokens, second)
  if (unit && !(last?.name === unit.name || (first.currency !== undefined && !last))) return undefined
  if (!unit && second.currency !== undefined) return undefined
  return ordered(first, second, last ?? (unit && { ...unit, to: second.to }), join.word === '–')
}

interface Join {
  readonly to: number
  readonly word: string
}

function joinOf(tokens: Tokens, at: number, between: boolean): Join | undefined {
  if (between) return wordOf(tokens, at) === 'and' ? { to: at + 1, word: 'and' } : undefined
  if (isDash(tokens, at)) return { to: at + 1, word: '–' }
  // “10- to 12-week”: the hyphen waits for the unit.
  const waiting = /^[-‐‑]$/.test(signOf(tokens, at)) && isGlued(tokens, at) ? at + 1 : at
  const word = wordOf(tokens, waiting)
  return word === 'to' || word === 'or' ? { to: waiting + 1, word } : undefined
}

function ordered(first: Amount, second: Amount, unit: Unit | undefined, dashed: boolean): Range | undefined {
  const { exponent } = second.quantity
  const shared = first.quantity.exponent === 0 && exponent > 0 ? scaled(first.value!, exponent) : first.value!
  const low = shared < second.value! ? shared : first.value!
  const range = { low: { ...first, value: low }, high: second, ...(unit ? { unit } : {}) }
  if (low < second.value!) return { ...range, score: false }
  const score = dashed && !unit && !first.signed && exponent === 0 && first.quantity.exponent === 0
  return score ? { ...range, score } : undefined
}

/** The kind of an amount without a unit: a whole number counts something, a decimal or signed one may be anything. */
export const kindOfBare = ({ value, signed, quantity }: Amount): FigureKind | undefined =>
  quantity.vague || (value !== undefined && Number.isInteger(value) && !signed) ? 'count' : undefined
