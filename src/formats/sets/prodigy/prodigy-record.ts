import { z } from 'zod'
import type { AttributeValue } from '../../../core/codebook/attribute'
import { type Person, person } from '../../../core/annotation/set'
import type { IncomingAnnotation, IncomingPiece } from '../incoming'
import type { Problems } from '../problems'
import { type JsonObject, momentOf, objectOf, ownOf } from '../untrusted'

/** An annotation before its document has given it an id. */
export interface Mention extends Omit<IncomingAnnotation, 'id' | 'pieces'> {
  readonly ownId: string | undefined
  readonly pieces: IncomingPiece[]
}

/** A link between two of them. */
export interface Tie {
  readonly place: string
  readonly ownId: string | undefined
  readonly type: string
  readonly note: string | undefined
  readonly annotator: string | undefined
  /** Finds its ends when all records of the document are read; a sentence when one cannot be found. */
  readonly ends: (
    byOurId: ReadonlyMap<string, Mention>,
  ) => { readonly from: Mention; readonly to: Mention } | string
}

/** What a record says of its text. */
export interface Said {
  readonly annotator: Person | undefined
  readonly mentions: Mention[]
  readonly ties: readonly Tie[]
}

const position = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

const spanSchema = z.object({
  start: position.nullish(),
  end: position.nullish(),
  token_start: position.nullish(),
  token_end: position.nullish(),
  label: z.string('It has no label.').min(1, 'It has no label.'),
  text: z.string().optional(),
  assay_id: z.string().optional(),
  assay_note: z.string().optional(),
  assay_attributes: z.unknown().optional(),
})

/** The end of a relation need not be labelled. */
const endSchema = spanSchema.extend({ label: z.string().nullish() })
type End = z.infer<typeof endSchema>

const relationSchema = z.object({
  head: position.optional(),
  child: position.optional(),
  head_span: endSchema.nullish(),
  child_span: endSchema.nullish(),
  label: z.string('It has no label.').min(1, 'It has no label.'),
  assay_id: z.string().optional(),
  assay_note: z.string().optional(),
})

interface TokenEnds {
  readonly start: number
  readonly end: number
}

/** Reads the spans and relations of one record. `spans` are values with their places. */
export function saidIn(
  record: JsonObject,
  spans: readonly { readonly value: unknown; readonly place: string }[],
  place: string,
  problems: Problems,
): Said {
  const annotator = annotatorOf(record)
  const created = momentOf(ownOf(record, '_timestamp'))
  const common = {
    ...(annotator ? { annotator: annotator.id } : {}),
    ...(created === undefined ? {} : { created }),
  }
  const known = new Mentions(tokensOf(ownOf(record, 'tokens')), common)
  for (const { value, place: at } of spans) {
    const span = problems.checked(spanSchema, asObject(value), at)
    if (span && !known.add(span, at))
      problems.add(at, 'It names no words: whole numbers are expected, the “end” after the “start”.')
  }
  const relations = ownOf(record, 'relations')
  if (relations !== undefined && relations !== null && !Array.isArray(relations))
    problems.add(`${place}.relations`, 'A list was expected.')
  const ties = (Array.isArray(relations) ? (relations as unknown[]) : []).flatMap((value, k): Tie[] => {
    const at = `${place}.relations[${k}]`
    const relation = problems.checked(relationSchema, value, at)
    if (!relation) return []
    const { head, child, head_span: headSpan, child_span: childSpan } = relation
    return [
      {
        place: at,
        ownId: relation.assay_id,
        type: relation.label,
        note: relation.assay_note,
        annotator: annotator?.id,
        ends: (byOurId) => {
          const from = known.endOf(head, headSpan ?? undefined, at, byOurId)
          if (typeof from === 'string') return from
          const to = known.endOf(child, childSpan ?? undefined, at, byOurId)
          return typeof to === 'string' ? to : { from, to }
        },
      },
    ]
  })
  return { annotator, mentions: known.list, ties }
}

/** The form of spaCy 2 is `[start, end, label]`. */
function asObject(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const [start, end, label] = value as unknown[]
  return { start, end, label }
}

/** The mentions of one record, found by where they lie. */
class Mentions {
  readonly list: Mention[] = []
  readonly #tokens: readonly (TokenEnds | undefined)[]
  readonly #common: Partial<Mention>
  readonly #byOurId = new Map<string, Mention>()
  readonly #byPlace = new Map<string, Mention[]>()

