import type { Interval } from '../../../base/intervals'
import { sentencesIn, tokensIn } from '../segmentation'
import type { AnnotatedDocument } from '../codec'

/** A token by its name in the file, such as `1-7`. */
export interface Token extends Interval {
  readonly name: string
}

/** The tokens of each sentence. Those of one document are the same for all annotators. */
export function segmentsOf({ article, records }: AnnotatedDocument): Token[][] {
  const { text } = article
  const spans = records.annotations.flatMap(({ span }) => span)
  const sentences = sentencesIn(article)
  const tokens = tokensBetween(text, tokensIn(text), spans, sentences)
  const groups: Interval[][] = []
  let next = 1 // the first has the blanks at the head of the text
  for (const token of tokens) {
    let begins = groups.length === 0
    for (; next < sentences.length && sentences[next]!.start <= token.start; next++) begins = true
    if (begins) groups.push([])
    groups.at(-1)!.push(token)
  }
  return groups.map((group, s) => group.map((token, k) => ({ ...token, name: `${s + 1}-${k + 1}` })))
}

/**
 * Tokens that end where an annotation or a sentence does. Blanks are none, but for those with which an annotation
 * begins or ends, and those at the head of the text: the format knows no place before its first token.
 */
function tokensBetween(
  text: string,
  tokens: readonly Interval[],
  spans: readonly Interval[],
  sentences: readonly Interval[],
): Interval[] {
  const starts = new Set([0, ...spans.map(({ start }) => start)])
  const ends = new Set(spans.map(({ end }) => end))
  const bounds = [...starts, ...ends, ...sentences.map(({ start }) => start)]
  for (const { start, end } of tokens) bounds.push(start, end)
  const places = [...new Set(bounds)].toSorted((a, b) => a - b)
  return places.flatMap((start, k) => {
    const end = places[k + 1]
    if (end === undefined)
      return starts.has(start) && start < text.length ? [{ start, end: text.length }] : []
    return starts.has(start) || ends.has(end) || text.slice(start, end).trim() !== '' ? [{ start, end }] : []
  })
}

/** Those within a piece, of tokens that end where it does. */
export function tokensOf(tokens: readonly Token[], { start, end }: Interval): Token[] {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const covered: Token[] = []
  for (let k = low; k < tokens.length && tokens[k]!.end <= end; k++) covered.push(tokens[k]!)
  return covered
}
