import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints } from '../../../core/document/offsets'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { ada, annotationOf, articleOf, ben, linkOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument, Exported } from '../codec'
import type { IncomingDocument } from '../incoming'
import { placeAll } from '../placing'
import { prodigy } from './prodigy'
import { tokensOf } from './prodigy-tokens'

const written = (exported: Exported): string => new TextDecoder().decode(prodigy.write(exported))

const jsonl = (...records: unknown[]) =>
  setFile('db.jsonl', records.map((one) => `${JSON.stringify(one)}\n`).join(''))

const reading = (...records: unknown[]) => readWith(prodigy, jsonl(...records))

const text = toy.article.text

const summary = ({ annotations }: IncomingDocument): unknown[] =>
  annotations.map(({ tag, pieces }) => [tag, ...pieces.map(({ start, end }) => `${start}-${end}`)])

const places = (document: IncomingDocument): unknown[] =>
  placeAll(document, { text, crlf: false, same: true }).places.map((placed) =>
    placed.how === 'lost'
      ? placed.why
      : [placed.how, ...placed.ranges.map(({ start, end }) => text.slice(start, end))],
  )

const tokenAs = (id: number, words: string, start: number, end: number, ws: boolean) => ({
  text: words,
  start,
  end,
  id,
  ws,
})

test('the toy text is one line', () => {
  const claim = { label: 'Claim', assay_id: 'ann-claim' }
  const source = { start: 9, end: 15, token_start: 3, token_end: 3, label: 'Source', assay_id: 'ann-source' }
  const figure = { start: 27, end: 30, token_start: 7, token_end: 8, label: 'Figure', assay_id: 'ann-figure' }
  const head = { start: 2, end: 7, token_start: 1, token_end: 1, ...claim }
  expect(written(exportedOf(toy))).toBe(
    `${JSON.stringify({
      text,
      tokens: [
        tokenAs(0, '📉', 0, 1, true),
        tokenAs(1, 'Crime', 2, 7, false),
        tokenAs(2, ',', 7, 8, true),
        tokenAs(3, 'police', 9, 15, true),
        tokenAs(4, 'said', 16, 20, false),
        tokenAs(5, ',', 20, 21, true),
        tokenAs(6, 'fell', 22, 26, true),
        tokenAs(7, '12', 27, 29, false),
        tokenAs(8, '%', 29, 30, true),
        tokenAs(9, 'in', 31, 33, true),
        tokenAs(10, 'May', 34, 37, false),
        tokenAs(11, '.', 37, 38, false),
      ],
      spans: [
        { ...head, assay_note: 'may be seasonal' },
        { start: 22, end: 37, token_start: 6, token_end: 10, ...claim },
        source,
        { ...figure, assay_attributes: { unit: '%', value: 12 } },
      ],
      relations: [
        {
          head: 1,
          child: 3,
          head_span: head,
          child_span: source,
          label: 'attributed to',
          assay_id: 'link-1',
        },
        {
          head: 1,
          child: 8,
          head_span: head,
          child_span: figure,
          label: 'quantified by',
          assay_id: 'link-2',
        },
      ],
      meta: { title: 'Crime', assay_id: 'doc-crime' },
      answer: 'accept',
      _annotator_id: 'Ada',
      _session_id: 'Ada',
      assay_annotator: 'person-ada',
    })}\n`,
  )
})

test('the toy text comes back, with what only we know of', () => {
  const read = writtenAndRead(prodigy, exportedOf(toy))
  expect(read).toMatchObject({ problems: [], remarks: [] })
  const document = read.documents[0]!
  expect(document).toMatchObject({ id: 'doc-crime', name: 'Crime', text, ids: 'kept', annotators: [ada] })
  expect(places(document)).toEqual([
    ['exact', 'Crime', 'fell 12% in May'],
    ['exact', 'police'],
    ['exact', '12%'],
  ])
  expect(document.annotations).toMatchObject([
    { id: 'ann-claim', tag: 'Claim', annotator: 'person-ada', note: 'may be seasonal' },
    { id: 'ann-source', tag: 'Source' },
    { id: 'ann-figure', tag: 'Figure', attributes: { unit: '%', value: 12 } },
  ])
  expect(document.links).toMatchObject([
    { id: 'link-1', type: 'attributed to', from: 'ann-claim', to: 'ann-source', annotator: 'person-ada' },
    { id: 'link-2', type: 'quantified by', from: 'ann-claim', to: 'ann-figure', annotator: 'person-ada' },
  ])
})

