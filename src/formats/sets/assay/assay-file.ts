import { z } from 'zod'
import { annotation } from '../../../core/annotation/annotation'
import { comment } from '../../../core/annotation/comment'
import { link } from '../../../core/annotation/link'
import { annotationSet } from '../../../core/annotation/set'
import { codebook } from '../../../core/codebook/codebook'
import { answer } from '../../../core/review/answer'
import { verdict } from '../../../core/review/verdict'
import { article } from '../../../core/document/article'

/** One article with everybody's annotations. */
export const assayDocument = article.extend({
  sets: z.array(annotationSet),
  annotations: z.array(annotation),
  links: z.array(link),
  comments: z.array(comment),
  /** What reviewers decided; absent in older files. */
  verdicts: z.array(verdict).default([]),
  /** What they were answered; absent in older files. */
  answers: z.array(answer).default([]),
})

/**
 * A file of Assay's own format, which loses nothing. Offsets are UTF-16 units in the document's `text`, end-exclusive.
 * This is its only definition: the type, the check on reading and the published JSON Schema come from it.
 */
export const assayFile = z.object({
  format: z.literal('assay'),
  version: z.literal(1),
  /** When it was written. */
  exported: z.iso.datetime(),
  /** The version of Assay that wrote it. */
  writer: z.string(),
  codebook,
  documents: z.array(assayDocument),
})
export type AssayFile = z.infer<typeof assayFile>

/** The JSON Schema of `assayFile` (draft 2020-12). Fields that it does not name are allowed and ignored. */
export const assaySchema = (): object => ({
  ...z.toJSONSchema(assayFile, { target: 'draft-2020-12', io: 'input' }),
  $id: 'urn:assay:schema:assay-1',
  title: 'Assay JSON, version 1',
  description:
    'Articles with their annotation sets. Offsets are UTF-16 code units in the text of the document, end-exclusive.',
})
