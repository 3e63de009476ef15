import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { placeAll } from '../placing'
import { w3c } from './w3c'

const { text } = toy.article
const read = (value: unknown, name = 'a.json') => readWith(w3c, setFile(name, JSON.stringify(value)))
const quote = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
})
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })
const tagged = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
const onPolice = { source: 'https://example.org/crime', selector: [quote('police'), position(9, 15)] }
const annotation = (more: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:1',
  type: 'Annotation',
  body: tagged('Source'),
  target: onPolice,
  ...more,
})
const linking = (body: unknown, target: unknown) => ({
  id: 'urn:uuid:link',
  type: 'Annotation',
  motivation: 'linking',
  body,
  target,
})
const placesIn = (sets: ReturnType<typeof read>) =>
  sets.documents.flatMap((document) =>
    placeAll(document, { text, crlf: false, same: true }).places.map((place) =>
      place.how === 'lost'
        ? place.why
        : [place.how, ...place.ranges.map(({ start, end }) => text.slice(start, end))],
    ),
  )

test.each(['code-points', 'utf-16'])('the toy text comes back, counted in %s', (offsets) => {
  const sets = writtenAndRead(w3c, exportedOf(toy), { offsets })
  expect(sets.problems).toEqual([])
  expect(sets.remarks).toEqual([])
  expect(sets.documents).toMatchObject([
    {
      id: 'doc-crime',
      name: 'Crime',
      ids: 'kept',
      units: offsets === 'utf-16' ? ['utf-16', 'code-points'] : ['code-points', 'utf-16'],
      annotators: [{ id: 'person-ada', name: 'Ada' }],
      annotations: [
        {
          id: 'ann-claim',
          tag: 'claim',
          note: 'may be seasonal',
          annotator: 'person-ada',
          created: '2026-01-05T09:00:01.000Z',
          place: 'first.items[0]',
        },
        { id: 'ann-source', tag: 'source' },
        { id: 'ann-figure', tag: 'figure', attributes: { unit: '%', value: 12 } },
      ],
      links: [
        { id: 'link-1', type: 'attributed to', from: 'ann-claim', to: 'ann-source' },
        { id: 'link-2', type: 'quantified by', from: 'ann-claim', to: 'ann-figure' },
      ],
    },
  ])
  expect(placesIn(sets)).toEqual([
    ['exact', 'Crime', 'fell 12% in May'],
    ['exact', 'police'],
    ['exact', '12%'],
  ])
})

test.each(['code-points', 'utf-16'])('what the format holds is read back: %s', (offsets) => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(w3c, exportedOf(a, b), { offsets })).toEqual([])
      const byConvention = { ...w3c, capabilities: { ...w3c.capabilities, pieces: true, attributes: true } }
      expect(lostOnTheWay(byConvention, exportedOf(a, b), { offsets })).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('records of two documents that have the same id are told apart', () => {
  const other = { ...toy, article: { ...toy.article, id: 'doc-2' } }
  const content = new TextDecoder().decode(w3c.write(exportedOf(toy, other)))
  expect(content).toContain('"urn:assay:annotation:doc-2:ann-claim"')
  expect(lostOnTheWay(w3c, exportedOf(toy, other))).toEqual([])
})

const written = (offsets: string) => new TextDecoder().decode(w3c.write(exportedOf(toy), { offsets }))

test('only a collection that departs from the Recommendation says how it counts', () => {
  expect(written('utf-16')).toContain('"urn:assay:offsets": "utf-16"')
  expect(written('code-points')).not.toContain('urn:assay:offsets')
})

test.each<[string, unknown]>([
  ['one annotation', annotation()],
  ['an array', [annotation()]],
  ['a page', { type: 'AnnotationPage', items: [annotation()] }],
  [
    'a collection',
    { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [annotation()] } },
  ],
  ['a graph', { '@graph': [annotation({ '@type': 'oa:Annotation', type: undefined })] }],
  [
    'an answer of Hypothesis',
    { total: 1, rows: [annotation({ type: undefined, body: undefined, tags: ['Source'] })] },
  ],
])('%s is recognised and read', (_, value) => {
  const file = setFile('a.json', JSON.stringify(value))
  expect(w3c.reader!.recognises(file)).toBe(true)
  const sets = readWith(w3c, file)
  expect(sets).toMatchObject({ problems: [], documents: [{ annotations: [{ tag: 'Source' }] }] })
  expect(placesIn(sets)).toEqual([['exact', 'police']])
})

