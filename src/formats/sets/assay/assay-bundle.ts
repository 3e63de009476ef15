import { z } from 'zod'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import { type Codebook, codebook as codebookSchema } from '../../../core/codebook/codebook'
import { article as articleSchema } from '../../../core/document/article'
import { canonical } from '../../../core/document/text'
import { type RecordLists, incomingDocument, recordLists } from './assay-document'
import { ledgerFile, readLedger, writtenLedger } from './assay-ledger'
import { type Codec, type Exported, everything } from '../codec'
import type { IncomingDocument, IncomingSets } from '../incoming'
import { inOrder } from '../order'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { nameTwice, namesInZip } from '../zip-names'
import { filesInZip, zipOf } from '../zip'

/**
 * Assay bundle, version 1: everything there is as one archive to mail, whose files a person can read without Assay.
 * `manifest.json` says what it is, `codebook.json` is the codebook, and each document is a folder
 * `documents/001-title/` with `article.txt` (the canonical text in UTF-8), `article.json` (all else of the article, and
 * the length of its text in UTF-16 units), `sets.json` (sets, annotations, links, comments, verdicts and the answers to
 * them) and, where everybody's records are in it, `ledger.json` (when each record was made, changed or removed, so that
 * it can be merged with what others did meanwhile; absent in older bundles). Loses nothing. A document whose text is not
 * there as it was written is passed over: without it its annotations say nothing.
 */
export const assayBundle: Codec = {
  id: 'assay-bundle',
  name: 'Assay bundle',
  extension: 'assay',
  mediaType: 'application/zip',
  specification: 'Assay bundle 1',
  capabilities: { ...everything, offsets: 'utf-16' },
  ledgers: true,
  reader: { recognises, read },
  write: (exported) => zipOf(filesOf(exported)),
}

const MANIFEST = 'manifest.json'
const CODEBOOK = 'codebook.json'
const [ARTICLE, TEXT, SETS, LEDGER] = ['article.json', 'article.txt', 'sets.json', 'ledger.json']

function filesOf({ documents, codebook, at, version }: Exported): Record<string, Uint8Array> {
  const manifest: Manifest = { format: 'assay-bundle', version: 1, writer: version, exported: at }
  const files: Record<string, Uint8Array> = { [MANIFEST]: jsonFile(manifest), [CODEBOOK]: jsonFile(codebook) }
  const digits = Math.max(3, String(documents.length).length)
  documents.forEach(({ article: { text, ...article }, records, ledger }, k) => {
    const folder = `documents/${String(k + 1).padStart(digits, '0')}-${safeName(article.title)}`
    files[`${folder}/${ARTICLE}`] = jsonFile({ ...article, length: text.length })
    files[`${folder}/${TEXT}`] = new TextEncoder().encode(text)
    files[`${folder}/${SETS}`] = jsonFile(inOrder(records))
    if (ledger) files[`${folder}/${LEDGER}`] = jsonFile(writtenLedger(ledger, records))
  })
  return files
}

const jsonFile = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

const LONGEST_NAME = 40 // even in characters of four bytes it fits into the 255 that a name may have

/** A title as the name of a folder: letters with their marks, digits, `-`, `_` and dots within; never empty. */
function safeName(title: string): string {
  const plain = title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
  const cut = Array.from(plain).slice(0, LONGEST_NAME).join('')
  return cut.replace(/\.{2,}/g, '.').replace(/^[.-]+|[.-]+$/g, '') || 'article'
}

function recognises(file: SetFile): boolean {
  if (!file.isZip) return false
  if (file.extension === 'assay') return true
  const names = namesInZip(file)
  return names.includes(MANIFEST) && names.includes(CODEBOOK)
}

const manifestSchema = z.object({
  format: z.literal('assay-bundle'),
  version: z.number(),
  writer: z.string(),
  exported: z.string(),
})
type Manifest = z.infer<typeof manifestSchema>

function read(files: readonly SetFile[]): Outcome<IncomingSets> {
  const reading: Reading = { problems: new Problems(), remarks: [] }
  const documents: IncomingDocument[] = []
  let codebook: Codebook | undefined
  for (const file of files) {
    const bundle = readBundle(file, files.length > 1 ? `${file.name}: ` : '', reading)
    if (!bundle.ok && files.length === 1) return bundle
    if (!bundle.ok) reading.problems.add(file.name, bundle.refusal.message)
    else {
      documents.push(...bundle.value.documents)
      codebook ??= bundle.value.codebook
    }
  }
  const { problems, remarks } = reading
  return ok({ documents, ...(codebook ? { codebook } : {}), problems: problems.list, remarks })
}

/** What is said of all bundles that are read together. */
interface Reading {
  readonly problems: Problems
  readonly remarks: string[]
}

