import type { AttributeValue } from '../../../core/codebook/attribute'
import type { ReadAnnotation } from './annotator-files'
import type { FeatureStructure } from './cas'
import { FEATURES } from './cas-types'
import type { Problems } from '../problems'
import { parseJson } from '../set-file'

/** A feature structure as a file has it. */
export interface ReadStructure extends FeatureStructure {
  /** Where in the file it is. */
  readonly place: string
  /** Names of features that hold several values or other structures. */
  readonly passedOver: readonly string[]
}

/** The features that say what an annotation is; the first that does. */
export const LABELS: readonly string[] = [FEATURES.label, 'value', 'identifier']

/** The annotations of a CAS, pieces of one span joined. */
export class Spans {
  readonly annotations: ReadAnnotation[] = []
  readonly #idOf = new Map<string, string>()

  constructor(structures: readonly ReadStructure[], problems: Problems) {
    const records = new Map<
      string,
      { annotation: ReadAnnotation; pieces: { start: number; end: number }[] }
    >()
    const taken = new Set<string>()
    for (const structure of structures) {
      const piece = pieceOf(structure, problems)
      if (!piece) continue
      const record = stringOf(structure, FEATURES.record)
      const tag = labelOf(structure)
      const key = record === undefined ? structure.id : JSON.stringify([record, structure.type, tag])
      const known = record === undefined ? undefined : records.get(key)
      if (known) {
        known.pieces.push(piece)
        this.#idOf.set(structure.id, known.annotation.id)
        continue
      }
      const id = record === undefined || taken.has(record) ? structure.id : record
      taken.add(id)
      const pieces = [piece]
      const annotation = annotationOf(structure, id, tag, pieces)
      if (record !== undefined) records.set(key, { annotation, pieces })
      this.#idOf.set(structure.id, id)
      this.annotations.push(annotation)
    }
    for (const { pieces } of records.values()) pieces.sort((a, b) => a.start - b.start)
  }

  /** The id of the annotation of which a structure is a piece. */
  idOf(structure: string): string | undefined {
    return this.#idOf.get(structure)
  }
}

function pieceOf(
  { place, features, passedOver }: ReadStructure,
  problems: Problems,
): { start: number; end: number } | undefined {
  const start = features.get('begin')
  const end = features.get('end')
  if (passedOver.some((name) => name.startsWith('^')))
    problems.add(
      place,
      'Its place is an anchor, written with “^”, which is not read; write “begin” and “end” as numbers.',
    )
  else if (!isPlace(start) || !isPlace(end))
    problems.add(place, 'Its “begin” and “end” are no positions, which are whole numbers from 0.')
  else if (start >= end) problems.add(place, 'It covers no words.')
  else return { start, end }
  return undefined
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function annotationOf(
  structure: ReadStructure,
  id: string,
  tag: string,
  pieces: ReadAnnotation['pieces'],
): ReadAnnotation {
  const note = stringOf(structure, FEATURES.note)
  const of = stringOf(structure, FEATURES.of) || undefined
  const attributes = attributesOf(structure)
  return {
    place: structure.place,
    id,
    tag,
    pieces,
    ...(note === undefined ? {} : { note }),
    ...(of === undefined ? {} : { of }),
    ...(attributes.size > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  }
}

/** The feature that says what an annotation is, or else its type. */
export function labelOf(structure: ReadStructure): string {
  const feature = LABELS.find((name) => stringOf(structure, name))
  return feature === undefined ? shortName(structure.type) : stringOf(structure, feature)!
}

export const NO_ATTRIBUTES = new Set<string>([
  'sofa',
  'begin',
  'end',
  FEATURES.note,
  FEATURES.record,
  FEATURES.of,
])

function attributesOf(structure: ReadStructure): Map<string, AttributeValue> {
  const label = LABELS.find((name) => stringOf(structure, name))
  const attributes = new Map<string, AttributeValue>()
  for (const [name, value] of structure.features) {
    if (NO_ATTRIBUTES.has(name) || name === label || typeof value === 'object') continue
    const others = name === FEATURES.attributes ? objectIn(value) : undefined
    if (others) for (const [key, other] of others) attributes.set(key, other)
    else attributes.set(name, value)
  }
  return attributes
}

/** The entries of a JSON object of plain values; undefined when it is anything else. */
export function objectIn(value: unknown): [string, AttributeValue][] | undefined {
  if (typeof value !== 'string' || !value.startsWith('{')) return undefined
  const json = parseJson(value, 'The feature')
  if (!json.ok) return undefined
  const entries = Object.entries(json.value as object)
  return entries.every(([, one]) => ['string', 'number', 'boolean'].includes(typeof one))
    ? entries
    : undefined
}

export const stringOf = (structure: ReadStructure | undefined, name: string): string | undefined => {
  const value = structure?.features.get(name)
  return typeof value === 'string' ? value : undefined
}

export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1)
