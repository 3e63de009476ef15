import type { Annotation } from '../../../core/annotation/annotation'
import type { Person } from '../../../core/annotation/set'
import type { ReportTag } from './report-tags'

/** An annotation with all that is said of it. */
export interface Entry {
  readonly annotation: Annotation
  readonly tag: ReportTag
  /** Counted for each tag of an article: `c3` is its third claim. */
  readonly label: string
  readonly words: string
  readonly by: Person
  /** The names of values, by the ids of their attributes. */
  readonly said: ReadonlyMap<string, string>
  /** The annotations of other tags that it is linked to, by the keys of its table's relations. */
  readonly related: ReadonlyMap<string, readonly Related[]>
}

export interface Related {
  readonly entry: Entry
  /** The note of the link. */
  readonly note: string
}

/** A claim with whom it is attributed to and the figures that it rests on. */
export interface ClaimFacts {
  readonly entry: Entry
  readonly sources: readonly Entry[]
  readonly figures: readonly Entry[]
}
