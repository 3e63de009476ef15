import { id as idSchema } from '../../../base/id'
import { type Person, person } from '../../../core/annotation/set'
import type { IncomingAnnotation, IncomingDocument, IncomingLink } from '../incoming'
import type { Problems } from '../problems'
import { sound } from '../sound'
import { type JsonObject, listOf, momentOf, objectOf, ownOf, stringOf } from '../untrusted'
import { type Regions, regionsOf } from './label-studio-regions'

/** Where the work of people and of models stands in a task. */
export const SETS = ['annotations', 'completions', 'predictions']

/** A record of the JSON-MIN export, in which what was said of a text stands beside the text. */
export function isMin(value: unknown): boolean {
  const record = objectOf(value)
  return record !== undefined && 'annotation_id' in record && 'lead_time' in record && !('data' in record)
}

/** The task itself, or the one that an annotation is of which was exported with it, as storages have them. */
export function taskOf(value: unknown): JsonObject | undefined {
  const task = objectOf(value)
  const inner = task && objectOf(ownOf(task, 'task'))
  return inner && Array.isArray(ownOf(task, 'result')) ? { ...inner, annotations: [task] } : task
}

/** Reads one task: a text with everybody's regions. */
export class TaskReader {
  readonly #place: string
  readonly #fields: ReadonlyMap<string, string>
  readonly #problems: Problems
  readonly #remarks: Map<string, number>
  readonly #people = new Map<string, Person>()

  constructor(
    place: string,
    fields: ReadonlyMap<string, string>,
    problems: Problems,
    remarks: Map<string, number>,
  ) {
    this.#place = place
    this.#fields = fields
    this.#problems = problems
    this.#remarks = remarks
  }

  read(value: unknown): IncomingDocument | undefined {
    const task = taskOf(value)
    const data = task && objectOf(ownOf(task, 'data'))
    if (!task || !data) {
      this.#problem(
        this.#place,
        isMin(value)
          ? 'It is of the JSON-MIN export, which has neither the ids of regions nor their links. Export the project as JSON, and read that.'
          : 'It is no task: a task is an object, with “data” in which its text stands.',
      )
      return undefined
    }
    const read = this.#setsOf(task)
    const text = this.#textOf(
      data,
      read.flatMap(({ toNames }) => [...toNames]),
      read.some(({ isHtml }) => isHtml),
    )
    if (!text.known) return undefined
    const own = stringOf(ownOf(objectOf(ownOf(task, 'meta')), 'assay_id'))
    const document: IncomingDocument = {
      place: this.#place,
      ...(own !== undefined && idSchema.safeParse(own).success ? { id: own } : {}),
      name: nameIn(data),
      ...(text.text === undefined ? {} : { text: text.text }),
      units: ['code-points', 'utf-16'],
      ids: 'kept',
      annotators: [...this.#people.values()],
      ...recordsOf(read, this.#problems),
      comments: [],
    }
    return sound(document, this.#problems)
  }

  #setsOf(task: JsonObject): Regions[] {
    const read: Regions[] = []
    for (const name of SETS) {
      const sets = ownOf(task, name)
      if (sets === undefined || sets === null) continue
      if (!Array.isArray(sets)) this.#problem(`${this.#place}.${name}`, 'A list was expected.')
      listOf(sets).forEach((value, k) => {
        const regions = this.#setOf(value, `${this.#place}.${name}[${k}]`, name === 'predictions')
        if (regions) read.push(regions)
      })
    }
    if (listOf(ownOf(task, 'drafts')).length > 0)
      this.#remark('Drafts that were not submitted were passed over')
    return read
  }

  #setOf(value: unknown, place: string, predicted: boolean): Regions | undefined {
    const set = objectOf(value)
    // Exports without annotators list the ids of predictions only.
    if (!set && predicted && typeof value === 'number') return undefined
    const result = set && ownOf(set, 'result')
    if (!set || !Array.isArray(result)) {
      this.#problem(place, 'It has no list “result”, in which its regions stand.')
      return undefined
    }
    if (ownOf(set, 'was_cancelled') === true || ownOf(set, 'skipped') === true) {
      this.#remark('What an annotator has skipped or cancelled was passed over')
      return undefined
    }
    const by = predicted ? modelOf(set) : annotatorOf(set)
    if (by) this.#people.set(by.id, this.#people.get(by.id) ?? by)
    if (predicted) this.#remark(`The predictions of “${by!.name}” are read as those of an annotator`)
    const created = momentOf(ownOf(set, 'created_at'))
    const modified = momentOf(ownOf(set, 'updated_at')) ?? created
    const common = {
      ...(by ? { annotator: by.id } : {}),
      ...(created === undefined ? {} : { created }),
      ...(modified === undefined ? {} : { modified }),
    }
    return regionsOf(result, `${place}.result`, common, this.#problems, (remark) => this.#remark(remark))
  }

  /** The text of the task; that of a page is not read: positions in it are counted as it is shown. */
  #textOf(
    data: JsonObject,
    toNames: readonly string[],
    isHtml: boolean,
  ): { readonly known: boolean; readonly text?: string } {
    const names = [...new Set(toNames)].filter((name) => name !== '')
    const strings = Object.entries(data).flatMap(([key, value]) => (typeof value === 'string' ? [key] : []))
    const candidates = [
      ...names.map((name) => this.#fields.get(name)),
      ...this.#fields.values(),
      ...names,
      'text',
    ]
    const field =
      candidates.find((key) => key !== undefined && strings.includes(key)) ??
      (strings.length === 1 ? strings[0] : undefined)
    if (field === undefined) {
      this.#problem(
        `${this.#place}.data`,
        'None of its fields is known to be the text. Read it together with the labelling configuration.',
      )
      return { known: false }
    }
    if (names.length > 1)
      this.#problem(
        this.#place,
        `It has regions in several texts, ${names.map((name) => `“${name}”`).join(', ')}; all were looked for in “${field}”.`,
      )
    const text = data[field] as string
    if (isHtml && /[<&]/.test(text)) {
      this.#remark(
        'The text of a page (HyperText) is not read; regions are looked for by their words in the article',
      )
      return { known: true }
    }
    if (/^(?:https?|s3|gs|azure-blob):\/\/\S+$|^\/data\/\S+$/.test(text)) {
      this.#remark(
        'A task names only the address of its text; regions are looked for by their words in the article',
      )
      return { known: true }
    }
    return { known: true, text }
  }

  #problem(place: string, message: string): void {
    this.#problems.add(place, message)
  }

  #remark(remark: string): void {
    this.#remarks.set(remark, (this.#remarks.get(remark) ?? 0) + 1)
  }
}