test('whatever is annotated comes back', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(prodigy, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('tokens and the blanks between them are the text, and every span begins and ends with one', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), ({ article, records }: AnnotatedDocument) => {
      const spans = records.annotations.flatMap(({ span }) => span)
      const tokens = tokensOf(article.text, spans)
      expect(tokens.list.map((token) => token.text + (token.ws ? ' ' : '')).join('')).toBe(article.text)
      const points = codePoints(article.text)
      for (const token of tokens.list)
        expect(article.text.slice(points.toUtf16(token.start), points.toUtf16(token.end))).toBe(token.text)
      for (const span of spans) {
        const place = tokens.placeOf(span)
        expect(tokens.list[place.token_start]!.start).toBe(place.start)
        expect(tokens.list[place.token_end]!.end).toBe(place.end)
      }
    }),
    { numRuns: 100 },
  )
})

const tokensIn = (words: string, start: number, end: number) =>
  tokensOf(words, [{ start, end }]).list.map((token) => token.text)

test('a span that cuts a word cuts its token; one with blanks at its ends has them as tokens', () => {
  expect(tokensIn('unlikely', 2, 8)).toEqual(['un', 'likely'])
  expect(tokensIn('a b c', 1, 4)).toEqual(['a', ' ', 'b', ' ', 'c'])
  expect(tokensIn('a  b\nc', 0, 1)).toEqual(['a', ' ', 'b', '\n', 'c'])
  expect(tokensIn('21.5 and 1,000.', 0, 4)).toEqual(['21.5', 'and', '1,000', '.'])
  expect(tokensOf('a 📉', [{ start: 3, end: 4 }]).placeOf({ start: 3, end: 4 })).toEqual({
    start: 2,
    end: 3,
    token_start: 1,
    token_end: 1,
  })
})

test('everybody has a record of a document, and links may join the annotations of another', () => {
  const links = [
    linkOf('link-1', 'attributed-to', 'ann-claim', 'ann-source', { set: setBy(ben).id, note: 'why' }),
  ]
  const exported = exportedOf({ ...toy, records: { ...toy.records, sets: [setBy(ada), setBy(ben)], links } })
  expect(written(exported).split('\n')).toHaveLength(3)
  const document = writtenAndRead(prodigy, exported).documents[0]!
  expect(document.annotators).toEqual([ada, ben])
  expect(document.links).toMatchObject([
    { id: 'link-1', annotator: ben.id, from: 'ann-claim', to: 'ann-source', note: 'why' },
  ])
})

test('articles without annotators, and annotations whose set is gone, are written too', () => {
  const article = articleOf('doc-1', 'a b c')
  const records = {
    sets: [],
    annotations: [annotationOf('a', 'claim', 'a b c', [{ start: 0, end: 1 }])],
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  }
  expect(lostOnTheWay(prodigy, exportedOf({ article, records }))).toEqual([])
  const bare = writtenAndRead(prodigy, exportedOf({ article, records: { ...records, annotations: [] } }))
  expect(bare.documents).toMatchObject([{ text: 'a b c', annotators: [], annotations: [] }])
})

const tokens = tokensOf(text, []).list
const claimSpan = { start: 22, end: 37, token_start: 6, token_end: 10, label: 'CLAIM' }
const sourceSpan = { start: 9, end: 15, token_start: 3, token_end: 3, label: 'SOURCE' }

test('a record as Prodigy saves it', () => {
  const read = reading({
    text,
    tokens,
    spans: [claimSpan, sourceSpan],
    relations: [
      {
        head: 10,
        child: 3,
        label: 'attributed-to',
        color: '#c5bdf4',
        head_span: claimSpan,
        child_span: sourceSpan,
      },
    ],
    meta: { doc: 'crime' },
    answer: 'accept',
    _session_id: 'desk-ana',
    _input_hash: -1,
    _timestamp: 1700000000,
  })
  expect(read).toMatchObject({ problems: [], remarks: [] })
  const document = read.documents[0]!
  expect(document).toMatchObject({
    name: 'crime',
    ids: 'made-up',
    annotators: [{ id: 'desk-ana', name: 'desk-ana' }],
  })
  expect(document.id).toBeUndefined()
  expect(document.annotations).toMatchObject([
    { id: '1', place: 'line 1.spans[0]', annotator: 'desk-ana', created: '2023-11-14T22:13:20.000Z' },
    { id: '2' },
  ])
  expect(places(document)).toEqual([
    ['exact', 'fell 12% in May'],
    ['exact', 'police'],
  ])
  expect(document.links).toMatchObject([{ id: '3', type: 'attributed-to', from: '1', to: '2' }])
})

