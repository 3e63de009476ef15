import { Emitter } from '../../src/base/emitter'
import type { Undo } from '../../src/base/scope'

/** Of quiet after the last key, in ms: seldom enough not to make an edit of every word. */
const QUIET = 2000

/**
 * What is being written at one place, such as the note of an annotation. It is owned here and not by its field, so
 * that nothing typed is lost when the field goes away: it is saved after a pause, when it is left, and before
 * anything else takes its place.
 */
export class Draft {
  readonly #save: (place: string, words: string) => void
  readonly #isReady: (place: string, words: string) => boolean
  readonly #changed = new Emitter<void>()
  #draft: { readonly place: string; readonly words: string } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `isReady` tells whether words may be saved at a pause; those that may not wait for somebody to finish them. */
  constructor(
    save: (place: string, words: string) => void,
    isReady: (place: string, words: string) => boolean = () => true,
  ) {
    this.#save = save
    this.#isReady = isReady
  }

  readonly subscribe = (listener: () => void): Undo => this.#changed.subscribe(listener)

  /** What is written and not yet saved at this place, if anything is. */
  wordsAt(place: string): string | undefined {
    return this.#draft?.place === place ? this.#draft.words : undefined
  }

  write(place: string, words: string): void {
    if (this.#draft && this.#draft.place !== place) this.flush()
    this.#draft = { place, words }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.settle(), QUIET)
    this.#changed.emit()
  }

  /** Saves what may be saved as it is; false when it waits to be finished. */
  settle(): boolean {
    if (this.#draft && !this.#isReady(this.#draft.place, this.#draft.words)) return false
    this.flush()
    return true
  }

  /** Saves, or has whoever saves say what could not be. */
  flush(): void {
    clearTimeout(this.#timer)
    const draft = this.#draft
    if (!draft) return
    this.#draft = undefined
    this.#save(draft.place, draft.words)
    this.#changed.emit()
  }
}
