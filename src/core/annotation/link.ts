import { z } from 'zod'
import { id } from '../../base/id'

/** A typed, directed relation between two annotations of one document, such as claim *attributed-to* source. */
export const link = z.object({
  id,
  set: id,
  /** A link type of the codebook, such as `attributed-to`. */
  type: id,
  /** Ids of annotations. */
  from: id,
  to: id,
  note: z.string().max(100_000),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Link = z.infer<typeof link>
