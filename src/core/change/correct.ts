import { equal } from '../../base/equal'
import type { Annotation } from '../annotation/annotation'
import type { LineStyle } from '../document/blocks'
import type { TextChange } from './change'
import { linesIn } from './passage'

/** Where a stretch of text lies after a correction. */
export interface Carried {
  readonly start: number
  readonly end: number
}

/**
 * Where `start`–`end` lies after the correction, when none of its words change: what lies before stays, what lies
 * after moves, and words that are inserted at its edge stay outside. Undefined when the correction reaches into it.
 */
export function carryRange(
  start: number,
  end: number,
  { start: at, from, to }: TextChange,
): Carried | undefined {
  if (end <= at) return { start, end }
  if (start < at + from.words.length) return undefined
  const by = to.words.length - from.words.length
  return { start: start + by, end: end + by }
}

/** The annotation after the correction, when none of its words change; the same object when it does not move. */
export function carryAnnotation(annotation: Annotation, change: TextChange): Annotation | undefined {
  let moved = false
  const span: Annotation['span'] = []
  for (const piece of annotation.span) {
    const carried = carryRange(piece.start, piece.end, change)
    if (!carried) return undefined
    moved ||= carried.start !== piece.start
    span.push({ ...piece, ...carried })
  }
  return moved ? { ...annotation, span } : annotation
}

/** The text after the correction, or why it cannot be. */
export const correctText = (text: string, { start, from, to }: TextChange): string | undefined =>
  text.startsWith(from.words, start) && start + from.words.length <= text.length
    ? text.slice(0, start) + to.words + text.slice(start + from.words.length)
    : undefined

/** The styles of the lines after the correction; undefined when those that leave are not as the change knew them. */
export function correctLines(
  text: string,
  lines: readonly LineStyle[],
  { start, from, to }: TextChange,
): readonly LineStyle[] | undefined {
  const gone = linesIn(from.words)
  const come = linesIn(to.words)
  if (gone === 0 && come === 0) return from.styles.length + to.styles.length === 0 ? lines : undefined
  const first = linesIn(text.slice(0, start))
  const relative = stylesWithin(lines, first, gone)
  if (!equal(relative, from.styles)) return undefined
  return [
    ...lines.filter(({ line }) => line <= first),
    ...to.styles.map((style) => ({ ...style, line: style.line + first })),
    ...lines
      .filter(({ line }) => line > first + gone)
      .map((style) => ({ ...style, line: style.line + come - gone })),
  ]
}

/** The styles of the `count` lines after line `first`, counted from it. */
export const stylesWithin = (lines: readonly LineStyle[], first: number, count: number): LineStyle[] =>
  lines
    .filter(({ line }) => line > first && line <= first + count)
    .map((style) => ({ ...style, line: style.line - first }))
