import type { Annotation } from '../core/annotation/annotation'
import { readTextOf } from '../core/agreement/readings'
import type { SurveyedText } from '../core/agreement/survey-plan'
import type { AnnotationSet } from '../core/annotation/set'
import type { Records } from '../core/change/state'
import type { Verdict } from '../core/review/verdict'
import type { OpenDocument } from './open-document'

/** A document as it is surveyed, and what a report says of it besides. */
export interface SurveyedDocument {
  /** With the readings of everybody, the adjudicated one among them. */
  readonly surveyed: SurveyedText
  readonly sets: readonly AnnotationSet[]
  readonly verdicts: readonly Verdict[]
  /** The versions of the codebook under which its annotations were made, by the ids of annotators. */
  readonly versions: ReadonlyMap<string, ReadonlySet<number>>
}

export function surveyedDocument({ article, state, records }: OpenDocument): SurveyedDocument {
  const everybody = [...new Set(records.sets.map(({ annotator }) => annotator.id))]
  const whose = new Map(records.sets.map(({ id, annotator }) => [id, annotator.id]))
  const versions = new Map<string, Set<number>>()
  for (const { set, codebook } of records.annotations) {
    const annotator = whose.get(set)
    if (annotator !== undefined) versions.set(annotator, (versions.get(annotator) ?? new Set()).add(codebook))
  }
  return {
    surveyed: {
      text: readTextOf(article.id, state.text.length, records, everybody),
      title: article.title,
      worked: workedIn(records, whose),
      attributes: attributesOf(records.annotations),
    },
    sets: records.sets,
    verdicts: records.verdicts,
    versions,
  }
}

/** From beginning a set on, each annotator's first and last change of what is there. */
function workedIn(
  { sets, annotations, links }: Pick<Records, 'sets' | 'annotations' | 'links'>,
  whose: ReadonlyMap<string, string>,
): SurveyedText['worked'] {
  const worked = new Map<string, { first: string; last: string }>()
  const note = (annotator: string | undefined, first: string, last: string): void => {
    if (annotator === undefined) return
    const known = worked.get(annotator)
    worked.set(annotator, {
      first: known && known.first < first ? known.first : first,
      last: known && known.last > last ? known.last : last,
    })
  }
  for (const { annotator, created } of sets) note(annotator.id, created, created)
  for (const { set, created, modified } of [...annotations, ...links])
    note(whose.get(set), created, modified < created ? created : modified)
  return worked
}

/** Of those of which anything is said. */
const attributesOf = (annotations: readonly Annotation[]): SurveyedText['attributes'] =>
  new Map(
    annotations.flatMap(({ id, attributes }) => {
      const said = Object.entries(attributes)
      if (said.length === 0) return []
      return [[id, JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))] as const]
    }),
  )
