import type { Codec } from '../codec'
import { type Column, type Row, CUT, columns, rowsOf } from './table'
import { isXlsx, readXlsx } from './xlsx-reader'
import { zipOf } from '../zip'

/**
 * Office Open XML workbook (ECMA-376, transitional): the rows of our table on two sheets, “Annotations” and “Links”.
 * Cells of words are inline strings, which no spreadsheet takes for formulas; what XML cannot hold is written as
 * `_x0001_`, as the standard has it for cells. A cell of more than 32,767 characters, the most that Excel opens, is cut
 * and ends with “… [cut: a cell holds no more]”. Comments and the text are left out. Reads the same as spreadsheets save
 * it, with shared strings; columns may be in any order or missing.
 */
export const xlsx: Codec = {
  id: 'xlsx',
  name: 'Excel workbook',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  specification: 'ECMA-376',
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
  reader: { recognises: isXlsx, read: readXlsx },
  write(exported) {
    const { annotations, links } = rowsOf(exported)
    const parts = new Map([
      ['[Content_Types].xml', CONTENT_TYPES],
      ['_rels/.rels', PACKAGE],
      ['xl/workbook.xml', WORKBOOK],
      ['xl/_rels/workbook.xml.rels', SHEETS],
      ['xl/worksheets/sheet1.xml', sheetOf(ofAnnotations, annotations)],
      ['xl/worksheets/sheet2.xml', sheetOf(ofLinks, links)],
    ])
    const encoder = new TextEncoder()
    return zipOf(
      Object.fromEntries([...parts].map(([path, xml]) => [path, encoder.encode(DECLARATION + xml)])),
    )
  },
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>` +
  '</Types>'

const PACKAGE =
  `<Relationships xmlns="${RELATIONS}">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
  '</Relationships>'

const WORKBOOK =
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  '<sheet name="Annotations" sheetId="1" r:id="rId1"/><sheet name="Links" sheetId="2" r:id="rId2"/>' +
  '</sheets></workbook>'

const SHEETS =
  `<Relationships xmlns="${RELATIONS}">` +
  `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>` +
  '</Relationships>'

const ENDS = new Set<string>(['from', 'from_quote', 'to', 'to_quote'])
const PLACES = new Set<string>([
  'quote',
  'start',
  'end',
  'start_utf16',
  'end_utf16',
  'pieces',
  'pieces_utf16',
])
const TAGGED = new Set<string>(['attributes', 'codebook'])

// `row` is told by the sheet.
const all = (Object.keys(columns) as Column[]).filter((column) => column !== 'row')
const ofAnnotations = all.filter((column) => !ENDS.has(column))
const ofLinks = all.filter((column) => !PLACES.has(column) && !TAGGED.has(column))

/** A sheet whose first row stays in view. */
function sheetOf(shown: readonly Column[], rows: readonly Row[]): string {
  const header: Row = Object.fromEntries(shown.map((column) => [column, column]))
  const lines = [header, ...rows].map((row, k) => {
    const cells = shown.map((column, at) => cellOf(`${lettersOf(at)}${k + 1}`, row[column] ?? ''))
    return `<row r="${k + 1}">${cells.join('')}</row>`
  })
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetData>${lines.join('\n')}</sheetData></worksheet>\n`
  )
}

/** The letters of a column: A to Z are enough for ours. */
const lettersOf = (column: number): string => String.fromCharCode(65 + column)

function cellOf(at: string, value: string | number): string {
  if (value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(whole(value))}</t></is></c>`
}

const MOST = 32_767 // UTF-16 units

/** The words as far as a cell holds them; what is cut says so, and no character is cut in two. */
function whole(words: string): string {
  if (words.length <= MOST) return words
  const end = MOST - CUT.length
  return words.slice(0, words.codePointAt(end - 1)! > 0xffff ? end - 1 : end) + CUT
}

// What XML 1.0 forbids or a reader of it changes, and what would itself be read as such an escape.
const UNWRITABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|_(?=x[0-9A-Fa-f]{4}_)/gu

const escape = (words: string): string =>
  words
    .replace(UNWRITABLE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
