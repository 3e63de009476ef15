import { readDigits } from './digits'
import { isShortMonth, monthOf } from './months'
import type { Reading } from '../parsed-figure'
import { isCounted } from './word-kinds'
import { isDash, isGlued, isHyphen, isNumber, signOf, wordOf, type Tokens } from './tokens'

/** A day, with or without its month's year: “May 9”, “9 May 2023”, “May 5–9”, “May 2018”, “2023-05-09”. */
export const readDate = (tokens: Tokens, at: number): Reading | undefined =>
  readTypedDate(tokens, at) ?? readMonthFirst(tokens, at) ?? readDayFirst(tokens, at)

interface Part {
  readonly to: number
  readonly number: number
}

/** Digits and nothing else, so many of them: days have one or two, years four. */
export function readBareDigits(tokens: Tokens, at: number, least: number, most = least): Part | undefined {
  if (!isNumber(tokens, at)) return undefined
  const { value, bare } = readDigits(tokens[at]!.raw)
  return value !== undefined && bare >= least && bare <= most ? { to: at + 1, number: value } : undefined
}

/** The day of a month, “9” or “9th”. */
function readDay(tokens: Tokens, at: number): Part | undefined {
  const day = readBareDigits(tokens, at, 1, 2)
  if (!day || day.number < 1 || day.number > 31) return undefined
  if (/^(st|nd|rd|th)$/.test(wordOf(tokens, day.to)) && isGlued(tokens, day.to))
    return { ...day, to: day.to + 1 }
  return isGlued(tokens, day.to) && tokens[day.to]!.kind === 'word' ? undefined : day
}

/** A year from 1500 to 2099. */
export function readYearNumber(tokens: Tokens, at: number): Part | undefined {
  const year = readBareDigits(tokens, at, 4)
  return year && year.number >= 1500 && year.number <= 2099 ? year : undefined
}

function readMonth(tokens: Tokens, at: number): Part | undefined {
  const token = tokens[at]
  const number = token?.kind === 'word' ? monthOf(token.raw) : undefined
  if (number === undefined) return undefined
  const dot = isShortMonth(token!.raw) && signOf(tokens, at + 1) === '.' && isGlued(tokens, at + 1) ? 1 : 0
  return { to: at + 1 + dot, number }
}

function readMonthFirst(tokens: Tokens, at: number): Reading | undefined {
  const month = readMonth(tokens, at)
  if (!month) return undefined
  const year = readYearNumber(tokens, month.to)
  if (year) return reading(year.to, [`${year.number}-${twoDigits(month.number)}`])
  const day = readDay(tokens, month.to)
  if (!day || isAmount(tokens, day.to, wordOf(tokens, at - 1) === 'in')) return undefined
  const last = isDash(tokens, day.to) ? readDay(tokens, day.to + 1) : undefined
  const days = last && last.number > day.number ? [day, last] : [day]
  return withYear(tokens, days.at(-1)!.to, month.number, days)
}

function readDayFirst(tokens: Tokens, at: number): Reading | undefined {
  const day = readDay(tokens, at)
  if (!day) return undefined
  const last = isDash(tokens, day.to) ? readDay(tokens, day.to + 1) : undefined
  const days = last && last.number > day.number ? [day, last] : [day]
  const { to } = days.at(-1)!
  const month = readMonth(tokens, wordOf(tokens, to) === 'of' || isHyphen(tokens, to) ? to + 1 : to)
  return month && withYear(tokens, month.to, month.number, days)
}

/** Of “In May 12 ships left” the number belongs to what follows, and of “May 12 percent” too. */
function isAmount(tokens: Tokens, at: number, within: boolean): boolean {
  if (
    /^[%％٪]$/.test(signOf(tokens, at)) ||
    /^(percent|per|million|billion|thousand)$/.test(wordOf(tokens, at))
  )
    return true
  return within && isCounted(wordOf(tokens, at))
}

function withYear(tokens: Tokens, at: number, month: number, days: readonly Part[]): Reading {
  const comma = signOf(tokens, at) === ',' && isGlued(tokens, at) ? at + 1 : at
  const year = readYearNumber(tokens, comma)
  const start = year ? String(year.number) : '-'
  const dates = days.map(({ number }) => `${start}-${twoDigits(month)}-${twoDigits(number)}`)
  return reading(year?.to ?? at, dates)
}

const reading = (to: number, dates: readonly string[]): Reading => ({
  to,
  figure: { unit: dates.join('/'), kind: 'date' },
})
const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** “2023-05-09”, “9/5/2023”. Which of the last is the month only a day beyond 12 tells; otherwise no date is named. */
function readTypedDate(tokens: Tokens, at: number): Reading | undefined {
  const mark = signOf(tokens, at + 1)
  if (!/^[-/]$/.test(mark) || signOf(tokens, at + 3) !== mark) return undefined
  if (
    [1, 2, 3, 4].some((step) => !isGlued(tokens, at + step)) ||
    (isGlued(tokens, at + 5) && tokens[at + 5]!.kind !== 'sign')
  )
    return undefined
  const raw = [at, at + 2, at + 4].map((index) => (isNumber(tokens, index) ? tokens[index]!.raw : ''))
  const typed = raw.join(mark)
  if (/^\d{4}-\d\d-\d\d$/.test(typed)) return isDay(raw[1]!, raw[2]!) ? reading(at + 5, [typed]) : undefined
  const parts = /^(\d\d?)\/(\d\d?)\/(\d{4}|\d\d)$/.exec(typed)
  if (!parts) return undefined
  const [, first, second, year] = parts as unknown as [string, string, string, string]
  const orders = [
    [first, second],
    [second, first],
  ].filter(([month, day]) => isDay(month!, day!))
  if (orders.length === 0) return undefined
  if (orders.length > 1 || year.length === 2) return { to: at + 5, figure: { kind: 'date' } }
  const [month, day] = orders[0]!
  return reading(at + 5, [`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`])
}

const isDay = (month: string, day: string): boolean =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
