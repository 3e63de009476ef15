import type { Interval } from '../../base/intervals'
import type { Annotation } from '../annotation/annotation'
import { sameRanges } from '../annotation/ranges'
import { describeSpan, quoteOf } from '../annotation/span'
import { reparsed } from '../insight/parsed-attributes'
import { carriedRanges, onWholeCharacters, trimmed } from './carry-words'
import type { Edit } from './change'
import { carryAnnotation, correctText } from './correct'
import { type Author, added, editOf, removalOfWhatHangsOn, removed } from './edits'
import { textChangeOf } from './restyle'
import type { DocumentState } from './state'

/** A correction, with what it does to annotations. */
export interface Correction {
  readonly edit: Edit
  /** The annotations that hold other words now, as they are after it. */
  readonly changed: readonly Annotation[]
  /** The annotations that lost all their words, as they were before it. */
  readonly lost: readonly Annotation[]
}

/**
 * Puts `words` in the place of a range of the text and carries everybody's annotations along (see `carriedRanges`).
 * Undefined when the text reads so already. What old and new words have in common at their ends is left alone. An
 * annotation that keeps no words goes, with its links and comments, in the same edit.
 */
export function correct(
  state: DocumentState,
  author: Author,
  range: Interval,
  words: string,
): Correction | undefined {
  const replacement = trimmed(state.text, range, words)
  if (!replacement) return undefined
  const change = textChangeOf(state, replacement)
  const text = correctText(state.text, change)
  if (text === undefined) throw new Error(`${range.start}–${range.end} is not a range of the text`)
  const held: Annotation[] = []
  const changed: Annotation[] = []
  const lost: Annotation[] = []
  for (const annotation of state.annotations.values()) {
    const ranges = onWholeCharacters(
      state.text,
      text,
      replacement,
      carriedRanges(annotation.span, range, replacement),
    )
    const carried = carryAnnotation(annotation, change)
    if (carried && sameRanges(carried.span, ranges)) continue
    held.push(annotation)
    if (ranges.length === 0) lost.push(annotation)
    else changed.push(withWords(text, annotation, ranges))
  }
  const edit = editOf(author, 'Correct the text', [
    ...removalOfWhatHangsOn(state, new Set(lost.map(({ id }) => id))),
    ...held.map(removed),
    change,
    ...changed.map(added),
  ])
  return { edit, changed, lost }
}

/** The annotation with its words as they read now. Nobody has edited it, so that its time stays. */
function withWords(text: string, annotation: Annotation, ranges: readonly Interval[]): Annotation {
  const span = describeSpan(text, ranges)
  return { ...annotation, span, attributes: reparsed(annotation, quoteOf(span)) }
}
