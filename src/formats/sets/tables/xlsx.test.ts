import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { ada, annotationOf, articleOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { placeAll } from '../placing'
import { CUT } from './table'
import { xlsx } from './xlsx'
import { filesInZip, zipOf } from '../zip'

const { text } = toy.article
const partsOf = (bytes: Uint8Array): Map<string, string> => {
  const files = expectOk(filesInZip(setFile('a.xlsx', bytes)))
  return new Map(files.map((file) => [file.name, expectOk(file.text)]))
}
const workbookOf = (parts: ReadonlyMap<string, string>) =>
  setFile(
    'a.xlsx',
    zipOf(Object.fromEntries([...parts].map(([name, xml]) => [name, new TextEncoder().encode(xml)]))),
  )
const toyParts = partsOf(xlsx.write(exportedOf(toy)))
const withPart = (name: string, xml: string) => workbookOf(new Map([...toyParts, [name, xml]]))
const withSheet = (rows: string) =>
  withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`)
const noted = (note: string) => {
  const annotations = [annotationOf('a', 'claim', 'the cat', [{ start: 4, end: 7 }], { note })]
  return exportedOf({
    article: articleOf('d', 'the cat'),
    records: { sets: [setBy(ada)], annotations, links: [], comments: [], verdicts: [], answers: [] },
  })
}

/** The cells of every row that are not empty, the header first. */
const cellsIn = (xml: string) =>
  xml
    .split('\n')
    .slice(1)
    .map((row) => [...row.matchAll(/<(?:v|t)\b[^>]*>([^<]*)</g)].map(([, cell]) => cell).join('|'))

test('the toy text is a workbook of two sheets', () => {
  expect([...toyParts.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ])
  expect(cellsIn(toyParts.get('xl/worksheets/sheet1.xml')!).slice(0, 3)).toEqual([
    'document|title|id|annotator|tag|quote|start|end|start_utf16|end_utf16|pieces|pieces_utf16|note|attributes|codebook|created|modified',
    'doc-crime|Crime|ann-claim|Ada|Claim|Crime … fell 12% in May|2|37|3|38|2..7; 22..37|3..8; 23..38|may be seasonal|1|2026-01-05T09:00:01.000Z|2026-01-05T09:00:01.000Z',
    'doc-crime|Crime|ann-source|Ada|Source|police|9|15|10|16|9..15|10..16|1|2026-01-05T09:00:01.000Z|2026-01-05T09:00:01.000Z',
  ])
  expect(cellsIn(toyParts.get('xl/worksheets/sheet2.xml')!).slice(0, 2)).toEqual([
    'document|title|id|annotator|tag|from|from_quote|to|to_quote|note|created|modified',
    'doc-crime|Crime|link-1|Ada|attributed to|ann-claim|Crime … fell 12% in May|ann-source|police|2026-01-05T09:00:02.000Z|2026-01-05T09:00:02.000Z',
  ])
  expect(toyParts.get('xl/worksheets/sheet1.xml')).toContain(
    '<c r="E2" t="inlineStr"><is><t xml:space="preserve">Claim</t></is></c>',
  )
})

test('the toy text comes back, with places by sheet and row', () => {
  const sets = writtenAndRead(xlsx, exportedOf(toy))
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(sets.documents).toMatchObject([
    {
      id: 'doc-crime',
      name: 'Crime',
      annotations: [
        { id: 'ann-claim', tag: 'Claim', codebook: 1, place: 'Annotations row 2' },
        { id: 'ann-source' },
        { id: 'ann-figure', attributes: { unit: '%', value: 12 } },
      ],
      links: [{ id: 'link-1', place: 'Links row 2' }, { id: 'link-2' }],
    },
  ])
  const { places } = placeAll(sets.documents[0]!, { text, crlf: false, same: true })
  expect(places.map(({ how }) => how)).toEqual(['exact', 'exact', 'exact'])
})

test('what the workbook holds is read back', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(xlsx, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test.each([
  '=SUM(A1)',
  "'=x",
  '<b>&amp;</b>',
  ' blank \n\tline ',
  'a\r\nb\rc',
  'bell \u0007, \u0000 and \uFFFE',
  'half \ud83d of a pair',
  'looks like _x0041_ or _x005F_',
  'cafe\u0301 📉',
])('a cell holds %j as it is', (note) => {
  const { documents } = writtenAndRead(xlsx, noted(note))
  expect(documents[0]!.annotations[0]!.note).toBe(note)
})

test('what a cell cannot hold is cut, which it says and the reader tells', () => {
  const note = `${'x'.repeat(32_767 - CUT.length - 1)}📉${'y'.repeat(100)}`
  const xml = partsOf(xlsx.write(noted(note))).get('xl/worksheets/sheet1.xml')!
  const cells = [...xml.matchAll(/<t [^>]*>([^<]*)</g)].map(([, words]) => words!)
  expect(Math.max(...cells.map(({ length }) => length))).toBe(32_766)
  const { documents, problems } = writtenAndRead(xlsx, noted(note))
  expect(documents[0]!.annotations[0]!.note).toBe('x'.repeat(32_767 - CUT.length - 1))
  expect(problems).toEqual([
    {
      place: 'Annotations row 2',
      message: 'Its note was cut, because a cell of a spreadsheet could not hold it.',
    },
  ])
})

test('it is read as Excel saves it: shared strings, runs, pronunciation, gaps, prefixes', () => {
  const strings = [
    'tag',
    'quote',
    'Source',
    '<r><t>po</t></r><r><rPr><b/></rPr><t>lice</t></r>',
    'id',
    'start',
    'end',
  ]
  const parts = new Map([
    ...toyParts,
    [
      'xl/sharedStrings.xml',
      `<sst>${strings.map((words) => `<si>${words.startsWith('<') ? words : `<t>${words}</t><rPh sb="0" eb="1"><t>x</t></rPh>`}</si>`).join('')}</sst>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      '<x:worksheet xmlns:x="m"><x:sheetData>' +
        '<x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="s"><x:v>1</x:v></x:c><x:c r="E3" t="s"><x:v>4</x:v></x:c><x:c r="F3" t="s"><x:v>5</x:v></x:c><x:c t="s"><x:v>6</x:v></x:c></x:row>' +
        '<x:row r="5"><x:c r="B5" s="1" t="s"><x:v>2</x:v></x:c><x:c r="C5" t="s"><x:v>3</x:v></x:c><x:c r="E5" t="str"><x:f>1+1</x:f><x:v>s1</x:v></x:c><x:c r="F5"><x:v>9</x:v></x:c><x:c><x:v>15</x:v></x:c></x:row>' +
        '</x:sheetData></x:worksheet>',
    ],
    ['xl/worksheets/sheet2.xml', '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>'],
  ])
  const { documents, problems, remarks } = readWith(xlsx, workbookOf(parts))
  expect(documents).toMatchObject([
    {
      annotations: [
        {
          id: 's1',
          tag: 'Source',
          place: 'Annotations row 5',
          pieces: [{ start: 9, end: 15, exact: 'police' }],
        },
      ],
    },
  ])
  expect(problems).toEqual([])
  expect(remarks).toEqual([
    '“Links” was passed over: its first row does not name the columns of annotations or links.',
  ])
})

