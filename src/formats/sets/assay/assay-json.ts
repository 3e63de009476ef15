import { z } from 'zod'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import { type Codebook, codebook as codebookSchema } from '../../../core/codebook/codebook'
import { article as articleSchema } from '../../../core/document/article'
import { incomingDocument, recordLists } from './assay-document'
import type { AssayFile } from './assay-file'
import { type Codec, everything } from '../codec'
import type { IncomingDocument, IncomingSets } from '../incoming'
import { inOrder } from '../order'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'

/** Assay JSON, version 1 (`resources/schemas/assay-1.schema.json`): everything there is. Loses nothing. */
export const assayJson: Codec = {
  id: 'assay-json',
  name: 'Assay JSON',
  extension: 'json',
  mediaType: 'application/json',
  specification: 'Assay JSON 1',
  capabilities: { ...everything, offsets: 'utf-16' },
  reader: {
    recognises: ({ head }) => /^\s*\{\s*"format"\s*:\s*"assay"/.test(head),
    read(files) {
      const problems = new Problems()
      const documents: IncomingDocument[] = []
      let codebook: Codebook | undefined
      for (const file of files) {
        const read = readFile(file, problems)
        if (!read.ok) return read
        documents.push(...(read.value.documents ?? []))
        codebook ??= read.value.codebook
      }
      return ok({ documents, ...(codebook ? { codebook } : {}), problems: problems.list, remarks: [] })
    },
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

const head = z.object({
  format: z.literal('assay'),
  version: z.number(),
  codebook: z.unknown(),
  documents: z.array(z.unknown()),
})

const documentHead = articleSchema.extend(recordLists.shape)

function readFile(
  file: SetFile,
  problems: Problems,
): Outcome<Partial<Pick<IncomingSets, 'documents' | 'codebook'>>> {
  const json = file.json
  if (!json.ok) return json
  const parsed = head.safeParse(json.value)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!
    return refuse('invalid', `“${file.name}” is no Assay JSON: ${path.join('.') || 'file'}: ${message}.`)
  }
  const { version, codebook, documents } = parsed.data
  if (version !== 1)
    return refuse(
      'newer',
      `“${file.name}” is Assay JSON ${version}; this Assay reads version 1. Use a newer Assay.`,
    )
  const ours = problems.checked(codebookSchema, codebook, 'codebook')
  return ok({
    documents: documents.flatMap((value, k) => readDocument(value, `documents[${k}]`, problems) ?? []),
    ...(ours ? { codebook: ours } : {}),
  })
}

function readDocument(value: unknown, place: string, problems: Problems): IncomingDocument | undefined {
  const checked = problems.checked(documentHead, value, place)
  if (!checked) return undefined
  const { sets, annotations, links, comments, verdicts, answers, ...article } = checked
  return incomingDocument(
    article,
    { sets, annotations, links, comments, verdicts, answers },
    { place, within: `${place}.` },
    problems,
  )
}

type Json<T> = T extends readonly (infer U)[]
  ? readonly Json<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Json<T[K]> }
    : T
