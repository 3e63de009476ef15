import type { FigureKind } from '../parsed-figure'
import { isGlued, isHyphen, longest, signOf, wordOf, type Tokens } from './tokens'

/** What a number counts or measures, and the index after it. */
export interface Unit {
  readonly to: number
  /** Absent where it names two things: pounds are money or a weight. */
  readonly kind?: FigureKind
  readonly name: string
}
type Named = Omit<Unit, 'to'>

const words = new Map<string, Named>()
/** Words that name one thing alone, and so need the number one, digits or a hyphen before them. */
const singular = new Set<string>()

function declare(kind: FigureKind | undefined, name: string, plural: string, single = ''): void {
  const unit = kind ? { kind, name } : { name }
  for (const word of plural.split('|')) words.set(word, unit)
  for (const word of single.split('|').filter(Boolean)) {
    words.set(word, unit)
    singular.add(word)
  }
}

for (const word of ['percent', 'per cent', 'pc', 'pct']) declare('percent', 'percent', word)
declare('percent', 'percentage points', 'percentage points', 'percentage point')
declare('percent', 'basis points', 'basis points|bps', 'basis point')
declare('count', 'points', 'points', 'point')

for (const name of [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'month',
  'year',
  'decade',
  'quarter',
])
  declare('duration', `${name}s`, `${name}s`, name)
declare('duration', 'centuries', 'centuries', 'century')
declare('duration', 'milliseconds', 'milliseconds|ms', 'millisecond')
declare('duration', 'seconds', 'secs|sec')
declare('duration', 'minutes', 'mins|min')
declare('duration', 'hours', 'hrs|hr')
declare('duration', 'years', 'yrs|yr')

/** A measure of the international system, with its spellings. */
function metric(symbol: string, stem: string): void {
  const stems = stem.endsWith('re') ? [stem, `${stem.slice(0, -2)}er`] : [stem]
  for (const spelled of stems) declare('count', symbol, `${spelled}s`, spelled)
}
metric('m', 'metre')
metric('km', 'kilometre')
metric('cm', 'centimetre')
metric('mm', 'millimetre')
metric('l', 'litre')
metric('ml', 'millilitre')
metric('g', 'gram')
metric('kg', 'kilogram')
metric('kg', 'kilo')
metric('mg', 'milligram')
for (const [letter, prefix] of [
  ['', ''],
  ['k', 'kilo'],
  ['M', 'mega'],
  ['G', 'giga'],
  ['T', 'tera'],
]) {
  metric(`${letter}W`, `${prefix}watt`)
  metric(`${letter}V`, `${prefix}volt`)
  metric(`${letter}B`, `${prefix}byte`)
  declare('count', `${letter}Wh`, `${prefix}watt hours`, `${prefix}watt hour`)
}
for (const [area, power] of [
  ['square', '²'],
  ['sq', '²'],
  ['cubic', '³'],
]) {
  for (const [symbol, stem] of [
    ['m', 'metre|meter'],
    ['km', 'kilometre|kilometer'],
    ['cm', 'centimetre|centimeter'],
  ])
    for (const spelled of stem!.split('|'))
      declare('count', symbol! + power, `${area} ${spelled}s`, `${area} ${spelled}`)
  for (const symbol of ['m', 'km', 'cm']) declare('count', symbol + power, `${area} ${symbol}`)
  declare('count', `${area === 'sq' ? 'square' : area} feet`, `${area} feet|${area} ft`, `${area} foot`)
  declare('count', `${area === 'sq' ? 'square' : area} miles`, `${area} miles`, `${area} mile`)
}
for (const word of [
  'mile',
  'yard',
  'acre',
  'hectare',
  'barrel',
  'gallon',
  'pint',
  'tonne',
  'ton',
  'ounce',
  'knot',
])
  declare('count', `${word}s`, `${word}s`, word)
