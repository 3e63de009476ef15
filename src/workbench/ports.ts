import type { NewId } from '../base/id'
import type { Outcome } from '../base/outcome'
import type { Undo } from '../base/scope'
import type { SurveySetting, SurveyedText } from '../core/agreement/survey-plan'
import type { Survey } from '../core/agreement/survey-result'
import type { Tallied } from '../core/agreement/survey-tallies'
import type { Reading } from '../formats/articles/reader'
import type { Chosen, Exported } from '../formats/sets/codec'
import type { ReadSets } from '../formats/sets/reading'
import type { WorkspaceStore } from '../store/store'
import type { Plan, PlanInput } from './intake/plan'

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
  /** Writes annotation sets in a format, and reads what was written back to see whether it is all there. */
  'sets.write': {
    readonly params: { readonly exported: Exported; readonly format: string; readonly chosen: Chosen }
    readonly result: {
      readonly bytes: Uint8Array<ArrayBuffer>
      /** What the format does not hold, as sentences. */
      readonly losses: string[]
      /** What did not come back, as sentences; absent when the format is not read. */
      readonly differences?: string[]
    }
  }
  /** Reads annotation sets from files, whose bytes are handed over. */
  'sets.read': {
    readonly params: {
      readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
      /** Id of the format; found out when absent. */
      readonly format?: string
    }
    readonly result: ReadSets
  }
  /** Compares what files say of a document with what is here. */
  'sets.plan': { readonly params: PlanInput; readonly result: Plan }
  /** Takes of some documents what a survey of agreement needs. */
  'agreement.tally': {
    readonly params: { readonly texts: readonly SurveyedText[]; readonly setting: SurveySetting }
    readonly result: Tallied
  }
  /** Works the figures out, with their intervals, from what was taken of all documents. */
  'agreement.survey': {
    readonly params: { readonly lots: readonly Tallied[]; readonly setting: SurveySetting }
    readonly result: Survey
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
