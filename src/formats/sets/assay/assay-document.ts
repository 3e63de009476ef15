import { z } from 'zod'
import { annotation } from '../../../core/annotation/annotation'
import { comment } from '../../../core/annotation/comment'
import { link } from '../../../core/annotation/link'
import { annotationSet } from '../../../core/annotation/set'
import { answer } from '../../../core/review/answer'
import { verdict } from '../../../core/review/verdict'
import type { Article } from '../../../core/document/article'
import type { IncomingDocument } from '../incoming'
import type { Problems } from '../problems'
import { sound } from '../sound'

/** Records as far as each stands on its own: one that is wrong does not take the others with it. */
export const recordLists = z.object({
  sets: z.array(z.unknown()),
  annotations: z.array(z.unknown()),
  links: z.array(z.unknown()),
  comments: z.array(z.unknown()).default([]),
  verdicts: z.array(z.unknown()).default([]),
  answers: z.array(z.unknown()).default([]),
})
export type RecordLists = z.infer<typeof recordLists>

/** Where a document is in its file, and what comes before the names of its lists in the places of its records. */
export interface DocumentPlace {
  readonly place: string
  /** `documents[0].`, so that a record is at `documents[0].links[2]`. */
  readonly within: string
}

/** A document of ours as it is handed on: every record checked, those that are wrong named as problems. */
export function incomingDocument(
  article: Article,
  lists: RecordLists,
  { place, within }: DocumentPlace,
  problems: Problems,
): IncomingDocument {
  const each = <S extends z.ZodType>(schema: S, values: readonly unknown[], name: string) =>
    values.flatMap((one, k) => {
      const at = `${within}${name}[${k}]`
      const record = problems.checked(schema, one, at)
      return record === undefined ? [] : [{ record, at }]
    })
  const sets = each(annotationSet, lists.sets, 'sets').map(({ record }) => record)
  const annotatorOf = new Map(sets.map(({ id, annotator }) => [id, annotator.id]))
  const by = (set: string) => {
    const annotator = annotatorOf.get(set)
    return annotator === undefined ? {} : { annotator }
  }
  const document: IncomingDocument = {
    place,
    id: article.id,
    hash: article.hash,
    name: article.title,
    text: article.text,
    article,
    units: ['utf-16'],
    ids: 'kept',
    annotators: sets.map(({ annotator }) => annotator),
    sets,
    annotations: each(annotation, lists.annotations, 'annotations').map(
      ({ record: { span, set, ...rest }, at }) => ({ ...rest, ...by(set), place: at, pieces: span }),
    ),
    links: each(link, lists.links, 'links').map(({ record: { set, ...rest }, at }) => ({
      ...rest,
      ...by(set),
      place: at,
    })),
    comments: each(comment, lists.comments, 'comments').map(({ record, at }) => ({ ...record, place: at })),
    verdicts: each(verdict, lists.verdicts, 'verdicts').map(({ record, at }) => ({ ...record, place: at })),
    answers: each(answer, lists.answers, 'answers').map(({ record, at }) => ({ ...record, place: at })),
  }
  return sound(document, problems)
}
