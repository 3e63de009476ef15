import { type Outcome, ok, refuse } from '../../../base/outcome'
import type { IncomingSets } from '../incoming'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { type Table, readTables } from './table-reader'
import { readXml } from './xlsx-xml'
import { filesInZip } from '../zip'

/** Any workbook: whether its sheets are tables of ours is seen when they are read. */
export const isXlsx = (file: SetFile): boolean => file.isZip && file.extension === 'xlsx'

/** Reads the sheets that are tables of ours. */
export function readXlsx(files: readonly SetFile[]): Outcome<IncomingSets> {
  const problems = new Problems()
  const tables: Table[] = []
  for (const file of files) {
    const read = tablesIn(file, files.length > 1 ? `${file.name} ` : '', problems)
    if (read.ok) tables.push(...read.value)
    else if (files.length === 1) return read
    else problems.add(file.name, read.refusal.message)
  }
  if (tables.length === 0)
    return refuse('unreadable', problems.list[0]?.message ?? 'There are no sheets in the workbook.')
  return readTables(tables, problems)
}

function tablesIn(file: SetFile, before: string, problems: Problems): Outcome<Table[]> {
  const unpacked = filesInZip(file)
  if (!unpacked.ok) return unpacked
  const parts = new Map(unpacked.value.map((part) => [part.name, part]))
  const sheets = sheetsIn(parts)
  if (!sheets.ok) return sheets
  const shared = sharedStrings(parts.get('xl/sharedStrings.xml'))
  if (!shared.ok) return shared
  const tables = sheets.value.flatMap(({ name, path }): Table[] => {
    const place = `${before}${name}`
    const part = parts.get(path)
    const rows = part
      ? rowsIn(part, shared.value, () => problems.add(place, 'Columns beyond the 64th were passed over.'))
      : refuse('unreadable', `The sheet “${name}” is not in the file.`)
    if (rows.ok) return [{ place, name: file.stem, rows: rows.value }]
    problems.add(place, rows.refusal.message)
    return []
  })
  return ok(tables)
}

/** The sheets of a workbook in their order, with the parts that they are in. */
function sheetsIn(parts: ReadonlyMap<string, SetFile>): Outcome<{ name: string; path: string }[]> {
  const workbook = parts.get('xl/workbook.xml')
  const relations = parts.get('xl/_rels/workbook.xml.rels')
  if (!workbook || !relations)
    return refuse('invalid', 'The file is no workbook: it does not say which sheets it has.')
  const pathOf = new Map<string, string>()
  const related = readXml(relations, {
    open(name, attributes) {
      const target = attributes.get('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      if (name === 'Relationship') pathOf.set(attributes.get('Id') ?? '', path)
    },
  })
  if (!related.ok) return related
  const nameOf = new Map<string, string>()
  const read = readXml(workbook, {
    open(name, attributes) {
      const path = pathOf.get(attributes.get('id') ?? '')
      // A chart may be a sheet as well.
      if (name === 'sheet' && path?.includes('worksheets/') && !nameOf.has(path))
        nameOf.set(path, attributes.get('name') ?? '')
    },
  })
  return read.ok ? ok(Array.from(nameOf, ([path, name]) => ({ path, name }))) : read
}

/** The strings that cells name by their number; without how they are to be pronounced. */
function sharedStrings(part: SetFile | undefined): Outcome<string[]> {
  const strings: string[] = []
  if (!part) return ok(strings)
  let words = ''
  let inText = false
  let inPhonetic = false
  const read = readXml(part, {
    open(name) {
      if (name === 'si') words = ''
      if (name === 't') inText = !inPhonetic
      if (name === 'rPh') inPhonetic = true
    },
    text(more) {
      if (inText) words += more
    },
    close(name) {
      if (name === 'si') strings.push(unescape(words))
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
    },
  })
  return read.ok ? ok(strings) : read
}

const MOST_COLUMNS = 64 // three times as many as there are; a cell far to the right would be a long empty row
const MOST_EMPTY = 1000 // rows between two, that each keeps its number

/** The cells of a sheet; `beyond` is called once when it has more columns than are read. */
function rowsIn(part: SetFile, shared: readonly string[], beyond: () => void): Outcome<string[][]> {
  const rows: string[][] = []
  let row: string[] = []
  let column = 0
  let type = ''
  let words = ''
  let inValue = false
  let isWide = false
  const read = readXml(part, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.get('r'))
        if (number <= rows.length + MOST_EMPTY) while (rows.length < number - 1) rows.push([])
        row = []
        rows.push(row)
        column = -1
      }
      if (name === 'c') {
        column = columnOf(attributes.get('r')) ?? column + 1
        type = attributes.get('t') ?? 'n'
        words = ''
      }
      inValue = name === 'v' || name === 't'
    },
    text(more) {
      if (inValue) words += more
    },
    close(name) {
      inValue = false
      if (name !== 'c') return
      const value = valueOf(type, words, shared)
      if (column >= MOST_COLUMNS) {
        isWide ||= value !== ''
        return
      }
      while (row.length < column) row.push('')
      row[column] = value
    },
  })
  if (isWide) beyond()
  return read.ok ? ok(rows) : read
}

function valueOf(type: string, words: string, shared: readonly string[]): string {
  if (type === 's') return shared[Number(words)] ?? ''
  if (type === 'e') return '' // an error of a formula
  return type === 'n' || type === 'b' ? words.trim() : unescape(words)
}

/** The number of a column, from 0, of an address such as `AB12`. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address ?? '')?.[0]
  if (letters === undefined) return undefined
  return letters.split('').reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** What a cell says in the escapes of the standard: `_x000D_` is a carriage return. */
const unescape = (words: string): string =>
  words.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
