import type { Annotation } from '../../src/core/annotation/annotation'
import { adjudicator } from '../../src/core/review/adjudicated'
import type { Session } from './session'
import type { SessionView } from './session-view'

/** The lines under the text that there are for annotators who are compared. */
const LINES = 3

/** Whether an annotation is shown, as things stand: by whose it is. */
export function isShown({ article, view }: Session): (annotation: Annotation) => boolean {
  const { hidden, review, mode } = view.getState()
  const sets = article?.state.sets
  const annotatorOf = ({ set }: Annotation): string => sets?.get(set)?.annotator.id ?? ''
  if (review && mode === 'review') {
    const compared = new Set(review.view.getState().compared)
    return (annotation) => compared.has(annotatorOf(annotation))
  }
  // What is being mended is to be seen, and not what it came of.
  if (review) return (annotation) => annotatorOf(annotation) === adjudicator.id
  if (hidden.size === 0) return () => true
  return (annotation) => !hidden.has(annotatorOf(annotation))
}

/** The line under the text that is this annotator's while they are compared; undefined where each finds its own. */
export function lineOf({ article, view }: Session, { set }: Annotation): number | undefined {
  const { review, mode } = view.getState()
  if (!review || mode !== 'review') return undefined
  const annotator = article?.state.sets.get(set)?.annotator.id
  const at = review.view.getState().compared.indexOf(annotator ?? '')
  return at < 0 ? undefined : Math.min(at, LINES)
}

/** Shows this annotator's annotations or hides them; at least one annotator is shown. */
export function toggleAnnotator(session: Session, annotator: string): void {
  const { hidden } = session.view.getState()
  const next = new Set(hidden)
  if (!next.delete(annotator)) next.add(annotator)
  session.view.setState({ hidden: next } satisfies Partial<SessionView>)
  if (session.picked && !isShown(session)(session.picked)) session.pick(undefined)
  session.editor?.repaintAll()
}
