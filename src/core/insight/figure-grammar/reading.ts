import { readAmount } from './amounts'
import { readComparator, type Comparison } from './comparators'
import { readDate } from './dates'
import { readOrdinal } from './ordinals'
import type { Reading } from '../parsed-figure'
import { readTypedFraction } from './quantity'
import { readRatio } from './ratios'
import { isInsideWord, isLabelled } from './surroundings'
import { readTime } from './times'
import { mayStart } from './starts'
import { isGlued, isNumber, signOf, wordOf, type Tokens } from './tokens'
import { readYears } from './years'

/** A reading with the index of its first token. */
export type Found = Reading & { readonly from: number }

/** Every figure of a row of tokens, in order and apart from one another; the weak ones too. */
export function* readAll(tokens: Tokens): Iterable<Found> {
  for (let at = 0; at < tokens.length;) {
    const found = mayStart(tokens[at]!) ? readFigure(tokens, at) : undefined
    if (found && found.to > at) yield { ...found, from: at }
    at = Math.max(at + 1, found?.to ?? 0)
  }
}

/** The figure that begins at an index, with its comparator. Looks at a bounded number of tokens, but for chains. */
function readFigure(tokens: Tokens, at: number): Reading | undefined {
  const comparison = readComparator(tokens, at)
  const compared = comparison && readCore(tokens, comparison.to, comparison)
  if (compared && isCompared(tokens, at, comparison, compared))
    return { ...compared, figure: { ...compared.figure, comparator: comparison.comparator } }
  return readCore(tokens, at)
}

function readCore(tokens: Tokens, at: number, comparison?: Comparison): Reading | undefined {
  if (isInsideWord(tokens, at)) return readChain(tokens, at)
  const dated = readDate(tokens, at) ?? readTime(tokens, at) ?? readChain(tokens, at)
  if (dated) return dated
  const years = isLabelled(tokens, at) ? undefined : readYears(tokens, at, comparison !== undefined)
  const named = years ?? readRatio(tokens, at) ?? readSlashed(tokens, at) ?? readOrdinal(tokens, at)
  return named ?? readAmount(tokens, at, comparison)
}

/** Three and more numbers joined by signs are a version, an address, a telephone: a caret may still take them. */
function readChain(tokens: Tokens, at: number): Reading | undefined {
  if (!isNumber(tokens, at)) return undefined
  let to = at + 1
  while (isLink(tokens, to)) to += 2
  return to > at + 3 ? { to, figure: {}, weak: true } : undefined
}

/** “24/7” and “9/11”, which are neither a fraction nor a range. */
function readSlashed(tokens: Tokens, at: number): Reading | undefined {
  const slashed = isNumber(tokens, at) && isLink(tokens, at + 1) && signOf(tokens, at + 1) === '/'
  return slashed && !readTypedFraction(tokens, at) ? { to: at + 3, figure: {}, weak: true } : undefined
}

const isLink = (tokens: Tokens, at: number): boolean =>
  /^[-‐‑–/.:]$/.test(signOf(tokens, at)) &&
  isGlued(tokens, at) &&
  isGlued(tokens, at + 1) &&
  isNumber(tokens, at + 1)

/** Whether a comparator goes with what follows: none with an order or a day, and “over two years” is how long. */
function isCompared(tokens: Tokens, at: number, comparison: Comparison, { figure }: Reading): boolean {
  const day = figure.kind === 'date' && figure.value === undefined
  if (figure.kind === 'ordinal') return false
  if (!comparison.place) return !(day && wordOf(tokens, at) === 'some')
  if (figure.kind === 'date') return false
  return (
    figure.kind !== 'duration' ||
    /^(for|after|of|by|than|took|takes|lasted|lasts|is|was)$/.test(wordOf(tokens, at - 1))
  )
}
