import type { Annotation } from '../annotation/annotation'
import type { Comment } from '../annotation/comment'
import type { Link } from '../annotation/link'
import type { AnnotationSet } from '../annotation/set'
import type { LineStyle } from '../document/blocks'
import type { Answer } from '../review/answer'
import type { Verdict } from '../review/verdict'

/** All that is known of one document at one moment. Never mutated: `apply` gives the next one. */
export interface DocumentState {
  /** Canonical text, with every correction made so far. */
  readonly text: string
  /** The lines that are more than a paragraph, in order. */
  readonly lines: readonly LineStyle[]
  readonly sets: ReadonlyMap<string, AnnotationSet>
  readonly annotations: ReadonlyMap<string, Annotation>
  readonly links: ReadonlyMap<string, Link>
  readonly comments: ReadonlyMap<string, Comment>
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly answers: ReadonlyMap<string, Answer>
}

/** What is said of a text, as it is written down and sent: lists instead of maps. */
export interface Records {
  readonly sets: readonly AnnotationSet[]
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
  readonly comments: readonly Comment[]
  readonly verdicts: readonly Verdict[]
  readonly answers: readonly Answer[]
}

export const noRecords: Records = {
  sets: [],
  annotations: [],
  links: [],
  comments: [],
  verdicts: [],
  answers: [],
}

export function stateOf(text: string, records: Records, lines: readonly LineStyle[] = []): DocumentState {
  return {
    text,
    lines,
    sets: byId(records.sets),
    annotations: byId(records.annotations),
    links: byId(records.links),
    comments: byId(records.comments),
    verdicts: byId(records.verdicts),
    answers: byId(records.answers),
  }
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.id, record]))

export const recordsOf = ({
  sets,
  annotations,
  links,
  comments,
  verdicts,
  answers,
}: DocumentState): Records => ({
  sets: [...sets.values()],
  annotations: [...annotations.values()],
  links: [...links.values()],
  comments: [...comments.values()],
  verdicts: [...verdicts.values()],
  answers: [...answers.values()],
})

export const emptyState = (text: string, lines: readonly LineStyle[] = []): DocumentState =>
  stateOf(text, noRecords, lines)
