import papaparse from 'papaparse'
import type { Annotation } from '../../core/annotation/annotation'
import type { Link } from '../../core/annotation/link'
import { type Span, extentOf, quoteOf } from '../../core/annotation/span'
import type { Codebook } from '../../core/codebook/codebook'
import { type CodePoints, codePoints } from '../../core/document/offsets'
import type { AnnotatedDocument, Codec } from './codec'
import { inOrder } from './order'

/** What each column holds; a column that does not concern a row is empty. */
export const csvColumns = {
  row: '`annotation` or `link`; all annotations come first, in the order of their texts',
  document: 'id of the document',
  title: 'title of the document',
  id: 'id of the annotation or the link',
  annotator: 'name of the person',
  tag: 'name of the tag, or of the link type',
  quote: 'the words, pieces joined by “ … ”',
  start: 'where the first piece begins, in code points from 0',
  end: 'where the last piece ends, in code points, not included',
  start_utf16: 'the same in UTF-16 units',
  end_utf16: 'the same in UTF-16 units',
  pieces: 'every piece in code points: `2..7; 22..37`',
  pieces_utf16: 'the same in UTF-16 units',
  from: 'id of the annotation where the link begins',
  from_quote: 'its words',
  to: 'id of the annotation where the link ends',
  to_quote: 'its words',
  note: 'the note',
  attributes: 'the attributes as a JSON object',
  codebook: 'version of the codebook under which it was tagged',
  created: 'ISO 8601, UTC',
  modified: 'ISO 8601, UTC',
} as const

/** One line of the table, before it is guarded. */
export type CsvRow = Partial<Record<keyof typeof csvColumns, string | number>>

/**
 * Comma-separated values (RFC 4180), UTF-8 with a byte order mark so that spreadsheets read it right; one row an
 * annotation and one a link. A cell that a spreadsheet could take for a formula is guarded by one apostrophe, see
 * `unguard`. Writes; the text is left out.
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
    attributes: true,
    annotators: true,
    text: false,
    offsets: 'code-points',
  },
  write({ documents, codebook }) {
    const rows = documents.map((document) => rowsOf(document, codebook))
    const ordered = [...rows.flatMap(({ annotations }) => annotations), ...rows.flatMap(({ links }) => links)]
    const table = papaparse.unparse(
      { fields: Object.keys(csvColumns), data: ordered.map((row) => cellsOf(row)) },
      { newline: '\r\n' },
    )
    return new TextEncoder().encode(`\uFEFF${table}\r\n`)
  },
}

// What spreadsheets begin a formula with, its full-width forms among them, after any apostrophes of the text itself.
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

const guard = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The words of a cell as they were before it was written. */
export const unguard = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell

function cellsOf(row: CsvRow): (string | number)[] {
  const cells = new Map<string, string | number>(Object.entries(row))
  return Object.keys(csvColumns).map((column) => {
    const cell = cells.get(column) ?? ''
    return typeof cell === 'string' ? guard(cell) : cell
  })
}

function rowsOf({ article, records }: AnnotatedDocument, codebook: Codebook) {
  const { sets, annotations, links } = inOrder(records)
  const points = codePoints(article.text)
  const nameOf = new Map(sets.map(({ id, annotator }) => [id, annotator.name]))
  const quotes = new Map(annotations.map(({ id, span }) => [id, quoteOf(span)]))
  const common = (record: Annotation | Link): CsvRow => ({
    document: article.id,
    title: article.title,
    id: record.id,
    annotator: nameOf.get(record.set) ?? record.set,
    note: record.note,
    created: record.created,
    modified: record.modified,
  })
  return {
    annotations: annotations.map((annotation): CsvRow => ({
      ...common(annotation),
      ...placesOf(annotation.span, points),
      row: 'annotation',
      tag: codebook.tags.find(({ id }) => id === annotation.tag)?.name ?? annotation.tag,
      quote: quoteOf(annotation.span),
      attributes: Object.keys(annotation.attributes).length > 0 ? JSON.stringify(annotation.attributes) : '',
      codebook: annotation.codebook,
    })),
    links: links.map((link): CsvRow => ({
      ...common(link),
      row: 'link',
      tag: codebook.links.find(({ id }) => id === link.type)?.name ?? link.type,
      from: link.from,
      from_quote: quotes.get(link.from) ?? '',
      to: link.to,
      to_quote: quotes.get(link.to) ?? '',
    })),
  }
}

function placesOf(span: Span, points: CodePoints): CsvRow {
  const { start, end } = extentOf(span)
  const inPoints = span.map((piece) => ({
    start: points.fromUtf16(piece.start),
    end: points.fromUtf16(piece.end),
  }))
  return {
    start: points.fromUtf16(start),
    end: points.fromUtf16(end),
    start_utf16: start,
    end_utf16: end,
    pieces: listed(inPoints),
    pieces_utf16: listed(span),
  }
}

// Two dots: a spreadsheet takes `2-7` for a date and `2:7` for a time.
const listed = (ranges: readonly { readonly start: number; readonly end: number }[]): string =>
  ranges.map(({ start, end }) => `${start}..${end}`).join('; ')
