import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Reply } from '../../../src/api/contract'
import type { DocumentSummary } from '../../../src/core/library'
import { openAndRead, openSample, removeDocument } from '../../state/importing'
import type { Pane } from '../../state/session-view'
import { useLibraryView, useSession, useSessionView } from '../../state/session-context'
import { useMinute } from '../../ui/moment'
import { useRows } from '../../ui/rows'
import { useWantedFocus } from '../../ui/wanted-focus'
import { DocumentItem } from './document-item'
import { SampleItem } from './sample-item'
import { useTypeAhead } from './type-ahead'

export type Entry =
  | { readonly kind: 'document'; readonly key: string; readonly document: DocumentSummary }
  | {
      readonly kind: 'sample'
      readonly key: string
      readonly sample: Reply<'workspace.open'>['samples'][number]
    }

const ROW = 62 // CSS pixels of an entry with a title of two lines

/** One stop for the Tab key; within it the arrows, Home, End and typed letters move. */
export function DocumentList({ entries }: { readonly entries: readonly Entry[] }) {
  const session = useSession()
  const open = useSessionView(({ article }) => article?.article.id)
  const opening = useSessionView((view) => view.opening)
  const now = useMinute()
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [wanted, setActive] = useState<string>()
  const active = indexOr(entries, wanted, indexOr(entries, open, 0))
  const askFocus = useWantedFocus()
  const typeAhead = useTypeAhead()

  const rows = useRows({
    count: entries.length,
    scroller,
    estimate: ROW,
    keyOf: (index) => entries[index]?.key ?? index,
    // What has the focus must not go away because it was scrolled out of sight.
    kept: [Math.min(active, entries.length - 1)],
  })

  const focusOn = (index: number): void => {
    const entry = entries[index]
    if (!entry) return
    setActive(entry.key)
    rows.scrollToIndex(index)
    askFocus(() => linkIn(list.current, index))
  }

  const takeFocus = useEffectEvent((pane: Pane) => {
    if (pane === 'documents') focusOn(active)
  })
  useEffect(() => session.focus.subscribe((pane) => takeFocus(pane)), [session])

  const start = (entry: Entry): void => {
    setActive(entry.key)
    void (entry.kind === 'document'
      ? openAndRead(session, entry.document.id)
      : openSample(session, entry.sample.name))
  }

  const remove = async (index: number): Promise<void> => {
    const entry = entries[index]
    if (entry?.kind !== 'document')
      return session.status.hint('A sample is not in the workspace yet; hide samples to be rid of it')
    const next = entries[index + 1] ?? entries[index - 1]
    await removeDocument(session, entry.document.id)
    if (!next) return session.focus.emit('search')
    setActive(next.key)
    askFocus(() => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"] a`))
  }

  const byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = target(event.key, active, entries.length)
    if (next !== undefined) focusOn(next)
    else if (event.key === 'Delete' || event.key === 'Backspace') void remove(active)
    else if (event.key === 'Escape') session.focus.emit('article')
    else if (event.key.length === 1 && event.key !== '?') {
      const found = typeAhead(event.key, active, entries.length, (index) => titleOf(entries[index]!))
      if (found === undefined) return
      focusOn(found)
    } else return
    event.preventDefault()
  }

  return (
    <div ref={scroller} className="library-list" data-typed>
      {entries.length === 0 && <Nothing />}
      <ul ref={list} aria-label="Documents" style={{ blockSize: rows.getTotalSize() }} onKeyDown={byKey}>
        {rows.getVirtualItems().map(({ index, start: offset, key }) => {
          const entry = entries[index]!
          const place = {
            'data-key': entry.key,
            'data-index': index,
            'aria-setsize': entries.length,
            'aria-posinset': index + 1,
            style: { transform: `translateY(${offset}px)` },
            ref: rows.measureElement,
          }
          const link = {
            tabIndex: index === active ? 0 : -1,
            onOpen: () => start(entry),
            onFocus: () => setActive(entry.key),
          }
          return entry.kind === 'document' ? (
            <DocumentItem
              key={key}
              document={entry.document}
              open={entry.key === open}
              opening={entry.key === opening}
              now={now}
              place={place}
              link={link}
            />
          ) : (
            <SampleItem key={key} sample={entry.sample} place={place} link={link} />
          )
        })}
      </ul>
    </div>
  )
}

function Nothing() {
  const query = useLibraryView((view) => view.query)
  return (
    <p className="pane-empty">
      {query.trim() === ''
        ? 'No documents yet. Open articles with the button above, or drop files anywhere in the window.'
        : 'No title has all of these words.'}
    </p>
  )
}

const PAGE = 10

function target(key: string, active: number, count: number): number | undefined {
  const moved: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE,
    PageUp: active - PAGE,
    Home: 0,
    End: count - 1,
  }
  const next = moved[key]
  return next === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, next))
}

const titleOf = (entry: Entry): string =>
  entry.kind === 'document' ? entry.document.title : entry.sample.title

function indexOr(entries: readonly Entry[], key: string | undefined, otherwise: number): number {
  const index = key === undefined ? -1 : entries.findIndex((entry) => entry.key === key)
  return index < 0 ? otherwise : index
}

const linkIn = (list: HTMLElement | null, index: number): HTMLElement | null | undefined =>
  list?.querySelector<HTMLElement>(`[data-index="${index}"] a`)
