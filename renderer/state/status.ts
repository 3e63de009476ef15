import { createStore, type StoreApi } from 'zustand/vanilla'

export interface Status {
  /** What just happened, as a sentence without a full stop; read out by screen readers. */
  readonly message: string
  readonly kind: 'done' | 'hint'
  /** What is wrong and what to do, until somebody has seen it or it is over. */
  readonly trouble: string | undefined
  /** Grows with each message, so that the same words twice are announced twice. */
  readonly count: number
}

/** The status line: the one place where the window says what just happened. */
export interface StatusLine {
  readonly view: StoreApi<Status>
  say(message: string): void
  hint(message: string): void
  /** Stays to be seen, whatever is said after it, until it is dismissed or something worse happens. */
  warn(message: string): void
  /** Takes the trouble away, or only this one if it is still the one that is shown. */
  dismiss(message?: string): void
}

export function createStatusLine(): StatusLine {
  const view = createStore<Status>(() => ({ message: '', kind: 'done', trouble: undefined, count: 0 }))
  const set = (kind: Status['kind']) => (message: string) =>
    view.setState(({ count }) => ({ message, kind, count: count + 1 }))
  return {
    view,
    say: set('done'),
    hint: set('hint'),
    warn: (trouble) => view.setState(({ count }) => ({ message: '', trouble, count: count + 1 })),
    dismiss(message) {
      const { trouble } = view.getState()
      if (message === undefined || message === trouble) view.setState({ trouble: undefined })
    },
  }
}
