import { id as idSchema } from '../../../base/id'
import { type Outcome, ok, refuse } from '../../../base/outcome'
import { type Person, person } from '../../../core/annotation/set'
import { type AttributeValue, attributeValue } from '../../../core/codebook/attribute'
import type { IncomingAnnotation, IncomingDocument, IncomingLink, IncomingSets } from '../incoming'
import { Problems } from '../problems'
import { sound } from '../sound'
import { momentOf } from '../untrusted'
import { CUT, type Column, columns } from './table'
import { type Places, piecesOf, placesIn } from './table-places'

/** Cells by row, the header first; where the table is, and what its documents are called that have no name. */
export interface Table {
  readonly place: string
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** In which cell of a row each column of ours is. */
type Header = ReadonlyMap<Column, number>

const isColumn = (name: string): name is Column => Object.hasOwn(columns, name)

export function columnsIn(header: readonly string[]): Header {
  const found = new Map<Column, number>()
  header.forEach((cell, k) => {
    const name = cell.trim().toLowerCase()
    if (isColumn(name) && !found.has(name)) found.set(name, k)
  })
  return found
}

const PLACES: readonly (readonly Column[])[] = [
  ['quote'],
  ['pieces'],
  ['pieces_utf16'],
  ['start', 'end'],
  ['start_utf16', 'end_utf16'],
]
const ENDS: readonly Column[] = ['from', 'to']

const isUsable = (header: Header): boolean =>
  header.has('tag') && [...PLACES, ENDS].some((needed) => needed.every((column) => header.has(column)))

/** Whether a header is so much like ours that no other table has it. */
export const isTable = (header: readonly string[]): boolean => {
  const found = columnsIn(header)
  return found.size >= 3 && isUsable(found)
}

/** Reads tables that belong together: each may hold annotations, links or both. */
export function readTables(tables: readonly Table[], problems: Problems): Outcome<IncomingSets> {
  const remarks: string[] = []
  const rows = tables.flatMap((table) => rowsOf(table, problems, remarks))
  if (!tables.some((table) => isUsable(columnsIn(table.rows.find(isFilled) ?? []))))
    return refuse(
      'invalid',
      `${tables.map(({ place }) => `“${place}”`).join(', ')} is no table of annotations: it needs the column “tag”, and “quote”, “pieces” or “start” and “end”.`,
    )
  const drafts = new Drafts(problems)
  for (const row of rows.filter((one) => !isLink(one))) drafts.annotation(row)
  for (const row of rows.filter(isLink)) drafts.link(row)
  return ok({ documents: drafts.documents(), problems: problems.list, remarks })
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '')

interface TableRow {
  readonly place: string
  readonly name: string
  readonly cell: (column: Column) => string
}

function rowsOf({ place, name, rows }: Table, problems: Problems, remarks: string[]): TableRow[] {
  const top = rows.findIndex(isFilled)
  const header = rows[top] ?? []
  const found = columnsIn(header)
  if (!isUsable(found)) {
    if (top >= 0)
      remarks.push(
        `“${place}” was passed over: its first row does not name the columns of annotations or links.`,
      )
    return []
  }
  const strange = header.filter((cell) => cell.trim() !== '' && !isColumn(cell.trim().toLowerCase()))
  if (strange.length > 0) {
    const names = strange.slice(0, 10).map((cell) => `“${cell.slice(0, 60)}”`)
    remarks.push(`Columns of “${place}” that are unknown here were passed over: ${names.join(', ')}.`)
  }
  return rows.flatMap((cells, k) => {
    if (k <= top || !isFilled(cells)) return []
    const at = `${place} row ${k + 1}`
    if (isFilled(cells.slice(header.length)))
      problems.add(at, 'It has more cells than the table has columns; those beyond were passed over.')
    return [{ place: at, name, cell: (column) => cells[found.get(column) ?? -1] ?? '' }]
  })
}

const isLink = ({ cell }: TableRow): boolean =>
  cell('row') === '' ? cell('from') !== '' && cell('to') !== '' : cell('row') === 'link'

/** One document while its rows are gathered; the unit of its places is known when all have been seen. */
interface Draft {
  readonly head: Pick<IncomingDocument, 'place' | 'id' | 'name'>
  readonly annotators: Map<string, Person>
  readonly annotations: { readonly record: Omit<IncomingAnnotation, 'pieces'>; readonly places: Places }[]
  readonly links: IncomingLink[]
  madeUp: number
}

class Drafts {
  readonly #drafts = new Map<string, Draft>()
  /** The document of an annotation, for links whose rows do not say it. */
  readonly #draftOf = new Map<string, Draft>()
  readonly #problems: Problems

  constructor(problems: Problems) {
    this.#problems = problems
  }

