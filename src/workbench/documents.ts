import { type Outcome, type Refusal, ok, refuse } from '../base/outcome'
import { Queue } from '../base/queue'
import { countTags } from '../core/library'
import type { IndexEntry } from '../store/workspace'
import type { Announce } from './announcing'
import { type Catalogue, summaryOf } from './catalogue'
import { OpenDocument, RECENT } from './open-document'
import type { Ports } from './ports'
import type { Snapshots } from './snapshots'

/** So much of a journal is read for a window's undo at once; with usual edits it is thousands. */
export const MOST_BYTES = 2_000_000
/** So many documents stay in memory: a person goes back and forth between a few. */
const MOST_OPEN = 8

/** The documents in memory. Whatever is done with one is done after what was asked of it before. */
export class Documents {
  readonly #ports: Pick<Ports, 'store'>
  readonly #catalogue: Catalogue
  readonly #snapshots: Snapshots
  readonly #announce: Announce
  readonly #queue = new Queue()
  /** In the order of use, the latest last. */
  readonly #open = new Map<string, OpenDocument>()

  constructor(ports: Pick<Ports, 'store'>, catalogue: Catalogue, snapshots: Snapshots, announce: Announce) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#snapshots = snapshots
    this.#announce = announce
  }

  /** Does something with a document, which then stays in memory for a while. */
  use<T>(id: string, task: (document: OpenDocument) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#queue.run(id, async () => {
      const found = this.#open.get(id)
      const loaded = found ? ok(found) : await this.#load(id, RECENT)
      if (!loaded.ok) return loaded
      this.#keep(loaded.value)
      return task(loaded.value)
    })
  }

  /** A document as it is now, for what goes through many of them. Not to be held across an edit. */
  look(id: string): Promise<Outcome<OpenDocument>> {
    return this.#queue.run(id, async () => {
      const found = this.#open.get(id)
      return found ? ok(found) : this.#load(id, 1)
    })
  }

  /** Whether the index says of a document what its journal says, as far as sizes tell. */
  async isCounted({ id, journal, trouble }: IndexEntry): Promise<boolean> {
    return trouble === undefined && (await this.#ports.store.journalSize(id)) === journal
  }

  /** Lets go of what is in memory, so that the disk is asked again. */
  forget(id: string): void {
    this.#open.delete(id)
  }

  /** Brings the index up to date with a document and tells the windows. */
  note(document: OpenDocument): void {
    const before = this.#catalogue.get(document.article.id)
    if (!before) return
    const entry: IndexEntry = {
      ...before,
      length: document.state.text.length,
      counts: countTags(document.state.annotations.values()),
      changed: document.changed ?? before.imported,
      file: document.article.source.name,
      revision: document.revision,
      journal: document.journal,
    }
    delete entry.trouble
    this.#catalogue.note(entry)
    this.#tell(entry)
  }

  /** Resolves when nothing is being done with any document. */
  idle(): Promise<void> {
    return this.#queue.idle()
  }

  async #load(id: string, count: number): Promise<Outcome<OpenDocument>> {
    const entry = this.#catalogue.get(id)
    if (!entry) return refuse('missing', `This workspace has no document “${id}”.`)
    const stored = await this.#ports.store.read(id)
    if (!stored.ok) return this.#mark(entry, stored.refusal)
    const recent = await this.#ports.store.recentEdits(id, count, MOST_BYTES)
    if (!recent.ok) return this.#mark(entry, recent.refusal)
    const ids = await this.#ports.store.recentIds(id, count)
    if (!ids.ok) return this.#mark(entry, ids.refusal)
    const document = new OpenDocument(stored.value, recent.value, ids.value)
    const stale = entry.revision !== document.revision || entry.journal !== document.journal
    if (stale || entry.trouble !== undefined) this.note(document)
    return ok(document)
  }

  #mark(entry: IndexEntry, refusal: Refusal): Outcome<never> {
    if (entry.trouble !== refusal.message) {
      const marked = { ...entry, trouble: refusal.message }
      this.#catalogue.note(marked)
      this.#tell(marked)
    }
    return { ok: false, refusal }
  }

  #tell(entry: IndexEntry): void {
    if (entry.removed !== undefined) return
    this.#announce('library.changed', { documents: [summaryOf(entry)], removed: [] })
  }

  #keep(document: OpenDocument): void {
    this.#open.delete(document.article.id)
    this.#open.set(document.article.id, document)
    for (const [id, oldest] of this.#open) {
      if (this.#open.size <= MOST_OPEN) return
      this.#open.delete(id)
      void this.#snapshots.save(oldest)
    }
  }
}
