import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { annotationOf, articleOf, ben, linkOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { expectOk } from '../../../base/outcome'
import { marked } from '../../../testing/marked'
import { casJson } from './cas-json'
import type { IncomingDocument } from '../incoming'
import { placeAll } from '../placing'
import { SetFile } from '../set-file'
import { filesInZip } from '../zip'

const filesOf = (...documents: Parameters<typeof exportedOf>): SetFile[] =>
  expectOk(filesInZip(new SetFile('a.zip', casJson.write(exportedOf(...documents)))))

const places = (document: IncomingDocument): unknown[] =>
  placeAll(document, { text: document.text!, crlf: false, same: true }).places.map((placed) =>
    placed.how === 'exact' ? placed.ranges.map(({ start, end }) => [start, end]) : placed.how,
  )

/** A CAS of one view with these structures, which are numbered from 2. */
const casOf = (text: string, ...structures: object[]): string =>
  JSON.stringify({
    '%TYPES': {},
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: text },
      ...structures.map((one, k) => ({ '%ID': k + 2, '@sofa': 1, ...one })),
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': structures.map((_, k) => k + 2) } },
  })

const span = (begin: number, end: number, more: object = {}): object => ({
  '%TYPE': 'desk.Span',
  begin,
  end,
  ...more,
})

const at = (k: number): string => `a.json %FEATURE_STRUCTURES[${k}]`

/** Name, annotators and ids of annotations of each document of these files. */
const named = (...files: [string, string][]): unknown[] =>
  readWith(casJson, ...files.map(([name, content]) => setFile(name, content))).documents.map(
    ({ name, annotators, annotations }) => [
      name,
      annotators.map((who) => who.name),
      annotations.map(({ id }) => id),
    ],
  )

const claims = (content: string): boolean => casJson.reader!.recognises(setFile('a.json', content))

test('the toy text as it is written, one structure a line', () => {
  const [file, ...others] = filesOf(toy)
  expect([file!.name, others]).toEqual(['Crime/Ada.json', []])
  const written = expectOk(file!.text)
  expect(written.slice(written.indexOf('  "%FEATURE')).split('\n')).toEqual([
    '  "%FEATURE_STRUCTURES": [',
    '    {"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","mimeType":"text/plain","sofaString":"📉 Crime, police said, fell 12% in May."},',
    '    {"%ID":2,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData","@sofa":1,"begin":0,"end":39,"language":"x-unspecified","documentTitle":"Crime","documentId":"doc-crime"},',
    '    {"%ID":3,"%TYPE":"assay.Metadata","document":"doc-crime","annotatorId":"person-ada","annotatorName":"Ada"},',
    '    {"%ID":4,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence","@sofa":1,"begin":0,"end":39},',
    ...[
      [0, 2],
      [3, 8],
      [8, 9],
      [10, 16],
      [17, 21],
      [21, 22],
      [23, 27],
      [28, 30],
      [30, 31],
      [32, 34],
      [35, 38],
      [38, 39],
    ].map(
      ([begin, end], k) =>
        `    {"%ID":${k + 5},"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token","@sofa":1,"begin":${begin},"end":${end}},`,
    ),
    '    {"%ID":17,"%TYPE":"webanno.custom.Span","@sofa":1,"begin":3,"end":8,"label":"Claim","note":"may be seasonal","recordId":"ann-claim"},',
    '    {"%ID":18,"%TYPE":"webanno.custom.Span","@sofa":1,"begin":23,"end":38,"label":"Claim","note":"may be seasonal","recordId":"ann-claim"},',
    '    {"%ID":19,"%TYPE":"webanno.custom.Span","@sofa":1,"begin":10,"end":16,"label":"Source","recordId":"ann-source"},',
    '    {"%ID":20,"%TYPE":"webanno.custom.Span","@sofa":1,"begin":28,"end":31,"label":"Figure","unit":"%","value":12,"recordId":"ann-figure"},',
    '    {"%ID":21,"%TYPE":"webanno.custom.Relation","@sofa":1,"begin":10,"end":16,"@Governor":17,"@Dependent":19,"label":"attributed to","recordId":"link-1"},',
    '    {"%ID":22,"%TYPE":"webanno.custom.Relation","@sofa":1,"begin":28,"end":31,"@Governor":17,"@Dependent":20,"label":"quantified by","recordId":"link-2"}',
    '  ],',
    '  "%VIEWS": { "_InitialView": { "%SOFA": 1, "%MEMBERS": [2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22] } }',
    '}',
    '',
  ])
})

