import { z } from 'zod'
import { id } from '../../base/id'

export const person = z.object({ id, name: z.string().min(1).max(200) })
export type Person = z.infer<typeof person>

/** Whose annotations they are: one annotator's reading of one document, under one codebook. */
export const annotationSet = z.object({
  id,
  annotator: person,
  /** Id of the codebook; each annotation carries the version it was made under. */
  codebook: id,
  created: z.iso.datetime(),
})
export type AnnotationSet = z.infer<typeof annotationSet>
