import { z } from 'zod'
import { id } from '../base/id'
import { person } from '../core/annotation/set'
import { codebook } from '../core/codebook/codebook'
import type { Article } from '../core/document/article'
import { documentSummary } from '../core/library'

/** An entry of the index: the summary, and what tells whether it is still true. */
export const indexEntry = documentSummary.extend({
  /** SHA-256 of the canonical text, so that a text that is here already is recognised. */
  hash: z.string(),
  /** The name of the file that it came from; absent in entries that are older than this field. */
  file: z.string().optional(),
  /** The revision at which the counts were taken; a journal that is longer makes them stale. */
  revision: z.number().int().min(0),
  /** Size of the journal in bytes at that revision. */
  journal: z.number().int().min(0),
  /** When it was taken out of the list; its files stay. */
  removed: z.iso.datetime().optional(),
})
export type IndexEntry = z.infer<typeof indexEntry>

/** The entry of a document that nobody has annotated yet. */
export const newEntry = ({ id: document, title, text, hash, imported, source }: Article): IndexEntry => ({
  id: document,
  title,
  length: text.length,
  counts: {},
  imported,
  changed: imported,
  hash,
  file: source.name,
  revision: 0,
  journal: 0,
})

/** `workspace.json`. */
export const workspace = z.object({
  schema: z.literal('assay/workspace'),
  /** Ids of the migrations it has had, in order. */
  migrations: z.array(z.string()),
  id,
  /** Everybody who has worked here; the first is whose computer it is. */
  people: z.array(person).min(1),
  codebook,
  /** The codebook as it was before each change, oldest first, so that every annotation's version can be looked up. */
  earlier: z.array(codebook),
  documents: z.array(indexEntry),
})
export type Workspace = z.infer<typeof workspace>
