import type { Interval } from '../../src/base/intervals'
import type { Annotation } from '../../src/core/annotation/annotation'
import { withSelection, withoutSelection } from '../../src/core/annotation/pieces'
import { respan, splitAt } from '../../src/core/change/edit-spans'
import { type Edge, type Unit, movedEdge } from '../../src/core/document/boundary'
import { pickFirst } from './known-commands'
import type { OpenArticle } from './open-article'
import { short } from './quoting'
import type { Session } from './session'
import { tagNameOf } from './tagging'

/** Moves one end of the picked annotation by a unit of text: the start of its first piece, or the end of its last. */
export function moveBoundary(session: Session, edge: Edge, unit: Unit, step: 1 | -1): void {
  const { article, picked } = session
  if (!article || !picked) return session.status.hint(pickFirst(session))
  const pieces = picked.span
  const place = edge === 'start' ? 0 : pieces.length - 1
  const piece = pieces[place]!
  const to = movedEdge(article.text, piece, edge, unit, step, article.sentences)
  if (to === undefined) return session.status.hint(noFurther(edge, unit, step))
  const ranges = pieces.with(place, { ...piece, [edge]: to })
  const now = cover(session, picked, ranges, `Move the ${edge}`)
  if (!now) return
  session.editor?.reveal({ start: to, end: to })
  session.status.say(`Moved the ${edge}: ${short(now)}`)
}

function noFurther(edge: Edge, unit: Unit, step: 1 | -1): string {
  const inward = (edge === 'end') === step < 0
  return inward
    ? `There is no ${unit} left to take away at the ${edge}`
    : `The ${edge} cannot go further: there is no ${unit} ${step > 0 ? 'after' : 'before'} it`
}

/** Adds the selection to the picked annotation as a piece, or to the one that the caret left to make the selection. */
export function addPiece(session: Session): void {
  const chosen = chosenPiece(session, 'add')
  if (!chosen) return
  const { article, annotation, selection } = chosen
  const ranges = withSelection(article.text, annotation.span, selection)
  if (!ranges) return session.status.hint('Only blanks are selected: there is nothing to add')
  const now = cover(session, annotation, ranges, 'Add a piece')
  if (!now) return session.status.hint(`${short(annotation)} covers the selection already`)
  session.pick(now.id)
  session.status.say(`Added to the ${tagNameOf(session, now).toLowerCase()}, which is now ${short(now)}`)
}

/** Takes the selection out of the picked annotation, or of the one that the caret left to make the selection. */
export function removePiece(session: Session): void {
  const chosen = chosenPiece(session, 'take away')
  if (!chosen) return
  const { article, annotation, selection } = chosen
  const ranges = withoutSelection(article.text, annotation.span, selection)
  if (!ranges) return session.status.hint(`The selection holds nothing of ${short(annotation)}`)
  if (ranges.length === 0) return session.status.hint('Nothing would be left: remove the annotation instead')
  const now = cover(session, annotation, ranges, 'Take a piece away')
  if (!now) return
  session.pick(now.id)
  session.status.say(`Taken from the ${tagNameOf(session, now).toLowerCase()}, which is now ${short(now)}`)
}

interface Chosen {
  readonly article: OpenArticle
  readonly annotation: Annotation
  readonly selection: Interval
}

/** The annotation and the selection that are meant; undefined, with a hint, when one of them is missing. */
function chosenPiece(session: Session, what: string): Chosen | undefined {
  const { article, editor, leftBehind } = session
  const left = leftBehind === undefined ? undefined : article?.state.annotations.get(leftBehind)
  const annotation = session.picked ?? left
  if (!article || !editor || !annotation) {
    session.status.hint(pickFirst(session))
    return undefined
  }
  const { anchor, head } = editor.selection
  if (anchor === head) {
    session.status.hint(`Select the words to ${what} first`)
    return undefined
  }
  return { article, annotation, selection: { start: Math.min(anchor, head), end: Math.max(anchor, head) } }
}

/** Makes two annotations of the picked one, at the caret, and picks the second. */
export function splitPicked(session: Session): void {
  const { article, editor, picked } = session
  if (!article || !editor || !picked) return session.status.hint(pickFirst(session))
  const split = splitAt(article.state, session.author, picked, editor.selection.head)
  if (!split) return session.status.hint('Put the caret where the annotation is to be split, inside it')
  if (!session.perform(split.edit)) return
  const before = article.state.annotations.get(picked.id)
  session.pick(split.annotation.id)
  session.status.say(`Split into ${before ? short(before) : ''} and ${short(split.annotation)}`)
}

/** Has an annotation cover these ranges, and gives it as it is then; undefined when nothing changed. */
function cover(
  session: Session,
  annotation: Annotation,
  ranges: readonly Interval[],
  name: string,
): Annotation | undefined {
  const { article } = session
  const edit = article && respan(article.state, session.author, annotation, ranges, name)
  return edit && session.perform(edit) ? article.state.annotations.get(annotation.id) : undefined
}
