import type { Piece } from '../annotation/span'

/** Where a piece lies in a text, and how sure that is. Only `exact` and `moved` may be accepted without a person. */
export type Anchored =
  | { readonly how: 'exact' | 'moved' | 'doubtful'; readonly start: number; readonly end: number }
  | { readonly how: 'lost'; readonly why: 'missing' | 'ambiguous' }

/**
 * Where the words of `piece` lie in `text` now. The words decide, then their surroundings, then the old place; a tie
 * that none of them breaks is reported, never guessed, and a place whose surroundings do not agree at all is doubtful.
 */
export function anchor(text: string, piece: Piece): Anchored {
  const starts = occurrences(text, piece)
  const found = starts.map((start) => ({ start, score: agreement(text, start, piece) }))
  const best = Math.max(-1, ...found.map(({ score }) => score))
  const winners = found.filter(({ score }) => score === best)
  const winner = winners.length > 1 ? winners.find(({ start }) => start === piece.start) : winners[0]
  const all = piece.prefix.length + piece.suffix.length
  // Of so many places not all were looked at: only one that agrees in everything, where it was, is it.
  if (starts.length >= MOST && !(winner?.start === piece.start && best === all))
    return { how: 'lost', why: 'ambiguous' }
  if (!winner) return { how: 'lost', why: winners.length > 0 ? 'ambiguous' : 'missing' }
  const range = { start: winner.start, end: winner.start + piece.exact.length }
  if (best === 0 && all > 0) return { how: 'doubtful', ...range }
  if (winner.start === piece.start) return { how: 'exact', ...range }
  return { how: best < Math.min(FEW, Math.ceil(all / 2)) ? 'doubtful' : 'moved', ...range }
}

const FEW = 8 // units around words that are elsewhere now: a blank and a comma agree anywhere

const MOST = 10_000 // a letter repeated through a megabyte has no place worth finding

/** Where the words stand, in order; of more than can be looked at, the first ones and the old place. */
function occurrences(text: string, { exact, start }: Piece): number[] {
  const found: number[] = []
  for (let at = text.indexOf(exact); at >= 0 && found.length < MOST; at = text.indexOf(exact, at + 1))
    found.push(at)
  if (found.length === MOST && found.at(-1)! < start && text.startsWith(exact, start)) found.push(start)
  return found
}

/** How many units of context agree on either side of a candidate. */
function agreement(text: string, start: number, { exact, prefix, suffix }: Piece): number {
  let agreed = 0
  for (let k = 1; k <= prefix.length && text[start - k] === prefix[prefix.length - k]; k++) agreed++
  for (let k = 0; k < suffix.length && text[start + exact.length + k] === suffix[k]; k++) agreed++
  return agreed
}
