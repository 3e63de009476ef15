import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { DocumentState } from '../change/state'
import type { Answer } from './answer'
import { reviewOf } from './standing'
import { type Verdict, compareVerdicts } from './verdict'

/** A verdict on something of one annotator's, as it comes back to them. */
export interface Letter {
  readonly verdict: Verdict
  /** What was judged, as it is now; undefined when it is gone. */
  readonly now: Annotation | Link | undefined
  /** What came of it in the adjudicated set; undefined when nothing did. */
  readonly result: Annotation | Link | undefined
  readonly answer: Answer | undefined
}

/**
 * What others decided about this person's annotations and links, the newest first. What was accepted as it was asks
 * for nothing and is left out.
 */
export function inboxOf(state: DocumentState, personId: string): Letter[] {
  const mine = new Set(
    [...state.sets.values()].flatMap((set) => (set.annotator.id === personId ? [set.id] : [])),
  )
  const review = reviewOf(state)
  return [...review.verdicts.values()]
    .filter(({ judged, by, decision }) => mine.has(judged.set) && by.id !== personId && decision !== 'accept')
    .toSorted((a, b) => compareVerdicts(b, a))
    .map((verdict) => ({
      verdict,
      now: state.annotations.get(verdict.judged.id) ?? state.links.get(verdict.judged.id),
      result: review.resultOf(verdict.judged.id),
      answer: review.answers.get(verdict.id),
    }))
}
