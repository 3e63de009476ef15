import type { Interval } from '../../base/intervals'
import { graphemes, lineAt, words } from './words'

export type Edge = 'start' | 'end'
export type Unit = 'character' | 'word' | 'sentence'

/**
 * Where an edge of `piece` lies after a step of one unit, later (1) or earlier (-1) in the text: at the nearest start
 * of a unit for a start, at the nearest end of one for an end, so that it never comes to lie on a blank or inside a
 * user-perceived character. Undefined when that would leave the text or cross the other edge. `sentences` are flat,
 * as an article keeps them.
 */
export function movedEdge(
  text: string,
  piece: Interval,
  edge: Edge,
  unit: Unit,
  step: 1 | -1,
  sentences: readonly number[],
): number | undefined {
  const from = piece[edge]
  const units = unit === 'sentence' ? inOrder(sentences, step) : cut(text, UNITS[unit], from, step)
  for (const candidate of units) {
    const to = candidate[edge]
    if (step > 0 ? to <= from : to >= from) continue
    return (edge === 'start' ? to < piece.end : to > piece.start) ? to : undefined
  }
  return undefined
}

interface Cutting {
  readonly segmenter: Intl.Segmenter
  readonly counts: (segment: string) => boolean
}

const UNITS: Readonly<Record<'character' | 'word', Cutting>> = {
  character: { segmenter: graphemes, counts: (segment) => /\S/.test(segment) },
  // What is drawn instead of written stands for a word, but a mark between words does not.
  word: { segmenter: words, counts: (segment) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment) },
}

/** The units after `from`, the one that holds it first, or before it, the nearest first; line by line, as asked for. */
function* cut(text: string, { segmenter, counts }: Cutting, from: number, step: 1 | -1): Iterable<Interval> {
  let at = step > 0 ? from : from - 1
  while (at >= 0 && at < text.length) {
    const line = lineAt(text, at)
    const segments = segmenter.segment(text.slice(line.start, line.end))
    if (step < 0) at = Math.min(at, line.end - 1)
    while (at >= line.start && at < line.end) {
      const { index, segment } = segments.containing(at - line.start)!
      const start = line.start + index
      const end = start + segment.length
      if (counts(segment)) yield { start, end }
      at = step > 0 ? end : start - 1
    }
    if (step > 0) at = line.end + 1
  }
}

function* inOrder(pairs: readonly number[], step: 1 | -1): Iterable<Interval> {
  const count = pairs.length >> 1
  for (let k = 0; k < count; k++) {
    const place = 2 * (step > 0 ? k : count - 1 - k)
    yield { start: pairs[place]!, end: pairs[place + 1]! }
  }
}
