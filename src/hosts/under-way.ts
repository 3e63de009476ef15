/** Knows what has begun and not ended, so that a host can stop without cutting it off. */
export class UnderWay {
  readonly #work = new Set<Promise<unknown>>()

  /** Gives back what it is given. */
  follow<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work)
    const forget = (): void => void this.#work.delete(work)
    work.then(forget, forget)
    return work
  }

  /** Resolves when all that has begun by then has ended, well or not. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#work)
  }
}
