import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { AnnotationSet } from '../annotation/set'

/** All that is known of one document at one moment. Never mutated: `apply` gives the next one. */
export interface DocumentState {
  /** Canonical text. */
  readonly text: string
  readonly sets: ReadonlyMap<string, AnnotationSet>
  readonly annotations: ReadonlyMap<string, Annotation>
  readonly links: ReadonlyMap<string, Link>
}

/** The same as it is written down and sent: lists instead of maps, without the text. */
export interface Records {
  readonly sets: readonly AnnotationSet[]
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
}

export function stateOf(text: string, { sets, annotations, links }: Records): DocumentState {
  return { text, sets: byId(sets), annotations: byId(annotations), links: byId(links) }
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.id, record]))

export const recordsOf = ({ sets, annotations, links }: DocumentState): Records => ({
  sets: [...sets.values()],
  annotations: [...annotations.values()],
  links: [...links.values()],
})

export const emptyState = (text: string): DocumentState =>
  stateOf(text, { sets: [], annotations: [], links: [] })
