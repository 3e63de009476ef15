import { type Person, person } from '../../../core/annotation/set'
import { type AttributeValue, attributeValue } from '../../../core/codebook/attribute'
import type { IncomingPiece } from '../incoming'
import { momentOf } from '../untrusted'
import { annotationId, fieldOf, idsInUrn, iriOf, lastOf, listOf, termsOf, typesOf, wordsOf } from './w3c-json'

/** One annotation of the Web Annotation model, whichever tool wrote it, in one shape. */
export interface WebAnnotation {
  /** Its name in the files, and its id: the last part of a name of ours, others’ as they are. */
  readonly iri?: string
  readonly id?: string
  /** Whether Assay wrote it, so that several targets are pieces of one span. */
  readonly ours: boolean
  readonly motivations: readonly string[]
  /** What its bodies tag or classify it as, each once. */
  readonly labels: readonly string[]
  readonly note: string
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** The resources that its bodies name: where a link ends. */
  readonly ends: readonly string[]
  readonly targets: readonly WebTarget[]
  /** The annotations that it answers, the first of the conversation first; as Hypothesis says it. */
  readonly references: readonly string[]
  /** What its document is called, where it says so. */
  readonly title?: string
  readonly creator?: Person
  readonly created?: string
  readonly modified?: string
  /** Bodies that are neither words nor names of anything. */
  readonly strange: number
}

export interface WebTarget {
  /** What it names: a document, or an annotation when it selects nothing. */
  readonly source?: string
  readonly selects: boolean
  /** The places selected; none when no selector is by words or by position. */
  readonly pieces: readonly IncomingPiece[]
  readonly refined: boolean
  /** Whether a position of it is no range. */
  readonly unplaced: boolean
}

/** Reads one annotation; never throws, whatever the value is. */
export function webAnnotation(raw: unknown): WebAnnotation {
  const iri = iriOf(fieldOf(raw, 'id') ?? fieldOf(raw, '@id'))
  const motivations = termsOf(fieldOf(raw, 'motivation'))
  const bodies = membersOf(fieldOf(raw, 'body') ?? fieldOf(raw, 'bodies'))
  const targets = membersOf(fieldOf(raw, 'target'))
  const first = (name: string): unknown =>
    fieldOf(raw, name) ?? fieldOf(targets[0], name) ?? fieldOf(bodies[0], name)
  const creator = personOf(first('creator') ?? fieldOf(raw, 'user'), fieldOf(raw, 'user_info'))
  const created = momentOf(first('created'))
  const modified = momentOf(first('modified') ?? first('updated'))
  const title = wordsOf(listOf(fieldOf(fieldOf(raw, 'document'), 'title'))[0])
  return {
    ...(iri === undefined ? {} : { iri, id: annotationId(iri) }),
    ours: idsInUrn('annotation', iri) !== undefined,
    motivations,
    ...saidBy(raw, bodies, motivations[0] ?? 'commenting'),
    targets: targets.map((target) => targetOf(target, iriOf(fieldOf(raw, 'uri')))),
    references: listOf(fieldOf(raw, 'references')).flatMap((reference) => iriOf(reference) ?? []),
    ...(title ? { title } : {}),
    ...(creator ? { creator } : {}),
    ...(created ? { created } : {}),
    ...(modified ? { modified } : {}),
  }
}

/** Bodies or targets; the members of a set of them stand for themselves. */
const membersOf = (value: unknown): unknown[] =>
  listOf(value).flatMap((one) => {
    const items = fieldOf(one, 'items')
    return Array.isArray(items) ? (items as unknown[]) : [one]
  })

const LABELLING = new Set(['tagging', 'classifying', 'identifying', 'linking'])

function saidBy(raw: unknown, bodies: readonly unknown[], role: string) {
  const labels: string[] = []
  const ids: string[] = []
  const notes: string[] = []
  const ends: string[] = []
  const attributes: [string, AttributeValue][] = []
  let strange = 0
  for (const body of bodies) {
    // A body without a purpose of its own has that of the annotation.
    const purpose = termsOf(fieldOf(body, 'purpose'))[0] ?? role
    const value = fieldOf(body, 'value')
    const words = wordsOf(value) ?? wordsOf(fieldOf(value, 'label'))
    const iri = iriOf(fieldOf(body, 'source')) ?? iriOf(body)
    const attribute = attributeIn(iri)
    if (words !== undefined) (LABELLING.has(purpose) ? labels : notes).push(words)
    else if (attribute) attributes.push(attribute)
    else if (idsInUrn('tag', iri)) ids.push(idsInUrn('tag', iri)!.at(-1)!)
    else if (iri === undefined) strange++
    else if (LABELLING.has(purpose) && purpose !== 'linking') labels.push(lastOf(iri))
    else ends.push(iri)
  }
  for (const words of [fieldOf(raw, 'bodyValue'), fieldOf(raw, 'text')])
    if (typeof words === 'string') notes.push(words)
  labels.push(...listOf(fieldOf(raw, 'tags')).flatMap((tag) => wordsOf(tag) ?? []))
  // The id and the name of a tag of ours say the same; a name may have changed since, an id never does.
  const all = ids.length > 0 ? [...ids, ...labels.slice(1)] : labels
  return {
    labels: [...new Set(all.filter((label) => label.trim() !== ''))],
    note: notes.filter((note) => note !== '').join('\n\n'),
    attributes: Object.fromEntries(attributes),
    ends,
    strange,
  }
}

