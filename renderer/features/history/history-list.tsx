import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Edit } from '../../../src/core/change/change'
import { type Past, undoneAmong } from '../../state/past'
import { useSession, useSessionView } from '../../state/session-context'
import { ago, exactly, useMinute } from '../../ui/moment'
import { useRows } from '../../ui/rows'

const ROW = 48 // CSS pixels of an edit

/** Every edit, the newest first, and below them the article as it was added. The arrows move and show. */
export function HistoryList({ past }: { readonly past: Past }) {
  const session = useSession()
  const { chosen, last, first, edits } = useStore(past.view)
  const undone = useMemo(() => undoneAmong(edits), [edits])
  const names = useNames()
  const now = useMinute()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRows({
    count: last + 1,
    scroller,
    estimate: ROW,
    keyOf: (index) => last - index,
    kept: [last - chosen],
  })
  const drawn = rows.getVirtualItems()
  const oldest = last - (drawn.at(-1)?.index ?? 0)
  useEffect(() => void past.load(oldest), [past, oldest])
  useEffect(() => rows.scrollToIndex(last - chosen), [rows, last, chosen])
  useEffect(() => {
    scroller.current?.focus()
    return session.focus.subscribe((pane) => {
      if (pane === 'annotations') scroller.current?.focus()
    })
  }, [session])
  const byKey = (event: KeyboardEvent): void => {
    const to = MOVES[event.key]?.(chosen, last)
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    void past.choose(to)
  }
  return (
    <div
      ref={scroller}
      className="history-list"
      role="listbox"
      aria-label="History"
      tabIndex={0}
      aria-activedescendant={`edit-${chosen}`}
      onKeyDown={byKey}
    >
      <div role="presentation" className="history-rows" style={{ blockSize: rows.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const revision = last - index
          const edit = revision >= first ? past.editOf(revision) : undefined
          return (
            <div
              key={key}
              id={`edit-${revision}`}
              ref={rows.measureElement}
              className={`history-edit${edit && undone.has(edit.id) ? ' undone' : ''}`}
              role="option"
              data-index={index}
              aria-selected={revision === chosen}
              aria-setsize={last + 1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => void past.choose(revision)}
            >
              <span className="history-name">{nameOf(revision, edit)}</span>
              {edit && undone.has(edit.id) && <span className="history-mark">undone</span>}
              {edit && (
                <span className="history-when" title={exactly(edit.at)}>
                  {names.get(edit.author) ?? 'Somebody'}, {ago(edit.at, now)}
                </span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function nameOf(revision: number, edit: Edit | undefined): string {
  if (revision === 0) return 'As it was added'
  if (!edit) return '…'
  if (edit.undoes !== undefined) return `Undo ${edit.name}`
  return edit.redoes === undefined ? edit.name : `Redo ${edit.name}`
}

/** What people are called, by id, as far as this article tells. */
function useNames(): ReadonlyMap<string, string> {
  const person = useSessionView((view) => view.person)
  const article = useSessionView((view) => view.article)
  return useMemo(() => {
    const sets = [...(article?.state.sets.values() ?? [])]
    return new Map([...sets.map(({ annotator }) => annotator), person].map(({ id, name }) => [id, name]))
  }, [article, person])
}

/** Where keys lead from a revision; newer ones are above. */
const MOVES: Readonly<Record<string, (chosen: number, last: number) => number>> = {
  ArrowDown: (chosen) => chosen - 1,
  ArrowUp: (chosen) => chosen + 1,
  PageDown: (chosen) => chosen - 10,
  PageUp: (chosen) => chosen + 10,
  Home: (_, last) => last,
  End: () => 0,
}
