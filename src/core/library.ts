import { z } from 'zod'
import { id } from '../base/id'

/** A document as the list shows it, without its text. */
export const documentSummary = z.object({
  id,
  title: z.string().min(1),
  /** Length of the canonical text in UTF-16 units. */
  length: z.number().int().min(0),
  /** How many annotations of each tag, all annotators together. */
  counts: z.record(z.string(), z.number().int().min(0)),
  imported: z.iso.datetime(),
  /** When it was last annotated, or imported when it never was. */
  changed: z.iso.datetime(),
  /** A sentence, when the document cannot be opened as it is. */
  trouble: z.string().optional(),
})
export type DocumentSummary = z.infer<typeof documentSummary>

/** How many annotations of each tag there are. */
export function countTags(annotations: Iterable<{ readonly tag: string }>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { tag } of annotations) counts[tag] = (counts[tag] ?? 0) + 1
  return counts
}
