import papaparse from 'papaparse'
import type { Codec } from '../codec'
import { isCsv, readCsv } from './csv-reader'
import { guard } from './csv-guard'
import { type Row, columns, rowsOf } from './table'

export { unguard } from './csv-guard'
export { columns as csvColumns } from './table'

/**
 * Comma-separated values (RFC 4180), UTF-8 with a byte order mark so that spreadsheets read it right; one row an
 * annotation and one a link. A cell that a spreadsheet could take for a formula is guarded by one apostrophe, see
 * `unguard`. Comments and the text are left out. Reads the same table as others may have saved it: with its columns in
 * any order or some of them missing, with semicolons or tabs between them, without the mark, in another encoding.
 */
export const csv: Codec = {
  id: 'csv',
  name: 'CSV table',
  extension: 'csv',
  mediaType: 'text/csv',
  specification: 'RFC 4180',
  capabilities: {
    pieces: true,
    overlaps: true,
    links: true,
    notes: true,
    comments: false,
    verdicts: false,
    attributes: true,
    annotators: true,
    text: false,
    offsets: 'code-points',
  },
  reader: { recognises: isCsv, read: readCsv },
  write(exported) {
    const { annotations, links } = rowsOf(exported)
    const table = papaparse.unparse(
      { fields: Object.keys(columns), data: [...annotations, ...links].map(cellsOf) },
      { newline: '\r\n' },
    )
    return new TextEncoder().encode(`\uFEFF${table}\r\n`)
  },
}

function cellsOf(row: Row): (string | number)[] {
  const cells = new Map<string, string | number>(Object.entries(row))
  return Object.keys(columns).map((column) => {
    const cell = cells.get(column) ?? ''
    return typeof cell === 'string' ? guard(cell) : cell
  })
}
