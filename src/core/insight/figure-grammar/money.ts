import { isGlued, longest, signOf, type Tokens } from './tokens'

/** Signs of one currency alone have its ISO 4217 code; “$” and “¥” are of several, and stay as they are. */
const SIGNS = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['$', '$'],
  ['¥', '¥'],
  ['¢', 'cents'],
])

/** Letters before a dollar sign that say whose it is. */
const DOLLARS = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['nz', 'NZD'],
  ['hk', 'HKD'],
  ['s', 'SGD'],
  ['r', 'BRL'],
])

const CODES = new Set(
  'USD EUR GBP JPY CNY CHF CAD AUD NZD INR RUB KRW TRY ILS UAH NGN ZAR BRL MXN SEK NOK DKK PLN CZK HUF SGD HKD THB VND SAR AED EGP'.split(
    ' ',
  ),
)

/**
 * Words that stand after the amount. Those that several countries share (“dollars”, “rupees”, “crowns”) keep their
 * name, “roubles” and “yuan” as everybody means one, and so do parts such as cents. “pounds” may be a weight: the
 * units have them.
 */
const words = new Map<string, string>()
const declare = (name: string, ...spelled: string[]): void => spelled.forEach((word) => words.set(word, name))
declare('EUR', 'euros', 'euro')
declare('GBP', 'pounds sterling', 'pound sterling', 'sterling', 'british pounds')
declare('JPY', 'yen')
declare('CNY', 'yuan', 'renminbi')
declare('RUB', 'roubles', 'rubles', 'rouble', 'ruble')
declare('UAH', 'hryvnias', 'hryvnia')
declare('PLN', 'zlotys', 'zloty')
declare('ZAR', 'rand')
declare('USD', 'us dollars', 'american dollars')
declare('CAD', 'canadian dollars')
declare('AUD', 'australian dollars')
declare('HKD', 'hong kong dollars')
declare('CHF', 'swiss francs')
declare('DKK', 'danish kroner', 'danish crowns')
declare('NOK', 'norwegian kroner', 'norwegian crowns')
declare('SEK', 'swedish kronor', 'swedish crowns')
declare('CZK', 'czech crowns', 'czech koruna')
declare('INR', 'indian rupees')
declare('PKR', 'pakistani rupees')
declare('MXN', 'mexican pesos')
for (const one of [
  'dollar',
  'rupee',
  'crown',
  'franc',
  'peso',
  'dinar',
  'dirham',
  'riyal',
  'shilling',
  'cent',
])
  declare(`${one}s`, `${one}s`, one)
declare('pence', 'pence', 'p')
declare('kroner', 'kroner')
declare('kronor', 'kronor')
declare('lira', 'lira', 'liras')

/** Every word, in lower case, and every sign that may stand before an amount of money. */
export const CURRENCY_STARTS: readonly string[] = [
  ...SIGNS.keys(),
  ...DOLLARS.keys(),
  ...[...CODES].map((code) => code.toLowerCase()),
  'rs',
]

/** A currency, and the index after it. */
export interface Currency {
  readonly to: number
  readonly name: string
}

/** The currency before an amount: “$”, “US$”, “EUR”, “Rs”. */
export function readCurrency(tokens: Tokens, at: number): Currency | undefined {
  const sign = SIGNS.get(signOf(tokens, at))
  if (sign) return { to: at + 1, name: sign }
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  const dollar =
    isGlued(tokens, at + 1) && signOf(tokens, at + 1) === '$' ? DOLLARS.get(token.lower) : undefined
  if (dollar) return { to: at + 2, name: dollar }
  if (CODES.has(token.raw)) return { to: at + 1, name: token.raw }
  if (token.raw !== 'Rs') return undefined
  return { to: isGlued(tokens, at + 1) && signOf(tokens, at + 1) === '.' ? at + 2 : at + 1, name: 'rupees' }
}

/** The currency after an amount: “euros”, “USD”, “€”. */
export function readCurrencyAfter(tokens: Tokens, at: number): Currency | undefined {
  const sign = SIGNS.get(signOf(tokens, at))
  // A blank before the sign and none after it: it belongs to the next amount.
  if (sign)
    return isGlued(tokens, at + 1) && tokens[at + 1]?.kind === 'number'
      ? undefined
      : { to: at + 1, name: sign }
  const token = tokens[at]
  if (token?.kind !== 'word') return undefined
  if (CODES.has(token.raw)) return { to: at + 1, name: token.raw }
  if (token.glued && token.raw !== 'p') return undefined
  if (!token.glued && token.raw === 'p') return undefined
  const found = longest(tokens, at, words, 3)
  return found && { to: found.to, name: found.entry }
}
