import { createStore, type StoreApi } from 'zustand/vanilla'

export interface Status {
  /** What just happened, as a sentence without a full stop; read out by screen readers. */
  readonly message: string
  readonly kind: 'done' | 'hint' | 'trouble'
  /** Grows with each message, so that the same words twice are announced twice. */
  readonly count: number
}

/** The status line: the one place where the window says what just happened. */
export interface StatusLine {
  readonly view: StoreApi<Status>
  say(message: string): void
  hint(message: string): void
  warn(message: string): void
}

export function createStatusLine(): StatusLine {
  const view = createStore<Status>(() => ({ message: '', kind: 'done', count: 0 }))
  const set = (kind: Status['kind']) => (message: string) =>
    view.setState(({ count }) => ({ message, kind, count: count + 1 }))
  return { view, say: set('done'), hint: set('hint'), warn: set('trouble') }
}