  constructor(tokens: readonly (TokenEnds | undefined)[], common: Partial<Mention>) {
    this.#tokens = tokens
    this.#common = common
  }

  /** The mention that a span is, or is a further piece of; undefined when it names no words. */
  add(span: z.infer<typeof spanSchema>, place: string): Mention | undefined {
    const range = this.#rangeOf(span)
    if (!range) return undefined
    const { label, text, assay_id: id, assay_note: note } = span
    const piece = { ...range, ...(text === undefined || text === '' ? {} : { exact: text }) }
    const first = id === undefined ? undefined : this.#byOurId.get(id)
    if (first?.tag === label) {
      first.pieces.push(piece)
      return first
    }
    const attributes = attributesOf(span.assay_attributes)
    const mention: Mention = {
      ...this.#common,
      place,
      ownId: first ? undefined : id,
      tag: label,
      pieces: [piece],
      ...(note === undefined || note === '' ? {} : { note }),
      ...(attributes ? { attributes } : {}),
    }
    this.list.push(mention)
    if (mention.ownId !== undefined) this.#byOurId.set(mention.ownId, mention)
    this.#index(mention, range, span)
    return mention
  }

  /** The mention that a relation means, or why none can be said to be. */
  endOf(
    token: number | undefined,
    span: End | undefined,
    place: string,
    byOurId: ReadonlyMap<string, Mention>,
  ): Mention | string {
    const ours =
      span?.assay_id === undefined
        ? undefined
        : (this.#byOurId.get(span.assay_id) ?? byOurId.get(span.assay_id))
    if (ours) return ours
    const range = span && this.#rangeOf(span)
    if (range) {
      const label = span.label ?? undefined
      if (label)
        return (
          this.#at('label', range.start, range.end, label)[0] ??
          this.add({ ...span, label }, place) ??
          NOTHING
        )
      const there = this.#at('place', range.start, range.end)
      return there.length > 1 ? SEVERAL : (there[0] ?? NOTHING)
    }
    if (token === undefined) return 'It does not say what it joins: “head” and “child” were expected.'
    const known = this.#tokens[token]
    const tries = [
      this.#at('token_end', token),
      known ? this.#at('end', known.end) : [],
      this.#at('token_start', token),
      known ? this.#at('start', known.start) : [],
    ]
    const found = tries.find((mentions) => mentions.length > 0) ?? []
    if (found.length > 1) return SEVERAL
    return found[0] ?? NOTHING
  }

  #index(mention: Mention, { start, end }: TokenEnds, span: z.infer<typeof spanSchema>): void {
    const keys: (readonly (string | number | null | undefined)[])[] = [
      ['label', start, end, mention.tag],
      ['place', start, end],
      ['start', start],
      ['end', end],
      ['token_start', span.token_start],
      ['token_end', span.token_end],
    ]
    for (const parts of keys) {
      const key = JSON.stringify(parts)
      const there = this.#byPlace.get(key)
      if (there) there.push(mention)
      else this.#byPlace.set(key, [mention])
    }
  }

  #at(...key: readonly (string | number)[]): readonly Mention[] {
    return this.#byPlace.get(JSON.stringify(key)) ?? []
  }

  #rangeOf({ start, end, token_start: first, token_end: last }: End): TokenEnds | undefined {
    const from = start ?? this.#tokens[first ?? -1]?.start
    const to = end ?? this.#tokens[last ?? -1]?.end
    return from !== undefined && to !== undefined && from < to ? { start: from, end: to } : undefined
  }
}

const NOTHING = 'It joins words that have no label.'
const SEVERAL = 'Several spans are where it begins or ends, and it does not say which of them it joins.'

function tokensOf(value: unknown): (TokenEnds | undefined)[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).map((token) => {
    const [start, end] = ['start', 'end'].map((key) => position.safeParse(ownOf(objectOf(token), key)).data)
    return start !== undefined && end !== undefined ? { start, end } : undefined
  })
}

function attributesOf(value: unknown): Record<string, AttributeValue> | undefined {
  const entries = Object.entries(objectOf(value) ?? {}).filter(
    (entry): entry is [string, AttributeValue] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'boolean' || Number.isFinite(entry[1]),
  )
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function annotatorOf(record: JsonObject): Person | undefined {
  const name = [ownOf(record, '_annotator_id'), ownOf(record, '_session_id')].find(
    (value) => typeof value === 'string' && value !== '',
  )
  const given = person.safeParse({ id: ownOf(record, 'assay_annotator') ?? name, name })
  return given.success ? given.data : undefined
}
