import type { Annotation } from '../../core/annotation/annotation'
import type { Link } from '../../core/annotation/link'
import type { AnnotationSet } from '../../core/annotation/set'
import type { Piece } from '../../core/annotation/span'
import type { Codebook } from '../../core/codebook/codebook'
import { type CodePoints, codePoints } from '../../core/document/offsets'
import type { AnnotatedDocument, Codec, Exported } from './codec'
import { inOrder } from './order'

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/, 23 February 2017), as an
 * AnnotationCollection with one page. Places are counted in code points, as the Recommendation says. A span in several
 * pieces has one target a piece. A link is an annotation whose motivation is linking: its target is where it begins,
 * its body where it ends. Writes; attributes and the text are left out.
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
    attributes: false,
    annotators: true,
    text: false,
    offsets: 'code-points',
  },
  conventions: {
    pieces: 'written as several targets, which other tools may take for several annotations',
  },
  write(exported) {
    return new TextEncoder().encode(`${JSON.stringify(collectionOf(exported), null, 2)}\n`)
  },
}

type JsonObject = { readonly [key: string]: unknown }

function collectionOf({ documents, codebook, at, version }: Exported): JsonObject {
  const items = documents.flatMap((document) => itemsOf(document, codebook))
  const id = urn('collection', at, ...documents.map(({ article }) => article.id))
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: documents.map(({ article }) => article.title).join('; '),
    created: at,
    generator: { id: urn('version', version), type: 'Software', name: `Assay ${version}` },
    total: items.length,
    first: { id: `${id}:page:1`, type: 'AnnotationPage', startIndex: 0, items },
  }
}

function itemsOf({ article, records }: AnnotatedDocument, codebook: Codebook): JsonObject[] {
  const { sets, annotations, links } = inOrder(records)
  const setById = new Map(sets.map((set) => [set.id, set]))
  const points = codePoints(article.text)
  const source = urn('document', article.id)
  return [
    ...annotations.map((annotation) => ({
      ...headOf('tagging', annotation, setById.get(annotation.set)),
      body: [...tagBodies(annotation, codebook), ...noteBodies(annotation)],
      target: oneOrMany(annotation.span.map((piece) => targetOf(piece, source, points))),
    })),
    ...links.map((link) => ({
      ...headOf('linking', link, setById.get(link.set)),
      body: [{ id: urn('annotation', link.to) }, typeBody(link, codebook), ...noteBodies(link)],
      target: urn('annotation', link.from),
    })),
  ]
}

function headOf(motivation: string, record: Annotation | Link, set: AnnotationSet | undefined): JsonObject {
  return {
    id: urn('annotation', record.id),
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

const typeBody = ({ type }: Link, codebook: Codebook): JsonObject => ({
  type: 'TextualBody',
  purpose: 'classifying',
  value: nameIn(codebook.links, type),
})

const noteBodies = ({ note }: Annotation | Link): JsonObject[] =>
  note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]

const targetOf = (piece: Piece, source: string, points: CodePoints): JsonObject => ({
  source,
  selector: [
    { type: 'TextQuoteSelector', exact: piece.exact, prefix: piece.prefix, suffix: piece.suffix },
    {
      type: 'TextPositionSelector',
      start: points.fromUtf16(piece.start),
      end: points.fromUtf16(piece.end),
    },
  ],
})

const oneOrMany = <T>(list: readonly T[]): T | readonly T[] => (list.length === 1 ? list[0]! : list)

const nameIn = (named: readonly { readonly id: string; readonly name: string }[], id: string): string =>
  named.find((one) => one.id === id)?.name ?? id

/** A name for a thing of ours that is no address; ids may hold characters that a URN may not. */
const urn = (kind: string, ...ids: readonly string[]): string =>
  `urn:assay:${kind}:${ids.map(encodeURIComponent).join(':')}`
