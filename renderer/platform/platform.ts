import type { Params, Reply } from '../../src/api/contract'
import type { Client } from '../../src/api/wire'
import type { Outcome } from '../../src/base/outcome'
import type { Undo } from '../../src/base/scope'

/** A file that a person gave: its name without folders, and what is in it. */
export type IncomingFile = Params<'library.add'>['files'][number]

/** A file for a person to keep. */
export type OutgoingFile = Params<'host.saveFile'>['file']

export type ConnectionState = 'connected' | 'lost'

/** Whether the host can be reached. What it announced while the connection was lost has not been heard. */
export interface Connection {
  readonly state: () => ConnectionState
  /** Hears of changes only. */
  readonly subscribe: (listener: (state: ConnectionState) => void) => Undo
}

/** What a front end needs from wherever it runs. */
export interface Platform {
  readonly client: Client
  readonly connection: Connection

  /**
   * Lets a person choose files; none when they change their mind. `extensions` are without the dot. Only works in
   * answer to something a person did. A file that cannot be read is left out and told as `host.trouble`.
   */
  pickFiles(extensions: readonly string[]): Promise<IncomingFile[]>

  /** The files of a drop, read at once: call it in the drop's own handler. Folders are left out like unreadable files. */
  readDropped(dropped: DataTransfer): Promise<IncomingFile[]>

  readClipboardText(): Promise<Outcome<string>>

  /**
   * Gives a file to a person to keep: Electron asks where, a browser puts it where downloads go. Not saved and no
   * refusal means that the person changed their mind.
   */
  saveFile(file: OutgoingFile, mediaType: string): Promise<Outcome<Reply<'host.saveFile'>>>
}