declare('count', 'nautical miles', 'nautical miles', 'nautical mile')
declare('count', 'metric tons', 'metric tons', 'metric ton')
declare('count', 'feet', 'feet|ft', 'foot')
declare('count', 'inches', 'inches', 'inch')
declare('count', 'mph', 'mph|miles an hour|miles per hour')
declare('count', 'km/h', 'kph|kmh')
declare('count', 'degrees', 'degrees', 'degree')
declare('count', '°C', 'degrees celsius|degrees centigrade', 'degree celsius')
declare('count', '°F', 'degrees fahrenheit')
declare(undefined, 'pounds', 'pounds|lbs|lb', 'pound')

/** Symbols whose case matters. One letter alone (30 m) is a unit too; against the digits some of them are powers of ten. */
const symbols = new Map<string, Named>(
  'm km cm mm l ml g kg mg t ha kW MW GW TW Wh kWh MWh GWh TWh kV kB MB GB TB Hz kHz MHz GHz m² m³ km² km³'
    .split(' ')
    .map((symbol) => [symbol, { kind: 'count', name: symbol === 't' ? 'tonnes' : symbol }]),
)
const PERCENT_SIGNS = /^[%％٪]$/
const GLUED_ONLY = new Map<string, Named>([['h', { kind: 'duration', name: 'hours' }]])

/**
 * The unit at an index, right after a number, with a hyphen or none: “percent”, “-day”, “km”. A word for one thing
 * alone (“day”) is accepted after the number one, after digits, and after a hyphen; “second” not after digits, where it
 * counts in order.
 */
export function readUnit(
  tokens: Tokens,
  at: number,
  after: { single: boolean; digits: boolean },
): Unit | undefined {
  const sign = signOf(tokens, at)
  if (PERCENT_SIGNS.test(sign)) return { to: at + 1, kind: 'percent', name: 'percent' }
  if (sign === '‰') return { to: at + 1, kind: 'percent', name: '‰' }
  if (sign === '°') return readDegrees(tokens, at)
  const hyphen = isHyphen(tokens, at)
  const from = hyphen ? at + 1 : at
  const symbol = symbolAt(tokens, from)
  if (symbol) return symbol
  const found = longest(tokens, from, words, 3)
  if (!found || (isGlued(tokens, at) && !hyphen && !isAbbreviation(tokens, from))) return undefined
  const last = wordOf(tokens, found.to - 1)
  const alone = singular.has(last) && !(after.single || hyphen || (after.digits && last !== 'second'))
  return alone ? undefined : { ...found.entry, to: found.to }
}

function symbolAt(tokens: Tokens, at: number): Unit | undefined {
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const power = isGlued(tokens, at + 1) ? signOf(tokens, at + 1) : ''
  const raised = power ? symbols.get(token.raw + power) : undefined
  if (raised) return { ...raised, to: at + 2 }
  const plain = symbols.get(token.raw) ?? (token.glued ? GLUED_ONLY.get(token.raw) : undefined)
  return plain && { ...plain, to: at + 1 }
}

/** Units that are written against the digits: 3pc, 20mins. */
const isAbbreviation = (tokens: Tokens, at: number): boolean =>
  /^(pc|pct|bps|ms|secs?|mins?|hrs?|yrs?|ft|mph|kph|kmh|lbs?)$/.test(wordOf(tokens, at))

function readDegrees(tokens: Tokens, at: number): Unit {
  const scale = isGlued(tokens, at + 1) ? (/^[CF]$/.exec(tokens[at + 1]!.raw)?.[0] ?? '') : ''
  return { to: at + (scale ? 2 : 1), kind: 'count', name: scale ? `°${scale}` : 'degrees' }
}

/** Durations that are a whole number of smaller ones: “two hours and 40 minutes”. */
export const SMALLER: Readonly<Record<string, { readonly unit: string; readonly times: number }>> = {
  years: { unit: 'months', times: 12 },
  weeks: { unit: 'days', times: 7 },
  days: { unit: 'hours', times: 24 },
  hours: { unit: 'minutes', times: 60 },
  minutes: { unit: 'seconds', times: 60 },
}
