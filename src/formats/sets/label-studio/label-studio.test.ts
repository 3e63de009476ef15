import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { ada, annotationOf, articleOf, ben, linkOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { labelStudio } from './label-studio'
import { placeAll } from '../placing'
import { type SetFile, SetFile as File } from '../set-file'
import { filesInZip } from '../zip'

const filesOf = (exported: Exported): SetFile[] =>
  expectOk(filesInZip(new File('export.zip', labelStudio.write(exported))))

const written = (exported: Exported, name: string): string =>
  expectOk(filesOf(exported).find((file) => file.name === name)!.text)

const tasks = (...list: unknown[]): SetFile => setFile('tasks.json', JSON.stringify(list))

const text = toy.article.text

/** A task of the toy text with these results. */
const task = (result: unknown, more: object = {}, data: object = { text }): object => ({
  data,
  annotations: [{ result, ...more }],
})

const region = (
  id: string,
  start: number,
  end: number,
  label: string | string[],
  more: object = {},
): object => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, labels: [label].flat(), ...more },
})

const relation = (from: string, to: string, direction: string, ...labels: string[]): object => ({
  type: 'relation',
  from_id: from,
  to_id: to,
  direction,
  labels,
})

const said = (id: string, from: string, type: string, value: object): object => ({
  id,
  from_name: from,
  to_name: 'text',
  type,
  value: { start: 2, end: 7, ...value },
})

test('the toy text is a task, with what is said of each region beside its label', () => {
  const [only, ...others] = JSON.parse(written(exportedOf(toy), 'tasks.json')) as {
    annotations: { result: unknown[] }[]
  }[]
  expect(others).toEqual([])
  expect({ ...only, annotations: [{ ...only!.annotations[0], result: [] }] }).toEqual({
    id: 1,
    data: { text, title: 'Crime' },
    meta: { assay_id: 'doc-crime' },
    annotations: [
      {
        id: 1,
        assay_annotator: { id: 'person-ada', name: 'Ada' },
        created_at: '2026-01-05T09:00:00.000Z',
        updated_at: '2026-01-05T09:00:01.000Z',
        was_cancelled: false,
        ground_truth: false,
        result: [],
      },
    ],
    predictions: [],
  })
  const common = { to_name: 'text', origin: 'manual' }
  const labelled = { ...common, from_name: 'label', type: 'labels' }
  expect(only!.annotations[0]!.result).toEqual([
    { id: 'ann-claim', ...labelled, value: { start: 2, end: 7, text: 'Crime', labels: ['Claim'] } },
    {
      id: 'ann-claim~2',
      parentID: 'ann-claim',
      ...labelled,
      value: { start: 22, end: 37, text: 'fell 12% in May', labels: ['Claim'] },
    },
    {
      id: 'ann-claim',
      ...common,
      from_name: 'note',
      type: 'textarea',
      value: { start: 2, end: 7, text: ['may be seasonal'] },
    },
    { id: 'ann-source', ...labelled, value: { start: 9, end: 15, text: 'police', labels: ['Source'] } },
    { id: 'ann-figure', ...labelled, value: { start: 27, end: 30, text: '12%', labels: ['Figure'] } },
    {
      id: 'ann-figure',
      ...common,
      from_name: 'Figure.unit',
      type: 'textarea',
      value: { start: 27, end: 30, text: ['%'] },
    },
    {
      id: 'ann-figure',
      ...common,
      from_name: 'Figure.value',
      type: 'number',
      value: { start: 27, end: 30, text: '12%', number: 12 },
    },
    {
      from_id: 'ann-claim',
      to_id: 'ann-source',
      type: 'relation',
      direction: 'right',
      labels: ['attributed to'],
      assay_links: [{ id: 'link-1' }],
    },
    {
      from_id: 'ann-claim',
      to_id: 'ann-figure',
      type: 'relation',
      direction: 'right',
      labels: ['quantified by'],
      assay_links: [{ id: 'link-2' }],
    },
  ])
})

