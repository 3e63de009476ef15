import { isNumber, longest, signOf, wordOf, type Tokens } from './tokens'
import type { Comparator } from '../parsed-figure'

const PHRASES: Readonly<Record<Comparator, readonly string[]>> = {
  about: [
    'about',
    'around',
    'some',
    'roughly',
    'approximately',
    'approx',
    'circa',
    'an estimated',
    'in the region of',
    'somewhere around',
    'just about',
    'more or less',
  ],
  nearly: ['nearly', 'almost', 'close to', 'almost exactly', 'just short of', 'not quite', 'approaching'],
  'at-least': [
    'at least',
    'no less than',
    'no fewer than',
    'not less than',
    'not fewer than',
    'a minimum of',
    'as few as',
    'as little as',
  ],
  'up-to': [
    'up to',
    'at most',
    'at the most',
    'no more than',
    'not more than',
    'as many as',
    'as much as',
    'as high as',
    'a maximum of',
  ],
  'more-than': ['more than', 'in excess of', 'upward of', 'upwards of', 'greater than', 'north of'],
  'less-than': ['less than', 'fewer than'],
}

/** Prepositions that compare only where nothing else is meant: “over two years”, “under 2019 rules” do not. */
const PLACES: Readonly<Record<string, Comparator>> = {
  over: 'more-than',
  above: 'more-than',
  under: 'less-than',
  below: 'less-than',
}
const MODIFIERS = ['just', 'well', 'slightly', 'far', 'a little', 'a bit', 'something', 'somewhat', 'much']

const table = new Map<string, Comparator>()
for (const [comparator, phrases] of Object.entries(PHRASES) as [Comparator, readonly string[]][])
  for (const phrase of phrases) table.set(phrase, comparator)
for (const modifier of MODIFIERS) {
  for (const [place, comparator] of Object.entries(PLACES)) table.set(`${modifier} ${place}`, comparator)
  for (const phrase of ['more than', 'less than', 'fewer than'])
    table.set(`${modifier} ${phrase}`, table.get(phrase)!)
}

const SIGNS = new Map<string, Comparator>([
  ['~', 'about'],
  ['≈', 'about'],
  ['±', 'about'],
  ['>', 'more-than'],
  ['<', 'less-than'],
  ['≥', 'at-least'],
  ['≤', 'up-to'],
])

/** Every word and every sign that a comparator may begin with. */
export const COMPARATOR_STARTS: readonly string[] = [
  ...[...table.keys(), ...Object.keys(PLACES)].map((phrase) => phrase.split(' ')[0]!),
  ...SIGNS.keys(),
]

/** What qualifies a number, before or after it. */
export interface Comparison {
  readonly to: number
  readonly comparator: Comparator
  /** A mere “over” or “under”, which may be of time or place instead. */
  readonly place?: boolean
}

/** The comparator at an index: “nearly”, “no more than”, “a little over”, “up to about”, “~”. */
export function readComparator(tokens: Tokens, at: number): Comparison | undefined {
  const first = readOne(tokens, at)
  if (!first || first.comparator === 'about') return first
  // “up to about 40”: the bound says more than the vagueness.
  const second = readOne(tokens, first.to)
  return second?.comparator === 'about' ? { ...first, to: second.to } : first
}

function readOne(tokens: Tokens, at: number): Comparison | undefined {
  const sign = SIGNS.get(signOf(tokens, at))
  if (sign) return { to: at + 1, comparator: sign }
  const found = longest(tokens, at, table)
  if (found) {
    const dot = wordOf(tokens, at) === 'approx' && signOf(tokens, found.to) === '.' ? 1 : 0
    return { to: found.to + dot, comparator: found.entry }
  }
  const place = PLACES[wordOf(tokens, at)]
  return place ? { to: at + 1, comparator: place, place: true } : undefined
}

const AFTER = new Map<string, Comparator>([
  ['or more', 'at-least'],
  ['or higher', 'at-least'],
  ['or above', 'at-least'],
  ['or over', 'at-least'],
  ['or less', 'up-to'],
  ['or fewer', 'up-to'],
  ['or lower', 'up-to'],
  ['or below', 'up-to'],
  ['or under', 'up-to'],
  ['or so', 'about'],
  ['or thereabouts', 'about'],
])

/** The comparator that follows a number: “or more”, “or so”, “5+”. */
export function readTrailing(tokens: Tokens, at: number): Comparison | undefined {
  if (signOf(tokens, at) === '+' && tokens[at]!.glued && !(isNumber(tokens, at + 1) && tokens[at + 1]!.glued))
    return { to: at + 1, comparator: 'at-least' }
  const found = longest(tokens, at, AFTER, 2)
  return found && { to: found.to, comparator: found.entry }
}
