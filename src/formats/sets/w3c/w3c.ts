import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import type { AnnotationSet } from '../../../core/annotation/set'
import type { Piece } from '../../../core/annotation/span'
import type { Codebook } from '../../../core/codebook/codebook'
import { type Positions, type Unit, positionsIn } from '../../../core/document/offsets'
import type { AnnotatedDocument, Codec, Exported } from '../codec'
import { inOrder } from '../order'
import { isW3c } from './w3c-collection'
import { readW3c } from './w3c-reader'

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, 23 February 2017), as an
 * AnnotationCollection with one page. Places are counted in code points, as the Recommendation says; a collection that
 * counts in UTF-16 units, as Recogito and Hypothesis do, says so under `urn:assay:offsets`. A span in several pieces
 * has one target a piece. A link is an annotation whose motivation is linking: its target is where it begins, its body
 * where it ends. An attribute is a body that classifies by a name of ours, `urn:assay:attribute:` with its id and its
 * value as JSON. Comments and the text are left out. Reads collections, pages, arrays and single annotations, also
 * those of Recogito and Hypothesis, see `readW3c`.
 */
export const w3c: Codec = {
  id: 'w3c',
  name: 'W3C Web Annotation',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  specification: 'W3C Web Annotation Data Model, 2017',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: true,
    notes: true,
    comments: false,
    verdicts: false,
    attributes: false,
    annotators: true,
    text: false,
    offsets: 'code-points',
  },
  conventions: {
    pieces: 'written as several targets, which other tools may take for several annotations',
    attributes: 'written as names of Assay’s own, which other tools may pass over',
  },
  choices: [
    {
      id: 'offsets',
      name: 'Offsets',
      options: [
        { id: 'code-points', name: 'Strict W3C (code points)' },
        { id: 'utf-16', name: 'Recogito and Hypothesis (UTF-16)' },
      ],
    },
  ],
  reader: { recognises: isW3c, read: readW3c },
  write(exported, { offsets } = {}) {
    const collection = collectionOf(exported, offsets === 'utf-16' ? 'utf-16' : 'code-points')
    return new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`)
  },
}

type JsonObject = { readonly [key: string]: unknown }

function collectionOf({ documents, codebook, at, version }: Exported, unit: Unit): JsonObject {
  const repeated = idsInSeveral(documents)
  const items = documents.flatMap((document) => {
    const { id } = document.article
    const name: Naming = (record) => urn('annotation', ...(repeated.has(record) ? [id] : []), record)
    return itemsOf(document, codebook, unit, name)
  })
  const id = urn('collection', at, ...documents.map(({ article }) => article.id))
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: documents.map(({ article }) => article.title).join('; '),
    created: at,
    generator: { id: urn('version', version), type: 'Software', name: `Assay ${version}` },
    // A whole name, so that no context has to know it; what the Recommendation says need not be said again.
    ...(unit === 'utf-16' ? { 'urn:assay:offsets': unit } : {}),
    total: items.length,
    first: { id: `${id}:page:1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

/** How a record is named. Names are good everywhere, and ids within a document: the names of some begin with theirs. */
type Naming = (id: string) => string

/** The ids that records of several documents have. */
function idsInSeveral(documents: readonly AnnotatedDocument[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { records } of documents) {
    const ids = [...records.annotations, ...records.links].map(({ id }) => id)
    for (const id of ids) if (seen.has(id)) repeated.add(id)
    for (const id of ids) seen.add(id)
  }
  return repeated
}

function itemsOf(
  { article, records }: AnnotatedDocument,
  codebook: Codebook,
  unit: Unit,
  name: Naming,
): JsonObject[] {
  const { sets, annotations, links } = inOrder(records)
  const setById = new Map(sets.map((set) => [set.id, set]))
  const positions = positionsIn(article.text, unit)
  const source = urn('document', article.id)
  return [
    ...annotations.map((annotation) => ({
      ...headOf('tagging', name, annotation, setById.get(annotation.set)),
      body: [...tagBodies(annotation, codebook), ...attributeBodies(annotation), ...noteBodies(annotation)],
      target: oneOrMany(annotation.span.map((piece) => targetOf(piece, source, positions))),
    })),
    ...links.map((link) => ({
      ...headOf('linking', name, link, setById.get(link.set)),
      body: [{ id: name(link.to) }, typeBody(link, codebook), ...noteBodies(link)],
      target: name(link.from),
    })),
  ]
}

function headOf(
  motivation: string,
  name: Naming,
  record: Annotation | Link,
  set: AnnotationSet | undefined,
): JsonObject {
  return {
    id: name(record.id),
    type: 'Annotation',
    motivation,
    ...(set
      ? { creator: { id: urn('person', set.annotator.id), type: 'Person', name: set.annotator.name } }
      : {}),
    created: record.created,
    modified: record.modified,
  }
}

/** The tag for people by its name, and for programs by its id, which does not change with the name. */
const tagBodies = ({ tag }: Annotation, codebook: Codebook): JsonObject[] => [
  { type: 'TextualBody', purpose: 'tagging', value: nameIn(codebook.tags, tag) },
  { type: 'SpecificResource', purpose: 'classifying', source: urn('tag', codebook.id, tag) },
]

const attributeBodies = ({ attributes }: Annotation): JsonObject[] =>
  Object.entries(attributes).map(([key, value]) => ({
    type: 'SpecificResource',
    purpose: 'classifying',
    source: urn('attribute', key, JSON.stringify(value)),
  }))

const typeBody = ({ type }: Link, codebook: Codebook): JsonObject => ({
  type: 'TextualBody',
  purpose: 'classifying',
  value: nameIn(codebook.links, type),
})

const noteBodies = ({ note }: Annotation | Link): JsonObject[] =>
  note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]

const targetOf = (piece: Piece, source: string, positions: Positions): JsonObject => ({
  source,
  selector: [
    { type: 'TextQuoteSelector', exact: piece.exact, prefix: piece.prefix, suffix: piece.suffix },
    {
      type: 'TextPositionSelector',
      start: positions.fromUtf16(piece.start),
      end: positions.fromUtf16(piece.end),
    },
  ],
})

const oneOrMany = <T>(list: readonly T[]): T | readonly T[] => (list.length === 1 ? list[0]! : list)

const nameIn = (named: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  named.find((one) => one.id === id)?.name ?? id

/** A name for a thing of ours that is no address; ids may hold characters that a URN may not. */
const urn = (kind: string, ...ids: readonly string[]): string =>
  `urn:assay:${kind}:${ids.map((id) => encodeURIComponent(id.toWellFormed())).join(':')}`
