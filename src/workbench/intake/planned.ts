import type { Person } from '../../core/annotation/set'
import type { Change, Stamp } from '../../core/change/change'
import type { Records } from '../../core/change/state'
import type { Codebook } from '../../core/codebook/codebook'
import type { Ledger } from '../../core/review/ledger'
import type { IncomingDocument, Problem } from '../../formats/sets/incoming'
import type { OurText } from '../../formats/sets/placing'
import type { ToldConflict } from './conflict-sentences'

/** What an import would do to one document, or does. */
export interface Plan {
  /** To be performed as one edit; empty when everything is here already. */
  readonly changes: readonly Change[]
  /** Of a merge: which versions of records it knows. */
  readonly stamps: readonly Stamp[]
  readonly added: Tally
  readonly changed: Tally
  /** Only a merge takes away what somebody removed. */
  readonly removed: Tally
  /** What was here already, just so; or newer, where that is known. */
  readonly same: Tally
  /** Of how many records a merge notes something that does not show. */
  readonly unseen: number
  readonly conflicts: readonly ToldConflict[]
  readonly doubtful: readonly Doubtful[]
  readonly refused: readonly Problem[]
  readonly remarks: readonly string[]
}

export interface Tally {
  annotations: number
  links: number
  comments: number
  verdicts: number
  answers: number
}

/** An annotation whose place is not certain: left out unless a person takes it. */
export interface Doubtful {
  /** Where in the file it is; names it when it is taken. */
  readonly place: string
  readonly tag: string
  readonly words: string
  /** What stands around it here. */
  readonly before: string
  readonly after: string
  readonly why: string
}

export interface PlanInput {
  readonly incoming: IncomingDocument
  readonly ours: OurText
  readonly records: Records
  /** What is known of how they came about; given where the file can be merged. */
  readonly known?: Ledger
  /** The codebook with everything that the import needs. */
  readonly codebook: Codebook
  /** By the annotator's id in the file: who that is here. */
  readonly people: Readonly<Record<string, Person>>
  /** Whose the annotations are that name nobody. */
  readonly nobody: Person
  /** Places of doubtful annotations that a person has decided to take. */
  readonly taken: readonly string[]
  /** Ids of conflicts that a person has decided otherwise than they stand. */
  readonly kept: readonly string[]
  readonly now: string
}
