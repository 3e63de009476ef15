import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { lostOnTheWay, readWith, setFile } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import { doccano } from './doccano'
import { placeAll } from '../placing'

const { text } = toy.article
const written = (project?: string, ...documents: AnnotatedDocument[]): string =>
  new TextDecoder().decode(doccano.write(exportedOf(toy, ...documents), project ? { project } : {}))
const read = (content: string, name = 'a.jsonl') => readWith(doccano, setFile(name, content))
const line = (more: object) => JSON.stringify({ id: 7, text, ...more })
const placesIn = (sets: ReturnType<typeof read>) =>
  sets.documents.flatMap((document) =>
    placeAll(document, { text: document.text!, crlf: false, same: true }).places.map((place) =>
      place.how === 'exact'
        ? place.ranges.map(({ start, end }) => document.text!.slice(start, end)).join('|')
        : place.how,
    ),
  )

test('the toy text is written for a project with relations', () => {
  expect(written()).toBe(
    '{"id":1,"text":"📉 Crime, police said, fell 12% in May.","entities":[' +
      '{"id":1,"label":"Claim","start_offset":2,"end_offset":7},' +
      '{"id":2,"label":"Claim","start_offset":22,"end_offset":37},' +
      '{"id":3,"label":"Source","start_offset":9,"end_offset":15},' +
      '{"id":4,"label":"Figure","start_offset":27,"end_offset":30}],"relations":[' +
      '{"id":1,"from_id":1,"to_id":3,"type":"attributed to"},' +
      '{"id":2,"from_id":1,"to_id":4,"type":"quantified by"}],"Comments":[],' +
      '"document":"doc-crime","title":"Crime"}\n',
  )
})

test('and for a plain one', () => {
  expect(written('plain')).toBe(
    '{"id":1,"text":"📉 Crime, police said, fell 12% in May.","label":' +
      '[[2,7,"Claim"],[22,37,"Claim"],[9,15,"Source"],[27,30,"Figure"]],"Comments":[],' +
      '"document":"doc-crime","title":"Crime"}\n',
  )
})