test('what was rejected or ignored is no annotation', () => {
  const spans = [sourceSpan]
  const read = reading(
    { text, spans, answer: 'reject' },
    { text, spans, answer: 'ignore' },
    { text, spans, answer: 'reject' },
    { text, spans, answer: 'maybe' },
    { text, spans },
  )
  expect(read.documents.map(({ annotations }) => annotations.length)).toEqual([1])
  expect(read.remarks).toEqual([
    'Records whose answer is “reject” were passed over (2 times).',
    'Records whose answer is “ignore” were passed over.',
  ])
  expect(read.problems).toMatchObject([{ place: 'line 4.answer' }])
})

test('records of the same text and meta are one document with several annotators', () => {
  const read = reading(
    { text, spans: [sourceSpan], meta: { doc: 'crime' }, _annotator_id: 'ana', _session_id: 'x' },
    { text, spans: [claimSpan], meta: { doc: 'crime' }, _annotator_id: 'ben' },
    { text, spans: [claimSpan], meta: { doc: 'other' }, _annotator_id: 'ana' },
    { text, spans: [], meta: { doc: 'crime' }, _session_id: 'cleo' },
  )
  expect(read.documents.map(({ name, annotators }) => [name, ...annotators.map((one) => one.name)])).toEqual([
    ['crime', 'ana', 'ben', 'cleo'],
    ['other', 'ana'],
  ])
  expect(read.documents[0]!.annotations.map(({ id, annotator }) => [id, annotator])).toEqual([
    ['1', 'ana'],
    ['2', 'ben'],
  ])
})

const between = (head: number, child: number, more: object = {}) => ({ head, child, label: 'r', ...more })

test('relations join by spans or by tokens, never by a guess', () => {
  const inner = { start: 34, end: 37, token_start: 10, token_end: 10, label: 'DATE' }
  const spans = [claimSpan, sourceSpan]
  const read = reading(
    { text, tokens, spans, relations: [between(10, 3), between(6, 3)] },
    {
      text: `${text} `,
      tokens,
      spans: [...spans, inner],
      relations: [between(10, 3), between(5, 3), { label: 'r' }],
    },
    {
      text: `${text}  `,
      spans,
      relations: [between(10, 3, { head_span: { start: 22, end: 37, label: null } })],
    },
    { text: `${text}   `, relations: [between(10, 3, { head_span: claimSpan, child_span: sourceSpan })] },
    {
      text: `${text}    `,
      tokens,
      relations: [between(10, 3, { head_span: { token_start: 6, token_end: 10, label: null } })],
    },
  )
  expect(read.documents.map(({ links }) => links.map(({ from, to }) => `${from} ${to}`))).toEqual([
    ['1 2', '1 2'],
    [],
    ['1 2'],
    ['1 2'],
    [],
  ])
  expect(summary(read.documents[3]!)).toEqual([
    ['CLAIM', '22-37'],
    ['SOURCE', '9-15'],
  ])
  expect(read.problems).toEqual([
    {
      place: 'line 2.relations[0]',
      message: 'Several spans are where it begins or ends, and it does not say which of them it joins.',
    },
    { place: 'line 2.relations[1]', message: 'It joins words that have no label.' },
    {
      place: 'line 2.relations[2]',
      message: 'It does not say what it joins: “head” and “child” were expected.',
    },
    { place: 'line 5.relations[0]', message: 'It joins words that have no label.' },
  ])
})

test('spans may name their tokens only', () => {
  const read = reading({ text, tokens, spans: [{ token_start: 6, token_end: 10, label: 'CLAIM' }] })
  expect(summary(read.documents[0]!)).toEqual([['CLAIM', '22-37']])
})

