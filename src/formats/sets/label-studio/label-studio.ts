import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import type { AnnotationSet } from '../../../core/annotation/set'
import type { Piece } from '../../../core/annotation/span'
import type { AttributeValue } from '../../../core/codebook/attribute'
import { type Codebook, linkTypeById } from '../../../core/codebook/codebook'
import { type CodePoints, codePoints } from '../../../core/document/offsets'
import type { AnnotatedDocument, Codec } from '../codec'
import { type Control, type Controls, configOf, controlsOf } from './label-studio-config'
import { isLabelStudio, readLabelStudio } from './label-studio-reader'
import { inOrder } from '../order'
import { zipOf } from '../zip'

/**
 * Label Studio's tasks in JSON (https://labelstud.io/guide/task_format, 1.x), as a zip of `tasks.json` and of the
 * `labeling-config.xml` that a project needs to show them. A task is a document, each of its annotations an annotator's
 * set. Places are counted in code points. What is said of a region beside its label are results with the region's id:
 * an attribute `kind` of a claim is asked for by the control `Claim.kind`, a note by `note`.
 *
 * Label Studio has one relation between two regions, with any number of labels: links between the same two annotations
 * are one relation. It refuses a whole file in which `completed_by` names nobody it knows, so that annotators stand in
 * a field of ours, `assay_annotator`; so do the ids and the notes of links, in `assay_links`. It draws a relation only
 * between regions of the same annotation, not one that an annotator has drawn between those of another.
 *
 * Reads tasks with or without their configuration, with `annotations` or, as before 1.0, `completions`, and with
 * `predictions`; not JSON-MIN. Of a region with several labels, each is an annotation. A span in several pieces is a
 * region a piece, those after the first as children of the first, and is read as one again. Comments are left out.
 */
export const labelStudio: Codec = {
  id: 'label-studio',
  name: 'Label Studio',
  extension: 'zip',
  mediaType: 'application/zip',
  specification: 'Label Studio task format, 1.x',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: true,
    notes: true,
    comments: false,
    verdicts: false,
    attributes: true,
    annotators: true,
    text: true,
    offsets: 'code-points',
  },
  conventions: {
    pieces: 'written as a region a piece under the first, which Label Studio takes for several annotations',
  },
  reader: { extensions: ['json', 'xml'], recognises: isLabelStudio, read: readLabelStudio },
  write({ documents, codebook }) {
    const all = documents.flatMap(({ records }) => records.annotations)
    const controls = controlsOf(codebook, all)
    const types = [...new Set(documents.flatMap(({ records }) => records.links.map(({ type }) => type)))]
    const tasks = documents.map((document, k) => taskOf(document, k, codebook, controls))
    return zipOf({
      'tasks.json': encode(`${JSON.stringify(tasks, null, 2)}\n`),
      'labeling-config.xml': encode(configOf(codebook, types.toSorted(), [...controls.values()])),
    })
  },
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

type JsonObject = { readonly [key: string]: unknown }

function taskOf(
  { article, records }: AnnotatedDocument,
  index: number,
  codebook: Codebook,
  controls: ReadonlyMap<string, Controls>,
): JsonObject {
  const { sets, annotations, links } = inOrder(records)
  const points = codePoints(article.text)
  return {
    id: index + 1,
    data: { text: article.text, title: article.title },
    meta: { assay_id: article.id },
    annotations: signed(sets, annotations, links).map(({ set, own, linked }, k) => ({
      id: k + 1,
      ...headOf(set, own),
      was_cancelled: false,
      ground_truth: false,
      result: [
        ...own.flatMap((annotation) => resultsOf(annotation, controls.get(annotation.tag), points)),
        ...relationsOf(linked, codebook),
      ],
    })),
    predictions: [],
  }
}

interface Signed {
  readonly set: AnnotationSet | undefined
  readonly own: readonly Annotation[]
  readonly linked: readonly Link[]
}

/** The records by whose they are; last those of sets that are not there. */
function signed(
  sets: readonly AnnotationSet[],
  annotations: readonly Annotation[],
  links: readonly Link[],
): Signed[] {
  const known = new Set(sets.map(({ id }) => id))
  const lost = [...annotations, ...links].filter(({ set }) => !known.has(set)).map(({ set }) => set)
  return [...known, ...new Set(lost)].map((id) => ({
    set: sets.find((set) => set.id === id),
    own: annotations.filter(({ set }) => set === id),
    linked: links.filter(({ set }) => set === id),
  }))
}

function headOf(set: AnnotationSet | undefined, own: readonly Annotation[]): JsonObject {
  if (!set) return {}
  const last = own.reduce((latest, { modified }) => (modified > latest ? modified : latest), set.created)
  return { assay_annotator: set.annotator, created_at: set.created, updated_at: last }
}

function resultsOf(
  { id, span, note, attributes }: Annotation,
  controls: Controls | undefined,
  points: CodePoints,
): JsonObject[] {
  const regions = span.map((piece, k) => ({
    ...(k === 0 ? { id } : { id: `${id}~${k + 1}`, parentID: id }),
    place: placeOf(piece, points),
  }))
  const { place } = regions[0]!
  const said = Object.entries(attributes).flatMap(([key, value]) => {
    const control = controls?.byKey.get(key)
    return control ? [resultOf(id, control.name, control.kind, place, valueIn(control, value))] : []
  })
  return [
    ...regions.map(({ place: own, ...region }) => ({
      ...resultOf(region.id, 'label', 'labels', own, { labels: [controls?.label] }),
      ...region,
    })),
    ...said,
    ...(note === '' ? [] : [resultOf(id, 'note', 'textarea', place, { text: [note] })]),
  ]
}

const placeOf = ({ start, end, exact }: Piece, points: CodePoints) => ({
  start: points.fromUtf16(start),
  end: points.fromUtf16(end),
  text: exact,
})

/** In the value of what was typed in, `text` is no quote but what was typed. */
const resultOf = (
  id: string,
  name: string,
  type: string,
  place: JsonObject,
  value: JsonObject,
): JsonObject => ({
  id,
  from_name: name,
  to_name: 'text',
  type,
  origin: 'manual',
  value: { ...place, ...value },
})

function valueIn(control: Control, value: AttributeValue): JsonObject {
  if (control.kind === 'choices') return { choices: [control.nameOf(value)] }
  return control.kind === 'number' ? { number: value } : { text: [String(value)] }
}

function relationsOf(links: readonly Link[], codebook: Codebook): JsonObject[] {
  const between = new Map<string, Link[]>()
  for (const link of links) {
    const ends = JSON.stringify([link.from, link.to])
    const same = between.get(ends)
    if (same) same.push(link)
    else between.set(ends, [link])
  }
  return [...between.values()].map((same) => ({
    from_id: same[0]!.from,
    to_id: same[0]!.to,
    type: 'relation',
    direction: 'right',
    labels: same.map(({ type }) => linkTypeById(codebook, type)?.name ?? type),
    assay_links: same.map(({ id, note }) => ({ id, ...(note === '' ? {} : { note }) })),
  }))
}
