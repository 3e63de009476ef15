export type Undo = () => void

/** Collects clean-ups and runs them in reverse, each once, even when one of them throws. */
export class Scope {
  #undos: Undo[] = []

  add(undo: Undo): void {
    this.#undos.push(undo)
  }

  close(): void {
    const errors: unknown[] = []
    for (const undo of this.#undos.splice(0).toReversed()) {
      try {
        undo()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'some clean-ups failed')
  }
}
