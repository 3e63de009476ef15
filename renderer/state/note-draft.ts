import { Emitter } from '../../src/base/emitter'
import type { Undo } from '../../src/base/scope'

/** Of quiet after the last key, in ms: seldom enough not to make an edit of every word. */
const QUIET = 2000

/**
 * The note that is being written. It is owned here and not by its field, so that nothing typed is lost when the
 * field goes away: it is saved after a pause, when it is left, and before anything else takes its place.
 */
export class NoteDraft {
  readonly #save: (annotation: string, words: string) => void
  readonly #changed = new Emitter<void>()
  #draft: { readonly annotation: string; readonly words: string } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(save: (annotation: string, words: string) => void) {
    this.#save = save
  }

  readonly subscribe = (listener: () => void): Undo => this.#changed.subscribe(listener)

  /** What is written and not yet saved at this annotation, if anything is. */
  wordsAt(annotation: string): string | undefined {
    return this.#draft?.annotation === annotation ? this.#draft.words : undefined
  }

  write(annotation: string, words: string): void {
    if (this.#draft && this.#draft.annotation !== annotation) this.flush()
    this.#draft = { annotation, words }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), QUIET)
    this.#changed.emit()
  }

  flush(): void {
    clearTimeout(this.#timer)
    const draft = this.#draft
    if (!draft) return
    this.#draft = undefined
    this.#save(draft.annotation, draft.words)
    this.#changed.emit()
  }
}
