/** Runs tasks one at a time for each key, in the order they were given; different keys run side by side. */
export class Queue {
  readonly #tails = new Map<string, Promise<unknown>>()

  /** Resolves or rejects as `task` does. A task that failed does not hold up the next one. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve()
    const done = before.then(task, task)
    const tail = done.then(
      () => undefined,
      () => undefined,
    )
    this.#tails.set(key, tail)
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key)
    })
    return done
  }

  /** Resolves when everything given so far has ended. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values())
  }
}