test('the configuration names every control that a result is of', () => {
  const config = written(exportedOf(toy), 'labeling-config.xml')
  expect(config.split('\n').slice(0, 26)).toEqual([
    '<View>',
    '  <Labels name="label" toName="text" choice="single">',
    '    <Label value="Claim" background="#0072b2" hotkey="c"/>',
    '    <Label value="Source" background="#d55e00" hotkey="s"/>',
    '    <Label value="Figure" background="#009e73" hotkey="f"/>',
    '  </Labels>',
    '  <Relations>',
    '    <Relation value="attributed to"/>',
    '    <Relation value="quantified by"/>',
    '    <Relation value="supports"/>',
    '    <Relation value="contradicts"/>',
    '    <Relation value="same as"/>',
    '  </Relations>',
    '  <Text name="text" value="$text" granularity="symbol" saveTextResult="yes"/>',
    '  <View visibleWhen="region-selected" whenTagName="label" whenLabelValue="Claim">',
    '    <Header value="Kind" size="6"/>',
    '    <Choices name="Claim.kind" toName="text" perRegion="true" choice="single">',
    '      <Choice value="fact"/>',
    '      <Choice value="forecast"/>',
    '      <Choice value="opinion"/>',
    '      <Choice value="policy"/>',
    '    </Choices>',
    '    <Header value="Worth checking" size="6"/>',
    '    <Choices name="Claim.check-worthiness" toName="text" perRegion="true" choice="single">',
    '      <Choice value="high"/>',
    '      <Choice value="medium"/>',
  ])
  expect(config).toContain('    <Number name="Figure.value" toName="text" perRegion="true"/>\n')
  expect(config).toContain(
    '    <TextArea name="Figure.unit" toName="text" perRegion="true" maxSubmissions="1" editable="true"/>\n',
  )
  expect(config).toContain('    <TextArea name="note" ')
})

test('its names are unique and its values are safe in XML', () => {
  const strange = annotationOf('ann-1', 'claim', text, [{ start: 0, end: 2 }], {
    attributes: { 'a"<&\u0001\nb': 'x', note: true, kind: 'a <b>', 'kind\u0001': 'two\nlines' },
  })
  const exported = exportedOf({ ...toy, records: { ...toy.records, annotations: [strange], links: [] } })
  const config = written(exported, 'labeling-config.xml')
  const names = [...config.matchAll(/\sname="([^"]*)"/g)].map(([, name]) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('Claim.a&quot;&lt;&amp;\uFFFD\uFFFDb')
  expect(config).toContain('<Choice value="a &lt;b&gt;"/>')
  expect(lostOnTheWay(labelStudio, exported)).toEqual([])
})

test('the toy text comes back, its pieces joined again', () => {
  const read = writtenAndRead(labelStudio, exportedOf(toy))
  expect(read.problems).toEqual([])
  expect(read.remarks).toEqual([])
  const document = read.documents[0]!
  expect(document).toMatchObject({ id: 'doc-crime', name: 'Crime', text, ids: 'kept', annotators: [ada] })
  expect(placeAll(document, { text, crlf: false, same: true }).places).toEqual(
    toy.records.annotations.map(({ span }) => ({
      how: 'exact',
      ranges: span.map(({ start, end }) => ({ start, end })),
    })),
  )
  expect(document.annotations.map(({ id, note, attributes }) => ({ id, note, attributes }))).toEqual([
    { id: 'ann-claim', note: 'may be seasonal', attributes: undefined },
    { id: 'ann-source', note: undefined, attributes: undefined },
    { id: 'ann-figure', note: undefined, attributes: { unit: '%', value: 12 } },
  ])
  expect(document.links.map(({ id, type, from, to }) => [id, type, from, to])).toEqual([
    ['link-1', 'attributed to', 'ann-claim', 'ann-source'],
    ['link-2', 'quantified by', 'ann-claim', 'ann-figure'],
  ])
})

test('links between the same two annotations are one relation with several labels, and come back with their notes', () => {
  const links = [
    linkOf('link-1', 'attributed-to', 'ann-claim', 'ann-source', { note: 'why' }),
    linkOf('link-2', 'supports', 'ann-claim', 'ann-source'),
  ]
  const exported = exportedOf({ ...toy, records: { ...toy.records, links } })
  expect(written(exported, 'tasks.json').match(/"relation"/g)).toHaveLength(1)
  const back = writtenAndRead(labelStudio, exported).documents[0]!.links
  expect(back.map(({ id, type, note }) => [id, type, note])).toEqual([
    ['link-1', 'attributed to', 'why'],
    ['link-2', 'supports', undefined],
  ])
})

