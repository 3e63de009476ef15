import { z } from 'zod'
import type { AttributeValue } from '../../../core/codebook/attribute'
import type { IncomingAnnotation, IncomingLink, IncomingPiece } from '../incoming'
import { attributeAskedBy } from './label-studio-config'
import type { Problems } from '../problems'
import { type JsonObject, listOf, objectOf, ownOf, stringOf } from '../untrusted'

/** What one annotator's `result` says. */
export interface Regions {
  readonly annotations: readonly (IncomingAnnotation & {
    /** The ids of the regions that it was made of; the others refer to them. */
    readonly regionIds: readonly string[]
  })[]
  /** Their ends are ids of regions; without an id where the file has none. */
  readonly links: readonly (Omit<IncomingLink, 'id'> & { readonly id?: string })[]
  /** The names of the texts that its regions are on. */
  readonly toNames: ReadonlySet<string>
  /** Whether places are those of a page. */
  readonly isHtml: boolean
}

type Common = Pick<IncomingAnnotation, 'annotator' | 'created' | 'modified'>
type Remark = (remark: string) => void

const someId = z.union([z.string().min(1), z.number()]).transform(String)

const resultSchema = z.object({
  id: someId.optional(),
  type: z.string(),
  from_name: z.string().default(''),
  to_name: z.string().default(''),
  parentID: someId.nullish(),
  value: z.custom<JsonObject>((value) => objectOf(value) !== undefined, 'A “value” was expected.'),
  meta: z.unknown().optional(),
})
type Result = z.infer<typeof resultSchema>

const relationSchema = z.object({
  from_id: someId,
  to_id: someId,
  direction: z.enum(['right', 'left', 'bi']).nullish(),
  labels: z.array(z.string()).nullish(),
  assay_links: z.unknown().optional(),
})

interface Region {
  readonly place: string
  readonly parent: string | undefined
  readonly piece: IncomingPiece
  readonly labels: { readonly label: string; readonly place: string }[]
  readonly said: {
    readonly type: string
    readonly name: string
    readonly values: readonly AttributeValue[]
  }[]
  readonly notes: string[]
  /** Pieces that continue it. */
  readonly more: { readonly id: string; readonly piece: IncomingPiece }[]
}

const MOST_LABELS = 100 // as many as a codebook has tags

const LABELS = /^(?:labels|hypertextlabels|htmllabels)$/

/** Reads the results of one annotation: those with the same id speak of the same region. */
export function regionsOf(
  results: readonly unknown[],
  place: string,
  common: Common,
  problems: Problems,
  remark: Remark,
): Regions {
  const regions = new Map<string, Region>()
  const said: { readonly result: Result; readonly place: string }[] = []
  const links: Regions['links'][number][] = []
  const toNames = new Set<string>()
  let isHtml = false
  results.forEach((value, k) => {
    const at = `${place}[${k}]`
    if (objectOf(value)?.['type'] === 'relation') {
      links.push(...linksOf(value, at, common, problems, remark))
      return
    }
    const result = problems.checked(resultSchema, value, at)
    if (!result) return
    if (!LABELS.test(result.type)) {
      said.push({ result, place: at })
      return
    }
    const id = result.id ?? `region-${k + 1}`
    const labels = labelsIn(result)
    const known = regions.get(id)
    const piece = known?.piece ?? pieceOf(result.value, at, problems, remark)
    if (!piece) return
    if (labels.length === 0) {
      problems.add(at, 'It has no label.')
      return
    }
    if (typeof result.value['start'] === 'string' && !isCount(result.value['start'])) isHtml = true
    toNames.add(result.to_name)
    const region = known ?? newRegion(at, result, piece)
    region.labels.push(...labels.map((label) => ({ label, place: at })))
    regions.set(id, region)
  })
  for (const { result, place: at } of said) {
    const region = result.id === undefined ? undefined : regions.get(result.id)
    const values = valuesIn(result.type, result.value)
    if (!region) problems.add(at, withoutRegion(result))
    else if (!values) problems.add(at, `Results of the type “${result.type}” are not read.`)
    else region.said.push({ type: result.type, name: result.from_name, values })
    if (values && values.length > 1 && result.type !== 'textarea')
      remark('Several choices of one control are read as one value, with commas')
  }
  joinPieces(regions)
  const annotations = [...regions].flatMap(([id, region]) => annotationsOf(id, region, common, remark))
  return { annotations, links, toNames, isHtml }
}

const newRegion = (place: string, { parentID, meta }: Result, piece: IncomingPiece): Region => ({
  place,
  parent: parentID ?? undefined,
  piece,
  labels: [],
  said: [],
  notes: textsIn(ownOf(objectOf(meta), 'text')),
  more: [],
})

function withoutRegion({ type, value }: Result): string {
  if ('start' in value || 'globalOffsets' in value) return 'It speaks of words that have no label.'
  if (/^(?:choices|textarea|number|rating|taxonomy|datetime|pairwise|ranker)$/.test(type))
    return 'It speaks of the whole text; only what is said of words of it is read.'
  return `It is of the type “${type}”, which is no place in a text.`
}

