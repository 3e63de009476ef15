import { readYearNumber } from './dates'
import { isArticle, readSpelled } from './numerals'
import type { Reading } from '../parsed-figure'
import { readQuantity, readTypedFraction } from './quantity'
import { isBeforeContent } from './surroundings'
import { isGlued, isHyphen, isNumber, signOf, wordOf, type Tokens } from './tokens'
import { readUnit } from './units'

/** A share or proportion: “a third”, “two-thirds”, “half”, “one in five”, “nine out of 10”, “3/4”, “3:1”, “5x”. */
export function readRatio(tokens: Tokens, at: number): Reading | undefined {
  const fraction = readFraction(tokens, at)
  if (fraction) return ofUnit(tokens, fraction)
  return (
    readOneIn(tokens, at) ??
    readTypedFractionAlone(tokens, at) ??
    readProportion(tokens, at) ??
    readTimes(tokens, at)
  )
}

interface Fraction {
  readonly to: number
  readonly value: number
}

const ratio = ({ to, value }: Fraction): Reading => ({ to, figure: { value, kind: 'ratio' } })

const DENOMINATORS = new Map([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['twelfth', 12],
  ['sixteenth', 16],
  ['twentieth', 20],
  ['hundredth', 100],
  ['thousandth', 1000],
])

function readFraction(tokens: Tokens, at: number): Fraction | undefined {
  const spelled = readSpelled(tokens, at)
  if (wordOf(tokens, at) === 'half')
    return !spelled && isHalf(tokens, at) ? { to: at + 1, value: 0.5 } : undefined
  const article = /^(a|an|one)$/.test(wordOf(tokens, at))
  const over = article ? { to: at + 1, value: 1 } : spelled
  // Half a million and a quarter of a million are numbers.
  if (!over || (article && spelled && spelled.to > at + 2)) return undefined
  const denominator = isHyphen(tokens, over.to) ? over.to + 1 : over.to
  const word = wordOf(tokens, denominator)
  if (over.value === 1) {
    const under = DENOMINATORS.get(word)
    // “a third week” is the third of them; “a quarter past twelve” a time.
    const joined = denominator > over.to
    const alone = !isHyphen(tokens, denominator + 1) && (joined || !isBeforeContent(tokens, denominator + 1))
    return under !== undefined && alone && wordOf(tokens, denominator + 1) !== 'past'
      ? { to: denominator + 1, value: 1 / under }
      : undefined
  }
  const under = word.endsWith('s') ? DENOMINATORS.get(word.slice(0, -1)) : undefined
  // Other numbers of quarters are parts of years.
  if (under === undefined || over.value >= under || (word === 'quarters' && over.value !== 3))
    return undefined
  return { to: denominator + 1, value: over.value / under }
}

const isHalf = (tokens: Tokens, at: number): boolean =>
  !isHyphen(tokens, at + 1) &&
  wordOf(tokens, at + 1) !== 'past' &&
  !/^(first|second|other)$/.test(wordOf(tokens, at - 1))

/** A part of a unit is measured in it: “half an hour”, “a quarter of a point”, “two thirds of a percentage point”. */
function ofUnit(tokens: Tokens, fraction: Fraction): Reading {
  const of = wordOf(tokens, fraction.to) === 'of'
  const article = of ? fraction.to + 1 : fraction.to
  const one = /^(a|an)$/.test(wordOf(tokens, article)) || (of && isOne(tokens, article))
  const unit =
    one && (of || fraction.value === 0.5)
      ? readUnit(tokens, article + 1, { single: true, digits: false })
      : undefined
  if (!unit) return ratio(fraction)
  const { to, name, kind } = unit
  return { to, figure: { value: fraction.value, unit: name, ...(kind ? { kind } : {}) } }
}

const isOne = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.raw === '1' || isArticle(wordOf(tokens, at))

/** “one in five”, “nine out of 10”, “two of every three”, “10 per 100,000”; but not “three in 2019” or “4 in 10 days”. */
function readOneIn(tokens: Tokens, at: number): Reading | undefined {
  const part = readQuantity(tokens, at)
  if (!part?.value) return undefined
  const join = joinOf(tokens, part.to)
  const whole = join === undefined || readYearNumber(tokens, join) ? undefined : readQuantity(tokens, join)
  if (!whole?.value || part.value >= whole.value || !Number.isInteger(whole.value)) return undefined
  if (isGlued(tokens, whole.to) && tokens[whole.to]!.kind !== 'sign') return undefined
  const unit = readUnit(tokens, whole.to, { single: true, digits: true })
  return unit ? undefined : ratio({ to: whole.to, value: part.value / whole.value })
}

function joinOf(tokens: Tokens, at: number): number | undefined {
  const [first, second] = [wordOf(tokens, at), wordOf(tokens, at + 1)]
  if (first === 'per') return isNumber(tokens, at + 1) ? at + 1 : undefined
  if (first === 'of' && second === 'every') return at + 2
  const out = first === 'out' && second === 'of'
  if (!out && first !== 'in') return undefined
  const to = out ? at + 2 : at + 1
  return wordOf(tokens, to) === 'every' ? to + 1 : to
}

function readTypedFractionAlone(tokens: Tokens, at: number): Reading | undefined {
  const fraction = readTypedFraction(tokens, at)
  return fraction && !readUnit(tokens, fraction.to, { single: true, digits: true })
    ? ratio(fraction)
    : undefined
}

/** “3:1”, of which the times of day have been taken. */
function readProportion(tokens: Tokens, at: number): Reading | undefined {
  if (signOf(tokens, at + 1) !== ':' || !isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return undefined
  if (isGlued(tokens, at + 3) && tokens[at + 3]!.kind !== 'sign') return undefined
  const over = isNumber(tokens, at) ? readQuantity(tokens, at)?.value : undefined
  const under = isNumber(tokens, at + 2) ? readQuantity(tokens, at + 2)?.value : undefined
  return over !== undefined && under ? ratio({ to: at + 3, value: over / under }) : undefined
}

/** “5x”, “1.5×”. */
function readTimes(tokens: Tokens, at: number): Reading | undefined {
  const cross = tokens[at + 1]
  if (!isNumber(tokens, at) || !cross?.glued || !/^[x×]$/.test(cross.raw)) return undefined
  if (isGlued(tokens, at + 2) && tokens[at + 2]!.kind !== 'sign') return undefined
  const value = readQuantity(tokens, at)?.value
  return value === undefined ? undefined : ratio({ to: at + 2, value })
}
