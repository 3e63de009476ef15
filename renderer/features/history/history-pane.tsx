import { type KeyboardEvent, useEffect } from 'react'
import { useStore } from 'zustand'
import { restoreShown } from '../../state/looking-back'
import type { Past } from '../../state/past'
import { usePreferences, useSession } from '../../state/session-context'
import { EndSplitter } from '../../ui/end-splitter'
import { HistoryList } from './history-list'
import './history.css'

/** The edits of the article on the right, in the place of its annotations. */
export function HistoryPane({ past }: { readonly past: Past }) {
  const session = useSession()
  const width = usePreferences(({ annotationsWidth }) => annotationsWidth)
  const chosen = useStore(past.view, (view) => view.chosen)
  const last = useStore(past.view, (view) => view.last)
  const first = useStore(past.view, (view) => view.first)
  // What the slider and the list say of an edit must be known first.
  useEffect(() => void past.load(chosen), [past, chosen])
  const edit = chosen >= first ? past.editOf(chosen) : undefined
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    restoreShown(session)
  }
  return (
    <aside
      id="annotations"
      className="pane annotations history"
      aria-label="History panel"
      data-pane="annotations"
      onKeyDown={byKey}
    >
      <header>
        <div className="pane-head">
          <h2>History</h2>
          <span className="count">
            {chosen} of {last}
          </span>
        </div>
        <input
          className="history-slider"
          type="range"
          aria-label="State of the article"
          aria-valuetext={
            edit
              ? `${chosen} of ${last}: after ${edit.name}`
              : chosen === 0
                ? 'As it was added'
                : `${chosen} of ${last}`
          }
          min={0}
          max={last}
          value={chosen}
          onChange={({ target }) => void past.choose(target.valueAsNumber)}
        />
      </header>
      <HistoryList past={past} />
      <EndSplitter
        of="the history panel"
        width={width}
        onWidth={(annotationsWidth) => session.preferences.set({ annotationsWidth })}
      />
    </aside>
  )
}
