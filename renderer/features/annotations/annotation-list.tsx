import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { offeredTags } from '../../../src/core/codebook/codebook'
import { countComments } from '../../state/commenting'
import { aim, chooseTarget } from '../../state/linking'
import { countLinks } from '../../state/links'
import { signsOfSets } from '../../state/annotator-signs'
import type { OpenArticle } from '../../state/open-article'
import type { Pane } from '../../state/session-view'
import { useShownOrder } from '../../state/shown-order'
import { useArticle, useCodebook, useKeys, useSession, useSessionView } from '../../state/session-context'
import { removePicked, retagPicked, tagPressed } from '../../state/tagging'
import { useRows } from '../../ui/rows'
import { useWantedFocus } from '../../ui/wanted-focus'
import { AnnotationItem } from './annotation-item'

const ROW = 52 // CSS pixels of an entry with one line

/** What had the focus last, and what was picked then. */
interface Reached {
  readonly id: string
  readonly picked: string | undefined
}

/** The annotations in reading order: one stop for the Tab key; the arrows move and pick. */
export function AnnotationList({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const order = useShownOrder(article)
  const links = useArticle(article, ({ state }) => state.links)
  const comments = useArticle(article, ({ state }) => state.comments)
  const linkCounts = useMemo(() => countLinks(links), [links])
  const commentCounts = useMemo(() => countComments(comments), [comments])
  const filter = useSessionView((view) => view.filter)
  const picked = useSessionView((view) => view.picked)
  // What is picked in the text is shown, whatever the filter says.
  const besides = filter === undefined ? undefined : picked
  const sets = useArticle(article, ({ state }) => state.sets)
  const signs = useMemo(() => signsOfSets(sets), [sets])
  const list = useMemo(
    () => (filter === undefined ? order : order.filter(({ tag, id }) => tag === filter || id === besides)),
    [order, filter, besides],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState<Reached>()
  const pickedAt = useMemo(() => indexOf(list, picked), [list, picked])
  const reachedAt = useMemo(() => indexOf(list, reached?.id), [list, reached])
  // Another pick is where the Tab key comes next; until then, what had the focus last.
  const active = Math.max(0, reached?.picked === picked || pickedAt < 0 ? reachedAt : pickedAt)
  const askFocus = useWantedFocus()

  const rows = useRows({
    count: list.length,
    scroller,
    estimate: ROW,
    keyOf: (index) => list[index]?.id ?? index,
    // One may be being written to, the other have the focus.
    kept: [pickedAt, active],
  })

  const reach = useCallback((id: string) => setReached({ id, picked }), [picked])

  const inItem = (id: string, selector: string): HTMLElement | null | undefined =>
    scroller.current?.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(id)}"] ${selector}`)

  const focusOn = (annotation: Annotation | undefined): void => {
    if (!annotation) return
    reach(annotation.id)
    rows.scrollToIndex(list.indexOf(annotation))
    askFocus(() => inItem(annotation.id, 'a'))
  }

  const follow = useEffectEvent((id: string) => {
    if (pickedAt >= 0) rows.scrollToIndex(pickedAt)
    // The focus stays in the list when the next one is picked from there by a command.
    const focused = document.activeElement
    if (focused?.matches('a') && scroller.current?.contains(focused)) inItem(id, 'a')?.focus()
  })
  useEffect(() => {
    if (picked !== undefined) follow(picked)
  }, [picked])
  useKeepingInView(scroller, () => {
    if (pickedAt >= 0) rows.scrollToIndex(pickedAt)
  })

  const takeFocus = useEffectEvent((pane: Pane) => {
    if (pane === 'annotations' && list.length > 0) focusOn(list[active])
    if (pane === 'annotations' && list.length === 0) askFocus(firstRadio)
  })
  useEffect(() => session.focus.subscribe((pane) => takeFocus(pane)), [session])

  const move = (to: number): void => {
    const annotation = list[Math.min(list.length - 1, Math.max(0, to))]
    if (!annotation) return
    if (session.view.getState().linking) aim(session, annotation.id, { reveal: true })
    else session.pick(annotation.id, { reveal: true })
    focusOn(annotation)
  }

  const remove = (): void => {
    const annotation = list[active]
    if (!annotation) return
    const next = list[active + 1] ?? list[active - 1]
    session.pick(annotation.id)
    removePicked(session)
    if (!next) return session.focus.emit('article')
    reach(next.id)
    askFocus(() => inItem(next.id, 'a'))
  }

  const byKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const link = event.target instanceof HTMLAnchorElement
    const tag = tagPressed(session, event.nativeEvent)
    const moved = MOVES[event.key]?.(active, list.length)
    if (moved !== undefined) move(moved)
    else if (link && (event.key === 'Delete' || event.key === 'Backspace')) remove()
    else if (link && event.key === 'Enter') {
      const annotation = list[active]
      if (session.view.getState().linking && annotation) chooseTarget(session, annotation.id)
      else {
        move(active)
        session.focus.emit('note')
      }
    } else if (link && tag) {
      session.pick(list[active]?.id, { reveal: true })
      retagPicked(session, tag)
    } else if (event.key === 'Escape') session.focus.emit('article')
    else return
    event.preventDefault()
  }

  return (
    <div ref={scroller} className="annotation-list">
      {list.length === 0 && <Nothing filtered={order.length > 0} />}
      <ul aria-label="Annotations" style={{ blockSize: rows.getTotalSize() }} onKeyDown={byKey}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const annotation = list[index]!
          return (
            <li
              key={key}
              ref={rows.measureElement}
              className="annotation"
              data-index={index}
              data-annotation={annotation.id}
              aria-setsize={list.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <AnnotationItem
                annotation={annotation}
                by={signs.get(annotation.set)}
                links={linkCounts.get(annotation.id) ?? 0}
                comments={commentCounts.get(annotation.id) ?? 0}
                picked={annotation.id === picked}
                reachable={index === active}
                onReach={reach}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Brings what is picked into view again when the list has become lower. */
function useKeepingInView(scroller: RefObject<HTMLElement | null>, show: () => void): void {
  const keep = useEffectEvent(show)
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    let height = element.offsetHeight
    const observer = new ResizeObserver(() => {
      if (element.offsetHeight < height) keep()
      height = element.offsetHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const tags = offeredTags(useCodebook())
  const { keysOf } = useKeys()
  if (filtered) return <p className="pane-empty">There are none of this kind.</p>
  const keys = tags.flatMap(({ id, name }) => {
    const [key] = keysOf(`tag.${id}`)
    return key === undefined ? [] : [`${key} for ${name.toLowerCase()}`]
  })
  return (
    <p className="pane-empty">
      Nothing is tagged yet. Select words in the article, then press {either.format(keys)}.
    </p>
  )
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' })

const MOVES: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active) => active + 1,
  ArrowUp: (active) => active - 1,
  PageDown: (active) => active + 10,
  PageUp: (active) => active - 10,
  Home: () => 0,
  End: (_, count) => count - 1,
}

const firstRadio = (): HTMLElement | null => document.querySelector<HTMLElement>('.filter input:checked')

const indexOf = (list: readonly Annotation[], id: string | undefined): number =>
  id === undefined ? -1 : list.findIndex((annotation) => annotation.id === id)