test('a type is described with the super-type and the features that tools ask for', () => {
  const types = (expectOk(filesOf(toy)[0]!.json) as { '%TYPES': Record<string, object> })['%TYPES']
  expect(types['webanno.custom.Relation']).toEqual({
    '%NAME': 'webanno.custom.Relation',
    '%SUPER_TYPE': 'uima.tcas.Annotation',
    Governor: { '%NAME': 'Governor', '%RANGE': 'webanno.custom.Span' },
    Dependent: { '%NAME': 'Dependent', '%RANGE': 'webanno.custom.Span' },
    label: { '%NAME': 'label', '%RANGE': 'uima.cas.String' },
    note: { '%NAME': 'note', '%RANGE': 'uima.cas.String' },
    recordId: { '%NAME': 'recordId', '%RANGE': 'uima.cas.String' },
  })
  expect(Object.keys(types['webanno.custom.Span']!)).toEqual([
    '%NAME',
    '%SUPER_TYPE',
    'label',
    'note',
    'kind',
    'check_worthiness',
    'status',
    'confidence',
    'name',
    'role',
    'value',
    'unit',
    'comparator',
    'attributes',
    'recordId',
    'annotationOf',
  ])
})

test('the toy text read again: pieces joined, links, whose it is', () => {
  const { documents, problems, remarks } = writtenAndRead(casJson, exportedOf(toy))
  expect([problems, remarks]).toEqual([[], []])
  expect(documents).toMatchObject([
    {
      id: 'doc-crime',
      name: 'Crime',
      text: '📉 Crime, police said, fell 12% in May.',
      units: ['utf-16', 'code-points'],
      ids: 'kept',
      annotators: [{ id: 'person-ada', name: 'Ada' }],
      annotations: [
        {
          id: 'ann-claim',
          annotator: 'person-ada',
          tag: 'Claim',
          note: 'may be seasonal',
          place: 'Crime/Ada.json %FEATURE_STRUCTURES[16]',
        },
        { id: 'ann-source', tag: 'Source' },
        { id: 'ann-figure', tag: 'Figure', attributes: { unit: '%', value: 12 } },
      ],
      links: [
        { id: 'link-1', type: 'attributed to', from: 'ann-claim', to: 'ann-source' },
        { id: 'link-2', type: 'quantified by', from: 'ann-claim', to: 'ann-figure' },
      ],
    },
  ])
  expect(places(documents[0]!)).toEqual([
    [
      [3, 8],
      [23, 38],
    ],
    [[10, 16]],
    [[28, 31]],
  ])
})

