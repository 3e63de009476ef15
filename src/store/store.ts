import type { Outcome } from '../base/outcome'
import type { Edit } from '../core/change/change'
import type { DocumentState, Records } from '../core/change/state'
import type { LineStyle } from '../core/document/blocks'
import type { Article } from '../core/document/article'
import type { Preferences } from '../core/preferences'
import type { Workspace } from './workspace'

/** A document as it lies on disk: the snapshot with every edit of the journal applied to it. */
export interface StoredDocument {
  /** As it was imported. */
  readonly article: Article
  /** The text as it reads now and the styles of its lines: the article's, unless it has been corrected since. */
  readonly text: string
  readonly lines: readonly LineStyle[]
  readonly records: Records
  /** How many edits the journal holds. */
  readonly revision: number
  /** Size of the journal in bytes. */
  readonly journal: number
  /** Sentences about what was amiss and how it was set right, such as a last line that was cut off by a crash. */
  readonly warnings: readonly string[]
}

/** Edits that follow each other. */
export interface Stretch {
  /** The revision that the first of them made. */
  readonly first: number
  readonly edits: Edit[]
}

/**
 * A workspace on disk. Everything that resolves with ok is durable: synced, not merely written. Expected trouble of
 * the disk is a refusal; nothing already saved is harmed by it. Calls for one document are run in order.
 */
export interface WorkspaceStore {
  /** Sentences about what was amiss with the workspace's own files when it was opened, and how it was set right. */
  readonly warnings?: readonly string[]

  /** People, codebook and the index of documents, as last saved. */
  readonly workspace: Workspace
  saveWorkspace(next: Workspace): Promise<Outcome<void>>

  readonly preferences: Preferences
  savePreferences(next: Preferences): Promise<Outcome<void>>

  /** Stores a new document with its original bytes. `extension` is without the dot and may be empty. */
  create(
    article: Article,
    original: { readonly bytes: Uint8Array; readonly extension: string },
  ): Promise<Outcome<void>>
  read(id: string): Promise<Outcome<StoredDocument>>

  /** Size of a document's journal in bytes, 0 when it has none: tells cheaply whether the index is still true. */
  journalSize(id: string): Promise<number>

  /** Appends one edit to the document's journal and syncs it. Gives the new revision and the journal's new size. */
  append(id: string, edit: Edit): Promise<Outcome<{ readonly revision: number; readonly journal: number }>>
  /** Writes the snapshot, which must be the state at `revision`. Only a matter of speed: the journal is the truth. */
  saveSnapshot(id: string, state: DocumentState, revision: number): Promise<Outcome<void>>
  /**
   * The last edits of the journal in order: `count` of them, or as many as take up `bytes` there, but at least one.
   * Reads from its end.
   */
  recentEdits(id: string, count: number, bytes?: number): Promise<Outcome<Edit[]>>
  /** Ids of the last `count` edits in order; cheap, however much they did. */
  recentIds(id: string, count: number): Promise<Outcome<string[]>>
  /** The edits up to revision `before`, limited as `recentEdits` are; what comes before them is not read. */
  editsBefore(id: string, before: number, count: number, bytes?: number): Promise<Outcome<Stretch>>

  /** Waits for what is under way and gives the workspace free for another host. */
  close(): Promise<void>
}
