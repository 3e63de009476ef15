import { z } from 'zod'
import { id } from '../base/id'
import { annotation } from '../core/annotation/annotation'
import { link } from '../core/annotation/link'
import { offset } from '../core/document/text'
import type { Difference } from '../core/review/cases'
import type { Standing } from '../core/review/standing'

const differences = [
  'agreed',
  'boundary',
  'tag',
  'attributes',
  'missed',
  'alone',
] as const satisfies readonly Difference[]

const standings = ['open', 'again', 'discussed', 'objected', 'settled'] as const satisfies readonly Standing[]

const { tag, attributes, note } = annotation.shape

/** An annotation as it is told: its words, pieces joined by an ellipsis, and where they stand. */
const told = z.object({
  id,
  tag,
  quote: z.string(),
  ranges: z.array(z.object({ start: offset, end: offset })).min(1),
})

const common = {
  /** The same as long as the case’s first member is there. */
  id,
  /** What the members differ in, the gravest first; `agreed` alone when in nothing. */
  differences: z.array(z.enum(differences)).min(1),
  /** How far it has come. */
  standing: z.enum(standings),
  /** Ids of the annotators who were compared and have nothing of it. */
  missing: z.array(id),
}

/**
 * What several annotators made of one thing, as plain data: at most one member of each, by the annotator’s id. The
 * records themselves come with the article.
 */
export const comparedCase = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('annotation'),
    ...common,
    members: z.array(told.extend({ annotator: id, attributes, note })).min(1),
  }),
  z.object({
    kind: z.literal('link'),
    ...common,
    members: z
      .array(z.object({ annotator: id, id, type: link.shape.type, from: told, to: told, note }))
      .min(1),
  }),
])
export type ComparedCase = z.infer<typeof comparedCase>
