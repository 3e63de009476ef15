import { type Outcome, ok, refuse } from '../base/outcome'
import { Queue } from '../base/queue'
import type { Article } from '../core/document/article'
import { type IndexEntry, newEntry } from '../store/workspace'
import type { Catalogue } from './catalogue'
import type { Ports, Tasks } from './ports'

export interface IncomingFile {
  /** Without folders. */
  readonly name: string
  /** Handed over. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What became of one file. */
export type Arrival =
  | { readonly how: 'new'; readonly entry: IndexEntry }
  | { readonly how: 'here'; readonly entry: IndexEntry }
  | { readonly how: 'refused'; readonly message: string }

type Read = Tasks['article.read']['result']

/** Makes documents of files. Of files with the same text, the first makes one and the others find it here. */
export class Importing {
  readonly #ports: Pick<Ports, 'store' | 'runTask' | 'now' | 'newId'>
  readonly #catalogue: Catalogue
  /** Files with the same text wait for each other. */
  readonly #queue = new Queue()
  readonly #closing: AbortSignal
  /** What is stored but not in the index yet, by the hash of its text. */
  readonly #arrived = new Map<string, IndexEntry>()

  constructor(
    ports: Pick<Ports, 'store' | 'runTask' | 'now' | 'newId'>,
    catalogue: Catalogue,
    closing: AbortSignal,
  ) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#closing = closing
  }

  /** Reads a file and stores it as a document, unless its text is here. The index is for the caller to write. */
  async take(file: IncomingFile): Promise<Arrival> {
    const read = await this.#ports.runTask('article.read', file, { signal: this.#closing })
    if (!read.ok && read.refusal.code === 'cancelled')
      return { how: 'refused', message: `“${file.name}” was not added: Assay was closed before.` }
    if (!read.ok) return { how: 'refused', message: read.refusal.message }
    return this.#queue.run(read.value.hash, async () => {
      const here = this.#catalogue.withHash(read.value.hash) ?? this.#arrived.get(read.value.hash)
      if (here) return { how: 'here', entry: here }
      const stored = await this.#store(file.name, read.value)
      if (!stored.ok) return { how: 'refused', message: stored.refusal.message }
      this.#arrived.set(stored.value.hash, stored.value)
      return { how: 'new', entry: stored.value }
    })
  }

  /** To be called when entries are in the index, or will never be. */
  settle(entries: readonly IndexEntry[]): void {
    for (const { hash } of entries) this.#arrived.delete(hash)
  }

  async #store(name: string, read: Read): Promise<Outcome<IndexEntry>> {
    const article = articleOf(this.#ports.newId('doc'), name, read, this.#ports.now())
    const created = await this.#ports.store.create(article, {
      bytes: read.bytes,
      extension: extensionOf(name),
    })
    if (created.ok) return ok(newEntry(article))
    return refuse(created.refusal.code, `“${name}” was not added. ${created.refusal.message}`)
  }
}

function articleOf(
  id: string,
  name: string,
  { reading, hash, sentences, bytes }: Read,
  now: string,
): Article {
  const { title, text, lines, encoding, lineEnding, reader } = reading
  const source = { name, reader, encoding, lineEnding, size: bytes.length }
  return { id, title, text, hash, lines: [...lines], sentences, source, imported: now }
}

/** What follows the last dot, if it can be part of a file's name everywhere. */
const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
