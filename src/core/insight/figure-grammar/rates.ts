import type { FigureKind } from '../parsed-figure'
import { isGlued, signOf, wordOf, type Tokens } from './tokens'
import { isBeforeContent } from './surroundings'

const PERIODS = /^(second|minute|hour|day|night|week|fortnight|month|year|decade)$/
/** What amounts of money are paid for. */
const BASES =
  /^(barrel|tonne|ton|litre|liter|gallon|kilo|kilogram|kg|gram|ounce|pound|share|head|person|mile|kilometre|kilometer|acre|hectare|dose|kilowatt-hour|kwh|mwh)$/
/** After these the period is one in time: “4 percent a year after that”, “two days a year ago”. */
const IN_TIME = /^(after|later|earlier|before|ago|ahead|from|on|into|since)$/

/** What an amount is reckoned by, at most twice: “a day”, “per person”, “a barrel”, “/h”, “a person a day”. */
export function readRate(
  tokens: Tokens,
  at: number,
  kind: FigureKind | undefined,
): { to: number; name: string } {
  let rate = { to: at, name: '' }
  for (let count = 0; count < 2; count++) {
    const next = readOneRate(tokens, rate.to, kind)
    if (!next) break
    rate = { to: next.to, name: `${rate.name}/${next.name}` }
  }
  return rate
}

function readOneRate(
  tokens: Tokens,
  at: number,
  kind: FigureKind | undefined,
): { to: number; name: string } | undefined {
  const article = wordOf(tokens, at)
  const name = wordOf(tokens, at + 1)
  if (signOf(tokens, at) === '/' && isGlued(tokens, at) && isGlued(tokens, at + 1) && name)
    return { to: at + 2, name }
  if (isGlued(tokens, at) || !name || isGlued(tokens, at + 1)) return undefined
  const rate = { to: at + 2, name }
  if (article === 'per') return rate
  if (!/^(a|an|each|every)$/.test(article)) return undefined
  if (PERIODS.test(name)) {
    return isInTime(tokens, at + 2) || (name === 'second' && isBeforeContent(tokens, at + 2))
      ? undefined
      : rate
  }
  return (kind === 'money' || kind === 'count') && BASES.test(name) ? rate : undefined
}

/** “a year later”, “a year or two ago” */
const isInTime = (tokens: Tokens, at: number): boolean =>
  IN_TIME.test(wordOf(tokens, at)) ||
  (wordOf(tokens, at) === 'or' && /^(two|so)$/.test(wordOf(tokens, at + 1)))
