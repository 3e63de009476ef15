import { IntervalIndex } from '../../base/intervals'
import type { Annotation } from '../../core/annotation/annotation'
import { dropsPieces } from './choices'
import {
  type AnnotatedDocument,
  type Chosen,
  type Codec,
  type Exported,
  type Loss,
  capabilitiesOf,
} from './codec'

/** What of an export the format cannot hold, with counts; empty when nothing is lost. */
export function lossesOf({ documents }: Exported, codec: Codec, chosen?: Chosen): Loss[] {
  const capabilities = capabilitiesOf(codec, chosen)
  const annotations = documents.flatMap(({ records }) => records.annotations)
  const links = documents.flatMap(({ records }) => records.links)
  const counts: Record<Loss['what'], () => number> = {
    pieces: () => annotations.filter(({ span }) => span.length > 1).length,
    overlaps: () => sum(documents.map(({ records }) => overlapping(records.annotations).size)),
    links: () => links.length,
    // A note of a link that is lost is lost with it, and not counted twice.
    notes: () => noted(annotations) + (capabilities.links ? noted(links) : 0),
    comments: () => sum(documents.map(({ records }) => records.comments.length)),
    verdicts: () => sum(documents.map(({ records }) => records.verdicts.length)),
    attributes: () => sum(annotations.map(({ attributes }) => Object.keys(attributes).length)),
    annotators: () => countAnnotators(documents) - 1,
    text: () => documents.length,
  }
  return kinds
    .filter((what) => !capabilities[what])
    .map((what) => ({ what, count: counts[what]() }))
    .filter(({ count }) => count > 0)
}

const kinds = [
  'pieces',
  'overlaps',
  'links',
  'notes',
  'comments',
  'verdicts',
  'attributes',
  'annotators',
  'text',
] as const

/** A loss for a person: “3 links are not in this file”. */
export function describeLoss({ what, count }: Loss, codec: Codec, chosen: Chosen = {}): string {
  const [one, many] = NAMES[what]
  const isLeftOut = what === 'pieces' && dropsPieces(codec, chosen)
  const fate = (isLeftOut ? undefined : codec.conventions?.[what]) ?? 'not in this file'
  return `${count} ${count === 1 ? one : many} ${count === 1 ? 'is' : 'are'} ${fate}`
}

const NAMES: Record<Loss['what'], readonly [one: string, many: string]> = {
  pieces: ['annotation in several pieces', 'annotations in several pieces'],
  overlaps: ['annotation that overlaps another', 'annotations that overlap others'],
  links: ['link', 'links'],
  notes: ['note', 'notes'],
  comments: ['comment', 'comments'],
  verdicts: ['verdict', 'verdicts'],
  attributes: ['attribute', 'attributes'],
  annotators: ['annotator besides the first', 'annotators besides the first'],
  text: ['article’s text', 'articles’ texts'],
}

/** The ids of annotations that share at least one unit of text with another one. */
export function overlapping(annotations: readonly Annotation[]): Set<string> {
  const index = new IntervalIndex<string>()
  for (const { id, span } of annotations) for (const piece of span) index.add(id, piece)
  const shares = ({ id, span }: Annotation): boolean =>
    span.some(({ start, end }) => index.overlapping(start, end).some((other) => other !== id))
  return new Set(annotations.filter(shares).map(({ id }) => id))
}

const countAnnotators = (documents: readonly AnnotatedDocument[]): number =>
  new Set(documents.flatMap(({ records }) => records.sets.map(({ annotator }) => annotator.id))).size

const noted = (list: readonly { readonly note: string }[]): number =>
  list.filter(({ note }) => note !== '').length

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
