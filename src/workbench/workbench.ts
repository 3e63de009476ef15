import type { Handlers } from '../api/wire'
import { Emitter } from '../base/emitter'
import type { DocumentSummary } from '../core/library'
import { Agreement } from './agreement'
import type { Announce, Announcement } from './announcing'
import { Articles } from './articles'
import { Catalogue } from './catalogue'
import { Documents } from './documents'
import { Exchange } from './exchange'
import { handlersOf } from './handlers'
import type { IncomingFile } from './importing'
import { Library } from './library'
import { LongTasks } from './long-tasks'
import type { Ports } from './ports'
import { Requested } from './requested'
import { Samples } from './samples'
import { Sentences } from './sentences'
import { Snapshots } from './snapshots'
import { UnderWay } from './under-way'

/** What a host runs: every use case, behind the calls of the contract. */
export interface Workbench {
  readonly handlers: Handlers
  readonly events: Emitter<Announcement>
  /** Resolves when the index is known to say what the journals say; nothing else waits for it. */
  readonly counted: Promise<void>
  /** The list of documents as it is now. */
  documents(): DocumentSummary[]
  /**
   * Adds files that were named from outside and asks the windows to show the first. Their bytes are handed over;
   * `troubles` are sentences about files that could not be read.
   */
  openFiles(files: readonly IncomingFile[], troubles: readonly string[]): Promise<void>
  /** Reads ahead what the first window will ask for. */
  warm(): void
  /** Finishes what is under way, writes snapshots and index, and closes the store. */
  close(): Promise<void>
}

/** Starts the use cases on an open store. */
export function createWorkbench(ports: Ports): Workbench {
  const events = new Emitter<Announcement>()
  const announce: Announce = (event, payload) => {
    try {
      events.emit({ event, payload } as Announcement)
    } catch (error) {
      // What is announced has happened: a window that fails at hearing it must not make it look otherwise.
      ports.log(error)
    }
  }
  const closing = new AbortController()
  const tasks = new LongTasks(announce, closing.signal)
  const catalogue = new Catalogue(ports)
  const snapshots = new Snapshots(ports)
  const documents = new Documents(ports, catalogue, snapshots, announce)
  const library = new Library(ports, catalogue, documents, announce, closing.signal)
  const articles = new Articles(ports, catalogue, documents, snapshots, announce)
  const exchange = new Exchange(ports, catalogue, documents, tasks)
  const agreement = new Agreement(ports, catalogue, documents, tasks)
  const samples = new Samples(ports, catalogue)
  const requested = new Requested(library, announce, ports)

  requested.say(ports.store.warnings ?? [])
  const counted = library.recount().catch(ports.log)
  const underWay = new UnderWay()
  const sentences = new Sentences(ports, documents, closing.signal)
  const services = {
    ports,
    announce,
    catalogue,
    documents,
    library,
    articles,
    exchange,
    agreement,
    sentences,
    samples,
    requested,
    tasks,
  }
  const close = async (): Promise<void> => {
    closing.abort()
    await underWay.close()
    await counted
    try {
      await snapshots.flush()
      await catalogue.flush()
    } finally {
      await ports.store.close()
    }
  }
  let closed: Promise<void> | undefined
  return {
    handlers: handlersOf(services, underWay),
    events,
    counted,
    documents: () => library.list(),
    openFiles: (files, troubles) => underWay.run(() => requested.openFiles(files, troubles)),
    warm: () => void underWay.run(async () => void (await samples.offered())).catch(ports.log),
    close: () => (closed ??= close()),
  }
}
