import { kindOfBare, readBareAmount, readKnownUnit, type Amount } from './bare-amount'
import { readRange, type Range } from './ranges'
import { readTrailing, type Comparison } from './comparators'
import { readRate } from './rates'
import { withPart } from './numerals'
import type { FigureKind, ParsedFigure, Reading } from '../parsed-figure'
import { isDefinite, isLabelled } from './surroundings'
import { isDash, isGlued, isHyphen, wordOf, type Tokens } from './tokens'
import { readUnit, SMALLER, type Unit } from './units'
import { BETWEEN, FUNCTION_WORDS, isCounted } from './word-kinds'

/** A number or range with what it counts or measures: percent, money, counts, durations. */
export function readAmount(tokens: Tokens, at: number, comparison?: Comparison): Reading | undefined {
  const between = wordOf(tokens, at) === 'between'
  const from = between ? at + 1 : at
  const first = readBareAmount(tokens, from)
  if (!first)
    return (
      readBelowZero(tokens, at) ??
      readOneOf(tokens, at, comparison?.place === undefined && comparison !== undefined)
    )
  const range = readRange(tokens, from, first, between)
  if (range?.score) return { to: range.high.to, figure: { kind: 'ratio' } }
  if (between && !range) return undefined
  const measured = range ? measuredRange(tokens, range) : measuredAmount(tokens, first)
  if (!measured) return undefined
  return complete(tokens, {
    ...measured,
    at: from,
    amount: range?.high ?? first,
    compared: comparison !== undefined,
  })
}

/** “minus 5 degrees” */
function readBelowZero(tokens: Tokens, at: number): Reading | undefined {
  const amount = wordOf(tokens, at) === 'minus' ? readBareAmount(tokens, at + 1) : undefined
  const unit = amount && readKnownUnit(tokens, amount)
  if (amount?.value === undefined || !unit || !/^(degrees|°[CF])$/.test(unit.name)) return undefined
  return withUnit({ value: -amount.value }, unit)
}

interface Measured {
  readonly to: number
  readonly figure: ParsedFigure
  /** Whether a table knows the unit, so that the number is no mere name or pointer. */
  readonly known: boolean
  readonly noun?: boolean
}

const values = (low: Amount, high?: Amount): ParsedFigure => ({
  ...(low.value === undefined ? {} : { value: low.value }),
  ...(high?.value === undefined ? {} : { high: high.value }),
})

function measuredRange(tokens: Tokens, { low, high, unit }: Range): Measured | undefined {
  return unit ? withUnit(values(low, high), unit) : withNoun(tokens, values(low, high), high)
}

function measuredAmount(tokens: Tokens, amount: Amount): Measured | undefined {
  const unit =
    readKnownUnit(tokens, amount) ?? (amount.quantity.vague ? readUnitOf(tokens, amount.to) : undefined)
  if (!unit) return withNoun(tokens, values(amount), amount)
  return withSmaller(tokens, amount, unit) ?? withUnit(values(amount), unit)
}

const withUnit = (figure: ParsedFigure, { to, name, kind }: Unit): Measured => ({
  to,
  known: true,
  figure: { ...figure, unit: name, ...kinded(kind) },
})
const kinded = (kind: FigureKind | undefined): ParsedFigure => (kind ? { kind } : {})

/** “millions of barrels”, “tens of millions of dollars”. */
function readUnitOf(tokens: Tokens, at: number): Unit | undefined {
  if (wordOf(tokens, at) !== 'of') return undefined
  return readKnownUnit(tokens, {
    to: at + 1,
    quantity: { to: at + 1, exponent: 0, spelled: true },
    signed: false,
  })
}

/** Durations in two units: “two hours and 40 minutes” are 160 minutes. */
function withSmaller(tokens: Tokens, { value }: Amount, unit: Unit): Measured | undefined {
  const smaller = unit.kind === 'duration' ? SMALLER[unit.name] : undefined
  if (!smaller || value === undefined) return undefined
  const rest = readBareAmount(tokens, wordOf(tokens, unit.to) === 'and' ? unit.to + 1 : unit.to)
  const small = rest && readKnownUnit(tokens, rest)
  if (small?.name !== smaller.unit || rest?.value === undefined) return undefined
  return withUnit({ value: value * smaller.times + rest.value }, small)
}

