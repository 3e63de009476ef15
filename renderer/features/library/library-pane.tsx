import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Listing, offered, titleMatcher } from '../../state/library'
import { useLibraryView, usePreferences, useSession } from '../../state/session-context'
import { DocumentList, type Entry } from './document-list'
import { LibraryHead } from './library-head'
import { Splitter } from '../../ui/splitter'
import './library.css'

/** The documents of the workspace, on the left. */
export function LibraryPane() {
  const session = useSession()
  const shown = usePreferences(({ libraryShown }) => libraryShown)
  const width = usePreferences(({ libraryWidth }) => libraryWidth)
  const reading = useLibraryView((view) => view.reading)
  const search = useRef<HTMLInputElement>(null)
  const entries = useEntries()

  useEffect(
    () =>
      session.focus.subscribe((pane) => {
        if (pane === 'search') search.current?.select()
      }),
    [session],
  )

  return (
    <nav id="library" className="pane library" aria-label="Library" data-pane="documents" hidden={!shown}>
      <LibraryHead search={search} />
      {reading > 0 && (
        <p className="library-reading" aria-live="polite">
          {reading === 1 ? 'Reading a file…' : `Reading ${reading} files…`}
        </p>
      )}
      <DocumentList entries={entries} />
      <LibraryFoot />
      <Splitter
        name="Width of the documents panel"
        side="start"
        controls="library"
        value={width}
        min={180}
        max={600}
        usual={280}
        onChange={(libraryWidth) => session.preferences.set({ libraryWidth })}
      />
    </nav>
  )
}

/** Documents first, then the samples that are still offered; both follow the search. */
function useEntries(): readonly Entry[] {
  const documents = useLibraryView((view) => view.documents)
  const samples = useLibraryView((view) => view.samples)
  const typed = useLibraryView((view) => view.query)
  const query = useDeferredValue(typed)
  const sort = usePreferences((preferences) => preferences.sort)
  const samplesShown = usePreferences((preferences) => preferences.samplesShown)
  const [listing] = useState(() => new Listing())
  const found = useMemo(() => listing.list(documents, query, sort), [listing, documents, query, sort])
  return useMemo(() => {
    const matches = titleMatcher(query)
    const more = samplesShown ? offered({ samples, documents }) : []
    return [
      ...found.map((document): Entry => ({ kind: 'document', key: document.id, document })),
      ...more
        .filter(({ title }) => matches(title))
        .map((sample): Entry => ({ kind: 'sample', key: `sample ${sample.name}`, sample })),
    ]
  }, [found, documents, samples, samplesShown, query])
}

function LibraryFoot() {
  const session = useSession()
  const samplesShown = usePreferences((preferences) => preferences.samplesShown)
  const count = useLibraryView((view) => offered(view).length)
  if (!samplesShown || count === 0) return null
  return (
    <p className="library-foot">
      <span>{count === 1 ? '1 sample article' : `${count} sample articles`}</span>
      <button
        type="button"
        className="link-button"
        onClick={() => session.preferences.set({ samplesShown: false })}
      >
        Hide samples
      </button>
    </p>
  )
}
