import type { Undo } from '../base/scope'
import type { OpenDocument } from './open-document'
import type { Ports } from './ports'

/** A person who pauses this long is reading; nobody waits for the disk then. */
const REST_MS = 3_000
/** So many edits are replayed within milliseconds when a document is opened after a crash. */
const MOST_UNSAVED = 200

/** Writes the snapshots of documents that rest, so that opening them is fast. No edit waits for it. */
export class Snapshots {
  readonly #ports: Pick<Ports, 'store' | 'later' | 'log'>
  readonly #scheduled = new Map<OpenDocument, Undo>()
  readonly #writing = new Set<Promise<void>>()

  constructor(ports: Pick<Ports, 'store' | 'later' | 'log'>) {
    this.#ports = ports
  }

  /** To be called after each edit. */
  edited(document: OpenDocument): void {
    this.#scheduled.get(document)?.()
    if (document.unsaved >= MOST_UNSAVED) return void this.save(document)
    this.#scheduled.set(
      document,
      this.#ports.later(REST_MS, () => void this.save(document)),
    )
  }

  /** Writes the snapshot if the one on disk is older. A refusal is logged: the journal knows it all. */
  save(document: OpenDocument): Promise<void> {
    this.#scheduled.get(document)?.()
    this.#scheduled.delete(document)
    const writing = this.#write(document).finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
    return writing
  }

  /** Writes everything that waits, and resolves when nothing is being written. */
  async flush(): Promise<void> {
    for (const document of this.#scheduled.keys()) void this.save(document)
    await Promise.all(this.#writing)
  }

  async #write(document: OpenDocument): Promise<void> {
    const { article, state, revision, unsaved } = document
    if (unsaved === 0) return
    document.unsaved = 0
    const saved = await this.#ports.store.saveSnapshot(article.id, state, revision)
    if (saved.ok) return
    document.unsaved += unsaved
    this.#ports.log(new Error(`The snapshot of ${article.id} was not written: ${saved.refusal.message}`))
  }
}
