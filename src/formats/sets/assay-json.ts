import type { AssayFile } from './assay-file'
import type { Codec } from './codec'
import { inOrder } from './order'

/** Assay JSON, version 1 (`resources/schemas/assay-1.schema.json`): everything there is. Writes; loses nothing. */
export const assayJson: Codec = {
  id: 'assay-json',
  name: 'Assay JSON',
  extension: 'json',
  mediaType: 'application/json',
  specification: 'Assay JSON 1',
  capabilities: {
    reads: false,
    writes: true,
    pieces: true,
    overlaps: true,
    links: true,
    notes: true,
    comments: true,
    attributes: true,
    annotators: true,
    text: true,
    offsets: 'utf-16',
  },
  write({ documents, codebook, at, version }) {
    const file = {
      format: 'assay',
      version: 1,
      exported: at,
      writer: version,
      codebook,
      documents: documents.map(({ article, records }) => ({ ...article, ...inOrder(records) })),
    } satisfies Json<AssayFile>
    return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
  },
}

type Json<T> = T extends readonly (infer U)[]
  ? readonly Json<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Json<T[K]> }
    : T
