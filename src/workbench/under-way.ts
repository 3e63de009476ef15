import { type Outcome, refuse } from '../base/outcome'

/** Knows which calls are under way, so that closing can wait for them and takes no new ones. */
export class UnderWay {
  readonly #running = new Set<Promise<unknown>>()
  #closed = false

  /** The same handler; once closed, it refuses. */
  readonly follow =
    <P, R>(handler: (params: P) => Promise<Outcome<R>>): ((params: P) => Promise<Outcome<R>>) =>
    (params) =>
      this.#closed ? Promise.resolve(closing) : this.run(() => handler(params))

  run<T>(task: () => Promise<T>): Promise<T> {
    const running = task().finally(() => this.#running.delete(running))
    this.#running.add(running)
    return running
  }

  /** Resolves when everything that was begun has ended, well or not. */
  async close(): Promise<void> {
    this.#closed = true
    while (this.#running.size > 0) await Promise.allSettled(this.#running)
  }
}

const closing = refuse('cancelled', 'Assay is closing. Nothing that was saved is lost.')
