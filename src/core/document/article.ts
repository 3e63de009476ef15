import { z } from 'zod'
import { id } from '../../base/id'
import { lineStyle } from './blocks'
import { offset } from './text'

/** What a person opens: the canonical text and where it came from. Written once, at import. */
export const article = z.object({
  id,
  title: z.string().min(1),
  /** Canonical text; every offset counts its UTF-16 units. */
  text: z.string(),
  /** SHA-256 of the canonical text in UTF-8, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  lines: z.array(lineStyle),
  /** Where its sentences lie, as they were found at import: start, end, start, end, …; absent in older articles. */
  sentences: z.array(offset).optional(),
  source: z.object({
    /** The name of the file it came from, without folders. */
    name: z.string(),
    reader: z.string(),
    encoding: z.string(),
    lineEnding: z.enum(['lf', 'crlf', 'cr', 'mixed']),
    /** Size of the original, in bytes. */
    size: z.number().int().min(0),
  }),
  imported: z.iso.datetime(),
})
export type Article = z.infer<typeof article>