test('examples of spaCy 2 are tuples, or the same as objects, one a line or all in one list', () => {
  const example = [
    text,
    {
      entities: [
        [22, 37, 'CLAIM'],
        [9, 15, 'SOURCE'],
      ],
    },
  ]
  const expected = [
    ['CLAIM', '22-37'],
    ['SOURCE', '9-15'],
  ]
  for (const file of [
    jsonl(example),
    setFile('train.json', JSON.stringify([example, ['other', { entities: [] }]], null, 2)),
    setFile('train.json', JSON.stringify([example])),
    jsonl({
      text,
      entities: [
        [22, 37, 'CLAIM'],
        [9, 15, 'SOURCE'],
      ],
    }),
    jsonl({
      text,
      entities: [
        { start: 22, end: 37, label: 'CLAIM' },
        { start: 9, end: 15, label: 'SOURCE' },
      ],
    }),
    setFile(
      'doc.json',
      JSON.stringify(
        { text, ents: [{ start: 22, end: 37, label: 'CLAIM' }], spans: { sc: [sourceSpan] }, tokens },
        null,
        1,
      ),
    ),
  ]) {
    expect(prodigy.reader!.recognises(file)).toBe(true)
    const read = readWith(prodigy, file)
    expect(read.problems).toEqual([])
    expect(summary(read.documents[0]!)).toEqual(expected)
  }
  const biluo = reading([text, { entities: ['O', 'U-X'], cats: { NEWS: 1 }, links: {} }])
  expect(biluo.problems).toMatchObject([{ place: 'line 1.entities' }])
  expect(biluo.remarks).toHaveLength(2)
})

test('positions in UTF-16 are found out where spans have their words', () => {
  const read = reading({ text, spans: [{ start: 28, end: 31, label: 'FIGURE', text: '12%' }] })
  expect(places(read.documents[0]!)).toEqual([['exact', '12%']])
})

test('lines may end in CRLF and begin with a mark, and texts keep their line ends', () => {
  const record = JSON.stringify({ text: 'a\r\nb', spans: [{ start: 3, end: 4, label: 'X' }] })
  const read = readWith(prodigy, setFile('db.jsonl', `\uFEFF${record}\r\n\r\n${record}`))
  expect(read.problems).toEqual([])
  expect(read.documents).toHaveLength(1)
  expect(read.documents[0]!.text).toBe('a\r\nb')
  expect(placeAll(read.documents[0]!, { text: 'a\nb', crlf: true, same: true }).places[0]).toEqual({
    how: 'exact',
    ranges: [{ start: 2, end: 3 }],
  })
})

test('spans that were added elsewhere to a document of ours are named by what they say', () => {
  const [line] = written(exportedOf(toy)).split('\n')
  const record = JSON.parse(line!) as { spans: object[] }
  const read = reading({ ...record, spans: [...record.spans, { start: 0, end: 1, label: 'Figure' }] })
  expect(read.documents[0]!.annotations.at(-1)!.id).toBe('person-ada 0-1 Figure')
})

test('a problem has its place', () => {
  const read = readWith(
    prodigy,
    setFile(
      'db.jsonl',
      [
        JSON.stringify({
          text,
          spans: [
            { start: 5, end: 2, label: 'X' },
            { start: 1, end: 2 },
            7,
            sourceSpan,
            { start: 'a', end: 2, label: 'X' },
          ],
        }),
        '{"text": "broken"',
        '{"spans": []}',
        JSON.stringify({ text, spans: 3, relations: {} }),
        JSON.stringify({ text, label: 'POSITIVE' }),
      ].join('\n'),
    ),
  )
  expect(read.problems.map(({ place }) => place)).toEqual([
    'line 1.spans[0]',
    'line 1.spans[1].label',
    'line 1.spans[2]',
    'line 1.spans[4].start',
    'line 2',
    'line 3',
    'line 4.spans',
    'line 4.relations',
  ])
  expect(read.problems[1]!.message).toBe('It has no label.')
  expect(summary(read.documents[0]!)).toEqual([['SOURCE', '9-15']])
  expect(read.remarks).toEqual(['What is said of a whole text (“label”, “accept”, “cats”) was passed over.'])
  const two = readWith(prodigy, jsonl({ text, spans: [] }), setFile('b.jsonl', '{"spans": []}'))
  expect(two.problems).toMatchObject([{ place: 'b.jsonl line 1' }])
})