function attributeIn(iri: string | undefined): [string, AttributeValue] | undefined {
  const [key, json] = idsInUrn('attribute', iri) ?? []
  if (!key || key.length > 100 || json === undefined) return undefined
  try {
    const value = attributeValue.safeParse(JSON.parse(json))
    return value.success ? [key, value.data] : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function targetOf(target: unknown, uri: string | undefined): WebTarget {
  const selectors = listOf(fieldOf(target, 'selector'))
  const source = iriOf(fieldOf(target, 'source')) ?? iriOf(target) ?? uri
  return {
    ...(source === undefined ? {} : { source }),
    selects: selectors.length > 0,
    pieces: piecesOf(selectors),
    unplaced: selectors.some(
      (selector) => typesOf(selector).includes('TextPositionSelector') && !positionOf(selector),
    ),
    refined: selectors.some((selector) => fieldOf(selector, 'refinedBy') !== undefined),
  }
}

/**
 * The places that a target's selectors name. Selectors of the model are alternatives, which together make one place;
 * those that Recogito keeps without a type are one place each. A selector that refines one by other means, such as an
 * XPath, gives its words; its position would be counted from elsewhere.
 */
function piecesOf(selectors: readonly unknown[]): IncomingPiece[] {
  const typed = selectors.filter((selector) => typesOf(selector).length > 0)
  const place = { ...firstOf(typed, positionOf), ...firstOf(typed, quoteOf) }
  const pieces = [
    place,
    ...selectors
      .filter((selector) => !typed.includes(selector))
      .map((selector) => ({ ...positionOf(selector), ...quoteOf(selector) })),
  ].filter((piece) => Object.keys(piece).length > 0)
  if (pieces.length > 0) return pieces
  const quote = firstOf(
    selectors.map((selector) => fieldOf(selector, 'refinedBy')),
    quoteOf,
  )
  return quote ? [quote] : []
}

function firstOf<T>(list: readonly unknown[], find: (value: unknown) => T | undefined): T | undefined {
  for (const value of list) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}

const isA = (selector: unknown, type: string): boolean => {
  const types = typesOf(selector)
  return types.length === 0 || types.includes(type)
}

function quoteOf(selector: unknown): IncomingPiece | undefined {
  if (!isA(selector, 'TextQuoteSelector')) return undefined
  const exact = wordsOf(fieldOf(selector, 'exact') ?? fieldOf(selector, 'quote'))
  if (!exact) return undefined
  const prefix = wordsOf(fieldOf(selector, 'prefix'))
  const suffix = wordsOf(fieldOf(selector, 'suffix'))
  return {
    exact,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  }
}

function positionOf(selector: unknown): { start: number; end: number } | undefined {
  let [start, end] = [fieldOf(selector, 'start'), fieldOf(selector, 'end')]
  if (typesOf(selector).includes('FragmentSelector')) {
    const characters = /^char=(\d+),(\d+)/.exec(wordsOf(fieldOf(selector, 'value')) ?? '') // RFC 5147
    ;[start, end] = [Number(characters?.[1]), Number(characters?.[2])]
  } else if (!isA(selector, 'TextPositionSelector')) return undefined
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined
  const range = { start: start as number, end: end as number }
  return range.start >= 0 && range.start < range.end ? range : undefined
}

function personOf(value: unknown, info: unknown): Person | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value
  const name =
    wordsOf(fieldOf(first, 'name') ?? fieldOf(first, 'nickname')) ?? wordsOf(fieldOf(info, 'display_name'))
  const iri = iriOf(first)
  const id = idsInUrn('person', iri)?.[0] ?? iri ?? name
  if (id === undefined) return undefined
  const called = name || id.replace(/^acct:([^@]+)@.*$/s, '$1')
  return person.safeParse({ id, name: called }).data
}
