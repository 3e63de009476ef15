import { readAmount } from './amounts'
import { readComparator, type Comparison } from './comparators'
import { readDate } from './dates'
import { readOrdinal } from './ordinals'
import type { Reading } from '../parsed-figure'
import { readRatio } from './ratios'
import { isInsideWord, isLabelled } from './surroundings'
import { readTime } from './times'
import { isGlued, isNumber, signOf, wordOf, type Tokens } from './tokens'
import { readYears } from './years'

/** A reading with the index of its first token. */
export type Found = Reading & { readonly from: number }

/** Every figure of a row of tokens, in order and apart from one another; the weak ones too. */
export function* readAll(tokens: Tokens): Iterable<Found> {
  for (let at = 0; at < tokens.length;) {
    const found = readFigure(tokens, at)
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
  const dated = readDate(tokens, at) ?? readTime(tokens, at)
  if (dated) return isInsideWord(tokens, at) ? undefined : dated
  const chain = readChain(tokens, at)
  if (chain) return chain
  const years =
    isLabelled(tokens, at) || isInsideWord(tokens, at)
      ? undefined
      : readYears(tokens, at, comparison !== undefined)
  const ordered =
    years ?? (isInsideWord(tokens, at) ? undefined : (readRatio(tokens, at) ?? readOrdinal(tokens, at)))
  return ordered && !isWeakAmount(ordered) ? ordered : (readAmount(tokens, at, comparison) ?? ordered)
}

const isWeakAmount = (reading: Reading): boolean => reading.weak === true

/** Numbers chained by signs, “1-2-3” or “1.2.3”, are a version, an address, a telephone: a caret may still take them. */
function readChain(tokens: Tokens, at: number): Reading | undefined {
  if (!isNumber(tokens, at)) return undefined
  let to = at + 1
  while (
    /^[-‐‑–/.:]$/.test(signOf(tokens, to)) &&
    isGlued(tokens, to) &&
    isGlued(tokens, to + 1) &&
    isNumber(tokens, to + 1)
  )
    to += 2
  return to > at + 3 ? { to, figure: {}, weak: true } : undefined
}

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
