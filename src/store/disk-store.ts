import { join } from 'node:path'
import { Low } from 'lowdb'
import type { NewId } from '../base/id'
import { type Outcome, ok, refuse } from '../base/outcome'
import { Queue } from '../base/queue'
import type { Person } from '../core/annotation/set'
import type { Edit } from '../core/change/change'
import type { DocumentState } from '../core/change/state'
import type { Article } from '../core/document/article'
import { type Preferences, preferences as preferencesSchema } from '../core/preferences'
import { createDocument } from './create-document'
import type { DocumentFiles } from './document-files'
import { type FileKind, type PreferencesFile, fileKinds, headOf } from './file-kinds'
import type { Files } from './files'
import { settleFolder } from './leftovers'
import { type Lock, takeLock } from './lock'
import { nodeFiles } from './node-files'
import { OpenDocuments } from './open-documents'
import type { Place } from './place'
import { checkWritable } from './snapshot-file'
import { guarded } from './storage'
import type { StoredDocument, Stretch, WorkspaceStore } from './store'
import { findStrays } from './strays'
import type { Workspace } from './workspace'
import { openIndex, openPreferences, prepareFolder } from './workspace-folder'

export interface WorkspaceOptions {
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string
  /** Must never give an id twice, not even after a restart: unfinished files are named by it. */
  readonly newId: NewId
  /** The name of this machine and the number of this process, for others who find the workspace in use. */
  readonly hostName: string
  readonly pid: number
  /** Who works here, when the workspace is new. */
  readonly person?: Person
  readonly files?: Files
}

/**
 * Opens the workspace in a folder and keeps others out until it is closed. A folder that is missing or empty becomes
 * one. Refused: a folder with other things in it (`invalid`), a workspace that is in use (`locked`), was written by a
 * newer version (`newer`) or is damaged beyond its previous generation (`damaged`).
 */
export function openWorkspace(folder: string, options: WorkspaceOptions): Promise<Outcome<WorkspaceStore>> {
  const { files = nodeFiles(), now, newId, hostName, pid } = options
  return guarded(`The workspace in ${folder} could not be opened`, async () => {
    const prepared = await prepareFolder(files, folder)
    if (!prepared.ok) return prepared
    const lock = await takeLock(files, folder, { host: hostName, pid, since: now() }, newId)
    if (!lock.ok) return lock
    let opened = false
    try {
      const store = await openStore(files, folder, lock.value, options)
      opened = store.ok
      return store
    } finally {
      if (!opened) await lock.value.release()
    }
  })
}

async function openStore(
  files: Files,
  folder: string,
  lock: Lock,
  { newId, person }: WorkspaceOptions,
): Promise<Outcome<WorkspaceStore>> {
  await settleFolder(files, folder)
  const documents: Place = { path: join(folder, 'documents'), name: 'documents' }
  const root: Place = { path: folder, name: '' }
  const index = await openIndex(files, root, person, newId)
  const preferences = await openPreferences(files, root, newId)
  const warnings = [...index.warnings, ...preferences.warnings]
  if ((await files.kindOf(documents.path)) === undefined) {
    await files.makeFolder(documents.path)
    await files.syncFolder(folder)
  }
  await settleFolder(files, documents.path)
  const strays = await findStrays(files, documents, index.low.data.documents, newId)
  const store = new DiskStore(files, documents, lock, index.low, preferences.low, newId, [
    ...warnings,
    ...strays.warnings,
  ])
  if (strays.entries.length === 0) return ok(store)
  const { workspace } = store
  const saved = await store.saveWorkspace({
    ...workspace,
    documents: [...workspace.documents, ...strays.entries],
  })
  return saved.ok ? ok(store) : saved
}

class DiskStore implements WorkspaceStore {
  readonly warnings: readonly string[]
  readonly #files: Files
  readonly #lock: Lock
  readonly #index: Low<Workspace>
  readonly #preferences: Low<PreferencesFile>
  readonly #documents: OpenDocuments
  readonly #newId: NewId
  readonly #queue = new Queue()
  #closed: Promise<void> | undefined

