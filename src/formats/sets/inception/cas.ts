import type { Interval } from '../../../base/intervals'
import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import { type Codebook, linkTypeById, tagById } from '../../../core/codebook/codebook'
import type { AttributeValue } from '../../../core/codebook/attribute'
import type { Article } from '../../../core/document/article'
import { type AnnotatorFile, annotatorFilesOf } from './annotator-files'
import { sentencesIn, tokensIn } from '../segmentation'
import {
  ASSAY_METADATA,
  DOCUMENT_METADATA,
  FEATURES,
  type OwnFeatures,
  RELATION,
  SENTENCE,
  SOFA,
  SPAN,
  TOKEN,
  type TypeDescription,
  ownFeatures,
  typesOf,
} from './cas-types'
import type { Capabilities, Codec, Exported } from '../codec'

/** Another feature structure of the same CAS, by its id. */
export interface Reference {
  readonly ref: string
}

export type FeatureValue = string | number | boolean | Reference

/** A typed record of UIMA; annotations have the features `sofa`, `begin` and `end`. */
export interface FeatureStructure {
  /** A whole number from 1. */
  readonly id: string
  readonly type: string
  readonly features: ReadonlyMap<string, FeatureValue>
}

/** A common analysis structure with one view. */
export interface Cas {
  readonly types: readonly TypeDescription[]
  /** The sofa, which is the text, comes first. */
  readonly structures: readonly FeatureStructure[]
}

export const casCapabilities: Capabilities = {
  pieces: false,
  overlaps: true,
  links: true,
  notes: true,
  comments: false,
  verdicts: false,
  attributes: true,
  annotators: true,
  text: true,
  offsets: 'utf-16',
}

export const casConventions: Codec['conventions'] = {
  pieces: 'written as one annotation a piece, which only Assay joins again',
}

/** The CAS of every document and annotator, and the types, which are the same in all of them. */
export function casesOf({ documents, codebook }: Exported): {
  readonly types: readonly TypeDescription[]
  readonly files: readonly { readonly path: string; readonly cas: Cas }[]
} {
  const own = ownFeatures(codebook)
  const types = typesOf(own)
  const segments = new Map(documents.map(({ article }) => [article, segmentsOf(article)]))
  const files = annotatorFilesOf(documents).map((file) => ({
    path: file.path,
    cas: { types, structures: structuresOf(file, segments.get(file.article)!, codebook, own) },
  }))
  return { types, files }
}

interface Segments {
  readonly sentences: readonly Interval[]
  readonly tokens: readonly Interval[]
}

const segmentsOf = (article: Article): Segments => ({
  sentences: sentencesIn(article),
  tokens: tokensIn(article.text),
})

function structuresOf(
  { article, annotator, annotations, borrowed, links }: AnnotatorFile,
  { sentences, tokens }: Segments,
  codebook: Codebook,
  own: OwnFeatures,
): FeatureStructure[] {
  const structures: FeatureStructure[] = []
  const add = (type: string, features: Iterable<readonly [string, FeatureValue]>): string => {
    const id = String(structures.length + 1)
    structures.push({ id, type, features: new Map(features) })
    return id
  }
  const sofa = add(SOFA, [
    ['sofaNum', 1],
    ['sofaID', '_InitialView'],
    ['mimeType', 'text/plain'],
    ['sofaString', article.text],
  ])
  const at = ({ start, end }: Interval): [string, FeatureValue][] => [
    ['sofa', { ref: sofa }],
    ['begin', start],
    ['end', end],
  ]
  add(DOCUMENT_METADATA, [
    ...at({ start: 0, end: article.text.length }),
    ['language', 'x-unspecified'],
    ['documentTitle', article.title],
    ['documentId', article.id],
  ])
  add(ASSAY_METADATA, [
    ['document', article.id],
    ...(annotator
      ? ([
          ['annotatorId', annotator.id],
          ['annotatorName', annotator.name],
        ] as const)
      : []),
  ])
  for (const sentence of sentences) add(SENTENCE, at(sentence))
  for (const token of tokens) add(TOKEN, at(token))
  const firstPieces = new Map<string, { readonly structure: string; readonly place: Interval }>()
  const addSpan = (annotation: Annotation, of?: string): void => {
    const features = spanFeatures(annotation, codebook, own)
    annotation.span.forEach((piece) => {
      const structure = add(SPAN, [...at(piece), ...features, ...(of ? ([[FEATURES.of, of]] as const) : [])])
      if (piece === annotation.span[0]) firstPieces.set(annotation.id, { structure, place: piece })
    })
  }
  for (const annotation of annotations) addSpan(annotation)
  for (const [annotation, of] of borrowed) addSpan(annotation, of)
  for (const link of links) {
    const from = firstPieces.get(link.from)
    const to = firstPieces.get(link.to)
    if (from && to)
      add(RELATION, [
        ...at(to.place),
        ['Governor', { ref: from.structure }],
        ['Dependent', { ref: to.structure }],
        ...relationFeatures(link, codebook),
      ])
  }
  return structures
}

function spanFeatures(
  { id, tag: tagId, note, attributes }: Annotation,
  codebook: Codebook,
  own: OwnFeatures,
): [string, FeatureValue][] {
  const tag = tagById(codebook, tagId)
  const features: [string, FeatureValue][] = []
  const others: [string, AttributeValue][] = []
  for (const [key, value] of Object.entries(attributes)) {
    const feature = tag?.attributes.some((one) => one.id === key) ? own.get(key) : undefined
    const fits = typeof value === (feature?.range === 'uima.cas.Double' ? 'number' : 'string')
    if (feature && fits) features.push([feature.name, value])
    else others.push([key, value])
  }
  return [
    [FEATURES.label, tag?.name ?? tagId],
    ...noteFeature(note),
    ...features,
    ...(others.length > 0
      ? [[FEATURES.attributes, JSON.stringify(Object.fromEntries(others))] satisfies [string, string]]
      : []),
    [FEATURES.record, id],
  ]
}

const relationFeatures = ({ id, type, note }: Link, codebook: Codebook): [string, FeatureValue][] => [
  [FEATURES.label, linkTypeById(codebook, type)?.name ?? type],
  ...noteFeature(note),
  [FEATURES.record, id],
]

const noteFeature = (note: string): [string, FeatureValue][] => (note === '' ? [] : [[FEATURES.note, note]])
