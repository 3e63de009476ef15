import { readComparator } from './figure-grammar/comparators'
import type { ParsedFigure } from './parsed-figure'
import { readAll } from './figure-grammar/reading'
import { tokensOf, type Tokens } from './figure-grammar/tokens'
import { FUNCTION_WORDS, isCounted } from './figure-grammar/word-kinds'

/**
 * What the quote of a figure says: see `ParsedFigure`. Of several figures in it the first counts. Commas separate
 * thousands and a point decimals, as in English; of “3,5” there is no value. An empty object when it holds no number.
 */
export function parseFigure(quote: string): ParsedFigure {
  const tokens = tokensOf(quote, { start: 0, end: quote.length })
  const all = [...readAll(tokens)]
  const found = all.find(({ weak }) => !weak) ?? all[0]
  if (!found) return {}
  return withNounPhrase(tokens, found.to, withComparator(tokens, found.from, found.figure))
}

/** An “over” that a person took into the quote is a comparator, which in the text it need not be. */
function withComparator(tokens: Tokens, from: number, figure: ParsedFigure): ParsedFigure {
  const before = figure.comparator || from === 0 ? undefined : readComparator(tokens, 0)
  return before?.to === from ? { ...figure, comparator: before.comparator } : figure
}

/** What a person counted with more than one word: “public rental homes” of “6,000 public rental homes”. */
function withNounPhrase(tokens: Tokens, to: number, figure: ParsedFigure): ParsedFigure {
  const rest = tokens.slice(to, to + 6)
  if (figure.kind !== 'count' || figure.unit !== undefined || rest.length === 0 || rest.length > 5)
    return figure
  const isPhrase = rest.every(({ kind, lower }) => kind === 'word' && !FUNCTION_WORDS.has(lower))
  if (!isPhrase || !isCounted(rest.at(-1)!.lower)) return figure
  return { ...figure, unit: rest.map(({ raw }) => raw).join(' ') }
}

/** What is found in the quote of a figure, by the ids of the Figure tag's attributes. Of a range the lower end counts. */
export function figureAttributes(quote: string): Record<string, string | number> {
  const { value, unit, kind, comparator } = parseFigure(quote)
  return {
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined ? {} : { unit }),
    ...(kind === undefined ? {} : { kind }),
    ...(comparator === undefined ? {} : { comparator }),
  }
}
