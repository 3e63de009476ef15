const isDigit = /^\p{Nd}$/u

/** The number from 0 to 9 that a decimal digit of any script stands for: those of a script follow one another. */
function digitOf(character: string): number {
  const point = character.codePointAt(0)!
  if (point < 0x80) return point - 0x30
  let before = 0
  while (before < 50 && isDigit.test(String.fromCodePoint(point - before - 1))) before++
  return before % 10
}

/** Digits of any script as those from 0 to 9, their separators as a comma for groups and a point for decimals. */
const plain = (raw: string): string =>
  raw
    .replace(/\p{Nd}/gu, (character) => String(digitOf(character)))
    .replace(/[٬\u00a0\u2009\u202f'’]/g, ',')
    .replace(/٫/g, '.')

/** Groups of three, or as in India of two before the last three. */
const GROUPED = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?$/
const PLAIN = /^\d*\.?\d+$/

/** A number as typed. */
export interface Digits {
  /** Absent when the separators fit no English number: “3,5” may be a European decimal, “1.2.3” a version. */
  readonly value?: number
  /** How many digits there are when there is nothing else, as in years and days; otherwise 0. */
  readonly bare: number
  /** More than one number: “1.2.3”, “1,1,1”. */
  readonly several: boolean
}

const LONGEST = 40 // more digits are no number of an article, and need not be read

/** Reads a run of digits with its separators: commas in groups of three, a point for decimals. */
export function readDigits(raw: string): Digits {
  if (raw.length > LONGEST) return { bare: 0, several: true }
  const digits = plain(raw)
  const bare = /^\d+$/.test(digits) ? digits.length : 0
  if (PLAIN.test(digits)) return { value: Number(digits), bare, several: false }
  if (GROUPED.test(digits)) return { value: Number(digits.replaceAll(',', '')), bare, several: false }
  return { bare, several: !/^\d+,\d+$/.test(digits) }
}

/** A number with its decimal point moved; exact, as 3.2 · 10⁶ in floating point need not be. */
export function scaled(value: number, exponent: number): number {
  const typed = String(value)
  return typed.includes('e') ? value * 10 ** exponent : Number(`${typed}e${exponent}`)
}