test('nothing that the format claims to hold is lost', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(casJson, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('each annotator has a file; a link to another’s annotation comes back without a second copy of it', () => {
  const { text, ranges } = marked('[Crime fell], said [police].')
  const document = {
    article: articleOf('doc-1', text, 'Crime: a/b?'),
    records: {
      sets: [setBy(ben), ...toy.records.sets],
      annotations: [
        annotationOf('a', 'claim', text, [ranges[0]!]),
        annotationOf('b', 'source', text, [ranges[1]!], { set: setBy(ben).id }),
      ],
      links: [linkOf('l', 'attributed-to', 'a', 'b')],
      comments: [],
      verdicts: [],
      answers: [],
    },
  }
  expect(filesOf(document).map(({ name }) => name)).toEqual(['Crime_a_b/Ada.json', 'Crime_a_b/Ben.json'])
  const [read] = writtenAndRead(casJson, exportedOf(document)).documents
  expect(read!.annotations.map(({ id, annotator }) => [id, annotator])).toEqual([
    ['a', 'person-ada'],
    ['b', 'person-ben'],
  ])
  expect(read!.links).toMatchObject([{ from: 'a', to: 'b', annotator: 'person-ada' }])
  const alone = readWith(casJson, ...filesOf(document).filter(({ name }) => name.includes('Ada')))
  expect(alone.documents[0]!.annotations).toMatchObject([{ id: 'a' }, { id: 'b', annotator: 'Ben' }])
})

test('a document that nobody has annotated has a file of its text', () => {
  const document = {
    article: articleOf('doc-1', 'Rain.', ''),
    records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
  }
  expect(filesOf(document).map(({ name }) => name)).toEqual(['document/INITIAL_CAS.json'])
  expect(writtenAndRead(casJson, exportedOf(document)).documents).toMatchObject([
    { id: 'doc-1', text: 'Rain.', annotators: [], annotations: [] },
  ])
})

test('another’s file: layers by label, value, identifier or their type; the relation layer', () => {
  const file = casOf(
    '📉 Crime, police said, fell 12% in May.',
    { '%TYPE': 'uima.tcas.DocumentAnnotation', begin: 0, end: 39, language: 'en' },
    span(23, 38, { label: 'CLAIM' }),
    span(10, 16, {
      '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
      value: 'ORG',
      identifier: 'Q1',
    }),
    span(28, 31, { '%TYPE': 'desk.Figure', certain: true, count: 12 }),
    span(10, 16, {
      '%TYPE': 'desk.Link',
      '@Governor': 3,
      '@Dependent': 4,
      label: 'attributed-to',
      note: 'so',
    }),
    { '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', begin: 0, end: 2 },
  )
  const { documents, problems, remarks } = readWith(casJson, setFile('desk.json', file))
  expect([problems, remarks]).toEqual([[], []])
  expect(documents).toMatchObject([
    {
      name: 'desk',
      annotators: [],
      annotations: [
        { id: '3', tag: 'CLAIM', pieces: [{ start: 23, end: 38 }] },
        { id: '4', tag: 'ORG', attributes: { identifier: 'Q1' } },
        { id: '5', tag: 'Figure', attributes: { certain: true, count: 12 } },
      ],
      links: [{ type: 'attributed-to', from: '3', to: '4', note: 'so' }],
    },
  ])
  expect(documents[0]).not.toHaveProperty('id')
})

test('emoji count as UIMA counts them, in UTF-16', () => {
  const tokens = [
    [0, 2],
    [3, 7],
    [8, 15],
    [16, 18],
    [19, 20],
    [21, 22],
    [23, 30],
    [31, 35],
    [36, 38],
  ] as const
  const text = '🥳 This 👳🏻‍♀️ is ✆ a 🧔🏾‍♂️ test 👻'
  const file = casOf(
    text,
    ...tokens.map(([begin, end]) => span(begin, end, { '%TYPE': 'uima.tcas.Annotation' })),
  )
  const [document] = readWith(casJson, setFile('a.json', file)).documents
  const words = placeAll(document!, { text, crlf: false, same: true }).places.map((placed) =>
    placed.how === 'exact' ? text.slice(placed.ranges[0]!.start, placed.ranges[0]!.end) : placed.how,
  )
  expect(words).toEqual(['🥳', 'This', '👳🏻‍♀️', 'is', '✆', 'a', '🧔🏾‍♂️', 'test', '👻'])
})

test('a file that counts code points is known by the end of its document, and said', () => {
  const whole = { '%TYPE': 'uima.tcas.DocumentAnnotation', begin: 0, end: 7 }
  const file = casOf('📉 Crime', whole, span(2, 7, { label: 'Claim' }))
  const { documents, remarks } = readWith(casJson, setFile('a.json', file))
  expect(places(documents[0]!)).toEqual([[[3, 8]]])
  expect(remarks).toEqual([
    'Positions in “a.json” were taken as counted in code points: so its document ends where its text does.',
  ])
})

test('text comes as it is: CRLF counts two', () => {
  const { documents } = readWith(casJson, setFile('a.json', `\uFEFF${casOf('One.\r\nTwo.', span(6, 9))}`))
  expect(documents[0]!.text).toBe('One.\r\nTwo.')
  const { places: found } = placeAll(documents[0]!, { text: 'One.\nTwo.', crlf: true, same: true })
  expect(found).toEqual([{ how: 'exact', ranges: [{ start: 5, end: 8 }] }])
})

test('what cannot be taken is named with its place, and the others are read', () => {
  const file = casOf(
    'Crime fell.',
    span(0, 5, { label: 'Claim' }),
    { '%TYPE': 'desk.Span', '^begin': 0, '^end': 5 },
    span(-1, 5),
    span(3, 3),
    span(0, 1e21),
    { '%TYPE': 7 },
    span(0, 5, { '%TYPE': 'desk.Link', '@Governor': 2, '@Dependent': 99 }),
    span(0, 5, { '%ID': 2 }),
  )
  const { documents, problems } = readWith(casJson, setFile('a.json', file))
  expect(documents[0]!.annotations.map(({ id }) => id)).toEqual(['2'])
  expect(problems).toEqual([
    { place: `${at(6)}.%TYPE`, message: 'Invalid input: expected string, received number.' },
    { place: at(8), message: 'Its “%ID” 2 is that of another structure.' },
    {
      place: at(2),
      message:
        'Its place is an anchor, written with “^”, which is not read; write “begin” and “end” as numbers.',
    },
    { place: at(3), message: 'Its “begin” and “end” are no positions, which are whole numbers from 0.' },
    { place: at(4), message: 'It covers no words.' },
    { place: at(5), message: 'Its “begin” and “end” are no positions, which are whole numbers from 0.' },
    { place: at(7), message: 'It links “structure 99”, which could not be read.' },
  ])
})

test('what has no place here is passed over with a remark', () => {
  const file = JSON.parse(
    casOf(
      'Crime fell.',
      span(0, 5, { label: 'Claim', '@links': 12, '#weight': 'NaN', list: [1] }),
      { '%TYPE': 'webanno.custom.LinkType', '@sofa': null, role: 'p1' },
      { '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', begin: 0, end: 5 },
      span(0, 5, { '%TYPE': 'x.Dependency', '@Governor': 4, '@Dependent': 4 }),
      {
        '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma',
        begin: 0,
        end: 5,
        value: 'crime',
      },
    ),
  ) as { '%FEATURE_STRUCTURES': object[]; '%VIEWS': Record<string, object> }
  file['%FEATURE_STRUCTURES'].push(
    { '%ID': 20, '%TYPE': 'uima.cas.Sofa', sofaID: 'other', sofaString: 'x' },
    { '%ID': 21, '@sofa': 20, ...span(0, 1) },
    { '%ID': 22, '@sofa': 1, ...span(0, 1) },
  )
  const { documents, problems, remarks } = readWith(casJson, setFile('a.json', JSON.stringify(file)))
  expect(problems).toEqual([])
  expect(documents[0]!.annotations.map(({ tag }) => tag)).toEqual(['Claim'])
  expect(remarks).toEqual([
    '“a.json” has 2 views; the first with a text is read, the others are passed over.',
    'Passed over in “a.json”: 1 × annotation that is in no index, 1 × relation between tokens (Dependency), 1 × feature “links”, 1 × feature “weight”, 1 × feature “list”, 1 × structure of the type LinkType, 1 × structure of the type Lemma.',
  ])
})

test('files of one folder are annotators’ when their text is one, and documents when it is not', () => {
  const one = casOf('Crime fell.', span(0, 5))
  const other = casOf('Rents rose.', span(0, 5))
  expect(named(['annotation/crime.txt/ada.json', one], ['annotation/crime.txt/ben.json', one])).toEqual([
    ['crime.txt', ['ada', 'ben'], ['2', 'ben/2']],
  ])
  expect(named(['desk/crime.json', one], ['desk/rents.json', other])).toEqual([
    ['crime', [], ['2']],
    ['rents', [], ['2']],
  ])
  expect(named(['crime.json', one], ['again.json', one])).toEqual([
    ['crime', [], ['2']],
    ['again', [], ['2']],
  ])
})

test('a file that is wrong does not take the others with it; nothing but such is refused', () => {
  const good = setFile('good.json', casOf('Crime fell.', span(0, 5)))
  const bad = setFile('bad.json', '{"%TYPES": {}, "%FEATURE')
  expect(readWith(casJson, bad, good)).toMatchObject({
    documents: [{ name: 'good' }],
    problems: [{ place: 'bad.json', message: '“bad.json” is no JSON: it ends before it is complete.' }],
  })
  expect(casJson.reader!.read([bad])).toMatchObject({ ok: false, refusal: { code: 'unreadable' } })
  expect(casJson.reader!.read([setFile('a.json', '{"%TYPES": {}}')])).toMatchObject({
    refusal: { message: '“a.json” is no UIMA CAS JSON: it has no list of “%FEATURE_STRUCTURES”.' },
  })
})

test('names that mean something to JavaScript are features like others', () => {
  const file = casOf('Crime fell.', span(0, 5)).replace(
    '"begin":0',
    '"__proto__":"a","constructor":"b","attributes":"{\\"__proto__\\":1}","begin":0',
  )
  const [annotation] = readWith(casJson, setFile('a.json', file)).documents[0]!.annotations
  expect(Object.entries(annotation!.attributes!)).toEqual([
    ['__proto__', 1],
    ['constructor', 'b'],
  ])
})

test('only files of this format are claimed', () => {
  expect([casOf('x'), '{ "%HEADER": {}'].map(claims)).toEqual([true, true])
  expect(['{"format": "assay"}', '[{"%TYPES": 1}]', '', '{"a": {"%TYPES": 1}}'].map(claims)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('damaged and hostile files are survived', () => {
  survivesDamage(casJson, filesOf(toy), 150)
  const deep = `{"%FEATURE_STRUCTURES":${'['.repeat(100_000)}`
  const long = casOf('a'.repeat(1_000_000), span(0, 1_000_000, { label: 'x'.repeat(1_000_000) }))
  for (const content of [deep, long, '{"%TYPES":null}', '{"%FEATURE_STRUCTURES":[null,[],7,"a"]}'])
    casJson.reader!.read([setFile('a.json', content)])
})
