import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import type { AnnotationSet } from '../../../core/annotation/set'
import { type Codebook, linkTypeById, tagById } from '../../../core/codebook/codebook'
import type { AnnotatedDocument, Codec } from '../codec'
import { inOrder } from '../order'
import { isProdigy, readProdigy } from './prodigy-reader'
import { type TokenPlace, type Tokens, tokensOf } from './prodigy-tokens'

/**
 * JSON lines as Prodigy 1.1x has them in its data sets (https://prodi.gy/docs/api-interfaces: `spans`, `relations`) and as
 * spaCy's tools take them: one record a line, for each document and annotator. Places are in code points and in tokens,
 * of which `token_end` is the last one and not the one after it. Tokens end wherever an annotation does, so that none is
 * off them. Spans overlap freely, which `doc.spans` takes and `doc.ents` refuses. A relation joins the last tokens of
 * two spans. Hashes are left to Prodigy.
 *
 * The title of a document is in `meta`, the annotator's name in `_annotator_id` and `_session_id`. What Prodigy has no
 * place for stands beside it under names of ours, which it passes over: `assay_id`, `assay_annotator`, `assay_note`,
 * `assay_attributes`. Spans with the same `assay_id` are the pieces of one annotation. Comments are left out.
 *
 * Reads these, records without tokens, spaCy's documents in JSON (`ents`, groups of `spans`), and the examples of spaCy
 * 2: `[text, {"entities": [[start, end, label]]}]`, or the same as an object. Only what was accepted is read. Records of
 * the same text and meta are one document, with everybody who has a record of it.
 */
export const prodigy: Codec = {
  id: 'prodigy',
  name: 'Prodigy / spaCy',
  extension: 'jsonl',
  mediaType: 'application/x-ndjson',
  specification: 'Prodigy 1.1x, spans and relations',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: true,
    notes: false,
    comments: false,
    verdicts: false,
    attributes: false,
    annotators: true,
    text: true,
    offsets: 'code-points',
  },
  conventions: {
    pieces: 'written as a span a piece, which Prodigy and spaCy take for several annotations',
    notes: 'written in a field of ours, which Prodigy and spaCy pass over',
    attributes: 'written in a field of ours, which Prodigy and spaCy pass over',
  },
  reader: { recognises: isProdigy, read: readProdigy },
  write({ documents, codebook }) {
    const lines = documents.flatMap((document) => recordsOf(document, codebook))
    return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  },
}

type JsonObject = { readonly [key: string]: unknown }

interface Span extends TokenPlace {
  readonly label: string
  readonly assay_id: string
}

function recordsOf({ article, records }: AnnotatedDocument, codebook: Codebook): JsonObject[] {
  const { sets, annotations, links } = inOrder(records)
  const tokens = tokensOf(
    article.text,
    annotations.flatMap(({ span }) => span),
  )
  const spansById = new Map(annotations.map((one) => [one.id, spansOf(one, codebook, tokens)]))
  return setsWith(sets, [...annotations, ...links]).map(({ id, annotator }) => ({
    text: article.text,
    tokens: tokens.list,
    spans: annotations
      .filter(({ set }) => set === id)
      .flatMap((annotation) =>
        spansById.get(annotation.id)!.map((span, k) => ({ ...span, ...(k === 0 ? saidOf(annotation) : {}) })),
      ),
    relations: links.filter(({ set }) => set === id).flatMap((link) => relationOf(link, codebook, spansById)),
    meta: { title: article.title, assay_id: article.id },
    answer: 'accept',
    ...(annotator
      ? { _annotator_id: annotator.name, _session_id: annotator.name, assay_annotator: annotator.id }
      : {}),
  }))
}

interface Writing {
  readonly id: string
  readonly annotator?: AnnotationSet['annotator']
}

/** Everybody's sets, and those of which there are records only; one at least, so that the text is there. */
function setsWith(
  sets: readonly AnnotationSet[],
  records: readonly (Annotation | Link)[],
): readonly Writing[] {
  const known = new Set(sets.map(({ id }) => id))
  const others = [...new Set(records.map(({ set }) => set).filter((set) => !known.has(set)))]
  const all = [...sets, ...others.map((id) => ({ id }))]
  return all.length > 0 ? all : [{ id: '' }]
}

const spansOf = ({ id, tag, span }: Annotation, codebook: Codebook, tokens: Tokens): Span[] =>
  span.map((piece) => ({
    ...tokens.placeOf(piece),
    label: tagById(codebook, tag)?.name ?? tag,
    assay_id: id,
  }))

const saidOf = ({ note, attributes }: Annotation): JsonObject => ({
  ...(note === '' ? {} : { assay_note: note }),
  ...(Object.keys(attributes).length === 0 ? {} : { assay_attributes: attributes }),
})

function relationOf(
  { id, type, from, to, note }: Link,
  codebook: Codebook,
  spansById: ReadonlyMap<string, readonly Span[]>,
): JsonObject[] {
  const head = spansById.get(from)?.[0]
  const child = spansById.get(to)?.[0]
  if (!head || !child) return []
  return [
    {
      head: head.token_end,
      child: child.token_end,
      head_span: head,
      child_span: child,
      label: linkTypeById(codebook, type)?.name ?? type,
      assay_id: id,
      ...(note === '' ? {} : { assay_note: note }),
    },
  ]
}