test('a link of one annotator between the annotations of another comes back', () => {
  const links = [linkOf('link-1', 'attributed-to', 'ann-claim', 'ann-source', { set: setBy(ben).id })]
  const exported = exportedOf({ ...toy, records: { ...toy.records, sets: [setBy(ada), setBy(ben)], links } })
  const back = writtenAndRead(labelStudio, exported).documents[0]!
  expect(back.annotators).toEqual([ada, ben])
  expect(back.links).toMatchObject([{ id: 'link-1', annotator: ben.id, from: 'ann-claim', to: 'ann-source' }])
})

test('whatever is annotated comes back', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(labelStudio, exportedOf(a, b))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('its own tasks as documentation has them: results without origin, relation, dates', () => {
  const read = readWith(
    labelStudio,
    setFile(
      'tasks.json',
      `[{"id": 1, "data": {"text": "${text}"}, "annotations": [{"id": 1, "completed_by": 1, "was_cancelled": false,
        "ground_truth": false, "created_at": "2026-11-23T07:00:00Z", "updated_at": "2026-11-23T07:00:00Z", "lead_time": 12.5,
        "result": [
          {"id": "c1", "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual",
            "value": {"start": 22, "end": 37, "text": "fell 12% in May", "labels": ["CLAIM"]}},
          {"id": "s1", "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual",
            "value": {"start": 9, "end": 15, "text": "police", "labels": ["SOURCE"]}},
          {"from_id": "c1", "to_id": "s1", "type": "relation", "direction": "right", "labels": ["attributed-to"]}]}],
        "predictions": []}]`,
    ),
  )
  expect(read.problems).toEqual([])
  const [document] = read.documents
  const dates = { created: '2026-11-23T07:00:00.000Z', modified: '2026-11-23T07:00:00.000Z' }
  expect(document).toMatchObject({
    annotators: [{ id: '1', name: 'Annotator 1' }],
    annotations: [
      {
        id: 'c1',
        tag: 'CLAIM',
        annotator: '1',
        pieces: [{ start: 22, end: 37, exact: 'fell 12% in May' }],
        ...dates,
      },
      { id: 's1', tag: 'SOURCE', annotator: '1', pieces: [{ start: 9, end: 15, exact: 'police' }], ...dates },
    ],
    links: [{ id: 'c1 attributed-to s1', type: 'attributed-to', from: 'c1', to: 's1' }],
  })
})

test('annotators are people by number, by address or by name; models are annotators with a remark', () => {
  const own = [region('a', 2, 7, 'Claim')]
  const read = readWith(
    labelStudio,
    tasks({
      data: { text },
      annotations: [
        { completed_by: 7, result: own },
        { completed_by: { id: 3, email: 'eve@desk.org', first_name: 'Eve', last_name: 'Moss' }, result: own },
        { completed_by: 'Ben', result: own },
        { result: own },
        { completed_by: 9, was_cancelled: true, result: own },
      ],
      predictions: [{ model_version: 'ner-2', result: own, score: 0.5 }, 17],
    }),
  )
  expect(read.problems).toEqual([])
  expect(read.remarks).toEqual([
    'What an annotator has skipped or cancelled was passed over.',
    'The predictions of “ner-2” are read as those of an annotator.',
  ])
  const document = read.documents[0]!
  expect(document.annotators).toEqual([
    { id: '7', name: 'Annotator 7' },
    { id: 'eve@desk.org', name: 'Eve Moss' },
    { id: 'Ben', name: 'Ben' },
    { id: 'ner-2', name: 'ner-2' },
  ])
  expect(document.annotations.map(({ id, annotator }) => [id, annotator])).toEqual([
    ['a', '7'],
    ['a-2', 'eve@desk.org'],
    ['a-3', 'Ben'],
    ['a-4', undefined],
    ['a-5', 'ner-2'],
  ])
})

test('old exports have completions', () => {
  const read = readWith(
    labelStudio,
    tasks({
      data: { news: text },
      completions: [
        { created_at: 1606300000, result: [region('a', 2, 7, 'Claim')] },
        { skipped: true, result: [] },
      ],
    }),
  )
  expect(read.documents[0]).toMatchObject({ text, annotations: [{ created: '2020-11-25T10:26:40.000Z' }] })
})

test('old data counts UTF-16 units, which its quotes tell', () => {
  const result = [
    region('a', 3, 8, 'Claim', { text: 'Crime' }),
    region('b', 28, 31, 'Figure', { text: '12%' }),
  ]
  const { places, remarks } = placeAll(readWith(labelStudio, tasks(task(result))).documents[0]!, {
    text,
    crlf: false,
    same: true,
  })
  expect(places).toEqual([
    { how: 'exact', ranges: [{ start: 3, end: 8 }] },
    { how: 'exact', ranges: [{ start: 28, end: 31 }] },
  ])
  expect(remarks.join()).toContain('UTF-16')
})

test('the text is passed on as it is, with its line ends and its mark', () => {
  const raw = '\uFEFF📉 one\r\ntwo'
  const read = readWith(
    labelStudio,
    tasks(task([region('a', 7, 10, 'Claim', { text: 'two' })], {}, { text: raw })),
  )
  expect(read.documents[0]!.text).toBe(raw)
  const { places } = placeAll(read.documents[0]!, { text: '📉 one\ntwo', crlf: true, same: true })
  expect(places).toEqual([{ how: 'exact', ranges: [{ start: 7, end: 10 }] }])
})

test('relations point right, left or both ways, and may have several labels or none', () => {
  const read = readWith(
    labelStudio,
    tasks(
      task([
        relation('a', 'b', 'left', 'supports'),
        region('a', 2, 7, 'Claim'),
        region('b', 9, 15, 'Source'),
        relation('a', 'b', 'right', 'supports', 'same as'),
        relation('a', 'b', 'bi', 'contradicts'),
        relation('b', 'a', 'right'),
        relation('a', 'nowhere', 'right', 'supports'),
        relation('a', 'b', 'up', 'supports'),
      ]),
    ),
  )
  expect(read.documents[0]!.links.map(({ from, type, to }) => `${from} ${type} ${to}`)).toEqual([
    'b supports a',
    'a supports b',
    'a same as b',
    'a contradicts b',
    'b relation a',
  ])
  expect(read.remarks).toEqual([
    'A relation in both directions is read as a link in the one in which it was drawn.',
    'A relation without a label is read as a link of the type “relation”.',
  ])
  expect(read.problems.map(({ place }) => place)).toEqual([
    '[0].annotations[0].result[7].direction',
    '[0].annotations[0].result[6]',
  ])
  expect(read.problems[1]!.message).toBe('It links the region “nowhere”, which could not be read.')
})

test('what is said of a region is an attribute, and what was typed in a note', () => {
  const read = readWith(
    labelStudio,
    tasks(
      task([
        said('a', 'sentiment', 'choices', { choices: ['bad'] }),
        region('a', 2, 7, 'Claim', { text: 'Crime' }),
        said('a', 'Claim.kind', 'choices', { choices: ['fact'] }),
        said('a', 'topics', 'choices', { choices: ['crime', 'police'] }),
        said('a', 'amount', 'number', { number: 3.5 }),
        said('a', 'stars', 'rating', { rating: 4 }),
        said('a', 'day', 'datetime', { datetime: '2026-05-01' }),
        said('a', 'kinds', 'taxonomy', { taxonomy: [['news', 'local']] }),
        said('a', 'remark', 'textarea', { text: ['one', 'two'] }),
        said('a', 'Claim.role', 'textarea', { text: 'chief' }),
        said('a', '__proto__', 'choices', { choices: ['x'] }),
      ]),
    ),
  )
  expect(read.problems).toEqual([])
  const { note, attributes } = read.documents[0]!.annotations[0]!
  expect(note).toBe('one\ntwo')
  expect(Object.entries(attributes!)).toEqual([
    ['sentiment', 'bad'],
    ['kind', 'fact'],
    ['topics', 'crime, police'],
    ['amount', 3.5],
    ['stars', 4],
    ['day', '2026-05-01'],
    ['kinds', 'news / local'],
    ['role', 'chief'],
    ['__proto__', 'x'],
  ])
  expect(read.remarks).toEqual(['Several choices of one control are read as one value, with commas.'])
})

test('a region with several labels is an annotation for each', () => {
  const read = readWith(
    labelStudio,
    tasks(
      task([region('a', 2, 7, ['Claim', 'Source']), { ...region('a', 2, 7, 'Figure'), from_name: 'other' }]),
    ),
  )
  expect(read.documents[0]!.annotations.map(({ id, tag }) => [id, tag])).toEqual([
    ['a', 'Claim'],
    ['a-2', 'Source'],
    ['a-3', 'Figure'],
  ])
  expect(read.remarks).toEqual(['A region with several labels is read as an annotation for each of them.'])
})

test('a piece that got another label is an annotation of its own', () => {
  const file = setFile('tasks.json', written(exportedOf(toy), 'tasks.json').replace('"Claim"', '"Figure"'))
  const ids = readWith(labelStudio, file).documents[0]!.annotations.map(({ id, tag }) => [id, tag])
  expect(ids.slice(0, 2)).toEqual([
    ['ann-claim', 'Figure'],
    ['ann-claim~2', 'Claim'],
  ])
})

test('regions of a page lie where they are in its text as it is shown', () => {
  const page = { text: '<p>📉 Crime, <b>police</b> said, fell 12% in May.</p>' }
  const path = { start: '/p[1]/b[1]/text()[1]', startOffset: 0, end: '/p[1]/b[1]/text()[1]', endOffset: 6 }
  const inPage = (id: string, more: object) => ({
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'hypertextlabels',
    value: { ...path, hypertextlabels: ['Source'], ...more },
  })
  const read = readWith(
    labelStudio,
    tasks(
      task(
        [
          inPage('a', { text: 'police', globalOffsets: { start: 9, end: 15 } }),
          inPage('b', { text: 'police' }),
          inPage('c', {}),
        ],
        {},
        page,
      ),
    ),
  )
  const document = read.documents[0]!
  expect(document.text).toBeUndefined()
  const { places } = placeAll(document, { text, crlf: false, same: true })
  expect(places).toEqual([
    { how: 'exact', ranges: [{ start: 10, end: 16 }] },
    { how: 'moved', ranges: [{ start: 10, end: 16 }] },
  ])
  expect(read.problems).toEqual([
    {
      place: '[0].annotations[0].result[2]',
      message:
        'Its place is given by paths in a page only. Export it from a newer Label Studio, which adds “globalOffsets”.',
    },
  ])
  expect(read.remarks).toHaveLength(2)
})

test('the configuration tells which field is the text', () => {
  const data = { headline: 'Crime', body: text, source: 'desk' }
  const config = setFile(
    'config.xml',
    '<?xml version="1.0"?>\n<!-- ours -->\n<View><Labels name="label" toName="text"><Label value="Claim"/></Labels><Text name="text" value="$body"/></View>',
  )
  expect(labelStudio.reader!.recognises(config)).toBe(true)
  const file = tasks(task([region('a', 2, 7, 'Claim')], {}, data))
  expect(readWith(labelStudio, file, config).documents[0]!.text).toBe(text)
  const alone = readWith(labelStudio, file)
  expect(alone.documents).toEqual([])
  expect(alone.problems).toEqual([
    {
      place: '[0].data',
      message:
        'None of its fields is known to be the text. Read it together with the labelling configuration.',
    },
  ])
})

test('a text that is only an address is not taken for one', () => {
  const read = readWith(labelStudio, tasks(task([], {}, { text: 'https://desk.org/crime.txt' })))
  expect(read.documents[0]!.text).toBeUndefined()
  expect(read.remarks).toHaveLength(1)
})

test('JSON-MIN is refused record by record', () => {
  const min = { id: 1, text, label: [], annotator: 1, annotation_id: 1, lead_time: 3 }
  const file = tasks(min, task([region('a', 2, 7, 'Claim')]))
  expect(labelStudio.reader!.recognises(file)).toBe(true)
  const read = readWith(labelStudio, file)
  expect(read.documents).toHaveLength(1)
  expect(read.problems).toEqual([
    {
      place: '[0]',
      message:
        'It is of the JSON-MIN export, which has neither the ids of regions nor their links. Export the project as JSON, and read that.',
    },
  ])
})

test('what is not about words is a problem with its place', () => {
  const read = readWith(
    labelStudio,
    tasks(
      task([
        { id: 'r', type: 'rectanglelabels', value: { x: 1, y: 2, rectanglelabels: ['Car'] } },
        { id: 't', type: 'choices', from_name: 'topic', value: { choices: ['x'] } },
        said('u', 'kind', 'choices', { choices: ['x'] }),
        region('b', 7, 7, 'Claim'),
        region('c', 1.5, 2, 'Claim'),
        region('d', 2, 7, []),
        'x',
        { id: 'e', type: 'labels', value: 3 },
        region('ok', 2, 7, 'Claim'),
      ]),
    ),
  )
  expect(read.documents[0]!.annotations.map(({ id }) => id)).toEqual(['ok'])
  expect(
    read.problems.map(({ place }) => Number(/result\[(\d)\]/.exec(place)![1])).toSorted((a, b) => a - b),
  ).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

const taken = (content: string): boolean => labelStudio.reader!.recognises(setFile('a.json', content))

test('only files of this format are taken', () => {
  expect(filesOf(exportedOf(toy)).every((file) => labelStudio.reader!.recognises(file))).toBe(true)
  expect(taken(JSON.stringify({ id: 1, result: [], task: { data: { text } } }))).toBe(true)
  for (const other of [
    '',
    '[]',
    '{}',
    '[{"data": 1}]',
    '{"format": "assay", "version": 1}',
    '{"text": "a", "spans": []}',
    '{"text": "a", "label": [[0, 1, "X"]]}',
    '{"@context": "http://www.w3.org/ns/anno.jsonld"}',
    '<View></View>',
    '<?xml version="1.0"?><Project><Text name="a"/></Project>',
  ])
    expect(taken(other), other).toBe(false)
})

test('damaged files end in problems', () => {
  survivesDamage(labelStudio, filesOf(exportedOf(toy)), 200)
})

test('hostile files end in problems or refusals', () => {
  const deep = '['.repeat(100_000)
  for (const content of [
    `[{"data": {"text": "a"}, "annotations": [{"result": ${deep}${']'.repeat(100_000)}}]}]`,
    `[{"data": {"text": "a", "x": ${deep}${']'.repeat(100_000)}}, "annotations": []}]`,
    deep,
    '[{"data": {"text": "a"}, "annotations": [{"result": [{"id": 1e999, "type": "labels", "value": {"start": -1, "end": 1e999, "labels": ["x"]}}]}]}]',
    '[{"data": {"__proto__": "a"}, "annotations": {"constructor": 1}}, {"data": {"text": "a"}, "annotations": [{"result": [{"id": "__proto__", "type": "constructor", "value": {"__proto__": 1}}, {"type": "relation", "from_id": "__proto__", "to_id": "constructor"}]}]}]',
    `[{"data": {"text": "${'x'.repeat(1_000_000)}"}, "annotations": [{"result": []}]}]`,
  ]) {
    const read = labelStudio.reader!.read([setFile('tasks.json', content)])
    if (!read.ok) expect(read.refusal.message).toMatch(/\.$/)
  }
  const entities = setFile(
    'c.xml',
    '<!DOCTYPE a [<!ENTITY b "$x">]><View><Labels name="l"/><Text name="text" value="&b;"/></View>',
  )
  expect(labelStudio.reader!.read([entities, tasks()]).ok).toBe(true)
  const config = setFile('c.xml', `<View><Labels/>${'<View>'.repeat(100_000)}`)
  const read = readWith(labelStudio, config, tasks())
  expect(read.problems).toHaveLength(1)
  expect(labelStudio.reader!.read([config])).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
})

test('a megabyte of regions with the same id is read at once', () => {
  const results = Array.from({ length: 10_000 }, (_, k) => region('a', k % 30, 31, `T${k % 50}`))
  const sets = Array.from({ length: 2000 }, () => ({ result: [region('b', 1, 2, 'X')] }))
  const file = tasks({ data: { text }, annotations: [{ result: results }, ...sets] })
  const before = performance.now()
  expect(readWith(labelStudio, file).documents[0]!.annotations).toHaveLength(2050)
  expect(performance.now() - before).toBeLessThan(4000)
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
  expect(lostOnTheWay(labelStudio, exportedOf({ article, records }))).toEqual([])
  expect(
    writtenAndRead(labelStudio, exportedOf({ article, records: { ...records, annotations: [] } })).documents,
  ).toHaveLength(1)
})
