import type { KeyboardEvent, RefObject } from 'react'
import type { Preferences } from '../../../src/core/preferences'
import { runCommand } from '../../state/commands'
import { useKeys, useLibraryView, usePreferences, useSession } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { OpenIcon, SearchIcon } from '../../ui/icons'

const SORTS: readonly [value: Preferences['sort'], name: string][] = [
  ['changed', 'Last worked on'],
  ['title', 'Title'],
  ['length', 'Length'],
  ['imported', 'Last added'],
]

/** Search, order, and the way to more documents. */
export function LibraryHead({ search }: { readonly search: RefObject<HTMLInputElement | null> }) {
  const session = useSession()
  const query = useLibraryView((view) => view.query)
  const sort = usePreferences((preferences) => preferences.sort)
  const count = useLibraryView(({ documents }) => documents.size)
  const { withKey } = useKeys()
  const byKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') session.focus.emit('documents')
    else if (event.key !== 'Escape') return
    else if (query === '') session.focus.emit('article')
    else session.library.search('')
    event.preventDefault()
  }
  return (
    <header className="library-head">
      <div className="pane-head">
        <h2>Documents</h2>
        <span className="count">{count > 0 ? count.toLocaleString('en') : ''}</span>
        <IconButton
          name="Open articles…"
          hint={withKey('Open articles…', 'library.open')}
          onClick={() => runCommand(session, 'library.open')}
        >
          <OpenIcon />
        </IconButton>
      </div>
      <div className="library-search">
        <SearchIcon />
        <input
          ref={search}
          type="search"
          aria-label="Search documents"
          placeholder="Search titles"
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => session.library.search(target.value)}
          onKeyDown={byKey}
        />
      </div>
      <select
        className="library-sort"
        aria-label="Sort documents"
        value={sort}
        onChange={({ target }) => {
          const chosen = SORTS.find(([value]) => value === target.value)
          if (chosen) session.preferences.set({ sort: chosen[0] })
        }}
      >
        {SORTS.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </header>
  )
}
