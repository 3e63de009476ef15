import * as fc from 'fast-check'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { ada, annotationOf, articleOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { csv } from './csv'
import { placeAll } from '../placing'
import { CUT } from './table'

const { text } = toy.article
const written = new TextDecoder().decode(csv.write(exportedOf(toy)))
const read = (content: string, name = 'a.csv') => readWith(csv, setFile(name, content))
const tableOf = (...rows: string[][]) => papaparse.unparse(rows)
const placesIn = (sets: ReturnType<typeof read>) =>
  sets.documents.flatMap((document) =>
    placeAll(document, { text, crlf: false, same: true }).places.map((place) =>
      place.how === 'lost'
        ? place.why
        : [place.how, ...place.ranges.map(({ start, end }) => text.slice(start, end))].join('|'),
    ),
  )
const PLACES = ['exact|Crime|fell 12% in May', 'exact|police', 'exact|12%']

test('the toy text comes back', () => {
  const sets = writtenAndRead(csv, exportedOf(toy))
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(sets.documents).toMatchObject([
    {
      id: 'doc-crime',
      name: 'Crime',
      units: ['code-points'],
      ids: 'kept',
      annotators: [{ id: 'Ada', name: 'Ada' }],
      annotations: [
        {
          id: 'ann-claim',
          tag: 'Claim',
          note: 'may be seasonal',
          annotator: 'Ada',
          codebook: 1,
          created: '2026-01-05T09:00:01.000Z',
          place: 'export.csv row 2',
          pieces: [
            { start: 2, end: 7, exact: 'Crime' },
            { start: 22, end: 37, exact: 'fell 12% in May' },
          ],
        },
        { id: 'ann-source', tag: 'Source' },
        { id: 'ann-figure', tag: 'Figure', attributes: { unit: '%', value: 12 } },
      ],
      links: [
        {
          id: 'link-1',
          type: 'attributed to',
          from: 'ann-claim',
          to: 'ann-source',
          place: 'export.csv row 5',
        },
        { id: 'link-2', type: 'quantified by', from: 'ann-claim', to: 'ann-figure' },
      ],
    },
  ])
  expect(placesIn(sets)).toEqual(PLACES)
})

test('what the table holds is read back', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(csv, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

const rows = papaparse.parse<string[]>(written.replace(/^\uFEFF/, '').trimEnd()).data
const saved = (delimiter: string, newline = '\r\n') => papaparse.unparse(rows, { delimiter, newline })
const utf16 = (content: string) => {
  const units = Uint16Array.from(`\uFEFF${content}`, (unit) => unit.charCodeAt(0))
  return new Uint8Array(units.buffer)
}

test.each<[string, string | Uint8Array]>([
  ['without the mark', saved(',')],
  ['with semicolons', saved(';')],
  ['with semicolons, as Excel says it', `sep=;\r\n${saved(';')}`],
  ['with tabs', saved('\t')],
  ['with tabs, in UTF-16', utf16(saved('\t'))],
  ['with LF', `\uFEFF${saved(',', '\n')}\n`],
  ['with every cell quoted', papaparse.unparse(rows, { quotes: true })],
  ['after empty lines', `\r\n${saved(',')}\r\n,,,,\r\n`],
  ['with columns turned round', papaparse.unparse(rows.map((row) => row.toReversed()))],
  ['with titles in capitals', written.replace(/^.*/, (header) => header.toUpperCase())],
])('it is recognised and read as others save it: %s', (_, content) => {
  const file = setFile('a.csv', content)
  expect(csv.reader!.recognises(file)).toBe(true)
  const sets = readWith(csv, file)
  expect(sets).toMatchObject({ problems: [], remarks: [], documents: [{ links: [{}, {}] }] })
  expect(placesIn(sets)).toEqual(PLACES)
})

test.each<[string, string[], string[]]>([
  ['quotes', ['tag', 'quote', 'note'], ['moved|police', 'moved|12%']],
  [
    'extents',
    ['tag', 'start', 'end'],
    ['exact|Crime, police said, fell 12% in May', 'exact|police', 'exact|12%'],
  ],
  ['extents and quotes', ['tag', 'quote', 'start', 'end'], PLACES],
  ['UTF-16 units', ['tag', 'start_utf16', 'end_utf16', 'quote'], PLACES],
  ['pieces', ['pieces', 'tag', 'annotator'], PLACES],
])('columns may be missing: %s are enough', (_, wanted, expected) => {
  const [header = [], ...lines] = rows
  const kept = wanted.map((column) => header.indexOf(column))
  const annotations = lines.slice(wanted.includes('note') ? 1 : 0, 3)
  const content = tableOf(wanted, ...annotations.map((row) => kept.map((k) => row[k]!)))
  expect(csv.reader!.recognises(setFile('crime.csv', content))).toBe(true)
  const sets = read(content, 'crime.csv')
  expect(sets).toMatchObject({ problems: [], documents: [{ name: 'crime', ids: 'made-up' }] })
  expect(placesIn(sets)).toEqual(expected)
})

test('rows of several documents, in any order, are told apart', () => {
  const { documents, problems } = read(
    tableOf(
      ['row', 'document', 'id', 'tag', 'quote', 'from', 'to', 'annotator'],
      ['link', 'd2', 'l', 'supports', '', 'x', 'y', ''],
      ['annotation', 'd1', 'x', 'Claim', 'a', '', '', 'Ada'],
      ['annotation', 'd2', 'x', 'Claim', 'b', '', '', 'Ben'],
      ['annotation', 'd2', 'y', 'Claim', 'c', '', '', 'Ada'],
      ['link', '', 'm', 'supports', '', 'y', 'x', ''],
    ),
  )
  expect(problems).toEqual([])
  expect(documents).toMatchObject([
    { id: 'd1', name: 'd1', annotations: [{ id: 'x' }], links: [] },
    {
      id: 'd2',
      annotators: [{ name: 'Ben' }, { name: 'Ada' }],
      annotations: [{ id: 'x' }, { id: 'y' }],
      links: [{ id: 'l' }, { id: 'm' }],
    },
  ])
})

test('guards come off, and what only looks like one stays', () => {
  const notes = ['=SUM(A1)', "'=x", "'tis", '-5 %', '＝x', 'a,b;"c"\r\nd', '\tx']
  const annotations = notes.map((note, k) =>
    annotationOf(`a${k}`, 'claim', 'the cat', [{ start: k % 6, end: 7 }], { note }),
  )
  const records = { sets: [setBy(ada)], annotations, links: [], comments: [], verdicts: [], answers: [] }
  const sets = writtenAndRead(csv, exportedOf({ article: articleOf('d', 'the cat'), records }))
  expect(new Set(sets.documents[0]!.annotations.map(({ note }) => note))).toEqual(new Set(notes))
})

test('a quote is taken apart by the lengths of its pieces, ellipses of the text among them', () => {
  const words = 'so … he said … and went 📉 on'
  const span = [
    { start: 0, end: 7 },
    { start: 15, end: 28 },
  ]
  const records = {
    sets: [setBy(ada)],
    annotations: [annotationOf('a', 'claim', words, span)],
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  }
  const sets = writtenAndRead(csv, exportedOf({ article: articleOf('d', words), records }))
  expect(sets.documents[0]!.annotations[0]!.pieces.map(({ exact }) => exact)).toEqual([
    'so … he',
    'and went 📉 o',
  ])
})

test('a row that is wrong is named with its place, and the others are read', () => {
  const { documents, problems, remarks } = read(
    tableOf(
      ['row', 'id', 'tag', 'quote', 'pieces', 'from', 'to', 'attributes', 'note', 'Colour'],
      ['annotation', 'a', 'Claim', 'Crime', '2..7', '', '', '[1]', '', 'red'],
      ['annotation', 'b', '', 'Crime', '2..7', '', '', '', '', ''],
      ['annotation', 'c', 'Claim', '', '', '', '', '', '', ''],
      ['annotation', 'd', 'Claim', '', '7..2', '', '', '', '', ''],
      ['annotation', 'e', 'Claim', 'police', '9-15', '', '', '{"a":1,"b":[],"__proto__":2}', '', ''],
      ['annotation', 'a', 'Claim', 'x', '', '', '', '', '', ''],
      ['event', 'f', 'Claim', 'x', '', '', '', '', '', ''],
      ['link', 'g', 'supports', '', '', 'a', '', '', '', ''],
      ['link', 'h', 'supports', '', '', 'a', 'z', '', '', ''],
      ['annotation', 'i', 'Claim', `cut${CUT}`, '9..15', '', '', '', `long${CUT}`, ''],
      ['annotation', 'j', 'Claim', 'x', '', '', '', '', '', '', 'more'],
    ),
  )
  const { annotations, links } = documents[0]!
  expect(annotations.map(({ id }) => id)).toEqual(['a', 'e', 'i', 'j'])
  expect(annotations[1]!.pieces).toEqual([{ exact: 'police' }])
  expect(annotations[1]!.attributes).toEqual(JSON.parse('{"a":1,"__proto__":2}'))
  expect(annotations[2]).toMatchObject({ note: 'long', pieces: [{ start: 9, end: 15 }] })
  expect(annotations[2]!.pieces[0]).not.toHaveProperty('exact')
  expect(links).toEqual([])
  expect(problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
    'a.csv row 12: It has more cells than the table has columns; those beyond were passed over.',
    'a.csv row 2: Its attributes are no JSON object and were left out.',
    'a.csv row 3: It has no tag.',
    'a.csv row 4: It has neither words nor a place.',
    'a.csv row 5: A place of it is no range such as “2..7”; what else it says was used.',
    'a.csv row 5: It has neither words nor a place.',
    'a.csv row 6: A place of it is no range such as “2..7”; what else it says was used.',
    'a.csv row 6: Its attribute “b” has no value that can be held.',
    'a.csv row 8: “event” is neither “annotation” nor “link”.',
    'a.csv row 11: Its words were cut, because a cell could not hold them; its place alone was used.',
    'a.csv row 11: Its note was cut, because a cell of a spreadsheet could not hold it.',
    'a.csv row 9: It is a link, and the id of one of its ends is missing.',
    'a.csv row 7: Its id “a” is that of another record.',
    'a.csv row 10: It links “z”, which could not be read.',
  ])
  expect(remarks).toEqual(['Columns of “a.csv” that are unknown here were passed over: “Colour”.'])
})

test.each<[string, string]>([
  ['another table', 'name,value\r\na,1\r\n'],
  ['a table with a tag', 'tag,count\r\nClaim,1\r\n'],
  ['WebAnno TSV', '#FORMAT=WebAnno TSV 3.3\n\n1-1\t0-5\tCrime\tClaim\n'],
  ['CoNLL', 'police B-Source\n'],
  ['JSON', '{"tag":1,"quote":2,"id":3}'],
  ['nothing', ''],
])('%s is not taken for it, and refused with a sentence when it is named', (_, content) => {
  const file = setFile('a.csv', content)
  expect(csv.reader!.recognises(file)).toBe(false)
  const outcome = csv.reader!.read([file])
  expect(outcome.ok ? '' : outcome.refusal.message).toMatch(/\.$/)
})

test('a quotation mark that is out of place is told', () => {
  const { problems } = read('id,tag,quote\na,Claim,police\nb,Claim,"12%\n')
  expect(problems).toEqual([
    { place: 'a.csv row 3', message: 'A quotation mark is out of place, so that its cells may be wrong.' },
  ])
})

test('damaged files are survived', () => {
  survivesDamage(csv, [setFile('a.csv', written), setFile('b.csv', saved(';'))], 300)
})

const HEADER = 'id,tag,quote,pieces,from,to,attributes\n'
test.each<[string, string]>([
  ['of quotation marks', HEADER + '"'.repeat(500_000)],
  ['of pairs of them', HEADER + '""\n'.repeat(200_000)],
  ['of quoted letters', HEADER + '"a" '.repeat(200_000)],
  ['of quoted lines', `${HEADER}${'"a"\n'.repeat(200_000)}`],
  ['long', `${HEADER}a,Claim,${'x'.repeat(1_000_000)},1..2\n`],
  ['of many cells', HEADER + ','.repeat(1_000_000)],
  ['of many columns', `tag,quote,id${',x'.repeat(300_000)}\nClaim,a,1\n`],
  ['of many pieces', `${HEADER}a,Claim,x,${'1..2;'.repeat(100_000)}1..2\n`],
  ['of deep attributes', `${HEADER}a,Claim,x,,,,${'['.repeat(100_000)}\n`],
  ['of prototypes', 'id,tag,quote,__proto__,constructor\n__proto__,constructor,a,b,c\n'],
  [
    'of odd numbers',
    'id,tag,start,end\na,Claim,1e999,NaN\nb,Claim,-1,1\nc,Claim,0.5,2\nd,Claim,1,9999999999999999\n',
  ],
  [
    'of many rows',
    `${HEADER}${Array.from({ length: 20_000 }, (_, k) => `a${k},Claim,police,9..15,,,`).join('\n')}`,
  ],
])('a file that is %s ends with a sentence or with records, at once', (_, content) => {
  const file = setFile('a.csv', content)
  const began = performance.now()
  csv.reader!.recognises(file)
  const outcome = csv.reader!.read([file])
  if (!outcome.ok) expect(outcome.refusal.message).toMatch(/\.$/)
  expect(performance.now() - began).toBeLessThan(3000)
})