/** The noun that is counted, right after the number or a word such as “consecutive”; or what a hyphen joins to it. */
function withNoun(tokens: Tokens, figure: ParsedFigure, amount: Amount): Measured | undefined {
  const { to, quantity } = amount
  const bare = { to, known: false, figure: { ...figure, ...kinded(kindOfBare(amount)) } }
  if (isHyphen(tokens, to) && wordOf(tokens, to + 1)) return withHyphened(tokens, bare, quantity.spelled)
  if (isDash(tokens, to) && tokens[to + 1]!.kind !== 'sign')
    return tokens[to + 1]!.kind === 'word' ? bare : undefined
  if (isGlued(tokens, to) && tokens[to]!.kind !== 'sign') return undefined
  const of = quantity.vague && wordOf(tokens, to) === 'of' ? to + 1 : to
  const noun = BETWEEN.has(wordOf(tokens, of)) ? of + 1 : of
  const duration = noun > of ? readUnit(tokens, noun, { single: false, digits: false }) : undefined
  if (duration) return withUnit(figure, duration)
  return isNoun(tokens, noun) && amount.value !== 1
    ? {
        to: noun + 1,
        known: false,
        noun: true,
        figure: { ...figure, unit: wordOf(tokens, noun), kind: 'count' },
      }
    : bare
}

function isNoun(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word' || token.glued || token.raw !== token.lower || isHyphen(tokens, at + 1))
    return false
  return isCounted(token.lower)
}

/** After a number in words a hyphen makes many words that count nothing: “one-off”, “two-way”, “ten-sided”. */
const PARTS =
  /^(page|point|story|storey|man|woman|member|person|seat|bed|bedroom|room|part|step|volume|lane|nation|judge|team|game|goal|vote)$/

function withHyphened(tokens: Tokens, bare: Measured, spelled: boolean): Measured | undefined {
  const word = wordOf(tokens, bare.to + 1)
  if (TAILS.has(word) || word !== tokens[bare.to + 1]!.raw) return bare
  const counted = spelled ? PARTS.test(word) : !word.endsWith('ed') && !FUNCTION_WORDS.has(word)
  if (!counted || isHyphen(tokens, bare.to + 2)) return bare
  return { to: bare.to + 2, known: false, noun: true, figure: { ...bare.figure, unit: word, kind: 'count' } }
}

/** What a hyphen adds to a number and its unit, some of it a comparator: “15-year-old”, “5.5m-wide”, “80-odd”. */
const TAILS = new Map<string, ParsedFigure>([
  ...['old', 'olds', 'long', 'high', 'wide', 'deep', 'strong'].map((word) => [word, {}] as const),
  ['plus', { comparator: 'at-least' }],
  ['odd', { comparator: 'about' }],
])

interface Whole extends Measured {
  readonly at: number
  readonly amount: Amount
  readonly compared: boolean
}

/** Adds what may follow a unit, and says whether the whole is weak. */
function complete(tokens: Tokens, whole: Whole): Reading | undefined {
  const { figure, amount } = whole
  const tail = isHyphen(tokens, whole.to) ? TAILS.get(wordOf(tokens, whole.to + 1)) : undefined
  const after = tail ? whole.to + 2 : whole.to
  const rate = readRate(tokens, after, figure.kind)
  const trailing = readTrailing(tokens, rate.to)
  const to = trailing?.to ?? rate.to
  if (!tail && isGlued(tokens, to) && tokens[to]!.kind === 'word') return undefined
  if (isLabelled(tokens, whole.at) && !whole.known)
    return { to: amount.to, figure: amount.value === undefined ? {} : { value: amount.value }, weak: true }
  return {
    to,
    figure: {
      ...figure,
      ...tail,
      ...(rate.name ? { unit: `${figure.unit ?? ''}${rate.name}` } : {}),
      ...(trailing ? { comparator: trailing.comparator } : {}),
    },
    ...(isWeak(tokens, whole, to) ? { weak: true } : {}),
  }
}

/** Up to this a number in words alone, or after “the” or “his”, is more often known already than told. */
const SMALL = 12

/** Numbers in words point as often as they count: “one of them”, “the four”, “those two sides”. */
function isWeak(tokens: Tokens, { at, amount, compared, known, noun, figure }: Whole, to: number): boolean {
  const { spelled, vague, exponent } = amount.quantity
  if (isHyphen(tokens, to) && wordOf(tokens, to + 1)) return !known
  if (!spelled || vague || exponent > 0) return false
  if (figure.value === 1 && figure.high === undefined) return !known || isDefinite(tokens, at)
  if (known || compared || wordOf(tokens, amount.to - 1) === 'dozen') return false
  return figure.value! <= SMALL && (!noun || isDefinite(tokens, at))
}

/** “about a month”, “an hour and a half”: with a comparator or a part of it the article is a number. */
function readOneOf(tokens: Tokens, at: number, compared: boolean): Reading | undefined {
  if (!/^an?$/.test(wordOf(tokens, at))) return undefined
  const amount: Amount = {
    to: at + 1,
    quantity: { to: at + 1, exponent: 0, spelled: true },
    value: 1,
    signed: false,
  }
  const unit = readKnownUnit(tokens, amount)
  if (!unit) return undefined
  const whole = withPart(tokens, { to: unit.to, value: 1 })
  if (!compared && whole.value === 1) return undefined
  return complete(tokens, {
    ...withUnit({ value: whole.value }, { ...unit, to: whole.to }),
    at,
    amount,
    compared: true,
  })
}
