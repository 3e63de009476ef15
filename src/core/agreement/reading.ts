import type { Interval } from '../../base/intervals'

/** An annotation as the measures see it: what was marked, and as what. */
export interface Mark {
  readonly id: string
  readonly tag: string
  /** In the order of the text, end-exclusive, in UTF-16 units; they neither overlap nor touch. At least one. */
  readonly ranges: readonly Interval[]
}

/** A link as the measures see it; its ends are ids of marks of the same reading. */
export interface MarkedLink {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
}

/** All that one annotator marked in one text; without marks, they read it and found nothing. */
export interface Reading {
  /** The annotator's id. */
  readonly annotator: string
  readonly marks: readonly Mark[]
  readonly links: readonly MarkedLink[]
}

/** One text as its annotators read it. Who did not read it has no reading of it. */
export interface ReadText {
  /** The document's id. */
  readonly document: string
  /** In UTF-16 units. */
  readonly length: number
  /** At most one of each annotator. */
  readonly readings: readonly Reading[]
}
