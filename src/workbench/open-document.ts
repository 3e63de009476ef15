import type { Edit } from '../core/change/change'
import { type DocumentState, type Records, recordsOf, stateOf } from '../core/change/state'
import type { Article } from '../core/document/article'
import type { StoredDocument } from '../store/store'

/** How many of the latest edits a window is told at most for its undo, and a repeated edit is recognised among. */
export const RECENT = 200
/** What those edits may do together, so that opening stays fast after one that tagged everything. */
export const MOST_CHANGES = 2_000

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
  #ids: string[]

  /** `recent` are the last edits of the journal in order, `ids` the ids of at least as many. */
  constructor(
    { article, text, lines, records, revision, journal, warnings }: StoredDocument,
    recent: readonly Edit[],
    ids: readonly string[],
  ) {
    this.article = article
    this.warnings = warnings
    this.#state = stateOf(text, records, lines)
    this.#revision = revision
    this.#journal = journal
    this.#recent = [...recent]
    this.#ids = [...ids]
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

  /** The latest edits in order, as many as a window is told. */
  get recent(): readonly Edit[] {
    return latestOf(this.#recent)
  }

  /** When it was last changed; undefined when it never was. */
  get changed(): string | undefined {
    return this.#recent.at(-1)?.at
  }

  /** The revision that an edit made, if it was one of the latest. */
  revisionOf(editId: string): number | undefined {
    const at = this.#ids.lastIndexOf(editId)
    return at < 0 ? undefined : this.#revision - (this.#ids.length - 1 - at)
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
    this.#ids.push(edit.id)
    // Cut now and then, not each time: a list of some hundred is not worth moving for every edit.
    if (this.#recent.length > 2 * RECENT) this.#recent = latestOf(this.#recent)
    if (this.#ids.length > 2 * RECENT) this.#ids = this.#ids.slice(-RECENT)
  }
}

/** The last of some edits, limited in number and in what they do together; at least one. */
function latestOf(edits: readonly Edit[]): Edit[] {
  let start = edits.length
  let changes = 0
  while (start > 0 && edits.length - start < RECENT) {
    changes += edits[start - 1]!.changes.length
    if (changes > MOST_CHANGES && start < edits.length) break
    start--
  }
  return edits.slice(start)
}
