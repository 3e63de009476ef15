import type { Interval } from '../../../base/intervals'
import { sameRanges } from '../../../core/annotation/ranges'
import type { Unit } from '../../../core/document/offsets'
import { canonical } from '../../../core/document/text'
import { fragmentsOf, isCut } from './brat-lines'
import { countingOf } from '../counting'
import type { IncomingPiece } from '../incoming'
import type { Problems } from '../problems'

/** brat’s own unit, then that of tools in Java and JavaScript. */
export const UNITS: readonly Unit[] = ['code-points', 'utf-16']

/** A T line. */
export interface TextBound {
  readonly place: string
  readonly id: string
  readonly type: string
  readonly pieces: readonly IncomingPiece[]
}

/** Something that a line says of another one. */
export interface Said<T> {
  readonly place: string
  readonly what: T
}

/** The pieces of each T line as they were before they were cut; undefined for one that stays as it is. */
export function exactPieces(
  name: string,
  raw: string,
  texts: readonly TextBound[],
  spans: ReadonlyMap<string, Said<unknown>>,
  problems: Problems,
): readonly (readonly IncomingPiece[] | undefined)[] | undefined {
  const { text } = canonical(raw)
  const annotations = texts.map(({ type, ...rest }) => ({ ...rest, tag: type }))
  if (spans.size === 0 && annotations.every(({ pieces }) => pieces.length < 2)) return undefined
  const counting = countingOf(
    {
      place: name,
      name,
      text: raw,
      units: UNITS,
      ids: 'kept',
      annotators: [],
      annotations,
      links: [],
      comments: [],
    },
    raw,
  )
  return texts.map(({ id, pieces }) => {
    const ranges = pieces.flatMap((piece) => counting.rangeOf(piece) ?? [])
    if (ranges.length < pieces.length) return undefined
    const told = spans.get(id)
    if (told) {
      const meant = fragmentsIn(pairsIn(told.what))
      const at = meant?.flatMap((piece) => counting.rangeOf(piece) ?? []) ?? []
      if (meant && at.length === meant.length && sameRanges(fragmentsOf(text, at), ranges))
        return meant.map((piece, k) => ({ ...piece, exact: text.slice(at[k]!.start, at[k]!.end) }))
      problems.add(told.place, 'It is not of the places of its T line, which were taken instead.')
    }
    return joinedPieces(text, pieces, ranges)
  })
}

function joinedPieces(text: string, pieces: readonly IncomingPiece[], ranges: readonly Interval[]) {
  const joined: { piece: IncomingPiece; range: Interval }[] = []
  for (const [k, piece] of pieces.entries()) {
    const range = ranges[k]!
    const last = joined.at(-1)
    if (!last || last.range.end >= range.start || !isCut(text.slice(last.range.end, range.start))) {
      joined.push({ piece, range })
      continue
    }
    const both = { start: last.range.start, end: range.end }
    const exact = text.slice(both.start, both.end)
    joined[joined.length - 1] = { range: both, piece: { start: last.piece.start!, end: piece.end!, exact } }
  }
  return joined.map(({ piece }) => piece)
}

/** `2 7;22 37`; undefined when it is something else. */
export function fragmentsIn(places: string): Interval[] | undefined {
  const fragments: Interval[] = []
  for (const pair of places.split(';')) {
    const [, start, end] = /^\s*(\d{1,12})\s+(\d{1,12})\s*$/.exec(pair) ?? []
    if (start === undefined || Number(start) >= Number(end)) return undefined
    fragments.push({ start: Number(start), end: Number(end) })
  }
  return fragments
}

/** Pairs of JSON as a T line has them. */
const pairsIn = (value: unknown): string =>
  Array.isArray(value) ? value.map((pair) => (isPair(pair) ? pair.join(' ') : '')).join(';') : ''

const isPair = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((place) => typeof place === 'number')

/** The words of each fragment, which stand one blank apart; undefined when they are of other lengths. */
export function wordsOf(words: string, fragments: readonly Interval[]): string[] | undefined {
  if (fragments.length === 1) return [words]
  const total = fragments.reduce((sum, { start, end }) => sum + end - start, fragments.length - 1)
  const characters = Array.from(words)
  const units =
    characters.length === total ? characters : words.length === total ? words.split('') : undefined
  if (!units) return undefined
  let at = 0
  return fragments.map(({ start, end }) => {
    const from = at
    at += end - start + 1
    return units.slice(from, at - 1).join('')
  })
}
