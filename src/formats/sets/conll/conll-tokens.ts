import type { Interval } from '../../../base/intervals'
import type { Article } from '../../../core/document/article'
import { tokensIn } from '../segmentation'

// What separates columns and tokens for any reader of the format: blanks of every kind, control characters too.
const RUN = /[^\s\p{Cc}]+/gu

/**
 * The tokens of a text by sentences: words, numbers and marks, none with a blank in it, cut wherever one of `ranges`
 * begins or ends. Sentences are those of the article, else its lines; where one of `ranges` runs on, none ends.
 */
export function tokensOf({ text, sentences }: Article, ranges: readonly Interval[]): Interval[][] {
  const ends = sentences ?? lineEnds(text)
  const breaks = outside(new Uint32Array(ends).toSorted(), ranges)
  const cuts = new Uint32Array([...ends, ...ranges.flatMap(({ start, end }) => [start, end])]).toSorted()
  const found: Interval[][] = []
  let sentence: Interval[] = []
  let nextBreak = 0
  for (const token of cutAt(runsOf(text), cuts)) {
    let broken = false
    for (; nextBreak < breaks.length && breaks[nextBreak]! <= token.start; nextBreak++) broken = true
    if (broken && sentence.length > 0) {
      found.push(sentence)
      sentence = []
    }
    sentence.push(token)
  }
  return sentence.length > 0 ? [...found, sentence] : found
}

/** Words and marks in the order of the text. */
function* runsOf(text: string): Iterable<Interval> {
  for (const token of tokensIn(text))
    for (const run of text.slice(token.start, token.end).matchAll(RUN)) {
      const start = token.start + run.index
      yield { start, end: start + run[0].length }
    }
}

/** The intervals, cut at these places; both in the order of the text. */
function* cutAt(intervals: Iterable<Interval>, places: Uint32Array): Iterable<Interval> {
  let next = 0
  for (const { start, end } of intervals) {
    let from = start
    for (; next < places.length && places[next]! < end; next++) {
      const place = places[next]!
      if (place <= from) continue
      yield { start: from, end: place }
      from = place
    }
    yield { start: from, end }
  }
}

const lineEnds = (text: string): number[] => [...text.matchAll(/\n/g)].map(({ index }) => index)

/** Those of the places that lie in no range. */
function outside(places: Uint32Array, ranges: readonly Interval[]): Uint32Array {
  const sorted = ranges.toSorted((a, b) => a.start - b.start)
  let next = 0
  let covered = 0
  return places.filter((place) => {
    for (; next < sorted.length && sorted[next]!.start < place; next++)
      covered = Math.max(covered, sorted[next]!.end)
    return covered <= place
  })
}
