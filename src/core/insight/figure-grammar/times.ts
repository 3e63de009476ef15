import type { Reading } from '../parsed-figure'
import { isDash, isGlued, isNumber, signOf, wordOf, type Tokens } from './tokens'

interface Clock {
  readonly to: number
  readonly hour: number
  readonly minute: number
}

/** A time of day: “5 p.m.”, “4:40 p.m.”, “12.15pm”, “12:30”, “9 to 11 a.m.”. */
export function readTime(tokens: Tokens, at: number): Reading | undefined {
  const clock = readClock(tokens, at)
  if (!clock) return undefined
  const half = readHalf(tokens, clock.to)
  if (half) return reading(half.to, [on24(clock, half.afternoon)])
  if (/^(noon|midnight)$/.test(wordOf(tokens, clock.to)) && clock.hour === 12)
    return reading(clock.to + 1, [on24(clock, wordOf(tokens, clock.to) === 'noon')])
  // Of which half of the day it is nothing tells.
  if (/^o['’]clock$/.test(wordOf(tokens, clock.to))) return { to: clock.to + 1, figure: { kind: 'date' } }
  const range = readClockRange(tokens, at, clock)
  if (range) return range
  const bare = clock.to > at + 1 && clock.hour < 24 && signOf(tokens, clock.to) !== ':'
  return bare ? reading(clock.to, [clock]) : undefined
}

const reading = (to: number, clocks: readonly Omit<Clock, 'to'>[]): Reading => ({
  to,
  figure: {
    unit: clocks.map(({ hour, minute }) => `T${twoDigits(hour)}:${twoDigits(minute)}`).join('/'),
    kind: 'date',
  },
})
const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Two times, of which the second may tell the half of the day for both. */
function readClockRange(tokens: Tokens, from: number, first: Clock): Reading | undefined {
  const joins = isDash(tokens, first.to) || /^(to|and)$/.test(wordOf(tokens, first.to))
  const second = joins ? readClock(tokens, first.to + 1) : undefined
  const half = second && readHalf(tokens, second.to)
  const typed = second && first.to > from + 1 && second.to > first.to + 2
  if (typed && !half) return reading(second.to, [first, second])
  if (!half || first.hour > 12) return undefined
  return reading(half.to, [on24(first, half.afternoon), on24(second, half.afternoon)])
}

/** “5”, “4:40”, “12.15”. */
function readClock(tokens: Tokens, at: number): Clock | undefined {
  if (!isNumber(tokens, at)) return undefined
  const typed = /^(\d{1,2})(?:\.(\d\d))?$/.exec(tokens[at]!.raw)
  if (!typed) return undefined
  const hour = Number(typed[1])
  const colon = signOf(tokens, at + 1) === ':' && isGlued(tokens, at + 1) && isGlued(tokens, at + 2)
  const after = colon && !typed[2] ? /^\d\d$/.exec(tokens[at + 2]?.raw ?? '')?.[0] : undefined
  const minute = Number(after ?? typed[2] ?? 0)
  if (hour > 24 || minute > 59) return undefined
  return { to: after ? at + 3 : at + 1, hour, minute }
}

/** “am”, “p.m.” */
function readHalf(tokens: Tokens, at: number): { to: number; afternoon: boolean } | undefined {
  const word = wordOf(tokens, at)
  if (word === 'am' || word === 'pm') return { to: at + 1, afternoon: word === 'pm' }
  if ((word !== 'a' && word !== 'p') || signOf(tokens, at + 1) !== '.' || wordOf(tokens, at + 2) !== 'm')
    return undefined
  if (!isGlued(tokens, at + 1) || !isGlued(tokens, at + 2)) return undefined
  const dot = signOf(tokens, at + 3) === '.' && isGlued(tokens, at + 3) ? 1 : 0
  return { to: at + 3 + dot, afternoon: word === 'p' }
}

const on24 = ({ hour, minute }: Clock, afternoon: boolean): Omit<Clock, 'to'> => ({
  hour: hour > 12 ? hour : (hour % 12) + (afternoon ? 12 : 0),
  minute,
})
