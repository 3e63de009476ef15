import { z } from 'zod'
import { id } from '../../base/id'
import { attributeValue } from '../codebook/attribute'
import { compareSpans, span } from './span'

/** A tagged span: one annotator's statement that these words are a claim, a source or a figure. */
export const annotation = z.object({
  id,
  /** The annotation set it belongs to, and so its annotator. */
  set: id,
  /** A tag of the codebook, such as `claim`. */
  tag: id,
  span,
  note: z.string().max(100_000),
  attributes: z.record(z.string().min(1).max(100), attributeValue),
  /** The version of the codebook under which it was last tagged. */
  codebook: z.number().int().min(1),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Annotation = z.infer<typeof annotation>

/** The order of lists and exports: by place, then by age, then by id, so that it is the same on every machine. */
export const compareAnnotations = (a: Annotation, b: Annotation): number =>
  compareSpans(a.span, b.span) || compareText(a.created, b.created) || compareText(a.id, b.id)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
