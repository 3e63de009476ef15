import { readCurrency, readCurrencyAfter } from './money'
import type { FigureKind } from '../parsed-figure'
import { readQuantity, type Quantity } from './quantity'
import { isInsideWord } from './surroundings'
import { isGlued, isNumber, signOf, type Tokens } from './tokens'
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
  const currency = readCurrencyAfter(tokens, amount.to)
  if (currency) return { ...currency, kind: 'money' }
  const single = amount.value !== undefined && Math.abs(amount.value) <= 1
  return readUnit(tokens, amount.to, { single, digits: !amount.quantity.spelled })
}

/** The kind of an amount without a unit: a whole number counts something, a decimal or signed one may be anything. */
export const kindOfBare = ({ value, signed, quantity }: Amount): FigureKind | undefined =>
  quantity.vague || (value !== undefined && Number.isInteger(value) && !signed) ? 'count' : undefined
