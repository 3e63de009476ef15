import type { Undo } from './scope'

/** Tells listeners about values, in the order they came. A listener that throws does not keep the others from hearing. */
export class Emitter<T> {
  readonly #listeners = new Set<(value: T) => void>()

  subscribe(listener: (value: T) => void): Undo {
    const own = (value: T): void => listener(value)
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }

  emit(value: T): void {
    const errors: unknown[] = []
    for (const listener of Array.from(this.#listeners)) {
      if (!this.#listeners.has(listener)) continue // another listener has undone it
      try {
        listener(value)
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'some listeners failed')
  }

  get size(): number {
    return this.#listeners.size
  }
}