const nameIn = (data: JsonObject): string =>
  ['title', 'name', 'document', 'filename', 'file_name', 'file']
    .map((key) => stringOf(ownOf(data, key)))
    .find(Boolean) ?? ''

function annotatorOf(set: JsonObject): Person | undefined {
  const ours = person.safeParse(ownOf(set, 'assay_annotator'))
  if (ours.success) return ours.data
  const by = ownOf(set, 'completed_by')
  const who = objectOf(by)
  if (!who) return typeof by === 'number' ? personOf(String(by), `Annotator ${by}`) : personOf(stringOf(by))
  const id =
    stringOf(ownOf(who, 'email')) ?? stringOf(ownOf(who, 'username')) ?? numberAsString(ownOf(who, 'id'))
  const name = ['first_name', 'last_name']
    .map((key) => stringOf(ownOf(who, key)) ?? '')
    .join(' ')
    .trim()
  return personOf(id ?? name, name)
}

const modelOf = (set: JsonObject): Person => {
  const version = ownOf(set, 'model_version')
  return personOf(stringOf(version) ?? numberAsString(version)) ?? { id: 'prediction', name: 'prediction' }
}

const numberAsString = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : undefined

/** Somebody by an id, and by a name where there is one. */
function personOf(id: string | undefined, name?: string): Person | undefined {
  const parsed = person.safeParse({ id, name: (name || id)?.slice(0, 200) })
  return parsed.success ? parsed.data : undefined
}

/** Everybody's records; the ids of regions are those of the file as long as they are unique in the task. */
function recordsOf(
  read: readonly Regions[],
  problems: Problems,
): { readonly annotations: IncomingAnnotation[]; readonly links: IncomingLink[] } {
  const taken = new Set<string>()
  const again = new Map<string, number>()
  const fresh = (id: string): string => {
    let candidate = id
    for (let n = again.get(id) ?? 1; taken.has(candidate); candidate = `${id}-${n}`) again.set(id, ++n)
    taken.add(candidate)
    return candidate
  }
  const everywhere = new Map<string, string>()
  const named = read.map((regions) => {
    const here = new Map<string, string>()
    const annotations = regions.annotations.map(({ regionIds, ...annotation }) => {
      const id = fresh(annotation.id)
      for (const regionId of regionIds) {
        if (!here.has(regionId)) here.set(regionId, id)
        if (!everywhere.has(regionId)) everywhere.set(regionId, id)
      }
      return { ...annotation, id }
    })
    return { regions, here, annotations }
  })
  const links = named.flatMap(({ regions, here }) =>
    regions.links.flatMap(({ id, ...link }) => {
      const [from, to] = [link.from, link.to].map((end) => here.get(end) ?? everywhere.get(end))
      const missing = from === undefined ? link.from : link.to
      if (from !== undefined && to !== undefined)
        return [{ ...link, from, to, id: fresh(id ?? idOf(from, to, link.type)) }]
      problems.add(link.place, `It links the region “${missing}”, which could not be read.`)
      return []
    }),
  )
  return { annotations: named.flatMap(({ annotations }) => annotations), links }
}

/** A relation has no id; what it says names it, so that it has the same one in the next export. */
function idOf(from: string, to: string, type: string): string {
  const id = `${from} ${type} ${to}`
  return id.length <= 200 ? id : 'relation'
}