const taken = (content: string): boolean => prodigy.reader!.recognises(setFile('a.jsonl', content))

test('only files of this format are taken, and not those of doccano', () => {
  expect(taken(written(exportedOf(toy)))).toBe(true)
  const long = JSON.stringify({ text: 'x'.repeat(10_000), spans: [] })
  expect(taken(long)).toBe(true)
  expect(taken('{"text": "a", "entities": []}\n{"text": "a", "entities": [[0, 1, "X"]]}')).toBe(true)
  for (const other of [
    '',
    '[]',
    '{}',
    '{"text": "a"}',
    '{"text": "a", "entities": []}',
    '{"id": 1, "text": "a", "label": [[0, 1, "X"]], "Comments": []}',
    '{"id": 1, "text": "a", "labels": [[0, 1, "X"]]}',
    '{"id": 1, "text": "a", "entities": [{"id": 1, "label": "X", "start_offset": 0, "end_offset": 1}], "relations": []}',
    '{"id": 1, "text": "a", "entities": [], "relations": [], "Comments": []}\n{"text": "a", "entities": [[0, 1, "X"]]}',
    '[{"data": {"text": "a"}, "annotations": []}]',
    '{"format": "assay", "version": 1}',
    '{"@context": "http://www.w3.org/ns/anno.jsonld"}',
    'text\tlabel',
  ])
    expect(taken(other), other).toBe(false)
})

test('damaged files end in problems', () => {
  survivesDamage(prodigy, [setFile('a.jsonl', written(exportedOf(toy)))], 200)
})

test('hostile files end in problems or refusals', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  for (const content of [
    deep,
    '['.repeat(100_000),
    `{"text": "a", "spans": ${deep}, "tokens": ${deep}, "relations": ${deep}}`,
    `{"text": "a", "meta": {"x": ${deep}}, "spans": [{"start": 0, "end": 1, "label": "X", "assay_attributes": {"a": ${deep}}}]}`,
    '{"text": "a", "__proto__": {"spans": 1}, "spans": [{"start": 0, "end": 1e999, "label": "__proto__", "assay_id": "constructor"}], "meta": {"__proto__": 1}}',
    '{"text": "a", "spans": [{"start": 0, "end": 9007199254740993, "label": "x"}], "_timestamp": 1e300, "_annotator_id": "\\u0000"}',
    '{"text": "a", "relations": [{"head": 1e9, "child": -1, "label": "x"}, {"head": 100000, "child": 1, "label": "x"}], "tokens": [NaN]}',
    `{"text": "${'x '.repeat(500_000)}", "spans": []}`,
  ]) {
    prodigy.reader!.recognises(setFile('a.jsonl', content))
    const read = prodigy.reader!.read([setFile('a.jsonl', content)])
    if (!read.ok) expect(read.refusal.message).toMatch(/\.$/)
  }
  const { attributes } = reading({
    text,
    spans: [{ ...sourceSpan, assay_attributes: JSON.parse('{"__proto__": "x", "a": null}') as unknown }],
  }).documents[0]!.annotations[0]!
  expect(Object.entries(attributes!)).toEqual([['__proto__', 'x']])
})

test('a megabyte of spans, tokens and relations is read and written at once', () => {
  const spans = Array.from({ length: 5000 }, (_, k) => ({
    start: k % 30,
    end: 31,
    token_start: k % 8,
    token_end: 8,
    label: `T${k % 50}`,
  }))
  const relations = spans.map((span) => ({
    head: 8,
    child: 3,
    label: 'r',
    head_span: span,
    child_span: { ...span, label: 'Y' },
  }))
  const before = performance.now()
  expect(reading({ text, tokens, spans, relations }).documents[0]!.links).toHaveLength(5000)
  const words = 'a word '.repeat(15_000)
  const annotations = Array.from({ length: 1500 }, (_, k) =>
    annotationOf(`a${k}`, 'claim', words, [{ start: k * 7, end: k * 7 + 6 }]),
  )
  const article = articleOf('doc-1', words)
  expect(
    lostOnTheWay(
      prodigy,
      exportedOf({
        article,
        records: { sets: [setBy(ada)], annotations, links: [], comments: [], verdicts: [], answers: [] },
      }),
    ),
  ).toEqual([])
  expect(performance.now() - before).toBeLessThan(4000)
})
