import type { Edit } from '../core/change/change'
import { type DocumentState, type Records, recordsOf, stateOf } from '../core/change/state'
import type { Article } from '../core/document/article'
import type { StoredDocument } from '../store/store'

/** How many of the latest edits a window is told for its undo, and a repeated edit is recognised among. */
export const RECENT = 200

/** A document in memory, in the state after every edit of its journal. */
export class OpenDocument {
  readonly article: Article
  readonly warnings: readonly string[]
  /** How many edits the snapshot on disk lacks. */
  unsaved = 0
  #state: DocumentState
  #revision: number
  #journal: number
  #recent: Edit[]

  /** `recent` are the last edits of the journal in order. */
  constructor(
    { article, text, lines, records, revision, journal, warnings }: StoredDocument,
    recent: readonly Edit[],
  ) {
    this.article = article
    this.warnings = warnings
    this.#state = stateOf(text, records, lines)
    this.#revision = revision
    this.#journal = journal
    this.#recent = [...recent]
  }

  get state(): DocumentState {
    return this.#state
  }

  get records(): Records {
    return recordsOf(this.#state)
  }

  get revision(): number {
    return this.#revision
  }

  /** Size of the journal in bytes. */
  get journal(): number {
    return this.#journal
  }

  get recent(): readonly Edit[] {
    return this.#recent.slice(-RECENT)
  }

  /** The revision that an edit made, if it was one of the latest. */
  revisionOf(editId: string): number | undefined {
    const at = this.#recent.findLastIndex(({ id }) => id === editId)
    return at < 0 ? undefined : this.#revision - (this.#recent.length - 1 - at)
  }

  /** Takes note of an edit that is on disk. */
  accept(
    edit: Edit,
    state: DocumentState,
    at: { readonly revision: number; readonly journal: number },
  ): void {
    this.#state = state
    this.#revision = at.revision
    this.#journal = at.journal
    this.unsaved++
    this.#recent.push(edit)
    // Cut now and then, not each time: a list of some hundred is not worth moving for every edit.
    if (this.#recent.length > 2 * RECENT) this.#recent = this.#recent.slice(-RECENT)
  }
}
