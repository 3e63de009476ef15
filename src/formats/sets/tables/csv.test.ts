import * as fc from 'fast-check'
import { parse } from 'papaparse'
import { expect, test } from 'vitest'
import { newsCodebook } from '../../../core/codebook/news'
import { anyDocument } from '../../../testing/annotated'
import { ada, annotationOf, articleOf, ben, setBy } from '../../../testing/records'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { csv, csvColumns, unguard } from './csv'
import { inOrder } from '../order'

const written = (exported: Exported): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.write(exported))

/** The rows as a program reads them, guards taken off. */
function rowsOf(exported: Exported): Record<string, string>[] {
  const { data, errors } = parse<Record<string, string>>(written(exported).replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, unguard(cell)])))
}

test('the toy text is a table: mentions first, then links', () => {
  const lines = written(exportedOf(toy)).split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFrow,document,title,id,annotator,tag,quote,start,end,start_utf16,end_utf16,pieces,pieces_utf16,' +
      'from,from_quote,to,to_quote,note,attributes,codebook,created,modified',
  )
  expect(lines.slice(1).map((line) => line.replaceAll('2026-01-05T09:00:0', 'T'))).toEqual([
    'annotation,doc-crime,Crime,ann-claim,Ada,Claim,Crime … fell 12% in May,2,37,3,38,2..7; 22..37,3..8; 23..38,,,,,may be seasonal,,1,T1.000Z,T1.000Z',
    'annotation,doc-crime,Crime,ann-source,Ada,Source,police,9,15,10,16,9..15,10..16,,,,,,,1,T1.000Z,T1.000Z',
    'annotation,doc-crime,Crime,ann-figure,Ada,Figure,12%,27,30,28,31,27..30,28..31,,,,,,"{""unit"":""%"",""value"":12}",1,T1.000Z,T1.000Z',
    'link,doc-crime,Crime,link-1,Ada,attributed to,,,,,,,,ann-claim,Crime … fell 12% in May,ann-source,police,,,,T2.000Z,T2.000Z',
    'link,doc-crime,Crime,link-2,Ada,quantified by,,,,,,,,ann-claim,Crime … fell 12% in May,ann-figure,12%,,,,T2.000Z,T2.000Z',
    '',
  ])
})

const nameOf = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((known) => known.id === id)!.name

/** The words of the ranges that a cell lists, as a quote joins them. */
function slices(cell: string, slice: (start: number, end: number) => string): string {
  const ranges = [...cell.matchAll(/(\d+)\.\.(\d+)/g)]
  expect(ranges.map(([range]) => range).join('; ')).toBe(cell)
  return ranges.map(([, start, end]) => slice(Number(start), Number(end))).join(' … ')
}

test('what is written is read back: every record, in order, with its words and places', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (one, other) => {
      const rows = rowsOf(exportedOf(one, other))
      const documents = [one, other].map(({ article, records }) => ({ article, ...inOrder(records) }))
      const names = new Map([ada, ben].map((person) => [setBy(person).id, person.name]))
      const expected = [
        ...documents.flatMap(({ article, annotations }) =>
          annotations.map((annotation) => ({
            row: 'annotation',
            document: article.id,
            id: annotation.id,
            annotator: names.get(annotation.set),
            tag: nameOf(newsCodebook.tags, annotation.tag),
            note: annotation.note,
            attributes:
              Object.keys(annotation.attributes).length > 0 ? JSON.stringify(annotation.attributes) : '',
          })),
        ),
        ...documents.flatMap(({ article, links }) =>
          links.map((link) => ({
            row: 'link',
            document: article.id,
            id: link.id,
            tag: nameOf(newsCodebook.links, link.type),
            from: link.from,
            to: link.to,
            note: link.note,
          })),
        ),
      ]
      expect(rows).toMatchObject(expected)
      expect(rows.length).toBe(expected.length)
      for (const row of rows.filter(({ row: kind }) => kind === 'annotation')) {
        const { text } = documents.find(({ article }) => article.id === row['document'])!.article
        expect(slices(row['pieces_utf16']!, (start, end) => text.slice(start, end))).toBe(row['quote'])
        const characters = Array.from(text)
        expect(slices(row['pieces']!, (start, end) => characters.slice(start, end).join(''))).toBe(
          row['quote'],
        )
      }
    }),
  )
})

test.each(['=SUM(A1)', '+1', '-5 percent', '@here', '\tx', '\rx', '＝x', "'=x", "''=x"])(
  'no spreadsheet takes %j for a formula, and it is read back as it was',
  (note) => {
    const text = 'the cat'
    const record = annotationOf('a', 'claim', text, [{ start: 4, end: 7 }], { note })
    const records = {
      sets: [setBy(ada)],
      annotations: [record],
      links: [],
      comments: [],
      verdicts: [],
      answers: [],
    }
    const exported = exportedOf({ article: articleOf('d', text), records })
    const raw = parse<Record<string, string>>(written(exported), { header: true }).data[0]!
    expect(raw['note']).toBe(`'${note}`)
    expect(rowsOf(exported)[0]).toMatchObject({ note })
  },
)

test.each(['“no”', '1 = 1', "'tis", "'", ''])('%j needs no guard', (cell) => {
  expect(unguard(cell)).toBe(cell)
})

test('every column is explained', () => {
  for (const [column, meaning] of Object.entries(csvColumns)) expect(meaning, column).toMatch(/\w{2}/)
})