const labelsIn = ({ type, value }: Result): string[] =>
  listOf(ownOf(value, type) ?? ownOf(value, 'labels')).filter(
    (label): label is string => stringOf(label) !== undefined,
  )

const isCount = (value: unknown): boolean => typeof value === 'string' && /^\d{1,15}$/.test(value)

/** Where a region lies: by its positions; in a page by those in the text as it is shown, or at least by its words. */
function pieceOf(
  value: JsonObject,
  place: string,
  problems: Problems,
  remark: Remark,
): IncomingPiece | undefined {
  const words = stringOf(ownOf(value, 'text'))
  const exact = words === undefined ? {} : { exact: words }
  const shown = objectOf(ownOf(value, 'globalOffsets'))
  for (const from of [value, shown]) {
    const [start, end] = ['start', 'end'].map((key) => positionOf(ownOf(from, key)))
    if (start !== undefined && end !== undefined && start < end) return { start, end, ...exact }
  }
  if (typeof ownOf(value, 'startOffset') !== 'number') {
    problems.add(
      place,
      'Its “start” and “end” name no words: whole numbers are expected, the end after the start.',
    )
    return undefined
  }
  if (words === undefined) {
    problems.add(
      place,
      'Its place is given by paths in a page only. Export it from a newer Label Studio, which adds “globalOffsets”.',
    )
    return undefined
  }
  remark('A region of a page has no positions in its text, and is looked for by its words alone')
  return { exact: words }
}

function positionOf(value: unknown): number | undefined {
  const number = isCount(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

/** Regions that we have written as the further pieces of one; moved out of it, or relabelled, they are their own. */
function joinPieces(regions: Map<string, Region>): void {
  for (const [id, region] of regions) {
    const first = region.parent === undefined ? undefined : regions.get(region.parent)
    if (!first || first.parent !== undefined || !/^~\d+$/.test(id.slice(region.parent!.length))) continue
    if (!id.startsWith(region.parent!) || region.said.length + region.notes.length > 0) continue
    if (region.labels.length !== 1 || region.labels[0]!.label !== first.labels[0]!.label) continue
    first.more.push({ id, piece: region.piece })
    regions.delete(id)
  }
}

/** One annotation a label. */
function annotationsOf(
  id: string,
  { labels, piece, more, said, notes: meta }: Region,
  common: Common,
  remark: Remark,
): Regions['annotations'] {
  if (labels.length > 1) remark('A region with several labels is read as an annotation for each of them')
  const pieces = [piece, ...more.map((one) => one.piece)].toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
  const different = [...new Map(labels.map((one) => [one.label, one])).values()]
  if (different.length > MOST_LABELS) remark(`Of a region only ${MOST_LABELS} labels are read`)
  return different.slice(0, MOST_LABELS).map(({ label, place }, k) => {
    const attributes = new Map<string, AttributeValue>()
    const notes = [...meta]
    for (const { type, name, values } of said) {
      const key = attributeAskedBy(name, label)
      if (type === 'textarea' && key === undefined) notes.push(...values.map(String))
      else if (values.length === 1) attributes.set(key ?? (name || type), values[0]!)
      else if (values.length > 1)
        attributes.set(key ?? (name || type), values.join(type === 'textarea' ? '\n' : ', '))
    }
    const note = notes.join('\n')
    return {
      place,
      id: k === 0 ? id : `${id}-${k + 1}`,
      regionIds: k === 0 ? [id, ...more.map((one) => one.id)] : [],
      ...common,
      tag: label,
      pieces,
      ...(note === '' ? {} : { note }),
      ...(attributes.size === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    }
  })
}

/** What a control was answered with; undefined when there is nothing of the kind. A choice within others is a path. */
function valuesIn(type: string, value: JsonObject): AttributeValue[] | undefined {
  const given = ownOf(value, type === 'textarea' ? 'text' : type)
  if (given === undefined) return undefined
  return (Array.isArray(given) ? given : [given]).flatMap((one: unknown) => {
    if (Array.isArray(one)) return [textsIn(one).join(' / ')]
    const isValue = typeof one === 'string' || typeof one === 'boolean' || Number.isFinite(one)
    return isValue ? [one as AttributeValue] : []
  })
}

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string')

const ourLinks = z.array(z.object({ id: z.string(), note: z.string().exactOptional() }))

/** One link a label; they begin where the arrow does. */
function linksOf(
  value: unknown,
  place: string,
  common: Common,
  problems: Problems,
  remark: Remark,
): Regions['links'][number][] {
  const relation = problems.checked(relationSchema, value, place)
  if (!relation) return []
  const { from_id: one, to_id: other, direction, labels } = relation
  if (direction === 'bi')
    remark('A relation in both directions is read as a link in the one in which it was drawn')
  if (!labels?.length) remark('A relation without a label is read as a link of the type “relation”')
  const ours = ourLinks.safeParse(relation.assay_links)
  const [from, to] = direction === 'left' ? [other, one] : [one, other]
  return (labels?.length ? labels : ['relation']).map((type, k) => {
    // Somebody who changes the labels does not change our list; then it no longer tells which is which.
    const own = ours.success && ours.data.length === labels?.length ? ours.data[k] : undefined
    return { place, ...common, type, from, to, ...own }
  })
}
