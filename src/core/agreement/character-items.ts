import { readingsIn } from './in-scheme'
import { kept } from './kept'
import type { Scheme } from './measure'
import type { Mark, ReadText, Reading } from './reading'
import { type Chain, type Section, eachStretch, sectionsOnce } from './sections'

/**
 * Visits the text in runs of characters that no reader has in two categories, with the category that each gave it:
 * the number of a tag of the scheme or, for nothing, of tags. Where marks of one annotator overlap, the innermost
 * counts: the one of fewest characters, of these the one that begins first, of these the one whose tag comes first in
 * the scheme. The ratings are an array that is used again.
 */
export function eachRun(
  text: ReadText,
  scheme: Scheme,
  visit: (ratings: readonly number[], length: number) => void,
): void {
  const chains = readingsIn(text, scheme).map((reading) => layerOf(reading, text.length, scheme))
  const ratings = chains.map(() => 0)
  eachStretch(chains, (at, length) => {
    for (let k = 0; k < chains.length; k++) ratings[k] = chains[k]![at[k]!]!.value ?? scheme.tags.length
    visit(ratings, length)
  })
}

/**
 * One annotator's text in stretches of the category of the innermost mark; undefined where there is none. Where no mark
 * is in pieces these are the sections of the measures for unitizing, which only differ in what counts as the size of a
 * mark in pieces.
 */
function layerOf({ marks }: Reading, length: number, scheme: Scheme): Chain {
  if (scheme.tags.length === 1 || marks.every(({ ranges }) => ranges.length === 1))
    return sectionsOnce(marks, length, scheme.tags)
  const known = layers(marks)
  if (known.last?.tags === scheme.tags && known.last.length === length) return known.last.chain
  const bounds = boundsOf(length, marks)
  const categories = innermost(marks, bounds, scheme)
  const chain: Section[] = []
  for (let run = 0; run < categories.length; run++) {
    const value = categories[run]! < 0 ? undefined : categories[run]!
    chain.push({ start: bounds[run]!, end: bounds[run + 1]!, value })
  }
  known.last = { tags: scheme.tags, length, chain }
  return chain
}

interface Layer {
  readonly tags: readonly string[]
  readonly length: number
  readonly chain: Chain
}
const layers = kept<readonly Mark[], { last?: Layer }>(() => ({}))

/** Where a mark begins or ends, and the ends of the text, in order. */
function boundsOf(length: number, marks: readonly Mark[]): number[] {
  const bounds = [0, length]
  for (const { ranges } of marks) for (const { start, end } of ranges) bounds.push(start, end)
  // Typed numbers are sorted without calling back, several times as fast.
  const inOrder = new Float64Array(bounds).toSorted()
  const distinct: number[] = []
  for (const bound of inOrder) if (bound !== distinct.at(-1)) distinct.push(bound)
  return distinct
}

/** For each run between two bounds the category of the innermost mark over it, or -1. */
function innermost(marks: readonly Mark[], bounds: readonly number[], scheme: Scheme): Int32Array {
  const runAt = new Map(bounds.map((bound, run) => [bound, run]))
  const layer = new Int32Array(bounds.length - 1).fill(-1)
  // A run that has its category points on to the next that may have none yet, so that each run is entered once
  // however many marks lie over it.
  const next = new Int32Array(bounds.length).map((_, run) => run)
  const free = (run: number): number => {
    let at = run
    while (next[at] !== at) at = next[at] = next[next[at]!]!
    return at
  }
  for (const { category, ranges } of fromWithin(marks, scheme)) {
    for (const { start, end } of ranges) {
      const last = runAt.get(end)!
      for (let run = free(runAt.get(start)!); run < last; run = free(run)) {
        layer[run] = category
        next[run] = run + 1
      }
    }
  }
  return layer
}

const fromWithin = (marks: readonly Mark[], scheme: Scheme) =>
  marks
    .map(({ tag, ranges }) => ({
      ranges,
      size: ranges.reduce((sum, { start, end }) => sum + end - start, 0),
      start: ranges[0]!.start,
      category: scheme.tags.indexOf(tag),
    }))
    .toSorted((a, b) => a.size - b.size || a.start - b.start || a.category - b.category)