test.each<[string, string]>([
  ['Assay JSON', '{"format": "assay", "version": 1, "documents": []}'],
  ['doccano', '{"id": 1, "text": "a", "label": [[0, 1, "X"]]}'],
  ['UIMA', '{"%TYPES": {}, "%FEATURE_STRUCTURES": []}'],
  ['Label Studio', '[{"id": 1, "data": {"text": "a"}, "annotations": [{"result": []}]}]'],
  ['no JSON', 'target: selector'],
  ['broken JSON', '{"target": '],
])('%s is not taken for it', (_, content) => {
  expect(w3c.reader!.recognises(setFile('a.json', content))).toBe(false)
})

test('pages follow one another, and one that is elsewhere is named', () => {
  const second = {
    type: 'AnnotationPage',
    items: [annotation({ id: 'b' })],
    next: 'https://example.org/page3',
  }
  const { documents, problems } = read({
    type: ['AnnotationCollection'],
    first: { items: [annotation({ id: 'a' })], next: second },
  })
  expect(documents[0]!.annotations.map(({ id, place }) => [id, place])).toEqual([
    ['a', 'first.items[0]'],
    ['b', 'page 2.items[0]'],
  ])
  expect(problems).toMatchObject([{ place: 'page 3' }])
})

test('what Hypothesis writes is read: tags, text, user, and answers as comments', () => {
  const row = {
    id: 'hyp1',
    created: '2026-01-05T10:00:00.123456+01:00',
    updated: '2026-01-05T10:00:00',
    user: 'acct:ana@hypothes.is',
    uri: 'https://example.org/crime',
    text: 'who exactly?',
    tags: ['Source', 'check'],
    document: { title: ['Crime falls'] },
    target: [
      {
        source: 'https://example.org/crime',
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            startOffset: 3,
            endContainer: '/p[1]',
            endOffset: 9,
          },
          position(10, 16),
          quote('police', '📉 Crime, ', ' said'),
        ],
      },
    ],
  }
  const answer = {
    ...row,
    id: 'hyp2',
    text: 'the city’s',
    tags: [],
    references: ['hyp1'],
    target: [{ source: row.uri }],
  }
  const again = { ...answer, id: 'hyp3', text: 'thanks', references: ['hyp1', 'hyp2'] }
  const page = { ...answer, id: 'hyp4', references: [] }
  const sets = read({ total: 4, rows: [answer, row, again, page] })
  expect(sets.documents).toMatchObject([
    {
      name: 'Crime falls',
      annotators: [{ id: 'acct:ana@hypothes.is', name: 'ana' }],
      annotations: [
        {
          id: 'hyp1',
          tag: 'Source',
          note: 'who exactly?',
          created: '2026-01-05T09:00:00.123Z',
          modified: '2026-01-05T10:00:00.000Z',
        },
        { id: 'hyp1#2', tag: 'check' },
      ],
      comments: [
        { id: 'hyp2', on: 'hyp1', words: 'the city’s', author: { name: 'ana' } },
        { id: 'hyp3', on: 'hyp1', words: 'thanks' },
      ],
    },
  ])
  expect(sets.problems).toEqual([
    { place: 'rows[3]', message: 'It is on a whole document, not on words of it.' },
  ])
  expect(sets.remarks).toEqual(['1 annotation has several tags and became one annotation for each.'])
  expect(placesIn(sets)).toEqual([
    ['exact', 'police'],
    ['exact', 'police'],
  ])
})

const native = (id: string, value: string, ...selector: object[]) => ({
  id,
  bodies: [{ id: 'b', annotation: id, purpose: 'tagging', value }],
  target: { annotation: id, selector, creator: { id: 'u1', name: 'Ana' }, created: '2026-01-05T09:00:00Z' },
})

