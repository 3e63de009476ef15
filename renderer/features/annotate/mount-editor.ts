import { Scope, type Undo } from '../../../src/base/scope'
import { extentOf, isExact } from '../../../src/core/annotation/span'
import type { Codebook } from '../../../src/core/codebook/codebook'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { type Access, type ArticleEditor, type Painted, createEditor } from '../../editor/editor'
import { resize } from '../../state/dragging'
import { chooseTarget } from '../../state/linking'
import type { OpenArticle } from '../../state/open-article'
import type { EarlierState } from '../../state/past'
import type { Session } from '../../state/session'
import type { SessionView } from '../../state/session-view'
import { isShown, lineOf } from '../../state/shown-sets'
import { followCaret, pickUnder, tagLocked } from '../../state/tagging'
import { marginOf } from './margin-source'
import { watchSelecting } from './selecting'

/** Puts the text of an open article into `scroller` and keeps it as the session wants it, until it is undone. */
export function mountEditor(session: Session, article: OpenArticle, scroller: HTMLElement): Undo {
  const scope = new Scope()
  let underlines = underlinesOf(session.codebook)

  const painted = (annotation: Annotation): Painted => {
    const lane = lineOf(session, annotation)
    return {
      id: annotation.id,
      ranges: annotation.span,
      tag: annotation.tag,
      underline: underlines.get(annotation.tag) ?? 'dashed',
      picked: annotation.id === session.view.getState().picked,
      doubtful: !isExact(shown().text, annotation.span),
      pending: article.view.getState().unsaved.has(annotation.id),
      ...(lane === undefined ? {} : { lane }),
    }
  }
  /** The article as it is now, or as it was when it is looked back at. */
  const shown = (): Pick<EarlierState, 'blocks' | 'places'> & { readonly text: string } => {
    const earlier = session.view.getState().past?.view.getState().shown
    return earlier ? { ...earlier, text: earlier.state.text } : article
  }
  const isTagging = (): boolean => session.view.getState().mode === 'tag'
  const editor = createEditor(
    scroller,
    { text: article.text, blocks: article.blocks },
    (start, end) => shown().places.overlapping(start, end).filter(isShown(session)).map(painted),
    marginOf(session, article),
    {
      onSelection: ({ head }) => followCaret(session, head),
      onPick: (offset, under) => isTagging() && pickUnder(session, offset, under),
      onTyped: () => session.typing.type(),
      onPause: () => session.typing.flush(),
      onReplace: (range, words) => session.typing.replace(range, words),
      onResize: (id, ranges) => isTagging() && resize(session, id, ranges),
      onLinkTo(from, to) {
        session.view.setState({ linking: { from, purpose: 'link' } })
        chooseTarget(session, to)
      },
      onGoTo: (id) => session.pick(id, { reveal: true }),
    },
  )
  session.editor = editor
  // What can be edited has the focus anyway; said in so many words, accessibility checkers know it too.
  scroller.querySelector('[role="textbox"]')?.setAttribute('tabindex', '0')
  scope.add(() => editor.destroy())
  scope.add(article.onTouched((ranges) => editor.repaint(ranges)))
  scope.add(followText(session, article, editor))
  scope.add(followMode(session, editor, () => editor.setText(shown().text, shown().blocks)))
  scope.add(
    session.view.subscribe(({ codebook }, before) => {
      if (codebook === before.codebook) return
      underlines = underlinesOf(codebook)
      editor.repaintAll()
    }),
  )
  scope.add(
    session.view.subscribe(({ picked, mode, codebook }, before) => {
      if (picked !== before.picked || mode !== before.mode || codebook !== before.codebook) editor.repaint([])
    }),
  )
  scope.add(
    session.view.subscribe(({ linking }, before) => {
      if (linking?.candidate === before.linking?.candidate) return
      const candidate = article.state.annotations.get(linking?.candidate ?? '')
      editor.showCandidate(candidate && extentOf(candidate.span))
    }),
  )
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
    session.typing.flush()
    session.left.set(id, { selection: editor.selection, top: scroller.scrollTop })
    if (session.editor === editor) session.editor = undefined
  })
  return () => scope.close()
}

const underlinesOf = ({ tags }: Codebook): ReadonlyMap<string, Painted['underline']> =>
  new Map(tags.map(({ id, underline }) => [id, underline]))
/** Has the editor show each correction of the text, whoever makes it; what is being typed is not lost by it. */
function followText(session: Session, article: OpenArticle, editor: ArticleEditor): Undo {
  return article.view.subscribe(({ state }, before) => {
    if (state.text === before.state.text && state.lines === before.state.lines) return
    if (session.view.getState().past?.view.getState().shown) return
    if (session.typing.typed) session.typing.flush()
    else editor.setText(article.text, article.blocks)
  })
}

const ACCESS: Readonly<Record<SessionView['mode'], Access>> = {
  tag: 'locked',
  correct: 'open',
  history: 'past',
  review: 'locked',
  inbox: 'locked',
}

/** Opens and locks the text, and shows the state that is looked back at. */
function followMode(session: Session, editor: ArticleEditor, show: () => void): Undo {
  let stop: Undo | undefined
  const follow = ({ mode, past }: SessionView): void => {
    stop?.()
    stop = past?.view.subscribe((view, before) => {
      if (view.shown !== before.shown) show()
    })
    editor.setAccess(ACCESS[mode])
  }
  const unfollow = session.view.subscribe((view, before) => {
    if (view.mode === before.mode && view.past === before.past) return
    const wasElsewhere = before.past?.view.getState().shown !== undefined
    follow(view)
    if (wasElsewhere) show()
  })
  follow(session.view.getState())
  return () => {
    stop?.()
    unfollow()
  }
}
