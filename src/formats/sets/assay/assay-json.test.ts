import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsCodebook } from '../../../core/codebook/news'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { lostOnTheWay, readWith, setFile } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { assayFile, assaySchema } from './assay-file'
import { assayJson } from './assay-json'
import type { Exported } from '../codec'
import { inOrder } from '../order'

const published = resolve(import.meta.dirname, '../../../../resources/schemas/assay-1.schema.json')
const written = (exported: Exported): unknown =>
  JSON.parse(new TextDecoder().decode(assayJson.write(exported)))

const validate = new Ajv2020({
  // Dates are checked by the pattern beside the format.
  formats: { 'date-time': true },
  allErrors: true,
}).compile(assaySchema())

test('the toy text is written with everything', () => {
  const file = written(exportedOf(toy))
  expect(file).toMatchObject({
    format: 'assay',
    version: 1,
    exported: '2026-01-05T09:01:00.000Z',
    writer: '1.2.3',
    codebook: newsCodebook,
    documents: [
      {
        id: 'doc-crime',
        title: 'Crime',
        text: '📉 Crime, police said, fell 12% in May.',
        hash: '0'.repeat(64),
        source: { name: 'doc-crime.txt', encoding: 'utf-8' },
        sets: [{ annotator: { name: 'Ada' } }],
        annotations: [
          {
            id: 'ann-claim',
            tag: 'claim',
            note: 'may be seasonal',
            span: [
              { start: 3, end: 8 },
              { start: 23, end: 38 },
            ],
          },
          { id: 'ann-source', tag: 'source', span: [{ start: 10, end: 16, exact: 'police' }] },
          {
            id: 'ann-figure',
            tag: 'figure',
            span: [{ start: 28, end: 31 }],
            attributes: { unit: '%', value: 12 },
          },
        ],
        links: [
          { type: 'attributed-to', from: 'ann-claim', to: 'ann-source' },
          { type: 'quantified-by', from: 'ann-claim', to: 'ann-figure' },
        ],
      },
    ],
  })
})

test('what is written is read back deeply equal, and is of the published schema', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (one, other) => {
      const exported = exportedOf(one, other)
      const file = written(exported)
      expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
      const { documents, codebook, exported: at, writer } = assayFile.parse(file)
      expect({ codebook, at, version: writer }).toEqual({
        codebook: exported.codebook,
        at: exported.at,
        version: '1.2.3',
      })
      expect(
        documents.map(({ sets, annotations, links, comments, verdicts, answers, ...article }) => ({
          article,
          records: { sets, annotations, links, comments, verdicts, answers },
        })),
      ).toEqual([one, other].map(({ article, records }) => ({ article, records: inOrder(records) })))
    }),
  )
})

test('the order of the records does not matter to the file', () => {
  const { sets, annotations, links } = toy.records
  const turned = {
    ...toy,
    records: {
      sets: sets.toReversed(),
      annotations: annotations.toReversed(),
      links: links.toReversed(),
      comments: [],
      verdicts: [],
      answers: [],
    },
  }
  expect(assayJson.write(exportedOf(turned))).toEqual(assayJson.write(exportedOf(toy)))
})

test('the file is one value a line, so that two can be compared', () => {
  const lines = new TextDecoder().decode(assayJson.write(exportedOf(toy))).split('\n')
  expect(lines.at(-1)).toBe('')
  expect(lines.filter((line) => line.includes('"start"'))).toHaveLength(4)
})

test.each<[string, object]>([
  ['another format', { format: 'other' }],
  ['a later version', { version: 2 }],
  ['documents that are none', { documents: [{}] }],
  ['no time', { exported: 'yesterday' }],
])('a file with %s is refused by the definition and by the published schema', (_, wrong) => {
  const file = { ...assayFile.parse(written(exportedOf(toy))), ...wrong }
  expect([assayFile.safeParse(file).success, validate(file)]).toEqual([false, false])
})

// After a change of the definition:
//   UPDATE_SCHEMAS=1 npx vitest run --config src/vitest.config.ts src/formats/sets/assay/assay-json.test.ts
test('the published schema is that of the definition; UPDATE_SCHEMAS=1 with this test rewrites it', () => {
  const now = `${JSON.stringify(assaySchema(), null, 2)}\n`
  if (process.env['UPDATE_SCHEMAS']) {
    mkdirSync(dirname(published), { recursive: true })
    writeFileSync(published, now)
  }
  expect(readFileSync(published, 'utf8')).toBe(now)
  expect(JSON.parse(now)).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:assay:schema:assay-1',
  })
})

test('what is written comes back by the codec’s own reader', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (one, other) => {
      expect(lostOnTheWay(assayJson, exportedOf(one, other))).toEqual([])
    }),
  )
})

test('a record that is wrong is named with its place, and the others are read', () => {
  const file = written(exportedOf(toy)) as { documents: { annotations: { span: { start: unknown }[] }[] }[] }
  file.documents[0]!.annotations[1]!.span[0]!.start = 'ten'
  const { documents, problems } = readWith(assayJson, setFile('a.json', JSON.stringify(file)))
  expect(documents[0]!.annotations.map(({ id }) => id)).toEqual(['ann-claim', 'ann-figure'])
  expect(problems).toEqual([
    {
      place: 'documents[0].annotations[1].span[0].start',
      message: 'Invalid input: expected number, received string.',
    },
    { place: 'documents[0].links[0]', message: 'It links “ann-source”, which could not be read.' },
  ])
})

test.each<[string, string, string]>([
  ['cut off', '{"format": "assay", "ver', '“a.json” is no JSON: it ends before it is complete.'],
  [
    'a later version',
    '{"format": "assay", "version": 2, "codebook": {}, "documents": []}',
    'Use a newer Assay.',
  ],
  ['something else', '{"format": "assay"}', '“a.json” is no Assay JSON: version'],
])('a file that is %s is refused with a sentence', (_, content, sentence) => {
  const read = assayJson.reader!.read([setFile('a.json', content)])
  expect(read.ok ? '' : read.refusal.message).toContain(sentence)
})

test('damaged files are survived', () => {
  survivesDamage(assayJson, [setFile('a.json', assayJson.write(exportedOf(toy)))])
})
