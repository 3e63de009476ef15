import { Scope, type Undo } from '../../../src/base/scope'
import { isExact } from '../../../src/core/annotation/span'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { type Painted, createEditor } from '../../editor/editor'
import type { OpenArticle } from '../../state/open-article'
import type { Session } from '../../state/session'
import { followCaret, pickUnder, tagLocked } from '../../state/tagging'
import { watchSelecting } from './selecting'

/** Puts the text of an open article into `scroller` and keeps it as the session wants it, until it is undone. */
export function mountEditor(session: Session, article: OpenArticle, scroller: HTMLElement): Undo {
  const scope = new Scope()
  const underlines = new Map(session.codebook.tags.map(({ id, underline }) => [id, underline]))

  const painted = (annotation: Annotation): Painted => ({
    id: annotation.id,
    ranges: annotation.span,
    tag: annotation.tag,
    underline: underlines.get(annotation.tag) ?? 'dashed',
    picked: annotation.id === session.view.getState().picked,
    doubtful: !isExact(article.text, annotation.span),
    pending: article.view.getState().unsaved.has(annotation.id),
  })
  const editor = createEditor(
    scroller,
    { text: article.text, blocks: article.blocks },
    (start, end) => article.places.overlapping(start, end).map(painted),
    {
      onSelection: ({ head }) => followCaret(session, head),
      onPick: (offset, under) => pickUnder(session, offset, under),
    },
  )
  session.editor = editor
  // What can be edited has the focus anyway; said in so many words, accessibility checkers know it too.
  scroller.querySelector('[role="textbox"]')?.setAttribute('tabindex', '0')
  scope.add(() => editor.destroy())
  scope.add(article.onTouched((ranges) => editor.repaint(ranges)))
  scope.add(
    session.focus.subscribe((pane) => {
      if (pane === 'article') editor.focus()
    }),
  )

  scope.add(watchSelecting(scroller, () => tagLocked(session)))

  const id = article.article.id
  const left = session.left.get(id)
  if (left) {
    editor.select(left.selection)
    scroller.scrollTop = left.top
  }
  scope.add(() => {
    session.left.set(id, { selection: editor.selection, top: scroller.scrollTop })
    if (session.editor === editor) session.editor = undefined
  })
  return () => scope.close()
}
