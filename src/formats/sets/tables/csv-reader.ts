import papaparse from 'papaparse'
import { type Outcome, refuse } from '../../../base/outcome'
import { unguard } from './csv-guard'
import type { IncomingSets } from '../incoming'
import { Problems } from '../problems'
import type { SetFile } from '../set-file'
import { type Table, columnsIn, isTable, readTables } from './table-reader'

const DELIMITERS = [',', ';', '\t'] as const

/** What Excel may write before the header, and what stands between the cells. */
const SEPARATOR = /^sep=(.)(?:\r\n|\r|\n)/i

/** Whether its first line names the columns of our table. */
export function isCsv({ head }: SetFile): boolean {
  // The mark, and every other byte of UTF-16, do not matter to the names of columns.
  const plain = head.replaceAll('\0', '').replace(/^[\uFEFF\uFFFD]+/, '')
  const header = headerOf(plain.replace(SEPARATOR, ''))
  return isTable(cellsOf(header, delimiterOf(header)))
}

const headerOf = (text: string): string => /^[^\r\n]*/.exec(text.trimStart())![0].slice(0, 4096)

const cellsOf = (header: string, delimiter: string): string[] =>
  header.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

/** What parts the header into most columns of ours. */
function delimiterOf(header: string): string {
  const known = DELIMITERS.map((delimiter) => columnsIn(cellsOf(header, delimiter)).size)
  return DELIMITERS[known.indexOf(Math.max(...known))]!
}

/** Reads our table, as it was written or as a spreadsheet saved it. */
export function readCsv(files: readonly SetFile[]): Outcome<IncomingSets> {
  const problems = new Problems()
  const tables: Table[] = []
  for (const file of files) {
    const text = file.text
    if (text.ok)
      tables.push({ place: file.name, name: file.stem, rows: rowsIn(text.value, file.name, problems) })
    else if (files.length === 1) return text
    else problems.add(file.name, text.refusal.message)
  }
  if (tables.length === 0) return refuse('unreadable', 'None of the files could be read.')
  return readTables(tables, problems)
}

function rowsIn(raw: string, name: string, problems: Problems): string[][] {
  const text = raw.replace(/^\uFEFF+/, '')
  const separator = SEPARATOR.exec(text)
  const table = separator ? text.slice(separator[0].length) : text
  const delimiter = separator?.[1] ?? delimiterOf(headerOf(table))
  const { data, errors } = papaparse.parse<string[]>(table, { delimiter })
  for (const { row = 0 } of errors)
    problems.add(
      `${name} row ${row + 1}`,
      'A quotation mark is out of place, so that its cells may be wrong.',
    )
  return data.map((cells) => cells.map(unguard))
}
