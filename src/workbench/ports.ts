import type { NewId } from '../base/id'
import type { Outcome } from '../base/outcome'
import type { Undo } from '../base/scope'
import type { Reading } from '../formats/articles/reader'
import type { WorkspaceStore } from '../store/store'

/** The work that is too heavy for a host's event loop, by name. */
export interface Tasks {
  'article.read': {
    readonly params: {
      readonly name: string
      /** Handed over: they may not be used until the result brings them back. */
      readonly bytes: Uint8Array
    }
    readonly result: {
      /** What the reader named by its id understood. */
      readonly reading: Reading & { readonly reader: string }
      /** SHA-256 of the text in UTF-8, in hexadecimal. */
      readonly hash: string
      /** Where the sentences of the text lie: start, end, start, end, …. */
      readonly sentences: number[]
      /** The bytes as they were given. */
      readonly bytes: Uint8Array
    }
  }
  /** Finds the sentences of a text, which takes a second for a megabyte. */
  'article.sentences': {
    readonly params: { readonly text: string }
    readonly result: { readonly sentences: number[] }
  }
}

/** Runs a named task away from the event loop; cancelling makes it end with a refusal. */
export type RunTask = <N extends keyof Tasks>(
  name: N,
  params: Tasks[N]['params'],
  options?: { readonly signal?: AbortSignal },
) => Promise<Outcome<Tasks[N]['result']>>

/** What the workbench is given by its host. It names nothing of Node, so that use cases are tested without a disk. */
export interface Ports {
  readonly store: WorkspaceStore
  readonly runTask: RunTask
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string
  /** Runs something after a time in milliseconds, unless it is undone before. */
  readonly later: (ms: number, run: () => void) => Undo
  readonly newId: NewId
  /** SHA-256 of a text in UTF-8, in hexadecimal. */
  readonly sha256: (text: string) => string
  readonly log: (error: unknown) => void
  /** The sample articles: their file names, and the bytes of one. */
  readonly samples: {
    list(): Promise<readonly string[]>
    read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  }
  readonly host: {
    readonly kind: 'electron' | 'browser'
    readonly version: string
    readonly platform: string
  }
  /** The name of the workspace's folder. */
  readonly name: string
}
