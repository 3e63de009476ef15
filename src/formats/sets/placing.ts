import type { Interval } from '../../base/intervals'
import { anchor } from '../../core/anchoring/anchor'
import { normalised } from '../../core/annotation/ranges'
import { describeSpan } from '../../core/annotation/span'
import { canonical } from '../../core/document/text'
import { type Counting, countingOf, isQuoted } from './counting'
import type { IncomingAnnotation, IncomingDocument, IncomingPiece } from './incoming'

/** Where an annotation of a file lies in a text of ours, and how sure that is. */
export type Placed =
  /** Its words are there; `moved` when they were found by their quote, elsewhere than its positions say. */
  | { readonly how: 'exact' | 'moved'; readonly ranges: readonly Interval[] }
  /** For a person to decide; `why` is a sentence. */
  | { readonly how: 'doubtful'; readonly ranges: readonly Interval[]; readonly why: string }
  | { readonly how: 'lost'; readonly why: string }

export interface Placing {
  /** One for each annotation of the document, in its order. */
  readonly places: readonly Placed[]
  readonly remarks: readonly string[]
}

/** The text of a document of ours that a file's positions are to be found in. */
export interface OurText {
  readonly text: string
  /** Whether the line ends of the file it came from had two characters, which others may count. */
  readonly crlf: boolean
  /** Whether the file is known to speak of this very text. */
  readonly same: boolean
}

/** Finds the places of a file's annotations in our text. Nothing that is not certain is called `exact` or `moved`. */
export function placeAll(document: IncomingDocument, ours: OurText): Placing {
  const raw = document.text ?? (ours.crlf ? ours.text.replaceAll('\n', '\r\n') : ours.text)
  const { text } = canonical(raw)
  const counting = countingOf(document, raw)
  const known = document.text !== undefined || ours.same
  // Asked once: two copies of a long text are compared letter by letter.
  const isOurs = text === ours.text
  const places = document.annotations.map((annotation) => {
    const placed = place(annotation, text, counting, known)
    return isOurs ? placed : carry(placed, text, ours.text)
  })
  return { places, remarks: counting.remark === undefined ? [] : [counting.remark] }
}

/** Where it lies in the text that its file speaks of. Without that text, positions alone prove nothing. */
function place({ pieces }: IncomingAnnotation, text: string, counting: Counting, known: boolean): Placed {
  return joined(pieces.map((piece) => placePiece(piece, text, counting, known)))
}

function placePiece(piece: IncomingPiece, text: string, counting: Counting, known: boolean): Placed {
  const range = counting.rangeOf(piece)
  const exact = piece.exact === undefined ? undefined : canonical(piece.exact).text
  if (exact === undefined || exact === '') {
    if (!range) return { how: 'lost', why: LOST.nowhere }
    return known
      ? { how: 'exact', ranges: [range] }
      : {
          how: 'doubtful',
          ranges: [range],
          why: 'The file has neither the text nor the words that were meant.',
        }
  }
  if (range && isQuoted(text, range, exact)) return { how: 'exact', ranges: [range] }
  return byQuote(text, {
    start: range?.start ?? -1,
    exact,
    prefix: canonical(piece.prefix ?? '').text,
    suffix: canonical(piece.suffix ?? '').text,
  })
}

function byQuote(
  text: string,
  piece: { readonly start: number; readonly exact: string; readonly prefix: string; readonly suffix: string },
): Placed {
  const found = anchor(text, { ...piece, end: piece.start + piece.exact.length })
  if (found.how === 'lost') return { how: 'lost', why: LOST[found.why] }
  const ranges = [{ start: found.start, end: found.end }]
  if (found.how === 'doubtful')
    return { how: 'doubtful', ranges, why: 'The words are there, but what stands around them is not.' }
  return { how: found.how, ranges }
}

const LOST = {
  nowhere: 'Its position is outside of the text.',
  missing: 'Its words are not in the text.',
  ambiguous: 'Its words are in several places, and nothing tells which is meant.',
}

/** Finds a place of one text in another that is not the same, by words and surroundings. */
function carry(placed: Placed, from: string, to: string): Placed {
  if (placed.how === 'lost') return placed
  const carried = joined(describeSpan(from, placed.ranges).map((piece) => byQuote(to, piece)))
  if (placed.how !== 'doubtful' || carried.how === 'lost') return carried
  return { ...placed, ranges: carried.ranges }
}

/** The pieces as one: as sure as the least sure of them. */
function joined(pieces: readonly Placed[]): Placed {
  const lost = pieces.find(({ how }) => how === 'lost')
  if (lost) return lost
  const ranges = normalised(pieces.flatMap((piece) => (piece.how === 'lost' ? [] : piece.ranges)))
  if (ranges.length === 0) return { how: 'lost', why: 'It covers no words.' }
  for (const piece of pieces) if (piece.how === 'doubtful') return { ...piece, ranges }
  return { how: pieces.some(({ how }) => how === 'moved') ? 'moved' : 'exact', ranges }
}
