import { readBareAmount, readKnownUnit, type Amount } from './bare-amount'
import { scaled } from './digits'
import { isBeforeContent } from './surroundings'
import { isDash, isGlued, signOf, wordOf, type Tokens } from './tokens'
import { SMALLER, type Unit } from './units'

/** Two amounts of one unit, the second the greater; or a score, the second the smaller and nothing counted by it. */
export interface Range {
  readonly low: Amount
  readonly high: Amount
  readonly unit?: Unit
  readonly score: boolean
}

/** The range that a first amount begins, or that follows “between”. */
export function readRange(tokens: Tokens, at: number, first: Amount, between: boolean): Range | undefined {
  const unit = readKnownUnit(tokens, first)
  const join = joinOf(tokens, unit?.to ?? first.to, between)
  if (!join || first.value === undefined || (join.word === 'to' && isChange(tokens, at))) return undefined
  const second = readBareAmount(tokens, join.to, true)
  if (second?.value === undefined) return undefined
  if (join.word === 'or' && (unit || first.quantity.spelled !== second.quantity.spelled)) return undefined
  const low = withScaleOf(second, first)
  const pair = inOneUnit(tokens, low, unit, second)
  if (pair && pair.low.value! < pair.high.value!) return { ...pair, score: false }
  return isScore(tokens, first, second, join) ? { low: first, high: second, score: true } : undefined
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

/** “from 5 to 7 percent” tells of a change as often as of a range. */
const isChange = (tokens: Tokens, at: number): boolean =>
  wordOf(tokens, at - 1) === 'from' &&
  !/^(ranging|ranges|ranged|range|anywhere|ages|aged)$/.test(wordOf(tokens, at - 2))

/** 2 to 3 million begin at two million, but 500 to 1 million at five hundred. */
function withScaleOf(second: Amount, first: Amount): Amount {
  const { exponent } = second.quantity
  if (first.quantity.exponent > 0 || exponent === 0) return first
  const value = scaled(first.value!, exponent)
  return value < second.value! ? { ...first, value } : first
}

type Pair = Omit<Range, 'score'>

/** Both in the unit of the second, or of the first where that is smaller: 9 months to 5 years are 9 to 60 months. */
function inOneUnit(tokens: Tokens, low: Amount, unit: Unit | undefined, high: Amount): Pair | undefined {
  const last = readKnownUnit(tokens, high)
  if (!unit) return high.currency === undefined ? { low, high, ...(last ? { unit: last } : {}) } : undefined
  if (last?.name === unit.name) return { low, high, unit: last }
  if (!last) return low.currency === undefined ? undefined : { low, high, unit: { ...unit, to: high.to } }
  const smaller = SMALLER[last.name]
  if (last.kind !== 'duration' || smaller?.unit !== unit.name) return undefined
  return { low, high: { ...high, value: high.value! * smaller.times }, unit: { ...unit, to: last.to } }
}

/** “5–4”, “five to four”: the greater number first, and nothing after it that either would count. */
function isScore(tokens: Tokens, first: Amount, second: Amount, { word }: Join): boolean {
  if (word !== '–' && word !== 'to') return false
  const bare = [first, second].every(
    (amount) => amount.quantity.exponent === 0 && !amount.signed && !readKnownUnit(tokens, amount),
  )
  return bare && first.value! >= second.value! && (word === '–' || !isBeforeContent(tokens, second.to))
}
