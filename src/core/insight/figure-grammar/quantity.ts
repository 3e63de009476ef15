import { readDigits, scaled } from './digits'
import { readSpelled, SCALES, withPart } from './numerals'
import { isGlued, isHyphen, isNumber, signOf, wordOf, type Tokens } from './tokens'

/** A number without its unit. */
export interface Quantity {
  readonly to: number
  /** Absent when none is named: “hundreds”, “several thousand”, “3,5”. */
  readonly value?: number
  /** The power of ten that a word or suffix gave it, which the lower end of a range may share: 2 to 3 million. */
  readonly exponent: number
  readonly spelled: boolean
  /** “dozens”, “several hundred”. */
  readonly vague?: boolean
}

const VULGAR = new Map(
  Array.from('½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞', (sign) => {
    const [over, under] = sign.normalize('NFKC').split('⁄').map(Number)
    return [sign, over! / under!]
  }),
)

/** Suffixes that stand against the digits. “m” is million unless a length follows; “b” and “t” are so of money only. */
const SUFFIXES = new Map([
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['mln', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
])
const MONEY_SUFFIXES = new Map([...SUFFIXES, ['b', 9], ['t', 12]])
const LENGTH =
  /^(wide|high|deep|long|tall|thick|above|below|away|off|race|sprint|hurdles|freestyle|butterfly|relay)$/

/** The number at an index, in digits or words, with its power of ten. `money` says that a currency stands before it. */
export function readQuantity(tokens: Tokens, at: number, money = false): Quantity | undefined {
  if (isNumber(tokens, at)) return readTyped(tokens, at, money)
  const vulgar = VULGAR.get(signOf(tokens, at))
  if (vulgar !== undefined) return { ...withScale(tokens, at + 1, vulgar, money), spelled: false }
  const spelled = readSpelled(tokens, at)
  if (spelled) return { ...spelled, spelled: true }
  return readVague(tokens, at)
}

function readTyped(tokens: Tokens, at: number, money: boolean): Quantity | undefined {
  const digits = readDigits(tokens[at]!.raw)
  if (digits.several) return undefined
  const fraction = readTypedFraction(tokens, at)
  if (fraction) return { ...fraction, exponent: 0, spelled: false }
  if (digits.value === undefined) return { ...withScale(tokens, at + 1, undefined, money), spelled: false }
  const whole =
    withFraction(tokens, at + 1, digits.value) ?? withPart(tokens, { to: at + 1, value: digits.value })
  return { ...withScale(tokens, whole.to, whole.value, money), spelled: false }
}

/** “2½”, “2 1/2”. */
function withFraction(tokens: Tokens, at: number, value: number): { to: number; value: number } | undefined {
  const vulgar = VULGAR.get(signOf(tokens, at))
  if (vulgar !== undefined) return { to: at + 1, value: value + vulgar }
  const typed = isGlued(tokens, at) ? undefined : readTypedFraction(tokens, at)
  return typed && { to: typed.to, value: value + typed.value }
}

/** “1/2”, “3/4”: only such as cannot be a day and month, or round the clock. */
export function readTypedFraction(tokens: Tokens, at: number): { to: number; value: number } | undefined {
  if (!isNumber(tokens, at) || !isNumber(tokens, at + 2) || signOf(tokens, at + 1) !== '/') return undefined
  if (!isGlued(tokens, at + 1) || !isGlued(tokens, at + 2) || isWrittenOn(tokens, at + 3)) return undefined
  const over = readDigits(tokens[at]!.raw).value
  const under = readDigits(tokens[at + 2]!.raw).value
  if (!over || !under || over >= under || ![2, 3, 4, 5, 6, 8, 10, 16].includes(under)) return undefined
  return { to: at + 3, value: over / under }
}

type Scaled = Omit<Quantity, 'spelled'>

function withScale(tokens: Tokens, at: number, value: number | undefined, money: boolean): Scaled {
  const exponent = scaleAt(tokens, at, money)
  const hyphen = isHyphen(tokens, at) ? 1 : 0
  const to = exponent === 0 ? at : at + hyphen + 1
  if (value === undefined) return { to, exponent }
  const result = scaled(value, exponent)
  return Number.isFinite(result) ? { to, value: result, exponent } : { to, exponent }
}

function scaleAt(tokens: Tokens, at: number, money: boolean): number {
  const word = wordOf(tokens, isHyphen(tokens, at) ? at + 1 : at)
  const scale = SCALES.get(word)
  if (scale !== undefined) return isGlued(tokens, at) && !isHyphen(tokens, at) ? 0 : scale
  if (isHyphen(tokens, at)) return 0
  const suffix = (money ? MONEY_SUFFIXES : SUFFIXES).get(word) ?? 0
  if (isGlued(tokens, at)) {
    const length =
      word === 'm' && !money && LENGTH.test(wordOf(tokens, isHyphen(tokens, at + 1) ? at + 2 : at + 1))
    return length ? 0 : suffix
  }
  return word.length > 1 || (money && word === 'm') ? suffix : 0
}

const MANY = new Set(['dozens', 'hundreds', 'thousands', 'millions', 'billions', 'trillions', 'tens'])
const FEW = new Set(['several', 'few'])

/** Every word and sign that a quantity may begin with, but for those of numbers. */
export const QUANTITY_STARTS: readonly string[] = [...MANY, ...FEW, ...VULGAR.keys()]

/** A number that names no value: “dozens”, “tens of thousands”, “several hundred”, “a few million”. */
function readVague(tokens: Tokens, at: number): Quantity | undefined {
  const vague = { exponent: 0, spelled: true, vague: true }
  if (MANY.has(wordOf(tokens, at))) {
    if (wordOf(tokens, at + 1) === 'of' && MANY.has(wordOf(tokens, at + 2))) return { ...vague, to: at + 3 }
    return wordOf(tokens, at) === 'tens' ? undefined : { ...vague, to: at + 1 }
  }
  const few = wordOf(tokens, at) === 'a' ? at + 1 : at
  if (!FEW.has(wordOf(tokens, few))) return undefined
  const scale = wordOf(tokens, few + 1)
  return SCALES.has(scale) || scale === 'dozen' ? { ...vague, to: few + 2 } : undefined
}

/** Whether a word, a number or another fraction stroke goes on where a fraction could end. */
const isWrittenOn = (tokens: Tokens, at: number): boolean =>
  isGlued(tokens, at) && (tokens[at]!.kind !== 'sign' || signOf(tokens, at) === '/')