test.each<[string, ReturnType<typeof setFile>, string]>([
  ['no archive', setFile('a.xlsx', 'PK\u0003\u0004 and more'), 'archive'],
  ['no workbook', workbookOf(new Map([['a.txt', 'a']])), 'no workbook'],
  ['another table', withSheet('<row><c t="str"><v>name</v></c></row>'), ''],
  [
    'a document type',
    withPart('xl/workbook.xml', '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>'),
    'line 1, column 30: it has a DOCTYPE, which is not read for safety',
  ],
  ['too deep', withPart('xl/workbook.xml', '<a>'.repeat(100_000)), 'more than 64 elements are nested'],
  ['cut off', withPart('xl/workbook.xml', '<workbook><sheets>'), 'line 1, column 18: unclosed tag: sheets'],
])('a file that is %s ends with a sentence', (_, file, words) => {
  const outcome = xlsx.reader!.read([file])
  if (words !== '') expect(outcome.ok ? '' : outcome.refusal.message).toContain(words)
  if (!outcome.ok) expect(outcome.refusal.message).toMatch(/\.$/)
})

test('a sheet that cannot be read is a problem, and the other is read', () => {
  const { problems } = readWith(xlsx, withPart('xl/worksheets/sheet2.xml', '<worksheet><row>'))
  expect(problems).toMatchObject([{ place: 'Links' }])
})

const HEADER = '<row><c t="str"><v>tag</v></c><c t="str"><v>quote</v></c></row>'
test.each<[string, string]>([
  ['far rows', `${HEADER}${'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'.repeat(20_000)}`],
  ['odd addresses', `${HEADER}<row r="-1"><c r="ZZZZ1"><v>1</v></c><c r="__proto__"/></row><row r="1e999"/>`],
  [
    'odd strings',
    `${HEADER}<row><c t="s"><v>1e9</v></c><c t="s"><v>x</v></c><c t="__proto__"><v>x</v></c></row>`,
  ],
  [
    'a long cell',
    `${HEADER}<row><c t="str"><v>a</v></c><c t="str"><v>${'x'.repeat(1_000_000)}</v></c></row>`,
  ],
  ['many rows', HEADER + '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>'.repeat(20_000)],
])('a workbook with %s is read at once', (_, rows) => {
  const file = withSheet(rows)
  const began = performance.now()
  xlsx.reader!.read([file])
  expect(performance.now() - began).toBeLessThan(3000)
})

test('damaged files are survived', () => {
  const file = setFile('a.xlsx', xlsx.write(exportedOf(toy)))
  expect(xlsx.reader!.recognises(file)).toBe(true)
  survivesDamage(xlsx, [file], 150)
})
