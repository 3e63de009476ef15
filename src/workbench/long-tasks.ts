import type { Announce } from './announcing'

/** One long task under way: how far it has come, and whether it is still wanted. */
export interface LongTask {
  readonly signal: AbortSignal
  progress(done: number, of: number): void
  end(): void
}

const EVERY_MS = 100 // a person reads no faster, and every window hears it

/** The tasks that somebody watches, by the ids that the windows gave them. */
export class LongTasks {
  readonly #announce: Announce
  readonly #closing: AbortSignal
  readonly #running = new Map<string, AbortController>()

  constructor(announce: Announce, closing: AbortSignal) {
    this.#announce = announce
    this.#closing = closing
  }

  /** Begins a task; one without an id is done without being watched, and ends early only when Assay closes. */
  begin(id: string | undefined): LongTask {
    if (id === undefined) return { signal: this.#closing, progress: () => undefined, end: () => undefined }
    const stop = new AbortController()
    this.#running.set(id, stop)
    let told = 0
    return {
      signal: AbortSignal.any([stop.signal, this.#closing]),
      progress: (done, of) => {
        const now = performance.now()
        if (done < of && now - told < EVERY_MS) return
        told = now
        this.#announce('task.progress', { task: id, done, of })
      },
      end: () => void this.#running.delete(id),
    }
  }

  /** Ends a task early; one that is over already stays as it is. */
  cancel(id: string): void {
    this.#running.get(id)?.abort()
  }
}
