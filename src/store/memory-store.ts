import { type Outcome, ok, refuse } from '../base/outcome'
import type { Person } from '../core/annotation/set'
import { applyAll } from '../core/change/apply'
import type { Edit } from '../core/change/change'
import { type DocumentState, emptyState, recordsOf } from '../core/change/state'
import { newsCodebook } from '../core/codebook/news'
import type { Article } from '../core/document/article'
import { type Preferences, defaultPreferences } from '../core/preferences'
import type { StoredDocument, Stretch, WorkspaceStore } from './store'
import type { Workspace } from './workspace'

interface Kept {
  readonly article: Article
  readonly edits: Edit[]
  /** The journal's size in bytes after each edit. */
  readonly sizes: number[]
  snapshot: DocumentState | undefined
  /** The revision of the snapshot. */
  revision: number
}

/** A workspace that is gone with the process, for tests of what is built on a store. */
export const memoryStore = (person: Person): WorkspaceStore => new MemoryStore(person)

class MemoryStore implements WorkspaceStore {
  readonly #kept = new Map<string, Kept>()
  #workspace: Workspace
  #preferences: Preferences = defaultPreferences
  #closed = false

  constructor(person: Person) {
    this.#workspace = {
      schema: 'assay/workspace',
      migrations: [],
      id: 'workspace-1',
      people: [person],
      codebook: newsCodebook,
      earlier: [],
      documents: [],
    }
  }

  get workspace(): Workspace {
    return this.#workspace
  }

  async saveWorkspace(next: Workspace): Promise<Outcome<void>> {
    if (this.#closed) return closed
    this.#workspace = written(next)
    return ok(undefined)
  }

  get preferences(): Preferences {
    return this.#preferences
  }

  async savePreferences(next: Preferences): Promise<Outcome<void>> {
    if (this.#closed) return closed
    this.#preferences = written(next)
    return ok(undefined)
  }

  async create(article: Article): Promise<Outcome<void>> {
    if (this.#closed) return closed
    if (this.#kept.has(article.id))
      return refuse('conflict', `This workspace has a document “${article.id}” already.`)
    this.#kept.set(article.id, {
      article: written(article),
      edits: [],
      sizes: [],
      snapshot: undefined,
      revision: 0,
    })
    return ok(undefined)
  }

  async read(id: string): Promise<Outcome<StoredDocument>> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { article, edits, sizes, snapshot, revision } = found.value
    const changes = edits.slice(revision).flatMap((edit) => edit.changes)
    const state = applyAll(snapshot ?? emptyState(article.text, article.lines), changes)
    if (!state.ok) return refuse('damaged', state.refusal.message)
    return ok(
      written({
        article,
        text: state.value.text,
        lines: state.value.lines,
        records: recordsOf(state.value),
        revision: edits.length,
        journal: sizes.at(-1) ?? 0,
        warnings: [],
      }),
    )
  }

  async journalSize(id: string): Promise<number> {
    return this.#kept.get(id)?.sizes.at(-1) ?? 0
  }

  async append(
    id: string,
    edit: Edit,
  ): Promise<Outcome<{ readonly revision: number; readonly journal: number }>> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { edits, sizes } = found.value
    const revision = edits.push(written(edit))
    const journal = (sizes.at(-1) ?? 0) + JSON.stringify(edit).length
    sizes.push(journal)
    return ok({ revision, journal })
  }

  async saveSnapshot(id: string, state: DocumentState, revision: number): Promise<Outcome<void>> {
    const found = this.#find(id)
    if (!found.ok) return found
    if (revision > found.value.edits.length)
      return refuse('invalid', `The snapshot was not saved: the journal has no edit ${revision}.`)
    found.value.snapshot = state
    found.value.revision = revision
    return ok(undefined)
  }

  async recentEdits(id: string, count: number, bytes?: number): Promise<Outcome<Edit[]>> {
    const found = await this.editsBefore(id, Infinity, count, bytes)
    return found.ok ? ok(found.value.edits) : found
  }

  async recentIds(id: string, count: number): Promise<Outcome<string[]>> {
    const found = this.#find(id)
    if (!found.ok) return found
    return ok(count > 0 ? found.value.edits.slice(-count).map((edit) => edit.id) : [])
  }

  async editsBefore(id: string, before: number, count: number, bytes = Infinity): Promise<Outcome<Stretch>> {
    const found = this.#find(id)
    if (!found.ok) return found
    const { edits, sizes } = found.value
    const last = Math.min(before, edits.length)
    let start = last
    while (start > 0 && last - start < count) {
      if (start < last && sizes[last - 1]! - (sizes[start - 2] ?? 0) > bytes) break
      start--
    }
    return ok({ first: start + 1, edits: written(edits.slice(start, last)) })
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #find(id: string): Outcome<Kept> {
    if (this.#closed) return closed
    const kept = this.#kept.get(id)
    return kept ? ok(kept) : refuse('missing', `This workspace has no document “${id}”.`)
  }
}

/** As it would come back from a file: nobody holds on to what is kept. */
const written = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const closed = refuse('cancelled', 'This workspace has been closed. Nothing that was saved is lost.')
