import { z } from 'zod'
import { id } from '../../base/id'
import { person } from '../annotation/set'

/** What an annotator says to a verdict: they adopt it, or they object. */
export const answer = z.object({
  id,
  /** Id of the verdict. */
  on: id,
  by: person,
  kind: z.enum(['adopt', 'object']),
  words: z.string().max(100_000),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Answer = z.infer<typeof answer>
