import type { Codebook } from '../../../core/codebook/codebook'
import { positionsIn } from '../../../core/document/offsets'
import type { AnnotatedDocument, Codec } from '../codec'
import { isDoccano, readDoccano } from './doccano-reader'
import { inOrder } from '../order'

/**
 * doccano JSONL (doccano 1.8), one document a line: for a project with relations `entities` and `relations`, for plain
 * sequence labelling `label` as triples. Places are counted in code points. An annotation in several pieces becomes one
 * entity a piece, and its links run from the first. `document` and `title` are ours: doccano keeps what it does not know
 * as metadata, and gives it back. Notes, comments, attributes and who annotated are left out. Reads both, as `label`,
 * `labels` or `entities`, one document a line or all in an array. A project that counts graphemes shows every place
 * after a joined character too late, which nothing in the file tells.
 */
export const doccano: Codec = {
  id: 'doccano',
  name: 'doccano JSONL',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  specification: 'doccano 1.8',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: true,
    notes: false,
    comments: false,
    verdicts: false,
    attributes: false,
    annotators: false,
    text: true,
    offsets: 'code-points',
  },
  conventions: {
    pieces: 'written as one entity for each piece',
    annotators: 'not named in this file, where all annotations stand together',
  },
  choices: [
    {
      id: 'project',
      name: 'Project',
      options: [
        { id: 'relation', name: 'Sequence labelling with relations' },
        { id: 'plain', name: 'Sequence labelling, without relations', lacks: ['links'] },
      ],
    },
  ],
  reader: { recognises: isDoccano, read: readDoccano },
  write({ documents, codebook }, { project } = {}) {
    const ids: Ids = { entity: 0, relation: 0 }
    const lines = documents.map((document, k) => {
      const { id, title, text } = document.article
      const said = project === 'plain' ? labelsOf(document, codebook) : entitiesOf(document, codebook, ids)
      return JSON.stringify({ id: k + 1, text, ...said, Comments: [], document: id, title })
    })
    return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
  },
}

/** The last ids given away; doccano's own are those of its tables, so that no two of one file are the same. */
interface Ids {
  entity: number
  relation: number
}

interface Entity {
  readonly annotation: string
  readonly label: string
  readonly start: number
  readonly end: number
}

/** Every piece of every annotation, in order. */
function piecesOf({ article, records }: AnnotatedDocument, codebook: Codebook): Entity[] {
  const positions = positionsIn(article.text, 'code-points')
  return inOrder(records).annotations.flatMap(({ id, tag, span }) =>
    span.map(({ start, end }) => ({
      annotation: id,
      label: nameIn(codebook.tags, tag),
      start: positions.fromUtf16(start),
      end: positions.fromUtf16(end),
    })),
  )
}

const labelsOf = (document: AnnotatedDocument, codebook: Codebook) => ({
  label: piecesOf(document, codebook).map(({ start, end, label }) => [start, end, label]),
})

function entitiesOf(document: AnnotatedDocument, codebook: Codebook, ids: Ids) {
  const idOf = new Map<string, number>()
  const entities = piecesOf(document, codebook).map(({ annotation, label, start, end }) => {
    const id = ++ids.entity
    if (!idOf.has(annotation)) idOf.set(annotation, id)
    return { id, label, start_offset: start, end_offset: end }
  })
  const relations = inOrder(document.records).links.map(({ from, to, type }) => ({
    id: ++ids.relation,
    from_id: idOf.get(from),
    to_id: idOf.get(to),
    type: nameIn(codebook.links, type),
  }))
  return { entities, relations }
}

const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  list.find((known) => known.id === id)?.name ?? id
