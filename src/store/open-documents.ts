import type { NewId } from '../base/id'
import { type Outcome, ok } from '../base/outcome'
import { Queue } from '../base/queue'
import { DocumentFiles, journalName } from './document-files'
import { fileIn } from './place'
import type { Files } from './files'
import { folderName } from './folder-name'
import type { Place } from './place'
import { guarded } from './storage'

/** So many journals stay open: a person goes back and forth between a few documents. */
const MOST_OPEN = 16

/** The documents whose files are in use. What is asked of one is done in order, of different ones side by side. */
export class OpenDocuments {
  readonly #files: Files
  readonly #folder: Place
  readonly #newId: NewId
  readonly #queue = new Queue()
  /** In the order of use, the latest last. */
  readonly #open = new Map<string, DocumentFiles>()

  constructor(files: Files, folder: Place, newId: NewId) {
    this.#files = files
    this.#folder = folder
    this.#newId = newId
  }

  /** Where a document's folder is, or would be. */
  placeOf(id: string): Place {
    return fileIn(this.#folder, folderName(id))
  }

  /** Does something with a document's files. `doing` begins the sentence when the disk refuses. */
  use<T>(
    id: string,
    doing: string,
    task: (document: DocumentFiles) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.alone(id, `${doing} in ${this.placeOf(id).name}`, async () => {
      const document = await this.#take(id)
      return document.ok ? task(document.value) : document
    })
  }

  /** Does something after what was asked of a document before, whether there is one or not. */
  alone<T>(id: string, doing: string, task: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.#queue.run(id, () => guarded(doing, task))
  }

  /** Waits for what is under way and closes all files. */
  async close(): Promise<void> {
    await this.#queue.idle()
    const open = [...this.#open.values()]
    this.#open.clear()
    await Promise.all(open.map((document) => closeQuietly(document)))
  }

  /** Size of a document's journal in bytes, 0 when there is none. */
  size(id: string): Promise<Outcome<number>> {
    const { path, name } = fileIn(this.placeOf(id), journalName)
    return this.alone(id, `${name} could not be looked at`, async () =>
      ok(this.#open.get(id)?.journalSize ?? (await this.#files.sizeOf(path)) ?? 0),
    )
  }

  async #take(id: string): Promise<Outcome<DocumentFiles>> {
    const here = this.#open.get(id)
    const opened = here
      ? ok(here)
      : await DocumentFiles.open(this.#files, { ...this.placeOf(id), id }, this.#newId)
    if (!opened.ok) return opened
    this.#open.delete(id)
    this.#open.set(id, opened.value)
    if (this.#open.size > MOST_OPEN) this.#letGo(this.#open.keys().next().value!)
    return opened
  }

  #letGo(id: string): void {
    const document = this.#open.get(id)
    this.#open.delete(id)
    // After what it is still used for.
    if (document) void this.#queue.run(id, () => closeQuietly(document))
  }
}

/** Everything is saved before a file is closed, so that it does not matter what the disk says to that. */
const closeQuietly = (document: DocumentFiles): Promise<unknown> =>
  guarded('A file was not closed', async () => ok(await document.close()))
