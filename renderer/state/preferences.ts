import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Preferences } from '../../src/core/preferences'
import type { StatusLine } from './status'

export interface PreferencesStore {
  readonly view: StoreApi<Preferences>
  /** Takes effect at once and is saved after a short pause, since a panel's edge is dragged pixel by pixel. */
  set(change: Partial<Preferences>): void
  /** Saves now what waits for the pause to end. */
  flush(): void
}

const PAUSE = 400 // ms

export function createPreferences(client: Client, status: StatusLine, saved: Preferences): PreferencesStore {
  const view = createStore<Preferences>(() => saved)
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = async (): Promise<void> => {
    timer = undefined
    const done = await client.send('preferences.save', { preferences: view.getState() })
    if (!done.ok) status.warn(done.refusal.message)
  }
  return {
    view,
    set(change) {
      view.setState(change)
      clearTimeout(timer)
      timer = setTimeout(() => void save(), PAUSE)
    },
    flush() {
      if (timer === undefined) return
      clearTimeout(timer)
      void save()
    },
  }
}
