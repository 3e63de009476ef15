import type { Interval } from '../../base/intervals'
import { type Unit, positionsIn } from '../../core/document/offsets'
import { canonical } from '../../core/document/text'
import type { IncomingDocument, IncomingPiece } from './incoming'

/** How the positions of a file are counted, as far as its quotes tell. */
export interface Counting {
  /** The range of the canonical text that a piece's positions name; undefined when they name none. */
  rangeOf(piece: IncomingPiece): Interval | undefined
  /** What a person should know of how it was found out; absent when there was nothing to find out. */
  readonly remark?: string
}

const MOST_QUOTES = 2000 // a wrong unit shows at the first emoji, a wrong line end at the first line

/**
 * How positions in `raw` are counted, which is the text as their file had it. Dialects differ in the unit, in whether a
 * CRLF is one character or two, and in whether a byte order mark is one; the reading in which most quotes stand where
 * they should is taken, and of several such the first.
 */
export function countingOf({ name, units, annotations }: IncomingDocument, raw: string): Counting {
  const { text } = canonical(raw)
  const quotes = annotations
    .flatMap(({ pieces }) => pieces.filter(({ start, exact }) => start !== undefined && exact !== undefined))
    .slice(0, MOST_QUOTES)
  const score = (reading: Reading): number =>
    quotes.filter((piece) => isQuoted(text, reading.rangeOf(piece), piece.exact!)).length
  const readings = textsCounted(raw).flatMap(({ counted, how }) =>
    units.map((unit) => readingOf(counted, text, unit, how)),
  )
  let best = { reading: readings[0]!, score: score(readings[0]!) }
  for (const reading of readings.slice(1)) {
    if (best.score === quotes.length) break
    const other = { reading, score: score(reading) }
    if (other.score > best.score) best = other
  }
  const { reading } = best
  if (reading === readings[0]) return { rangeOf: reading.rangeOf }
  const remark = `Positions in “${name}” were taken as ${reading.how}: so ${best.score} of ${quotes.length} quotes are where they should be.`
  return { rangeOf: reading.rangeOf, remark }
}

/** Whether a range holds the words of a quote; some formats write every run of blanks as one. */
export const isQuoted = (text: string, range: Interval | undefined, exact: string): boolean =>
  range !== undefined && sameWords(text.slice(range.start, range.end), exact)

export const sameWords = (one: string, other: string): boolean =>
  one === other || withSingleBlanks(one) === withSingleBlanks(other)

const withSingleBlanks = (words: string): string => words.replace(/\s+/g, ' ').trim()

interface Reading {
  readonly how: string
  readonly rangeOf: Counting['rangeOf']
}

/** The strings in which positions may have been counted: the text as it came first, then as others read it. */
function textsCounted(raw: string): { readonly counted: string; readonly how: string }[] {
  const unmarked = raw.replace(/^\uFEFF+/, '')
  const one = { counted: unmarked.replace(/\r\n?/g, '\n'), how: 'with one character for a line end' }
  const texts = unmarked.includes('\r\n')
    ? [{ counted: unmarked, how: 'with two characters for a line end' }, one]
    : [{ counted: unmarked, how: '' }]
  if (unmarked === raw) return texts
  return [...texts, { counted: raw, how: 'with the byte order mark as a character' }]
}

function readingOf(counted: string, text: string, unit: Unit, how: string): Reading {
  const positions = positionsIn(counted, unit)
  const inText = counted.length === text.length ? (at: number) => at : canonicalOffsets(counted)
  return {
    how: [`counted in ${NAMES[unit]}`, how].filter(Boolean).join(' '),
    rangeOf({ start, end }) {
      if (start === undefined || end === undefined) return undefined
      const from = positions.toUtf16(start)
      const to = positions.toUtf16(end)
      if (from === undefined || to === undefined) return undefined
      const range = { start: inText(from), end: inText(to) }
      return range.start < range.end ? range : undefined
    },
  }
}

const NAMES: Record<Unit, string> = {
  'utf-16': 'UTF-16 units',
  'code-points': 'code points',
  bytes: 'bytes',
}

/** Where each offset of a text with CRLF or a byte order mark lies in its canonical form. */
function canonicalOffsets(counted: string): (at: number) => number {
  const inText = new Uint32Array(counted.length + 1)
  const mark = /^\uFEFF*/.exec(counted)![0].length
  for (let at = 0, offset = 0; at < counted.length; at++) {
    const dropped = at < mark || (counted[at] === '\r' && counted[at + 1] === '\n')
    if (!dropped) offset++
    inText[at + 1] = offset
  }
  return (at) => inText[at]!
}
