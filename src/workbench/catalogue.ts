import { type Outcome, ok, refuse } from '../base/outcome'
import { Queue } from '../base/queue'
import type { Undo } from '../base/scope'
import type { Person } from '../core/annotation/set'
import type { Codebook } from '../core/codebook/codebook'
import type { DocumentSummary } from '../core/library'
import type { IndexEntry, Workspace } from '../store/workspace'
import type { Ports } from './ports'

/** Counts are taken anew from journals that have grown, so the index on disk may well be late. */
const REST_MS = 4_000

/** The workspace's people, codebook and index of documents as they are now; on disk at once, or soon. */
export class Catalogue {
  readonly #ports: Pick<Ports, 'store' | 'later' | 'log'>
  readonly #entries: Map<string, IndexEntry>
  readonly #queue = new Queue()
  #people: readonly Person[]
  /** Every version of the codebook, the current one last. */
  #codebooks: readonly Codebook[]
  #unsaved = false
  #waiting: Promise<Outcome<void>> | undefined
  #cancelSoon: Undo = () => undefined

  constructor(ports: Pick<Ports, 'store' | 'later' | 'log'>) {
    this.#ports = ports
    const { people, codebook, earlier, documents } = ports.store.workspace
    this.#people = people
    this.#codebooks = [...earlier, codebook]
    this.#entries = new Map(documents.map((entry) => [entry.id, entry]))
  }

  /** Whose computer it is. */
  get person(): Person {
    return this.#people[0]!
  }

  /** What annotators may say now. */
  get codebook(): Codebook {
    return this.#codebooks.at(-1)!
  }

  /** The codebook before each change, oldest first. */
  get earlier(): readonly Codebook[] {
    return this.#codebooks.slice(0, -1)
  }

  get(id: string): IndexEntry | undefined {
    return this.#entries.get(id)
  }

  /** The documents that are in the list, in the order in which they were added. */
  listed(): IndexEntry[] {
    return [...this.#entries.values()].filter(({ removed }) => removed === undefined)
  }

  /** The document with this text, even when it was removed from the list. */
  withHash(hash: string): IndexEntry | undefined {
    for (const entry of this.#entries.values()) if (entry.hash === hash) return entry
    return undefined
  }

  /** The documents of these ids, each once, in their order; refuses when one is not here. */
  find(ids: readonly string[]): Outcome<IndexEntry[]> {
    const entries: IndexEntry[] = []
    for (const id of new Set(ids)) {
      const entry = this.#entries.get(id)
      if (!entry) return refuse('missing', `This workspace has no document “${id}”.`)
      entries.push(entry)
    }
    return ok(entries)
  }

  /** Notes what is now true of a document, for the next time the index is written. */
  note(entry: IndexEntry): void {
    this.#entries.set(entry.id, entry)
    this.#unsaved = true
    this.#cancelSoon()
    this.#cancelSoon = this.#ports.later(REST_MS, () => void this.flush())
  }

  /** Notes entries and writes the index; when the disk refuses, they are as they were. */
  async commit(entries: readonly IndexEntry[]): Promise<Outcome<void>> {
    const before = entries.map(({ id }) => [id, this.#entries.get(id)] as const)
    for (const entry of entries) this.#entries.set(entry.id, entry)
    const saved = await this.#save()
    if (saved.ok) return saved
    for (const [id, entry] of before) {
      if (entry) this.#entries.set(id, entry)
      else this.#entries.delete(id)
    }
    return saved
  }

  /** Gives the person another name; when the disk refuses, they keep the one they have. */
  async rename(name: string): Promise<Outcome<Person>> {
    const before = this.#people
    const person = { ...this.person, name }
    this.#people = [person, ...before.slice(1)]
    const saved = await this.#save()
    if (saved.ok) return ok(person)
    this.#people = before
    return saved
  }

  /** Puts a codebook in the place of the current one, which is kept; when the disk refuses, it stays. */
  async succeed(next: Codebook): Promise<Outcome<void>> {
    const before = this.#codebooks
    this.#codebooks = [...before, next]
    const saved = await this.#save()
    if (!saved.ok) this.#codebooks = before
    return saved
  }

  /** Writes what was noted and is not on disk yet. A refusal is logged: the journals know it all. */
  async flush(): Promise<void> {
    if (!this.#unsaved) return
    const saved = await this.#save()
    if (!saved.ok) this.#ports.log(new Error(`The index was not written: ${saved.refusal.message}`))
  }

  /** Those who ask while a write is under way share the next one. */
  #save(): Promise<Outcome<void>> {
    this.#cancelSoon()
    this.#waiting ??= this.#queue.run('workspace', async () => {
      this.#waiting = undefined
      this.#unsaved = false
      const saved = await this.#ports.store.saveWorkspace(this.#now())
      if (!saved.ok) this.#unsaved = true
      return saved
    })
    return this.#waiting
  }

  #now(): Workspace {
    return {
      ...this.#ports.store.workspace,
      people: [...this.#people],
      codebook: this.codebook,
      earlier: [...this.earlier],
      documents: [...this.#entries.values()],
    }
  }
}

/** What the list shows of an entry. */
export const summaryOf = (entry: IndexEntry): DocumentSummary => ({
  id: entry.id,
  title: entry.title,
  length: entry.length,
  counts: entry.counts,
  imported: entry.imported,
  changed: entry.changed,
  ...(entry.trouble === undefined ? {} : { trouble: entry.trouble }),
})
