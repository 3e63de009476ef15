import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { DocumentSummary } from '../core/library'
import type { Article } from '../core/document/article'
import { type IndexEntry, newEntry } from '../store/workspace'
import type { Announce } from './announcing'
import { type Catalogue, summaryOf } from './catalogue'
import type { Documents } from './documents'
import { type Arrival, Importing, type IncomingFile } from './importing'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'

/** As many files of a batch are read and written at a time: one is synced to disk while another is parsed. */
const AT_ONCE = 4

/** The list of documents: what comes in, what is taken out, what is put back. */
export class Library {
  readonly #ports: Pick<Ports, 'store' | 'now' | 'newId' | 'samples' | 'sha256'>
  readonly #catalogue: Catalogue
  readonly #documents: Documents
  readonly #importing: Importing
  readonly #announce: Announce
  readonly #closing: AbortSignal

  constructor(
    ports: Pick<Ports, 'store' | 'runTask' | 'now' | 'newId' | 'samples' | 'sha256'>,
    catalogue: Catalogue,
    documents: Documents,
    announce: Announce,
    closing: AbortSignal,
  ) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#documents = documents
    this.#importing = new Importing(ports, catalogue, closing)
    this.#announce = announce
    this.#closing = closing
  }

  list(): DocumentSummary[] {
    return this.#catalogue.listed().map(summaryOf)
  }

  /**
   * Adds articles from files, whose bytes are handed over. A file whose text is here is named; when that document
   * was removed, it is put back into the list. A file that cannot be read is refused alone.
   */
  async add({ files }: Params<'library.add'>): Promise<Outcome<Reply<'library.add'>>> {
    const arrivals = await this.#take(files)
    if (!arrivals.ok) return arrivals
    const reply: Reply<'library.add'> = { added: [], already: [], refused: [] }
    for (const [at, arrival] of arrivals.value.entries()) {
      const { name } = files[at]!
      if (arrival.how === 'new') reply.added.push(summaryOf(arrival.entry))
      else if (arrival.how === 'here') reply.already.push({ name, id: arrival.entry.id })
      else reply.refused.push({ name, message: arrival.message })
    }
    return ok(reply)
  }

  /** Makes a sample article a document like any other; when it is one already, gives that. */
  async addSample({ name }: Params<'library.addSample'>): Promise<Outcome<Reply<'library.addSample'>>> {
    const bytes = await this.#ports.samples.read(name)
    if (!bytes) return refuse('missing', `There is no sample article “${name}”.`)
    const arrivals = await this.#take([{ name, bytes }])
    if (!arrivals.ok) return arrivals
    const arrival = arrivals.value[0]!
    if (arrival.how === 'refused') return refuse('unreadable', arrival.message)
    return ok({ document: summaryOf(this.#catalogue.get(arrival.entry.id) ?? arrival.entry) })
  }

  /** Adds plain texts that annotation sets bring, and gives the id of each one's document. */
  async addTexts(
    texts: readonly { readonly name: string; readonly text: string }[],
  ): Promise<Outcome<string>[]> {
    if (texts.length === 0) return []
    const files = texts.map(({ name, text }) => ({
      name: `${name.replace(/\.txt$/i, '') || 'Imported article'}.txt`,
      bytes: new TextEncoder().encode(text),
    }))
    const arrivals = await this.#take(files)
    if (!arrivals.ok) return texts.map(() => arrivals)
    return arrivals.value.map((arrival) =>
      arrival.how === 'refused' ? refuse('unreadable', arrival.message) : ok(arrival.entry.id),
    )
  }

  /** Adds articles of another workspace as they are there, and gives each one's id: its own, unless that is taken here. */
  async adopt(theirs: readonly Article[]): Promise<Outcome<string>[]> {
    const taken = new Set<string>()
    const adopted = await sideBySide(theirs, AT_ONCE, async (their): Promise<Outcome<IndexEntry>> => {
      const id = this.#catalogue.get(their.id) || taken.has(their.id) ? this.#ports.newId('doc') : their.id
      taken.add(id)
      const article = { ...their, id, hash: this.#ports.sha256(their.text) }
      const bytes = new TextEncoder().encode(their.text)
      const created = await this.#ports.store.create(article, { bytes, extension: 'txt' })
      return created.ok ? ok(newEntry(article)) : created
    })
    const entries = adopted.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    const saved = entries.length > 0 ? await this.#catalogue.commit(entries) : ok(undefined)
    if (!saved.ok) return theirs.map(() => saved)
    if (entries.length > 0)
      this.#announce('library.changed', { documents: entries.map(summaryOf), removed: [] })
    return adopted.map((outcome) => (outcome.ok ? ok(outcome.value.id) : outcome))
  }

  /** Takes documents out of the list. What is out already stays out. */
  async remove({ ids }: Params<'library.remove'>): Promise<Outcome<Reply<'library.remove'>>> {
    const entries = this.#catalogue.find(ids)
    if (!entries.ok) return entries
    const removed = this.#ports.now()
    const saved = await this.#catalogue.commit(entries.value.map((entry) => ({ removed, ...entry })))
    if (!saved.ok) return saved
    this.#announce('library.changed', { documents: [], removed: entries.value.map(({ id }) => id) })
    return ok({})
  }

  /** Puts documents back into the list. */
  async restore({ ids }: Params<'library.restore'>): Promise<Outcome<Reply<'library.restore'>>> {
    const entries = this.#catalogue.find(ids)
    if (!entries.ok) return entries
    const saved = await this.#putBack(entries.value)
    if (!saved.ok) return saved
    return ok({ documents: entries.value.map(({ id }) => summaryOf(this.#catalogue.get(id)!)) })
  }

  /**
   * Counts those documents anew whose journals have grown since they were counted, as after a crash, and looks
   * again at those that could not be opened. Ends early when Assay closes.
   */
  async recount(): Promise<void> {
    await sideBySide(this.#catalogue.listed(), AT_ONCE, async (entry) => {
      if (this.#closing.aborted || (await this.#documents.isCounted(entry))) return
      // Looking at a document brings its entry up to date, and marks it when there is trouble.
      await this.#documents.look(entry.id)
    })
  }

  /** Stores what is new, puts back what was removed, and writes the index once. */
  async #take(files: readonly IncomingFile[]): Promise<Outcome<Arrival[]>> {
    const arrivals = await sideBySide(files, AT_ONCE, (file) => this.#importing.take(file))
    const fresh = arrivals.flatMap((arrival) => (arrival.how === 'new' ? [arrival.entry] : []))
    const saved = fresh.length > 0 ? await this.#catalogue.commit(fresh) : ok(undefined)
    this.#importing.settle(fresh)
    if (!saved.ok) return saved
    if (fresh.length > 0) this.#announce('library.changed', { documents: fresh.map(summaryOf), removed: [] })
    const back = await this.#putBack(
      arrivals.flatMap((arrival) => (arrival.how === 'here' ? [arrival.entry] : [])),
    )
    return back.ok ? ok(arrivals) : back
  }

  async #putBack(entries: readonly IndexEntry[]): Promise<Outcome<void>> {
    const out = new Map(entries.flatMap((entry) => (entry.removed === undefined ? [] : [[entry.id, entry]])))
    if (out.size === 0) return ok(undefined)
    const back = [...out.values()].map(backInTheList)
    const saved = await this.#catalogue.commit(back)
    if (!saved.ok) return saved
    this.#announce('library.changed', { documents: back.map(summaryOf), removed: [] })
    return ok(undefined)
  }
}

function backInTheList(entry: IndexEntry): IndexEntry {
  const back = { ...entry }
  delete back.removed
  return back
}
