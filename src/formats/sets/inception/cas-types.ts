import type { Codebook } from '../../../core/codebook/codebook'
import { plainLabel } from '../../../core/codebook/labels'

/** What the types of a CAS are, as far as a tool that reads it must know. */
export interface TypeDescription {
  readonly name: string
  readonly superType: string
  readonly features: readonly { readonly name: string; readonly range: string }[]
}

const DKPRO = 'de.tudarmstadt.ukp.dkpro.core.api'
export const SOFA = 'uima.cas.Sofa'
export const SENTENCE = `${DKPRO}.segmentation.type.Sentence`
export const TOKEN = `${DKPRO}.segmentation.type.Token`
export const DOCUMENT_METADATA = `${DKPRO}.metadata.type.DocumentMetaData`
/** Which document of ours it is, and whose work; other tools pass it over. */
export const ASSAY_METADATA = 'assay.Metadata'
export const SPAN = 'webanno.custom.Span'
export const RELATION = 'webanno.custom.Relation'

/** What the features of spans and relations are called, beside those that the codebook's attributes have. */
export const FEATURES = {
  label: 'label',
  note: 'note',
  /** Attributes that have no feature of their own, as a JSON object. */
  attributes: 'attributes',
  /** Id of the record; the pieces of one span have one. */
  record: 'recordId',
  /** The file of which an annotation is that is only here because a link ends at it. */
  of: 'annotationOf',
} as const

/** The attributes of the codebook that have a feature of their own, by their ids. */
export type OwnFeatures = ReadonlyMap<
  string,
  { readonly name: string; readonly range: 'uima.cas.String' | 'uima.cas.Double' }
>

export function ownFeatures({ tags }: Codebook): OwnFeatures {
  const own = new Map<string, { name: string; range: 'uima.cas.String' | 'uima.cas.Double' }>()
  const taken = new Set<string>(['sofa', 'begin', 'end', 'Governor', 'Dependent', ...Object.values(FEATURES)])
  for (const { id, kind } of tags.flatMap(({ attributes }) => attributes)) {
    const range = kind === 'number' ? 'uima.cas.Double' : 'uima.cas.String'
    const known = own.get(id)
    if (known && known.range !== range) known.range = 'uima.cas.String'
    const name = id.replace(/[^A-Za-z0-9]+/g, '_')
    // A name that UIMA allows, and from which the attribute is found again.
    if (known || taken.has(name) || !/^[A-Za-z]\w*$/.test(name) || plainLabel(name) !== plainLabel(id))
      continue
    taken.add(name)
    own.set(id, { name, range })
  }
  return own
}

export function typesOf(own: OwnFeatures): TypeDescription[] {
  const { label, note, attributes, record, of } = FEATURES
  return [
    {
      name: ASSAY_METADATA,
      superType: 'uima.cas.TOP',
      features: strings('document', 'annotatorId', 'annotatorName'),
    },
    {
      name: DOCUMENT_METADATA,
      superType: 'uima.tcas.DocumentAnnotation',
      features: [
        ...strings('documentTitle', 'documentId', 'documentUri', 'collectionId', 'documentBaseUri'),
        feature('isLastSegment', 'uima.cas.Boolean'),
      ],
    },
    { name: SENTENCE, superType: 'uima.tcas.Annotation', features: strings('id') },
    { name: TOKEN, superType: 'uima.tcas.Annotation', features: strings('id') },
    {
      name: SPAN,
      superType: 'uima.tcas.Annotation',
      features: [
        ...strings(label, note),
        ...[...own.values()].map(({ name, range }) => feature(name, range)),
        ...strings(attributes, record, of),
      ],
    },
    {
      name: RELATION,
      superType: 'uima.tcas.Annotation',
      features: [feature('Governor', SPAN), feature('Dependent', SPAN), ...strings(label, note, record)],
    },
  ]
}

const feature = (name: string, range = 'uima.cas.String') => ({ name, range })

const strings = (...names: string[]) => names.map((name) => feature(name))