test('what Recogito keeps is read: bodies, selectors without a type, relations with two targets', () => {
  const sets = read(
    [
      native(
        '#1',
        'Claim',
        { quote: 'fell 12% in May', start: 23, end: 38 },
        { quote: 'Crime', start: 3, end: 8 },
      ),
      native('#2', 'Source', { quote: 'police', start: 10, end: 16 }),
      linking([tagged('attributed to')], [{ id: '#1' }, { id: '#2' }]),
    ],
    'crime.json',
  )
  expect(sets.problems).toEqual([])
  expect(sets.documents).toMatchObject([
    {
      name: 'crime',
      ids: 'kept',
      annotators: [{ id: 'u1', name: 'Ana' }],
      links: [{ type: 'attributed to', from: '#1', to: '#2' }],
    },
  ])
  expect(placesIn(sets)).toEqual([
    ['exact', 'Crime', 'fell 12% in May'],
    ['exact', 'police'],
  ])
})

test.each<[string, unknown, unknown[]]>([
  ['a quote alone', quote('police'), ['moved', 'police']],
  ['a position alone', position(9, 15), ['exact', 'police']],
  [
    'alternatives',
    [{ type: 'CssSelector', value: 'p' }, position(9, 15), quote('police')],
    ['exact', 'police'],
  ],
  ['UTF-16 units, as the quote tells', [position(10, 16), quote('police')], ['exact', 'police']],
  ['a fragment', { type: 'FragmentSelector', value: 'char=9,15' }, ['exact', 'police']],
  [
    'a refined element',
    { type: 'XPathSelector', value: '/p', refinedBy: quote('police') },
    ['moved', 'police'],
  ],
  ['a refined quote', { ...quote('police said'), refinedBy: position(0, 2) }, ['moved', 'police said']],
])('a place is told by %s', (_, selector, expected) => {
  const sets = read(annotation({ target: { source: 'x', selector } }))
  expect(placesIn(sets)).toEqual([expected])
})

test('several targets of others are one annotation each, of documents of their own', () => {
  const other = { source: 'https://example.org/other', selector: quote('12%') }
  const { documents, remarks } = read(
    annotation({ target: [onPolice, { ...onPolice, selector: quote('12%') }, other] }),
  )
  expect(documents.map(({ name, annotations }) => [name, annotations.map(({ id }) => id)])).toEqual([
    ['crime', ['urn:uuid:1', 'urn:uuid:1#2']],
    ['other', ['urn:uuid:1#3']],
  ])
  expect(remarks).toEqual(['1 annotation has several targets and became one annotation for each.'])
})

test.each<[string, object, object]>([
  [
    'a body without a purpose tags where the motivation does',
    { motivation: 'tagging', body: { value: 'Claim' } },
    { tag: 'Claim' },
  ],
  [
    'a body that is an address tags by its end',
    { body: { source: 'https://example.org/tags#claim', purpose: 'classifying' } },
    { tag: 'claim' },
  ],
  ['plain words are a note', { bodyValue: 'hm', body: undefined }, { tag: 'commenting', note: 'hm' }],
  [
    'two notes are one',
    { body: [tagged('Claim'), { value: 'a' }, { value: 'b', purpose: 'describing' }] },
    { tag: 'Claim', note: 'a\n\nb' },
  ],
  [
    'a creator may be an address',
    { creator: 'https://example.org/ana' },
    { annotator: 'https://example.org/ana' },
  ],
])('%s', (_, more, expected) => {
  expect(read(annotation(more)).documents[0]!.annotations).toMatchObject([expected])
})