test('no two entities and no two relations of a file have the same id', () => {
  const lines = written('relation', { ...toy, article: { ...toy.article, id: 'doc-2' } })
    .trimEnd()
    .split('\n')
  const all = lines.map(
    (one) => JSON.parse(one) as { entities: { id: number }[]; relations: { id: number }[] },
  )
  expect(all.flatMap(({ entities }) => entities.map(({ id }) => id))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(all.flatMap(({ relations }) => relations.map(({ id }) => id))).toEqual([1, 2, 3, 4])
})

test('the toy text comes back, one annotation a piece', () => {
  const sets = read(written())
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(sets.documents).toMatchObject([
    {
      place: 'a.jsonl line 1',
      id: 'doc-crime',
      name: 'Crime',
      text,
      ids: 'kept',
      annotations: [
        { id: '1', tag: 'Claim', place: 'a.jsonl line 1.entities[0]' },
        { id: '2', tag: 'Claim' },
        { id: '3', tag: 'Source' },
        { id: '4', tag: 'Figure' },
      ],
      links: [
        { type: 'attributed to', from: '1', to: '3' },
        { type: 'quantified by', from: '1', to: '4' },
      ],
    },
  ])
  expect(placesIn(sets)).toEqual(['Crime', 'fell 12% in May', 'police', '12%'])
})

test('what a project with relations holds is read back', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(doccano, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

const anyUnlinked = (id: string) =>
  anyDocument(id).map(({ article, records }) => ({ article, records: { ...records, links: [] } }))

test('and what a plain one holds: all but links', () => {
  fc.assert(
    fc.property(anyUnlinked('doc-1'), anyUnlinked('doc-2'), (a, b) => {
      expect(lostOnTheWay(doccano, exportedOf(a, b), { project: 'plain' })).toEqual([])
    }),
    { numRuns: 100 },
  )
})

const RELATION = `{"id": 1, "text": "📉 Crime, police said, fell 12% in May.", "entities": [{"id": 1, "label": "CLAIM", "start_offset": 22, "end_offset": 37}, {"id": 2, "label": "SOURCE", "start_offset": 9, "end_offset": 15}, {"id": 3, "label": "FIGURE", "start_offset": 27, "end_offset": 30}], "relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "attributed-to"}, {"id": 2, "from_id": 1, "to_id": 3, "type": "quantified-by"}], "Comments": []}`
const PLAIN = `{"id": 1, "text": "📉 Crime, police said, fell 12% in May.", "label": [[9, 15, "SOURCE"], [22, 37, "CLAIM"], [27, 30, "FIGURE"]], "Comments": []}`

test.each<[string, string, string[]]>([
  ['a project with relations', RELATION, ['fell 12% in May', 'police', '12%']],
  ['a plain one', PLAIN, ['police', 'fell 12% in May', '12%']],
  ['older exports', PLAIN.replace('"label"', '"labels"'), ['police', 'fell 12% in May', '12%']],
  ['an array', `[${PLAIN}]`, ['police', 'fell 12% in May', '12%']],
  ['a file with a mark and CRLF', `\uFEFF${PLAIN}\r\n\r\n`, ['police', 'fell 12% in May', '12%']],
])('what doccano exports is recognised and read: %s', (_, content, words) => {
  expect(doccano.reader!.recognises(setFile('all.jsonl', content))).toBe(true)
  const sets = read(content, 'all.jsonl')
  expect(sets).toMatchObject({ problems: [], remarks: [], documents: [{ name: 'all', text }] })
  expect(placesIn(sets)).toEqual(words)
})

test('relations are read, by ids that may be those of entities as well', () => {
  const [document] = read(RELATION).documents
  expect(document).toMatchObject({
    ids: 'kept',
    links: [
      { type: 'attributed-to', from: '1', to: '2' },
      { type: 'quantified-by', from: '1', to: '3' },
    ],
  })
  expect(read(PLAIN).documents).toMatchObject([{ ids: 'made-up', links: [] }])
})

test('several lines are several documents, CRLF within a text stays as it is', () => {
  const sets = read(
    [line({ label: [] }), JSON.stringify({ text: 'a\r\n👍 b', label: [[3, 4, 'X']] })].join('\n'),
  )
  expect(sets.documents.map(({ name, text: raw }) => [name, raw])).toEqual([
    ['a 1', text],
    ['a 2', 'a\r\n👍 b'],
  ])
  expect(sets.documents[1]!.annotations[0]!.pieces).toEqual([{ start: 3, end: 4 }])
})

test.each<[string, string]>([
  ['Prodigy', '{"text":"a","spans":[{"start":0,"end":1,"label":"X"}],"answer":"accept"}'],
  ['spaCy', '{"text":"a","entities":[[0,1,"X"]]}'],
  ['a classification', '{"text":"a","label":["good"]}'],
  ['Web Annotation', '{"type":"Annotation","target":"a","text":"b"}'],
  ['no JSON', 'text'],
  ['half a line', '{"text":"a","label":[[0,'],
  ['nothing', ''],
])('%s is not taken for it', (_, content) => {
  expect(doccano.reader!.recognises(setFile('a.jsonl', content))).toBe(false)
})

test('a record that is wrong is named with its place, and the others are read', () => {
  const { documents, problems, remarks } = read(
    [
      '{"text":',
      '{"id":1}',
      line({ label: [[0, 1, 'A'], [5, 5, 'B'], 'good', [0.5, 1, 'C'], [2, 7, 'D']], meta: {}, cats: [] }),
      line({
        entities: [
          { id: 1, label: 'A', start_offset: 2, end_offset: 7 },
          { id: 1, label: 'A', start_offset: 9, end_offset: 15 },
        ],
        relations: [{ from_id: 1, to_id: 2, type: 'x' }, {}],
        label: [[0, 1, 'A']],
        Comments: ['why?'],
      }),
      line({ label: 'good' }),
    ].join('\n'),
  )
  expect(documents.map(({ annotations }) => annotations.map(({ tag }) => tag))).toEqual([
    ['A', 'D'],
    ['A'],
    [],
  ])
  expect(problems.map(({ place }) => place)).toEqual([
    'a.jsonl line 1',
    'a.jsonl line 2.text',
    'a.jsonl line 3.label[1]',
    'a.jsonl line 3.label[2]',
    'a.jsonl line 3.label[3][0]',
    'a.jsonl line 4.Comments',
    'a.jsonl line 4.label',
    'a.jsonl line 4.relations[1].from_id',
    'a.jsonl line 4.entities[1]',
    'a.jsonl line 4.relations[0]',
    'a.jsonl line 5.label',
  ])
  for (const { message } of problems) expect(message).toMatch(/^\S.* .*\.$/)
  expect(remarks).toEqual(['What is under “meta”, “cats” says nothing of annotations and was passed over.'])
})

test('a place outside of the text is found out when it is placed', () => {
  expect(
    placesIn(
      read(
        line({
          label: [
            [30, 99, 'A'],
            [1e15, 2e15, 'B'],
          ],
        }),
      ),
    ),
  ).toEqual(['lost', 'lost'])
})

test.each(['', '\n\n', 'x', '{"text":1}', '[]', '[1,2]'])('%j is refused with a sentence', (content) => {
  const outcome = doccano.reader!.read([setFile('a.jsonl', content)])
  expect(outcome.ok ? '' : outcome.refusal.message).toMatch(/\.$/)
})

test('damaged files are survived', () => {
  survivesDamage(doccano, [setFile('a.jsonl', written()), setFile('b.jsonl', PLAIN)], 150)
})

test.each<[string, string]>([
  ['deep', line({ label: 0 }).replace(':0}', `:${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  ['long', line({ text: 'a'.repeat(1_000_000), label: [[0, 1, 'A']] })],
  ['of many spans', line({ label: Array.from({ length: 30_000 }, (_, k) => [k % 30, (k % 30) + 1, 'A']) })],
  ['of many lines', Array.from({ length: 10_000 }, () => line({ label: [[0, 1, 'A']] })).join('\n')],
  ['of many broken lines', '{"text":"a"\n'.repeat(50_000)],
  ['of prototypes', '{"text":"a","label":[[0,1,"__proto__"]],"__proto__":{"label":1},"constructor":1}'],
  ['of odd numbers', '{"text":"a","label":[[0,1e999,"A"],[-1,1,"A"],[null,1,"A"],["0",1,"A"]]}'],
])('a file that is %s ends with a sentence or with records, at once', (_, content) => {
  const file = setFile('a.jsonl', content)
  const began = performance.now()
  doccano.reader!.recognises(file)
  const outcome = doccano.reader!.read([file])
  if (!outcome.ok) expect(outcome.refusal.message).toMatch(/\.$/)
  expect(performance.now() - began).toBeLessThan(3000)
})