function readBundle(
  file: SetFile,
  prefix: string,
  reading: Reading,
): Outcome<Pick<IncomingSets, 'documents' | 'codebook'>> {
  const twice = nameTwice(namesInZip(file))
  if (twice !== undefined)
    return refuse('invalid', `“${file.name}” was not opened: it holds ${JSON.stringify(twice)} twice.`)
  const unpacked = filesInZip(file)
  if (!unpacked.ok) return unpacked
  const inside = new Map(unpacked.value.map((one) => [one.name, one]))
  const known = checkManifest(file.name, inside.get(MANIFEST))
  if (!known.ok) return known
  const codebook = jsonIn(inside.get(CODEBOOK), codebookSchema, `${prefix}${CODEBOOK}`, reading.problems)
  const documents = [...foldersOf(inside, prefix, reading)].flatMap(
    ([folder, parts]) => readDocument(folder, parts, prefix, reading) ?? [],
  )
  return ok({ documents, ...(codebook ? { codebook } : {}) })
}

function checkManifest(name: string, manifest: SetFile | undefined): Outcome<Manifest> {
  if (!manifest) return refuse('invalid', `“${name}” is no Assay bundle: it holds no ${MANIFEST}.`)
  const json = manifest.json
  if (!json.ok) return json
  const parsed = manifestSchema.safeParse(json.value)
  if (!parsed.success)
    return refuse('invalid', `“${name}” is no Assay bundle: its ${MANIFEST} is that of something else.`)
  const { version } = parsed.data
  if (version === 1) return ok(parsed.data)
  return refuse(
    'newer',
    `“${name}” is an Assay bundle ${version}; this Assay reads version 1. Use a newer Assay.`,
  )
}

/** The value of a file when it is there, is JSON and is of the schema; otherwise a problem says what it is not. */
function jsonIn<S extends z.ZodType>(
  file: SetFile | undefined,
  schema: S,
  place: string,
  problems: Problems,
): z.infer<S> | undefined {
  const json = file?.json ?? refuse('missing', 'This file is missing from the archive.')
  if (json.ok) return problems.checked(schema, json.value, place)
  problems.add(place, json.refusal.message)
  return undefined
}

type Parts = ReadonlyMap<string, SetFile>

function foldersOf(inside: Parts, prefix: string, { problems }: Reading): Map<string, Parts> {
  const folders = new Map<string, Map<string, SetFile>>()
  for (const [path, file] of inside) {
    const [, folder, name] = /^(documents\/[^/]+)\/([^/]+)$/.exec(path) ?? []
    if (folder !== undefined && name !== undefined && [ARTICLE, TEXT, SETS, LEDGER].includes(name))
      folders.set(folder, (folders.get(folder) ?? new Map<string, SetFile>()).set(name, file))
    else if (path !== MANIFEST && path !== CODEBOOK && !isOfASystem(path))
      problems.add(`${prefix}${path}`, 'This file is no part of an Assay bundle and was passed over.')
  }
  return new Map([...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** What file managers leave in archives when they pack one again. */
const isOfASystem = (path: string): boolean =>
  /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path)

const articleHead = articleSchema.omit({ text: true }).extend({ length: z.number().int().min(0) })

const nothing: RecordLists = { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] }

function readDocument(
  folder: string,
  parts: Parts,
  prefix: string,
  { problems, remarks }: Reading,
): IncomingDocument | undefined {
  const at = (name: string): string => `${prefix}${folder}/${name}`
  const head = jsonIn(parts.get(ARTICLE), articleHead, at(ARTICLE), problems)
  if (!head) return undefined
  const { length, ...article } = head
  const text = textOf(parts.get(TEXT), length)
  if (!text.ok) {
    problems.add(at(TEXT), text.refusal.message)
    return undefined
  }
  const lists = jsonIn(parts.get(SETS), recordLists, at(SETS), problems)
  const document = incomingDocument(
    { ...article, text: text.value },
    lists ?? nothing,
    { place: `${prefix}${folder}`, within: `${at(SETS)} ` },
    problems,
  )
  remarks.push(...misfitsIn(document, text.value))
  // Without the records it would look as if nothing were known of them.
  const known = lists && parts.has(LEDGER) && jsonIn(parts.get(LEDGER), ledgerFile, at(LEDGER), problems)
  return known ? { ...document, ledger: readLedger(known, lists, at(LEDGER), problems) } : document
}

function textOf(file: SetFile | undefined, length: number): Outcome<string> {
  const raw = file?.text ?? refuse('missing', 'The text of the article is missing from the archive.')
  if (!raw.ok) return refuse(raw.refusal.code, `${raw.refusal.message} ${PASSED_OVER}`)
  const { text } = canonical(raw.value)
  if (text.length === length) return ok(text)
  const [is, was] = [text.length, length].map((units) => `${units} character${units === 1 ? '' : 's'}`)
  return refuse(
    'damaged',
    `The text has ${is}, and ${ARTICLE} says ${was}: it was changed or cut off. ${PASSED_OVER}`,
  )
}

const PASSED_OVER = 'Its document was passed over; ask for the archive again.'

/** A text may have been changed and kept its length: then the words of annotations are elsewhere or gone. */
function misfitsIn({ annotations, name }: IncomingDocument, text: string): string[] {
  const count = annotations.filter(({ pieces }) =>
    pieces.some(({ start, end, exact }) => text.slice(start, end) !== exact),
  ).length
  if (count === 0) return []
  const said =
    count === 1
      ? '1 annotation quotes other words than stand in its place; it is looked for by what it quotes'
      : `${count} annotations quote other words than stand in their places; they are looked for by what they quote`
  return [`In “${name}”, ${said}.`]
}