test('what hangs in the air is a problem with its place', () => {
  const { documents, problems, remarks } = read([
    annotation(),
    { type: 'Annotation' },
    null,
    annotation({ id: 'b', target: { source: 'x', selector: { type: 'SvgSelector', value: '<svg/>' } } }),
    annotation({ id: 'c', target: { ...onPolice, selector: [position(15, 9), quote('police')] } }),
    linking({ id: 'urn:uuid:9' }, 'urn:uuid:1'),
    { ...linking('urn:uuid:1', 'urn:uuid:8'), id: 'd' },
    { ...linking([], 'urn:uuid:1'), id: 'e' },
    { ...linking('urn:uuid:7', 'urn:uuid:8'), id: 'f' },
    annotation(),
  ])
  expect(documents.map(({ annotations }) => annotations.map(({ id }) => id))).toEqual([['urn:uuid:1', 'c']])
  expect(remarks).toEqual(['1 annotation has a position that is no range; its words alone are used.'])
  expect(problems.toSorted((a, b) => a.place.localeCompare(b.place))).toEqual([
    { place: '[1]', message: 'It is no Web Annotation: it has no target.' },
    { place: '[2]', message: 'It is no Web Annotation: it has no target.' },
    { place: '[3]', message: 'A target of it selects nothing by words or by position.' },
    { place: '[5]', message: 'It links “urn:uuid:9”, which could not be read.' },
    { place: '[6]', message: 'It links “urn:uuid:8”, which could not be read.' },
    { place: '[7]', message: 'It is a link, and only one of its ends is named.' },
    { place: '[8]', message: 'It links “urn:uuid:8”, which is no annotation in the file.' },
    { place: '[9]', message: 'Its id “urn:uuid:1” is that of another record.' },
  ])
})

test('several files are read together, each place with its file', () => {
  const files = [
    setFile('a.json', `\uFEFF${JSON.stringify(annotation()).replaceAll(',', ',\r\n')}`),
    setFile(
      'b.json',
      JSON.stringify([linking('urn:uuid:1', 'urn:uuid:2'), annotation({ id: 'urn:uuid:2' })]),
    ),
    setFile('c.json', '{'),
  ]
  const { documents, problems } = readWith(w3c, ...files)
  expect(documents).toMatchObject([
    { links: [{ from: 'urn:uuid:2', to: 'urn:uuid:1', place: 'b.json [0]' }] },
  ])
  expect(problems).toMatchObject([{ place: 'c.json' }])
})

test('damaged files are survived', () => {
  survivesDamage(w3c, [setFile('a.json', w3c.write(exportedOf(toy)))], 150)
  survivesDamage(w3c, [setFile('a.json', JSON.stringify([annotation(), linking('urn:uuid:1', ['x'])]))], 150)
})

test.each<[string, string]>([
  ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [
    'deep pages',
    `{"type":"AnnotationCollection","first":${'{"items":[],"next":'.repeat(50_000)}0${'}'.repeat(50_001)}`,
  ],
  ['deep refinement', `[{"target":{"selector":${'{"refinedBy":'.repeat(50_000)}0${'}'.repeat(50_000)}}}]`],
  ['long', JSON.stringify([annotation({ id: 'x'.repeat(1_000_000), creator: 'y'.repeat(1_000_000) })])],
  [
    'of prototypes',
    '[{"__proto__":{"target":{}},"id":"__proto__","target":{"source":"constructor","selector":{"exact":"__proto__"}}}]',
  ],
  [
    'of odd numbers',
    '[{"target":{"selector":{"start":1e999,"end":-1}}},{"target":{"selector":{"start":0.5,"end":1e21}}}]',
  ],
  [
    'of bad urns',
    '[{"id":"urn:assay:annotation:%","body":{"source":"urn:assay:attribute:a:%7B"},"target":{"source":"urn:assay:document:%","selector":{"quote":"a"}}}]',
  ],
])('a file that is %s ends with a sentence or with records, at once', (_, content) => {
  const file = setFile('a.json', content)
  w3c.reader!.recognises(file)
  const began = performance.now()
  const outcome = w3c.reader!.read([file])
  if (!outcome.ok) expect(outcome.refusal.message).toMatch(/\.$/)
  else expect(outcome.value.documents.length).toBeLessThanOrEqual(1)
  expect(performance.now() - began).toBeLessThan(2000)
})

test('many annotations are read in time that grows with their number', () => {
  const many = Array.from({ length: 5000 }, (_, k) => annotation({ id: `a${k}`, body: tagged(`t${k % 7}`) }))
  const content = JSON.stringify(many)
  const began = performance.now()
  expect(readWith(w3c, setFile('a.json', content)).documents[0]!.annotations).toHaveLength(5000)
  expect(performance.now() - began).toBeLessThan(2000)
})
