import type { IncomingPiece } from '../incoming'
import type { Problems } from '../problems'
import { CUT, type Column, GAP } from './table'

interface Range {
  readonly start: number
  readonly end: number
}

/** Where a row says that an annotation is: its words, and its ranges in the units that there are columns for. */
export interface Places {
  readonly quote: string
  readonly ranges: { readonly 'code-points'?: readonly Range[]; readonly 'utf-16'?: readonly Range[] }
}

/** The places that a row names; undefined, and a problem, when it names none. */
export function placesIn(
  cell: (column: Column) => string,
  place: string,
  problems: Problems,
): Places | undefined {
  const points = rangesIn(cell('pieces'), cell('start'), cell('end'))
  const units = rangesIn(cell('pieces_utf16'), cell('start_utf16'), cell('end_utf16'))
  if (points === 'wrong' || units === 'wrong')
    problems.add(place, 'A place of it is no range such as “2..7”; what else it says was used.')
  // Texts of ours have one character for a line end, whatever a table was saved with.
  const words = cell('quote').replace(/\r\n?/g, '\n')
  const isCut = words.endsWith(CUT)
  if (isCut)
    problems.add(place, 'Its words were cut, because a cell could not hold them; its place alone was used.')
  const ranges = {
    ...(typeof points === 'object' ? { 'code-points': points } : {}),
    ...(typeof units === 'object' ? { 'utf-16': units } : {}),
  }
  const quote = isCut ? '' : words
  if (quote !== '' || Object.keys(ranges).length > 0) return { quote, ranges }
  problems.add(place, 'It has neither words nor a place.')
  return undefined
}

function rangesIn(pieces: string, start: string, end: string): readonly Range[] | 'wrong' | undefined {
  if (pieces.trim() !== '') return rangesListed(pieces.split(';'))
  if (start.trim() === '' && end.trim() === '') return undefined
  return rangesListed([`${start}..${end}`])
}

function rangesListed(list: readonly string[]): Range[] | 'wrong' {
  const ranges: Range[] = []
  for (const one of list) {
    const [, start, end] = /^\s*(\d{1,15})\s*\.\.\s*(\d{1,15})\s*$/.exec(one) ?? []
    const range = { start: Number(start), end: Number(end) }
    if (!(range.start < range.end)) return 'wrong'
    ranges.push(range)
  }
  return ranges
}

/** The pieces of an annotation, each with the words of the quote that are its own; none when nothing is in this unit. */
export function piecesOf(
  { quote, ranges: all }: Places,
  unit: keyof Places['ranges'],
): readonly IncomingPiece[] {
  const ranges = all[unit]
  if (!ranges) return quote === '' ? [] : [{ exact: quote }]
  if (quote === '') return ranges
  const characters = unit === 'utf-16' ? quote.split('') : Array.from(quote)
  const exacts = cutByLengths(characters, ranges) ?? quote.split(GAP)
  if (exacts.length === ranges.length) return ranges.map((range, k) => ({ ...range, exact: exacts[k]! }))
  const [{ start, end }, ...more] = ranges as [Range, ...Range[]]
  if (more.length > 0) return ranges
  // One range for words in several pieces goes from the first to the last; between them only words tell.
  const lengthOf = (words: string): number => (unit === 'utf-16' ? words.length : Array.from(words).length)
  return exacts.map((exact, k) => {
    if (k === 0) return { start, end: start + lengthOf(exact), exact }
    return k === exacts.length - 1 ? { start: Math.max(0, end - lengthOf(exact)), end, exact } : { exact }
  })
}

/** The quote in parts as long as the ranges, when it is just so long and has gaps between them. */
function cutByLengths(characters: readonly string[], ranges: readonly Range[]): string[] | undefined {
  const exacts: string[] = []
  let at = 0
  for (const { start, end } of ranges) {
    if (at > 0) {
      if (characters.slice(at, at + GAP.length).join('') !== GAP) return undefined
      at += GAP.length
    }
    exacts.push(characters.slice(at, at + end - start).join(''))
    at += end - start
  }
  return at === characters.length ? exacts : undefined
}
