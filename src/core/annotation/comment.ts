import { z } from 'zod'
import { id } from '../../base/id'
import { person } from './set'

/** What somebody remarks on an annotation or a link; several in a row are a conversation. */
export const comment = z.object({
  id,
  /** Id of the annotation or the link. */
  on: id,
  author: person,
  words: z.string().min(1).max(100_000),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Comment = z.infer<typeof comment>

/** The order of a conversation: by age, then by id, so that it is the same on every machine. */
export const compareComments = (a: Comment, b: Comment): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
