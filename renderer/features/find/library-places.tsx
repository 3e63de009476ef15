import { type KeyboardEvent, useRef } from 'react'
import { useStore } from 'zustand'
import type { Found } from '../../state/finding'
import { useLibraryView, useSession } from '../../state/session-context'

/** Where in the library the words stand: a list of places, in the order of the articles. */
export function LibraryPlaces() {
  const session = useSession()
  const scope = useStore(session.finding.view, (view) => view.scope)
  const found = useStore(session.finding.view, (view) => view.found)
  const progress = useStore(session.finding.view, (view) => view.progress)
  const words = useStore(session.finding.view, (view) => view.words)
  const list = useRef<HTMLUListElement>(null)
  if (scope !== 'library' || words.trim() === '') return null
  const count = found.reduce((sum, one) => sum + one.count, 0)
  const done = progress !== undefined && progress.done === progress.all
  const byKey = (event: KeyboardEvent): void => {
    const entries = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = entries.indexOf(document.activeElement as HTMLAnchorElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') session.focus.emit('find')
    else if (step !== undefined) entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.focus()
    else return
    event.preventDefault()
  }
  return (
    <>
      <p className="find-summary" role="status">
        {done || progress === undefined
          ? `${places(count)} in ${found.length === 1 ? '1 article' : `${found.length.toLocaleString('en')} articles`}`
          : `${places(count)} so far, ${progress.done.toLocaleString('en')} of ${progress.all.toLocaleString('en')} articles looked through`}
      </p>
      <ul ref={list} className="find-places" aria-label="Places found" onKeyDown={byKey}>
        {found.map((one) => (
          <InArticle key={one.id} found={one} />
        ))}
      </ul>
    </>
  )
}

const places = (count: number): string => (count === 1 ? '1 place' : `${count.toLocaleString('en')} places`)

function InArticle({ found }: { readonly found: Found }) {
  const session = useSession()
  const title = useLibraryView(({ documents }) => documents.get(found.id)?.title) ?? found.id
  const more = found.count - found.places.length
  return (
    <li>
      <p className="find-title">
        {title} <span className="find-count">{found.count}</span>
      </p>
      <ul aria-label={title}>
        {found.places.map((place) => (
          <li key={place.start}>
            <a
              className="find-place"
              href={`#${encodeURIComponent(found.id)}-${place.start}`}
              onClick={(event) => {
                event.preventDefault()
                void session.finding.open(found.id, place)
              }}
            >
              {place.before}
              <mark>{place.words}</mark>
              {place.after}
            </a>
          </li>
        ))}
        {more > 0 && <li className="find-more">and {more.toLocaleString('en')} more in this article</li>}
      </ul>
    </li>
  )
}
