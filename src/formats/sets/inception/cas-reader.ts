import { type Unit, codePoints } from '../../../core/document/offsets'
import type { Person } from '../../../core/annotation/set'
import type { ReadFile } from './annotator-files'
import type { FeatureValue } from './cas'
import { LABELS, NO_ATTRIBUTES, type ReadStructure, Spans, labelOf, shortName, stringOf } from './cas-spans'
import { ASSAY_METADATA, DOCUMENT_METADATA, FEATURES, SENTENCE, SOFA, TOKEN } from './cas-types'
import type { IncomingLink } from '../incoming'
import type { Problems } from '../problems'

export interface ReadCas {
  readonly structures: readonly ReadStructure[]
  /** The ids of what is in the index of a view, by the id of its sofa; absent where the file does not say. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
}

const SEGMENTATION = /^(de\.tudarmstadt\.ukp\.dkpro\.core|org\.dkpro\.core)\.api\.segmentation\.type\./
const NO_SPANS =
  /^(de\.tudarmstadt\.ukp\.dkpro\.core|org\.dkpro\.core)\.api\.(segmentation|metadata|xml)\.|^de\.tudarmstadt\.ukp\.clarin\.webanno\.api\.type\.|^uima\.tcas\.DocumentAnnotation$/
const CAS_METADATA = 'de.tudarmstadt.ukp.clarin.webanno.api.type.CASMetadata'

/** What a CAS says of one document; `name` is that of its file. */
export function readCas(
  { structures, members }: ReadCas,
  name: string,
  problems: Problems,
  remark: (sentence: string) => void,
): ReadFile {
  const sofas = structures
    .filter(({ type }) => type === SOFA)
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  const sofa = sofas.find(({ features }) => typeof features.get('sofaString') === 'string') ?? sofas[0]
  const raw = sofa?.features.get('sofaString')
  const text = typeof raw === 'string' ? raw : undefined
  if (sofas.length > 1)
    remark(`“${name}” has ${sofas.length} views; the first with a text is read, the others are passed over.`)
  const passed = new Counts()
  const inside = structures.filter((structure) => {
    const { type, id, features } = structure
    const ofSofa = refOf(features.get('sofa'))
    if (type === SOFA || (ofSofa !== undefined && ofSofa !== sofa?.id)) return false
    const index = sofa && members.get(sofa.id)
    if (isAnnotation(structure) && index && index.size > 0 && !index.has(id)) {
      passed.add('annotation that is in no index')
      return false
    }
    return true
  })
  const spans = new Spans(inside.filter(isSpan), problems)
  const tokens = new Set(inside.filter(({ type }) => SEGMENTATION.test(type)).map(({ id }) => id))
  const links = inside.filter(isRelation).flatMap((one) => linkOf(one, { spans, tokens }, passed, problems))
  for (const one of inside) {
    if (
      isAnnotation(one)
        ? NO_SPANS.test(one.type) && !KNOWN.has(one.type)
        : !KNOWN.has(one.type) && !isBuiltIn(one)
    )
      passed.add(`structure of the type ${shortName(one.type)}`)
    if (isSpan(one) || isRelation(one))
      for (const feature of one.passedOver) passed.add(`feature “${feature}”`)
  }
  const counted = [...passed.entries].map(([what, count]) => `${count} × ${what}`)
  if (counted.length > 0) remark(`Passed over in “${name}”: ${counted.join(', ')}.`)
  return {
    name,
    ...metadataOf(inside),
    ...(text === undefined ? {} : { text }),
    like: text ?? name,
    units: unitsOf(inside, text ?? '', name, remark),
    annotations: spans.annotations,
    links,
  }
}

// A file lists its views in any order; UIMA calls the first one so.
const isFirst = ({ features }: ReadStructure): boolean => features.get('sofaID') === '_InitialView'

const KNOWN = new Set([
  SENTENCE,
  TOKEN,
  DOCUMENT_METADATA,
  ASSAY_METADATA,
  CAS_METADATA,
  'uima.tcas.DocumentAnnotation',
])

const isBuiltIn = ({ type }: ReadStructure): boolean => type.startsWith('uima.cas.') || type.endsWith('[]')

const isAnnotation = ({ features, passedOver }: ReadStructure): boolean =>
  features.has('begin') || features.has('end') || passedOver.some((name) => name.startsWith('^'))

const isRelation = (structure: ReadStructure): boolean =>
  isAnnotation(structure) && structure.features.has('Governor') && structure.features.has('Dependent')

const isSpan = (structure: ReadStructure): boolean =>
  isAnnotation(structure) &&
  !isRelation(structure) &&
  !NO_SPANS.test(structure.type) &&
  structure.type !== ASSAY_METADATA

function linkOf(
  structure: ReadStructure,
  { spans, tokens }: { readonly spans: Spans; readonly tokens: ReadonlySet<string> },
  passed: Counts,
  problems: Problems,
): IncomingLink[] {
  const ends = ['Governor', 'Dependent'].map((name) => refOf(structure.features.get(name)))
  const [from, to] = ends.map((end) =>
    end === undefined ? undefined : (spans.idOf(end) ?? `structure ${end}`),
  )
  if (from === undefined || to === undefined) {
    problems.add(structure.place, 'Its “Governor” or its “Dependent” names no structure.')
    return []
  }
  if (ends.some((end) => tokens.has(end!))) {
    passed.add(`relation between tokens (${shortName(structure.type)})`)
    return []
  }
  const note = stringOf(structure, FEATURES.note)
  for (const [name, value] of structure.features)
    if (!NO_ATTRIBUTES.has(name) && !LABELS.includes(name) && typeof value !== 'object')
      passed.add(`feature “${name}” of a relation`)
  return [
    {
      place: structure.place,
      id: stringOf(structure, FEATURES.record) ?? structure.id,
      type: labelOf(structure),
      from,
      to,
      ...(note === undefined ? {} : { note }),
    },
  ]
}

function metadataOf(structures: readonly ReadStructure[]): {
  id?: string
  title?: string
  annotator?: Person
} {
  const of = (type: string): ReadStructure | undefined => structures.find((one) => one.type === type)
  const ours = of(ASSAY_METADATA)
  const webanno = of(CAS_METADATA)
  const id = stringOf(ours, 'document')
  const title = stringOf(of(DOCUMENT_METADATA), 'documentTitle') ?? stringOf(webanno, 'sourceDocumentName')
  const name = stringOf(ours, 'annotatorName') ?? stringOf(webanno, 'username')
  return {
    ...(id ? { id } : {}),
    ...(title ? { title } : {}),
    ...(name ? { annotator: { id: stringOf(ours, 'annotatorId') || name, name } } : {}),
  }
}

/** UTF-16, as UIMA counts, unless the annotation of the whole document ends where a count of code points would. */
function unitsOf(
  structures: readonly ReadStructure[],
  text: string,
  name: string,
  remark: (sentence: string) => void,
): Unit[] {
  const points = codePoints(text).fromUtf16(text.length)
  const ends = structures.filter(
    ({ type }) => type === DOCUMENT_METADATA || type === 'uima.tcas.DocumentAnnotation',
  )
  if (points === text.length || !ends.some(({ features }) => features.get('end') === points))
    return ['utf-16', 'code-points']
  remark(
    `Positions in “${name}” were taken as counted in code points: so its document ends where its text does.`,
  )
  return ['code-points', 'utf-16']
}

/** How many of what were passed over. */
class Counts {
  readonly entries = new Map<string, number>()

  add(what: string): void {
    this.entries.set(what, (this.entries.get(what) ?? 0) + 1)
  }
}

const refOf = (value: FeatureValue | undefined): string | undefined =>
  typeof value === 'object' ? value.ref : undefined
