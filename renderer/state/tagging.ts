import { tidySpan } from '../../src/core/document/words'
import type { Annotation } from '../../src/core/annotation/annotation'
import { extentOf, quoteOf } from '../../src/core/annotation/span'
import { annotate, redoEdit, retag, tagSpan, undoEdit, untag } from '../../src/core/change/edits'
import type { Edit } from '../../src/core/change/change'
import type { Tag } from '../../src/core/codebook/codebook'
import type { Session } from './session'

/** Tags the selection; without one, gives the picked annotation this tag. */
export function tagSelection(session: Session, tag: Tag): void {
  const { article, editor } = session
  if (!article || !editor) return session.status.hint('Open an article first')
  const { anchor, head } = editor.selection
  if (anchor === head) return retagPicked(session, tag)
  const range = tidySpan(article.article.text, { start: anchor, end: head })
  if (!range) return session.status.hint('Only blanks are selected: there is nothing to tag')
  const { edit, annotation } = tagSpan(article.state, session.author, tag, [range])
  if (!perform(session, edit)) return
  editor.select({ anchor: range.end, head: range.end })
  session.pick(annotation.id)
  session.status.say(`Tagged ${short(annotation)} as ${tag.name.toLowerCase()}`)
}

function retagPicked(session: Session, tag: Tag): void {
  const { picked } = session
  if (!picked) return session.status.hint(`Select the words of the ${tag.name.toLowerCase()} first`)
  if (picked.tag === tag.id)
    return session.status.hint(`${short(picked)} is a ${tag.name.toLowerCase()} already`)
  if (perform(session, retag(session.author, picked, tag))) {
    session.status.say(`Changed ${short(picked)} to ${tag.name.toLowerCase()}`)
  }
}

export function removePicked(session: Session): void {
  const { article, picked } = session
  if (!article || !picked) return session.status.hint('Pick an annotation first: click it, or press O')
  const name = tagNameOf(session, picked)
  if (!perform(session, untag(article.state, session.author, picked, name))) return
  session.pick(undefined)
  session.status.say(`Removed the ${name.toLowerCase()} ${short(picked)}`)
}

/** Writes the note of an annotation; nothing happens when it says what it said. */
export function writeNote(session: Session, annotation: Annotation, note: string): void {
  const now = session.article?.state.annotations.get(annotation.id)
  if (!now || now.note === note) return
  if (perform(session, annotate(session.author, now, note))) {
    session.status.say(note === '' ? `Removed the note of ${short(now)}` : `Noted at ${short(now)}`)
  }
}

export function undo(session: Session): void {
  const edit = session.article?.view.getState().timeline.undo.at(-1)
  if (!edit) return session.status.hint('There is nothing to undo')
  if (perform(session, undoEdit(session.author, edit))) afterTravel(session, edit, `Undid “${edit.name}”`)
}

export function redo(session: Session): void {
  const edit = session.article?.view.getState().timeline.redo.at(-1)
  if (!edit) return session.status.hint('There is nothing to redo')
  if (perform(session, redoEdit(session.author, edit))) afterTravel(session, edit, `Did “${edit.name}” again`)
}

/** Shows where undo or redo changed something: a change that happens out of sight is one that is not believed. */
function afterTravel(session: Session, edit: Edit, message: string): void {
  const touched = edit.changes.flatMap((change) =>
    change.of !== 'annotation' ? [] : change.kind === 'replace' ? [change.from] : [change.record],
  )[0]
  if (touched) {
    session.pick(session.article?.state.annotations.has(touched.id) ? touched.id : undefined)
    session.editor?.reveal(extentOf(touched.span))
  }
  session.status.say(message)
}

/** Picks the smallest annotation at a click; a click beside all of them lets go. */
export const pickAt = (session: Session, offset: number): void =>
  session.pick(session.article?.places.at(offset)[0]?.id)

/** Picks the next of the annotations under the caret, from the smallest to the largest and round again. */
export function cyclePick(session: Session): void {
  const { article, editor, picked } = session
  if (!article || !editor) return
  const here = article.places.at(editor.selection.head)
  if (here.length === 0) return session.status.hint('There is no annotation under the caret')
  const next = here[(here.findIndex(({ id }) => id === picked?.id) + 1) % here.length]!
  session.pick(next.id)
  session.status.say(
    `${tagNameOf(session, next)} ${short(next)}, ${here.indexOf(next) + 1} of ${here.length} here`,
  )
}

/** Picks the annotation after or before the picked one, or the caret, in reading order; the filter applies. */
export function pickNeighbour(session: Session, step: 1 | -1): void {
  const { article, editor, picked } = session
  if (!article) return
  const { filter } = session.view.getState()
  const list = article.view.getState().order.filter(({ tag }) => filter === undefined || tag === filter)
  if (list.length === 0) return session.status.hint('There are no annotations yet')
  const caret = editor?.selection.head ?? 0
  const at = picked ? list.findIndex(({ id }) => id === picked.id) : -1
  const after = list.findIndex(({ span }) => extentOf(span).start >= caret)
  const start = after < 0 ? list.length : after
  const next = at >= 0 ? at + step : step > 0 ? start : start - 1
  const annotation = list[next]
  if (!annotation)
    return session.status.hint(step > 0 ? 'That was the last annotation' : 'That was the first annotation')
  session.pick(annotation.id, { reveal: true })
  session.status.say(`${tagNameOf(session, annotation)} ${short(annotation)}, ${next + 1} of ${list.length}`)
}

/** Lets go of the picked annotation once the caret has left it. */
export function followCaret(session: Session, head: number): void {
  const { picked } = session
  if (!picked) return
  const { start, end } = extentOf(picked.span)
  if (head < start || head > end) session.pick(undefined)
}

export const tagNameOf = (session: Session, { tag }: Annotation): string =>
  session.workspace.codebook.tags.find(({ id }) => id === tag)?.name ?? tag

function perform(session: Session, edit: Edit): boolean {
  const refusal = session.article?.perform(edit)
  // From now on undo means this edit, not a document that was removed before it.
  session.library.view.setState({ lastRemoved: undefined })
  if (refusal) session.status.warn(refusal.message)
  return !refusal
}

const SHORT = 40

/** The words of an annotation for a message, cut in the middle of nothing: at a word if there is one. */
export function short({ span }: Annotation): string {
  const words = quoteOf(span).replace(/\s+/g, ' ')
  if (words.length <= SHORT) return `“${words}”`
  const cut = words.slice(0, SHORT)
  return `“${cut.slice(0, cut.lastIndexOf(' ') > SHORT / 2 ? cut.lastIndexOf(' ') : SHORT).replace(/[\uD800-\uDBFF]$/, '')}…”`
}
