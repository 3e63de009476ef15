import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { type Decoration, DecorationSet } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import { decorationOf } from './decorations'
import type { PaintSource } from './painted'
import type { Positions } from './positions'
import { segmentsOf } from './segments'
import { type Stretch, inSection, touched } from './stretches'

/**
 * Decides what is drawn where. Each method says whether anything changed, so that the view must be drawn anew.
 * Another way to draw, such as CSS highlights, would be another painter.
 */
export interface Painter {
  readonly decorations: DecorationSet
  /** Follows the view: sections that came near it are painted, those that went away are not any more. */
  follow(entered: readonly number[], left: readonly number[]): boolean
  /** Follows the view inside very long blocks, of which only what overlaps these offsets is painted. */
  pass(offsets: Interval): boolean
  /** Cost in proportion to the stretches near the view that the ranges touch. */
  repaint(ranges: readonly Interval[]): boolean
  repaintAll(): boolean
  /** Has what is drawn come along with words being typed. From then on nothing else is drawn until `renew`. */
  carry(transaction: Transaction): void
  /** Draws everything near the view anew, in another text. */
  renew(doc: Node, stretches: readonly Stretch[]): void
}

/** What is painted of a very long block before the view has told where it is. */
const FIRST: Interval = { start: 0, end: 8192 }

export function createPainter(
  doc: Node,
  stretches: readonly Stretch[],
  positions: Positions,
  source: PaintSource,
): Painter {
  let shown = { doc, stretches }
  /** Whether words are being typed, of which the source knows nothing yet. */
  let ahead = false
  const near = new Set<number>()
  let passing: Interval = FIRST
  const drawn = new Map<number, readonly Decoration[]>()
  let decorations = DecorationSet.empty

  function draw(indices: Iterable<number>): boolean {
    if (ahead) return false
    const before: Decoration[] = []
    const after: Decoration[] = []
    for (const index of indices) {
      before.push(...(drawn.get(index) ?? []))
      const next = isNear(shown.stretches[index]!, passing) ? decorationsIn(shown.stretches[index]!) : []
      after.push(...next)
      if (next.length > 0) drawn.set(index, next)
      else drawn.delete(index)
    }
    if (before.length > 0) decorations = decorations.remove(before)
    if (after.length > 0) decorations = decorations.add(shown.doc, after)
    return before.length > 0 || after.length > 0
  }

  const isNear = ({ start, end, section, piece }: Stretch, offsets: Interval): boolean =>
    near.has(section) && (!piece || (start < offsets.end && offsets.start < end))

  const decorationsIn = (stretch: Stretch): Decoration[] =>
    segmentsOf(source(stretch.start, stretch.end), stretch).map((segment) => decorationOf(segment, positions))

  const ofSections = (sections: readonly number[]): number[] =>
    sections.flatMap((section) => numbers(inSection(shown.stretches, section)))

  return {
    get decorations() {
      return decorations
    },
    follow(entered, left) {
      for (const section of left) near.delete(section)
      for (const section of entered) near.add(section)
      return draw(ofSections([...left, ...entered]))
    },
    pass(offsets) {
      const before = passing
      passing = offsets
      const among = { start: Math.min(before.start, passing.start), end: Math.max(before.end, passing.end) }
      const changed = numbers(touched(shown.stretches, among)).filter((index) => {
        const stretch = shown.stretches[index]!
        return isNear(stretch, before) !== isNear(stretch, passing)
      })
      return draw(changed)
    },
    repaint(ranges) {
      const indices = new Set(ranges.flatMap((range) => nearIn(touched(shown.stretches, range))))
      return draw(indices)
    },
    repaintAll: () => draw(ofSections([...near])),
    carry({ mapping, doc: next }) {
      ahead = true
      decorations = decorations.map(mapping, next)
    },
    renew(next, among) {
      ahead = false
      shown = { doc: next, stretches: among }
      drawn.clear()
      decorations = DecorationSet.empty
      draw(ofSections([...near]))
    },
  }

  function nearIn(run: [number, number]): number[] {
    return numbers(run).filter((index) => isNear(shown.stretches[index]!, passing))
  }
}

const numbers = ([from, to]: [number, number]): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)