  annotation(row: TableRow): void {
    const { place, cell } = row
    const kind = cell('row')
    if (kind !== '' && kind !== 'annotation')
      return this.#problems.add(place, `“${kind.slice(0, 60)}” is neither “annotation” nor “link”.`)
    if (cell('tag').trim() === '') return this.#problems.add(place, 'It has no tag.')
    const places = placesIn(cell, place, this.#problems)
    if (!places) return undefined
    const draft = this.#draft(row)
    const attributes = this.#attributes(row)
    const codebook = Number(cell('codebook'))
    const record = this.#record(draft, row, draft.annotations.length)
    if (!this.#draftOf.has(record.id)) this.#draftOf.set(record.id, draft)
    draft.annotations.push({
      record: {
        ...record,
        tag: cell('tag'),
        ...(attributes ? { attributes } : {}),
        ...(Number.isSafeInteger(codebook) && codebook > 0 ? { codebook } : {}),
      },
      places,
    })
  }

  link(row: TableRow): void {
    const { place, cell } = row
    const [from, to] = [cell('from'), cell('to')]
    if (from === '' || to === '')
      return this.#problems.add(place, 'It is a link, and the id of one of its ends is missing.')
    const named = cell('document') !== '' || cell('title') !== ''
    const draft = named ? this.#draft(row) : (this.#draftOf.get(from) ?? this.#draft(row))
    // Links are numbered apart from annotations, which their ends may name by a number.
    const record = this.#record(draft, row, draft.links.length, 'link ')
    draft.links.push({ ...record, type: cell('tag') || 'link', from, to })
  }

  #draft({ place, name, cell }: TableRow): Draft {
    const [id, title] = [cell('document'), cell('title')]
    const key = id || title
    const known = this.#drafts.get(key)
    if (known) return known
    const draft: Draft = {
      head: {
        place,
        ...(idSchema.safeParse(id).success ? { id } : {}),
        name: title || id || name,
      },
      annotators: new Map(),
      annotations: [],
      links: [],
      madeUp: 0,
    }
    this.#drafts.set(key, draft)
    return draft
  }

  /** What an annotation and a link have in common. */
  #record(draft: Draft, { place, cell }: TableRow, number: number, kind = '') {
    const id = cell('id')
    if (id === '') draft.madeUp++
    const note = this.#whole(cell('note'), place)
    const [created, modified] = [momentOf(cell('created')), momentOf(cell('modified'))]
    const annotator = this.#annotator(draft, cell('annotator'), place)
    return {
      place,
      id: id === '' ? `${kind}${number + 1}` : id,
      ...(annotator ? { annotator } : {}),
      ...(note === '' ? {} : { note }),
      ...(created ? { created } : {}),
      ...(modified ? { modified } : {}),
    }
  }

  /** People are told apart by their names, because that is all that the table has. */
  #annotator(draft: Draft, name: string, place: string): string | undefined {
    if (name === '') return undefined
    const known = person.safeParse({ id: name, name })
    if (known.success) draft.annotators.set(name, known.data)
    else this.#problems.add(place, 'What is in its column “annotator” is no name.')
    return known.success ? name : undefined
  }

  #attributes({ place, cell }: TableRow): Record<string, AttributeValue> | undefined {
    const json = cell('attributes')
    if (json.trim() === '') return undefined
    const given = objectIn(json)
    if (!given) this.#problems.add(place, 'Its attributes are no JSON object and were left out.')
    const good: [string, AttributeValue][] = []
    for (const [key, value] of Object.entries(given ?? {})) {
      const checked = attributeValue.safeParse(value)
      if (checked.success && key !== '' && key.length <= 100) good.push([key, checked.data])
      else this.#problems.add(place, `Its attribute “${key.slice(0, 60)}” has no value that can be held.`)
    }
    return good.length > 0 ? Object.fromEntries(good) : undefined
  }

  #whole(words: string, place: string): string {
    if (!words.endsWith(CUT)) return words
    this.#problems.add(place, 'Its note was cut, because a cell of a spreadsheet could not hold it.')
    return words.slice(0, -CUT.length)
  }

  documents(): IncomingDocument[] {
    return [...this.#drafts.values()].map(({ head, annotators, annotations, links, madeUp }) => {
      const count = (unit: keyof Places['ranges']): number =>
        annotations.filter(({ places }) => places.ranges[unit] !== undefined).length
      const unit = count('code-points') >= count('utf-16') ? 'code-points' : 'utf-16'
      return sound(
        {
          ...head,
          units: [unit],
          ids: madeUp > 0 ? 'made-up' : 'kept',
          annotators: [...annotators.values()],
          annotations: annotations.flatMap(({ record, places }) => {
            const pieces = piecesOf(places, unit)
            if (pieces.length > 0) return [{ ...record, pieces }]
            this.#problems.add(record.place, 'Its place is counted in another unit than those of most rows.')
            return []
          }),
          links,
          comments: [],
        },
        this.#problems,
      )
    })
  }
}

function objectIn(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
