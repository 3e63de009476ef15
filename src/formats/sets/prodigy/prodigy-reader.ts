import { id as idSchema } from '../../../base/id'
import { type Outcome, type Refusal, ok } from '../../../base/outcome'
import type { Person } from '../../../core/annotation/set'
import type { IncomingDocument, IncomingSets } from '../incoming'
import { Problems } from '../problems'
import { type JsonObject, objectOf, ownOf } from '../untrusted'
import { type Mention, type Said, saidIn } from './prodigy-record'
import { type SetFile, numberedLines, parseJson } from '../set-file'
import { sound } from '../sound'

const FEW = 100 // records without anything in them that may come before one which tells the format

export function isProdigy(file: SetFile): boolean {
  if (!/^\uFEFF?\s*[[{]/.test(file.head)) return false
  let looked = 0
  for (const { json } of valuesIn(file)) {
    const found = json.ok ? isRecord(json.value) : undefined
    if (found !== undefined) return found
    if (++looked === FEW) return false
  }
  return false
}

/** Whether a value is a record of this format; undefined when others have the same. */
function isRecord(value: unknown): boolean | undefined {
  if (isTuple(value)) return true
  const record = objectOf(value)
  if (!record || typeof ownOf(record, 'text') !== 'string') return false
  // doccano's lines: a list of labels, or entities by `start_offset`.
  if (Array.isArray(ownOf(record, 'label')) || Array.isArray(ownOf(record, 'labels')) || 'Comments' in record)
    return false
  if (['tokens', 'spans', 'ents'].some((name) => Array.isArray(ownOf(record, name)))) return true
  if (['_input_hash', '_task_hash', 'answer'].some((name) => Object.hasOwn(record, name))) return true
  const entities = ownOf(record, 'entities')
  if (!Array.isArray(entities)) return objectOf(ownOf(record, 'spans')) ? true : undefined
  const first: unknown = entities[0]
  if (first === undefined) return undefined
  return Array.isArray(first) || typeof ownOf(objectOf(first), 'start') === 'number'
}

/** An example of spaCy 2: a text, and what is in it. */
const isTuple = (value: unknown): value is [string, JsonObject] =>
  Array.isArray(value) &&
  value.length === 2 &&
  typeof value[0] === 'string' &&
  ['entities', 'cats', 'links', 'spans'].some((name) => Object.hasOwn(objectOf(value[1]) ?? {}, name))

interface Given {
  readonly json: Outcome<unknown>
  readonly place: string
}

/** The records of a file: one a line, or all in one list. */
function* valuesIn(file: SetFile): Generator<Given> {
  const { text } = file
  if (!text.ok) {
    yield { json: text, place: file.name }
    return
  }
  const lines = numberedLines(text.value).filter(({ line }) => line.trim() !== '')
  const first =
    lines.length === 1 ? file.json : lines[0] && parseJson(lines[0].line, `Line ${lines[0].number}`)
  const isList = first?.ok === true && Array.isArray(first.value) && !isTuple(first.value)
  const whole = lines.length > 0 && (isList || !first!.ok) ? file.json : undefined
  if (whole?.ok) {
    const list = Array.isArray(whole.value) && !isTuple(whole.value) ? (whole.value as unknown[]) : undefined
    if (!list) yield { json: whole, place: 'record' }
    for (const [k, value] of (list ?? []).entries()) yield { json: ok(value), place: `[${k}]` }
    return
  }
  for (const { line, number } of lines)
    yield { json: parseJson(line, `Line ${number}`), place: `line ${number}` }
}

export function readProdigy(files: readonly SetFile[]): Outcome<IncomingSets> {
  const reading = new Reading()
  let records = 0
  let refusal: Refusal | undefined
  for (const file of files) {
    for (const { json, place } of valuesIn(file)) {
      const at = files.length > 1 && place !== file.name ? `${file.name} ${place}` : place
      if (json.ok) {
        records++
        reading.add(json.value, at)
      } else {
        refusal ??= json.refusal
        reading.problems.add(at, json.refusal.message)
      }
    }
  }
  if (records === 0 && refusal) return { ok: false, refusal }
  return ok(reading.finish())
}

/** A document while its records are read. */
interface Draft {
  readonly place: string
  readonly text: string
  readonly meta: JsonObject | undefined
  readonly people: Map<string, Person>
  readonly said: Said[]
}

class Reading {
  readonly problems = new Problems()
  /** By text, then by what their meta says: of everybody who has a record of the same, the document is one. */
  readonly #drafts = new Map<string, Map<string, Draft>>()
  readonly #remarks = new Map<string, number>()

  add(value: unknown, place: string): void {
    const record = isTuple(value) ? { ...value[1], text: value[0] } : objectOf(value)
    const text = ownOf(record, 'text')
    if (!record || typeof text !== 'string') {
      this.problems.add(place, 'It is no record with a “text”.')
      return
    }
    const answer = ownOf(record, 'answer') ?? 'accept'
    if (answer !== 'accept') {
      if (answer === 'reject' || answer === 'ignore')
        this.#remark(`Records whose answer is “${answer}” were passed over`)
      else this.problems.add(`${place}.answer`, 'The answer is none of “accept”, “reject” and “ignore”.')
      return
    }
    if (isOfWhole(record))
      this.#remark('What is said of a whole text (“label”, “accept”, “cats”) was passed over')
    if ('links' in record) this.#remark('Links of entities with a knowledge base (“links”) were passed over')
    const draft = this.#draftOf(text, objectOf(ownOf(record, 'meta')), place)
    const said = saidIn(record, spansIn(record, place, this.problems), place, this.problems)
    if (said.annotator && !draft.people.has(said.annotator.id))
      draft.people.set(said.annotator.id, said.annotator)
    draft.said.push(said)
  }

  finish(): IncomingSets {
    const drafts = [...this.#drafts.values()].flatMap((byMeta) => [...byMeta.values()])
    return {
      documents: drafts.map((draft) => documentOf(draft, this.problems)),
      problems: this.problems.list,
      remarks: [...this.#remarks].map(([remark, count]) =>
        count > 1 ? `${remark} (${count} times).` : `${remark}.`,
      ),
    }
  }

  #draftOf(text: string, meta: JsonObject | undefined, place: string): Draft {
    const byMeta = this.#drafts.get(text) ?? new Map<string, Draft>()
    this.#drafts.set(text, byMeta)
    const plain = Object.entries(meta ?? {}).filter(([, value]) => typeof value !== 'object')
    const key = JSON.stringify(plain.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const draft = byMeta.get(key) ?? { place, text, meta, people: new Map<string, Person>(), said: [] }
    byMeta.set(key, draft)
    return draft
  }

  #remark(remark: string): void {
    this.#remarks.set(remark, (this.#remarks.get(remark) ?? 0) + 1)
  }
}

function isOfWhole(record: JsonObject): boolean {
  const accepted = ownOf(record, 'accept')
  return (
    (typeof ownOf(record, 'label') === 'string' && !Array.isArray(ownOf(record, 'spans'))) ||
    (Array.isArray(accepted) && accepted.length > 0) ||
    Object.keys(objectOf(ownOf(record, 'cats')) ?? {}).length > 0
  )
}

/** The spans of a record: of Prodigy, of spaCy 2, and those of spaCy's documents, which are in groups by name. */
function spansIn(record: JsonObject, place: string, problems: Problems): { value: unknown; place: string }[] {
  const groups = Object.entries(objectOf(ownOf(record, 'spans')) ?? {}).map(
    ([key, list]) => [`spans.${key}`, list] as const,
  )
  const lists = [...['spans', 'entities', 'ents'].map((key) => [key, ownOf(record, key)] as const), ...groups]
  return lists.flatMap(([name, list]) => {
    if (list === undefined || list === null || (name === 'spans' && objectOf(list))) return []
    if (Array.isArray(list) && typeof list[0] !== 'string')
      return list.map((value: unknown, k) => ({ value, place: `${place}.${name}[${k}]` }))
    if (!Array.isArray(list) || list.length > 0)
      problems.add(
        `${place}.${name}`,
        'A list of spans was expected, with where each begins and ends and its label.',
      )
    return []
  })
}

function documentOf({ place, text, meta, people, said }: Draft, problems: Problems): IncomingDocument {
  const byOurId = new Map<string, Mention>()
  for (const { mentions } of said)
    for (const mention of mentions)
      if (mention.ownId !== undefined && !byOurId.has(mention.ownId)) byOurId.set(mention.ownId, mention)
  // Finding the ends of relations may add to the mentions: a span that stands only in a relation is one too.
  const ties = said.flatMap((record) =>
    record.ties.flatMap(({ ends, ...tie }) => {
      const found = ends(byOurId)
      if (typeof found !== 'string') return [{ ...tie, ...found }]
      problems.add(tie.place, found)
      return []
    }),
  )
  const naming = new Naming(byOurId.size > 0)
  const idOf = new Map<Mention, string>()
  const annotations = said.flatMap(({ mentions }) =>
    mentions.map((mention) => {
      const { ownId, pieces, ...rest } = mention
      const inOrder = pieces.toSorted((a, b) => a.start! - b.start!)
      const [first, last] = [inOrder[0]!, inOrder.at(-1)!]
      const id = naming.idOf(ownId, [rest.annotator, `${first.start}-${last.end}`, rest.tag])
      idOf.set(mention, id)
      return { ...rest, id, pieces: inOrder }
    }),
  )
  const links = ties.map(({ ownId, from, to, note, annotator, ...tie }) => {
    const ends = [idOf.get(from)!, idOf.get(to)!] as const
    return {
      ...tie,
      id: naming.idOf(ownId, [annotator, ends[0], tie.type, ends[1]]),
      from: ends[0],
      to: ends[1],
      ...(annotator === undefined ? {} : { annotator }),
      ...(note === undefined || note === '' ? {} : { note }),
    }
  })
  const ours = idSchema.safeParse(ownOf(meta, 'assay_id'))
  const document: IncomingDocument = {
    place,
    ...(ours.success ? { id: ours.data } : {}),
    name: nameIn(meta),
    text,
    units: ['code-points', 'utf-16'],
    ids: naming.kept ? 'kept' : 'made-up',
    annotators: [...people.values()],
    annotations,
    links,
    comments: [],
  }
  return sound(document, problems)
}

const nameIn = (meta: JsonObject | undefined): string =>
  ['title', 'name', 'document', 'doc']
    .map((key) => ownOf(meta, key))
    .find((value): value is string => typeof value === 'string' && value !== '') ?? ''

/**
 * Gives records their ids: their own, or numbers where nothing in the document has one. What was added to a document of
 * ours elsewhere is named by what it says, so that two such files do not call different records by the same number.
 */
class Naming {
  readonly kept: boolean
  readonly #taken = new Set<string>()
  #last = 0

  constructor(kept: boolean) {
    this.kept = kept
  }

  idOf(own: string | undefined, says: readonly (string | undefined)[]): string {
    const spoken = says
      .filter((part) => part !== undefined)
      .join(' ')
      .slice(0, 180)
    const wanted = own ?? (this.kept ? spoken : String(++this.#last))
    const id = this.#taken.has(wanted) ? `${wanted.slice(0, 180)} #${++this.#last}` : wanted
    this.#taken.add(id)
    return id
  }
}