  constructor(
    files: Files,
    documents: Place,
    lock: Lock,
    index: Low<Workspace>,
    preferences: Low<PreferencesFile>,
    newId: NewId,
    warnings: readonly string[],
  ) {
    this.#files = files
    this.#lock = lock
    this.#index = index
    this.#preferences = preferences
    this.#documents = new OpenDocuments(files, documents, newId)
    this.#newId = newId
    this.warnings = warnings
  }

  get workspace(): Workspace {
    return this.#index.data
  }

  saveWorkspace(next: Workspace): Promise<Outcome<void>> {
    return this.#save(this.#index, fileKinds.workspace, next, 'workspace.json')
  }

  get preferences(): Preferences {
    return preferencesSchema.parse(this.#preferences.data)
  }

  savePreferences(next: Preferences): Promise<Outcome<void>> {
    const file = { ...headOf('preferences'), ...next }
    return this.#save(this.#preferences, fileKinds.preferences, file, 'preferences.json')
  }

  async create(
    article: Article,
    original: { readonly bytes: Uint8Array; readonly extension: string },
  ): Promise<Outcome<void>> {
    if (this.#closed) return closed
    const place = this.#documents.placeOf(article.id)
    const checked = checkWritable(fileKinds.article, { ...headOf('article'), ...article }, place.name)
    if (!checked.ok) return checked
    return this.#documents.alone(article.id, `${place.name} was not stored`, () =>
      createDocument(this.#files, place, article, original, this.#newId),
    )
  }

  async read(id: string): Promise<Outcome<StoredDocument>> {
    if (this.#closed) return closed
    return this.#documents.use(id, 'The document could not be read', (document) => document.read())
  }

  async journalSize(id: string): Promise<number> {
    if (this.#closed) return 0
    const size = await this.#documents.size(id)
    // What cannot be asked for counts as none: whoever compares it with the index then reads it and hears why.
    return size.ok ? size.value : 0
  }

  async append(
    id: string,
    edit: Edit,
  ): Promise<Outcome<{ readonly revision: number; readonly journal: number }>> {
    if (this.#closed) return closed
    return this.#documents.use(id, 'The edit was not saved', (document) => document.append(edit))
  }

  async saveSnapshot(id: string, state: DocumentState, revision: number): Promise<Outcome<void>> {
    if (this.#closed) return closed
    return this.#documents.use(id, 'The snapshot was not saved', (document) =>
      document.saveSnapshot(state, revision),
    )
  }

  recentEdits(id: string, count: number, bytes?: number): Promise<Outcome<Edit[]>> {
    return this.#history(id, (document) => document.recentEdits(count, bytes))
  }

  recentIds(id: string, count: number): Promise<Outcome<string[]>> {
    return this.#history(id, (document) => document.recentIds(count))
  }

  editsBefore(id: string, before: number, count: number, bytes?: number): Promise<Outcome<Stretch>> {
    return this.#history(id, (document) => document.editsBefore(before, count, bytes))
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await this.#queue.idle()
    await this.#documents.close()
    // A lock that cannot be removed is one of a process that is gone, as soon as this one is.
    await guarded('The workspace was not given free', async () => ok(await this.#lock.release()))
  }

  async #history<T>(id: string, read: (document: DocumentFiles) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#closed) return closed
    return this.#documents.use(id, 'The history could not be read', read)
  }

  /** Writes one of the workspace's own files; when the disk refuses, it is as last saved. */
  async #save<T>(low: Low<T>, kind: FileKind<T>, next: T, name: string): Promise<Outcome<void>> {
    if (this.#closed) return closed
    const checked = checkWritable(kind, next, name)
    if (!checked.ok) return checked
    return this.#queue.run(name, () =>
      guarded(`${name} was not saved`, async () => {
        await new Low(low.adapter, checked.value).write()
        low.data = checked.value
        return ok(undefined)
      }),
    )
  }
}

const closed = refuse('cancelled', 'This workspace has been closed. Nothing that was saved is lost.')
