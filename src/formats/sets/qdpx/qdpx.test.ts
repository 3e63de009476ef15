import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { newsCodebook } from '../../../core/codebook/news'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { marked } from '../../../testing/marked'
import { ada, annotationOf, articleOf, ben, linkOf, setBy, time } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import type { IncomingDocument } from '../incoming'
import { describeLoss, lossesOf } from '../losses'
import { placeAll } from '../placing'
import { qdpx } from './qdpx'
import { described, guidOf } from './qdpx-own'
import { parseXml } from './qdpx-xml'
import { filesInZip, zipOf } from '../zip'

const TEXT = '📉 Crime, police said, fell 12% in May.'

/** An archive of these files; those that are not `project.qde` are in `sources/`. */
const archive = (project: string, sources: Readonly<Record<string, string | Uint8Array>> = {}) =>
  setFile(
    'a.qdpx',
    zipOf(
      Object.fromEntries([
        ['project.qde', new TextEncoder().encode(project)],
        ...Object.entries(sources).map(([name, content]) => [
          `sources/${name}`,
          typeof content === 'string' ? new TextEncoder().encode(content) : content,
        ]),
      ]) as Record<string, Uint8Array>,
    ),
  )

const CODES = '<CodeBook><Codes><Code guid="c-1" name="Claim" isCodable="true"/></Codes></CodeBook>'
const coding = (guid = '') => `<Coding guid="g-${guid}"><CodeRef targetGUID="{C-1}"/></Coding>`
const selection = (start: number | string, end: number | string, name = '', inside = coding(`${start}`)) =>
  `<PlainTextSelection guid="s-${start}" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`
const source = (inside: string, attributes = 'plainTextPath="internal://a.txt"') =>
  `<TextSource guid="t-1" name="a" ${attributes}>${inside}</TextSource>`
const project = (sources: string, more = '') =>
  `<Project xmlns="urn:QDA-XML:project:1.0" name="P">${CODES}<Sources>${sources}</Sources>${more}</Project>`

/** A text with what its annotations are found to cover. */
function covered(document: IncomingDocument) {
  const text = document.text!.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { places, remarks } = placeAll(document, { text, crlf: false, same: true })
  return {
    words: places.map((place) =>
      place.how === 'lost'
        ? place.why
        : `${place.how}: ${place.ranges.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
    ),
    remarks,
  }
}

const read = (...[xml, sources]: Parameters<typeof archive>) => readWith(qdpx, archive(xml, sources))
const refusalOf = (file: ReturnType<typeof archive>): string => {
  const outcome = qdpx.reader!.read([file])
  return outcome.ok ? '' : outcome.refusal.message
}

const filesOf = (document: AnnotatedDocument) =>
  expectOk(filesInZip(setFile('a.qdpx', qdpx.write(exportedOf(document)))))
const projectOf = (document: AnnotatedDocument): string =>
  new TextDecoder().decode(filesOf(document)[0]!.bytes)

/** With every GUID as `guid-1`, `guid-2` … in the order of the file, so that a person sees what refers to what. */
function withShortGuids(xml: string): string {
  const short = new Map<string, string>()
  return xml.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (guid) => {
    short.set(guid, short.get(guid) ?? `guid-${short.size + 1}`)
    return short.get(guid)!
  })
}

const MADE = (second: number) =>
  `creatingUser="guid-1" creationDateTime="${time(second)}" modifiedDateTime="${time(second)}"`

test('the toy text is written', () => {
  const [, text] = filesOf(toy)
  expect(text!.name).toBe(`sources/${guidOf('document', 'doc-crime')}.txt`)
  expect(new TextDecoder().decode(text!.bytes)).toBe(TEXT)
  const coded = MADE(1).replace(/ modified.*/, '')
  expect(withShortGuids(projectOf(toy))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Claims, sources and figures" origin="Assay 1.2.3" creationDateTime="${time(60)}">
  <Users>
    <User guid="guid-1" name="Ada" id="person-ada"/>
  </Users>
  <CodeBook>
    <Codes>
      <Code guid="guid-2" name="Claim" isCodable="true" color="#0072b2">
        <Description>${newsCodebook.tags[0]!.description}</Description>
      </Code>
      <Code guid="guid-3" name="Source" isCodable="true" color="#d55e00">
        <Description>${newsCodebook.tags[1]!.description}</Description>
      </Code>
      <Code guid="guid-4" name="Figure" isCodable="true" color="#009e73">
        <Description>${newsCodebook.tags[2]!.description}</Description>
      </Code>
    </Codes>
  </CodeBook>
  <Sources>
    <TextSource guid="guid-5" name="Crime" plainTextPath="internal://guid-5.txt" creationDateTime="${time(0)}">
      <Description>Assay article: {"id":"doc-crime","hash":"${'0'.repeat(64)}"}</Description>
      <PlainTextSelection guid="guid-6" name="Crime" startPosition="2" endPosition="7" ${MADE(1)}>
        <Description>Assay annotation: {"id":"ann-claim","codebook":1}</Description>
        <Coding guid="guid-7" ${coded}>
          <CodeRef targetGUID="guid-2"/>
        </Coding>
        <NoteRef targetGUID="guid-8"/>
        <NoteRef targetGUID="guid-9"/>
        <NoteRef targetGUID="guid-10"/>
        <NoteRef targetGUID="guid-11"/>
      </PlainTextSelection>
      <PlainTextSelection guid="guid-12" name="fell 12% in May" startPosition="22" endPosition="37" ${MADE(1)}>
        <Description>Assay annotation: {"id":"ann-claim","codebook":1}</Description>
        <Coding guid="guid-13" ${coded}>
          <CodeRef targetGUID="guid-2"/>
        </Coding>
        <NoteRef targetGUID="guid-11"/>
      </PlainTextSelection>
      <PlainTextSelection guid="guid-14" name="police" startPosition="9" endPosition="15" ${MADE(1)}>
        <Description>Assay annotation: {"id":"ann-source","codebook":1}</Description>
        <Coding guid="guid-15" ${coded}>
          <CodeRef targetGUID="guid-3"/>
        </Coding>
      </PlainTextSelection>
      <PlainTextSelection guid="guid-16" name="12%" startPosition="27" endPosition="30" ${MADE(1)}>
        <Description>Assay annotation: {"id":"ann-figure","codebook":1}</Description>
        <Coding guid="guid-17" ${coded}>
          <CodeRef targetGUID="guid-4"/>
        </Coding>
        <NoteRef targetGUID="guid-18"/>
      </PlainTextSelection>
    </TextSource>
  </Sources>
  <Notes>
    <Note guid="guid-8" name="Note" ${MADE(1)}>
      <Description>Assay note: {"on":"ann-claim"}</Description>
      <PlainTextContent>may be seasonal</PlainTextContent>
    </Note>
    <Note guid="guid-11" name="Pieces" ${MADE(1)}>
      <Description>Assay pieces: {"on":"ann-claim"}</Description>
      <PlainTextContent>One annotation in 2 pieces: “Crime … fell 12% in May”</PlainTextContent>
    </Note>
    <Note guid="guid-18" name="Attributes" ${MADE(1)}>
      <Description>Assay attributes: {"on":"ann-figure","values":{"unit":"%","value":12}}</Description>
      <PlainTextContent>Unit: %
Value: 12</PlainTextContent>
    </Note>
    <Note guid="guid-9" name="Link: attributed to" ${MADE(2)}>
      <Description>Assay link: {"id":"link-1","type":"attributed to","from":"ann-claim","to":"ann-source"}</Description>
      <PlainTextContent>“Crime … fell 12% in May” attributed to “police”</PlainTextContent>
    </Note>
    <Note guid="guid-10" name="Link: quantified by" ${MADE(2)}>
      <Description>Assay link: {"id":"link-2","type":"quantified by","from":"ann-claim","to":"ann-figure"}</Description>
      <PlainTextContent>“Crime … fell 12% in May” quantified by “12%”</PlainTextContent>
    </Note>
  </Notes>
  <Links>
    <Link guid="guid-19" name="attributed to" direction="OneWay" originGUID="guid-6" targetGUID="guid-14">
      <NoteRef targetGUID="guid-9"/>
    </Link>
    <Link guid="guid-20" name="quantified by" direction="OneWay" originGUID="guid-6" targetGUID="guid-16">
      <NoteRef targetGUID="guid-10"/>
    </Link>
  </Links>
</Project>
`)
})

test('the toy text comes back with pieces, attributes, links and ids', () => {
  const { documents, problems, remarks, codebook } = writtenAndRead(qdpx, exportedOf(toy))
  expect([problems, remarks]).toEqual([[], []])
  expect(codebook!.tags.map(({ name, colour }) => [name, colour])).toEqual(
    newsCodebook.tags.map(({ name, colour }) => [name, colour]),
  )
  const [document] = documents
  expect(document).toMatchObject({ id: 'doc-crime', name: 'Crime', text: TEXT, annotators: [ada] })
  expect(covered(document!).words).toEqual(['exact: Crime … fell 12% in May', 'exact: police', 'exact: 12%'])
  expect(document!.annotations).toMatchObject([
    {
      id: 'ann-claim',
      tag: 'Claim',
      note: 'may be seasonal',
      codebook: 1,
      created: time(1),
      annotator: 'person-ada',
    },
    { id: 'ann-source', tag: 'Source' },
    { id: 'ann-figure', tag: 'Figure', attributes: { unit: '%', value: 12 } },
  ])
  expect(document!.links).toMatchObject([
    { id: 'link-1', type: 'attributed to', from: 'ann-claim', to: 'ann-source', created: time(2) },
    { id: 'link-2', type: 'quantified by', from: 'ann-claim', to: 'ann-figure', annotator: 'person-ada' },
  ])
})

test('what is held only by a convention is said to be lost', () => {
  expect(lossesOf(exportedOf(toy), qdpx).map((loss) => describeLoss(loss, qdpx))).toEqual([
    '1 annotation in several pieces is written as several selections that share a note, which other programs may take for several annotations',
    '2 attributes are written as words in notes, which other programs do not count by',
  ])
})

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted()

test('what is written comes back, what is held by a convention too', () => {
  const claiming = { ...qdpx, capabilities: { ...qdpx.capabilities, pieces: true, attributes: true } }
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(claiming, exportedOf(a, b))).toEqual([])
      const back = writtenAndRead(qdpx, exportedOf(a, b)).documents
      for (const [k, { records }] of [a, b].entries()) {
        expect(idsOf(back[k]!.annotations)).toEqual(idsOf(records.annotations))
        expect(idsOf(back[k]!.links)).toEqual(idsOf(records.links))
      }
    }),
    { numRuns: 100 },
  )
})

const remark = (id: string, on: string) => ({
  id,
  on,
  author: ben,
  words: `On ${on}?`,
  created: time(8),
  modified: time(9),
})

test('comments on annotations and links come back with their authors', () => {
  const comments = [remark('c-1', 'ann-claim'), remark('c-2', 'link-1')]
  const { documents, problems } = writtenAndRead(
    qdpx,
    exportedOf({ ...toy, records: { ...toy.records, sets: [setBy(ada)], comments } }),
  )
  expect(problems).toEqual([])
  expect(documents[0]!.comments).toMatchObject(comments)
})

test('characters that XML cannot hold are replaced where they are shown, and come back', () => {
  const { text, range } = marked('A [line\u0001 and\u0000 \ufffe] more')
  const words = 'a\u0000b\ufffec\ud800 \r\n&<>"\' ]]>'
  const document: AnnotatedDocument = {
    article: articleOf('doc-1', text, 'A\u0001 title'),
    records: {
      sets: [setBy(ada)],
      annotations: [
        annotationOf('ann-\ufffe', 'claim', text, [range], { note: words, attributes: { [words]: words } }),
      ],
      links: [],
      comments: [],
      verdicts: [],
      answers: [],
    },
  }
  expect(projectOf(document)).toContain(
    '<PlainTextContent>a\ufffdb\ufffdc\ufffd &#13;\n&amp;&lt;&gt;"\' ]]&gt;',
  )
  const [back] = writtenAndRead(qdpx, exportedOf(document)).documents
  expect(back!.annotations).toMatchObject([{ id: 'ann-\ufffe', note: words, attributes: { [words]: words } }])
  expect(covered(back!).words).toEqual(['exact: line\u0001 and\u0000 \ufffe'])
})

test('a long name is cut, and is not taken for the words', () => {
  for (const length of [200, 201, 202, 300]) {
    const { text, range } = marked(`An [${'📉x'.repeat(length / 2)}${length % 2 ? 'y' : ''}] end.`)
    const document = {
      article: articleOf('doc-1', text),
      records: {
        sets: [setBy(ada)],
        annotations: [annotationOf('ann-1', 'claim', text, [range])],
        links: [],
        comments: [],
        verdicts: [],
        answers: [],
      },
    }
    const [back] = writtenAndRead(qdpx, exportedOf(document)).documents
    expect(back!.annotations[0]!.pieces[0]!.exact === undefined).toBe(length > 200)
    expect(covered(back!).words).toEqual([`exact: ${text.slice(range.start, range.end)}`])
  }
})

test('links come back from a file whose links a program has dropped', () => {
  const [file, text] = filesOf(toy)
  const xml = new TextDecoder().decode(file!.bytes).replace(/<Links>.*<\/Links>/s, '')
  const { documents, problems } = read(xml, { [text!.name.slice(8)]: text!.bytes })
  expect(problems).toEqual([])
  expect(documents[0]!.links.map(({ id, type, from, to }) => [id, type, from, to])).toEqual([
    ['link-1', 'attributed to', 'ann-claim', 'ann-source'],
    ['link-2', 'quantified by', 'ann-claim', 'ann-figure'],
  ])
})

test('a file whose descriptions a program has dropped is still read, a piece an annotation', () => {
  const [file, text] = filesOf(toy)
  const xml = new TextDecoder().decode(file!.bytes).replace(/<Description>.*<\/Description>/g, '')
  const { documents, problems } = read(xml, { [text!.name.slice(8)]: text!.bytes })
  expect(problems).toEqual([])
  expect(covered(documents[0]!).words).toEqual([
    'exact: Crime',
    'exact: fell 12% in May',
    'exact: police',
    'exact: 12%',
  ])
  expect(documents[0]!.links).toHaveLength(2)
  expect(documents[0]!.annotations[3]!.note).toBe('Unit: %\nValue: 12')
})

test('GUIDs depend on nothing but what they name, and differ', () => {
  expect(guidOf('document', 'doc-crime')).toBe('b834f00d-745f-89e3-82c2-a3dbdc8a487f')
  const parts = fc.tuple(fc.constantFrom('a', 'b'), fc.stringMatching(/^[a-z0-9]{0,12}$/))
  fc.assert(
    fc.property(parts, parts, ([kind, id], [other, otherId]) => {
      expect(guidOf(kind, id)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      expect(guidOf(kind, id) === guidOf(other, otherId)).toBe(kind === other && id === otherId)
    }),
  )
  const many = Array.from({ length: 20_000 }, (_, k) => guidOf('x', 'doc', k))
  for (const part of [(guid: string) => guid.slice(0, 8), (guid: string) => guid.slice(24)])
    expect(new Set(many.map(part)).size).toBeGreaterThan(19_990)
})

// The sample of the documentation: GUIDs in capitals, a selection without a user, and links.
const SAMPLE = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Desk" origin="Workbench 1.0"
         creatingUserGUID="0B9F4A2E-0001-4000-8000-000000000001" creationDateTime="2026-11-23T07:00:00Z">
  <Users><User guid="0B9F4A2E-0001-4000-8000-000000000001" name="ana"/></Users>
  <CodeBook><Codes>
    <Code guid="0B9F4A2E-0002-4000-8000-000000000001" name="CLAIM"  isCodable="true" color="#1f77b4"/>
    <Code guid="0B9F4A2E-0002-4000-8000-000000000002" name="SOURCE" isCodable="true" color="#2CA"/>
  </Codes></CodeBook>
  <Sources>
    <TextSource guid="0B9F4A2E-0003-4000-8000-000000000001" name="crime.txt"
                plainTextPath="internal://0B9F4A2E-0003-4000-8000-000000000001.txt">
      <PlainTextSelection guid="0B9F4A2E-0004-4000-8000-000000000001" name="police" startPosition="9" endPosition="15"
                          creatingUser="0B9F4A2E-0001-4000-8000-000000000001" creationDateTime="2026-11-23T07:00:00Z">
        <Coding guid="0B9F4A2E-0005-4000-8000-000000000001">
          <CodeRef targetGUID="0B9F4A2E-0002-4000-8000-000000000002"/>
        </Coding>
      </PlainTextSelection>
      <PlainTextSelection guid="0B9F4A2E-0004-4000-8000-000000000002" name="fell 12% in May" startPosition="22" endPosition="37">
        <Coding guid="0B9F4A2E-0005-4000-8000-000000000002">
          <CodeRef targetGUID="0B9F4A2E-0002-4000-8000-000000000001"/>
        </Coding>
      </PlainTextSelection>
    </TextSource>
  </Sources>
  <Links>
    <Link guid="0B9F4A2E-0006-4000-8000-000000000001" name="attributed-to" direction="OneWay"
          originGUID="0B9F4A2E-0004-4000-8000-000000000002" targetGUID="0B9F4A2E-0004-4000-8000-000000000001"/>
  </Links>
</Project>`
const SAMPLE_TEXT = '0b9f4a2e-0003-4000-8000-000000000001.TXT'

test('the sample is read', () => {
  const { documents, problems, remarks, codebook } = read(SAMPLE, { [SAMPLE_TEXT]: TEXT })
  expect([problems, remarks]).toEqual([[], []])
  const user = '0b9f4a2e-0001-4000-8000-000000000001'
  expect(documents).toMatchObject([
    {
      name: 'crime.txt',
      ids: 'kept',
      annotators: [{ id: user, name: 'ana' }],
      annotations: [
        {
          id: '0b9f4a2e-0005-4000-8000-000000000001',
          tag: 'SOURCE',
          annotator: user,
          created: '2026-11-23T07:00:00.000Z',
        },
        { id: '0b9f4a2e-0005-4000-8000-000000000002', tag: 'CLAIM' },
      ],
      links: [
        {
          type: 'attributed-to',
          from: '0b9f4a2e-0005-4000-8000-000000000002',
          to: '0b9f4a2e-0005-4000-8000-000000000001',
        },
      ],
    },
  ])
  expect(covered(documents[0]!)).toEqual({ words: ['exact: police', 'exact: fell 12% in May'], remarks: [] })
  expect(codebook).toMatchObject({ name: 'Desk', tags: [{ colour: '#1f77b4' }, { colour: '#22ccaa' }] })
})

test('an unpacked project is read from its files', () => {
  const files = [setFile('p/project.qde', SAMPLE), setFile(`p/sources/${SAMPLE_TEXT}`, TEXT)]
  expect(files.every((file) => qdpx.reader!.recognises(file))).toBe(true)
  expect(covered(readWith(qdpx, ...files).documents[0]!).words).toEqual([
    'exact: police',
    'exact: fell 12% in May',
  ])
})

test('a project is recognised by what is in it, and nothing else is', () => {
  const recognised = [
    setFile('a.zip', qdpx.write(exportedOf(toy))),
    setFile('a.zip', zipOf({ 'a.txt': new Uint8Array() })),
    setFile('sources/notes.txt', 'x'),
    setFile('a.xml', SAMPLE),
    setFile('a.qde', '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"/>'),
    setFile('a.qdpx', 'no zip'),
  ].map((file) => qdpx.reader!.recognises(file))
  expect(recognised).toEqual([true, false, false, false, false, false])
})

test.each([
  ['two characters', 11, 16, []],
  ['one character', 10, 15, [expect.stringContaining('with one character for a line end')]],
])('a line end of CRLF counts as %s where the names say so', (_, start, end, said) => {
  const { documents } = read(project(source(selection(start, end, 'Other'))), {
    'a.txt': 'One line.\r\nOther words.',
  })
  expect(covered(documents[0]!)).toEqual({ words: ['exact: Other'], remarks: said })
})

test.each<[string, string, number, number]>([
  ['a byte order mark that is no character', '\uFEFFOne line.', 4, 8],
  ['a byte order mark that is a character', '\uFEFFOne line.', 5, 9],
  ['code points', '📉 One line.', 6, 10],
  ['UTF-16 units', '📉 One line.', 7, 11],
])('%s: the place is found by the name', (_, text, start, end) => {
  const { documents } = read(project(source(selection(start, end, 'line'))), { 'a.txt': text })
  expect(covered(documents[0]!).words).toEqual(['exact: line'])
})

test('a name that is cut or edited says nothing of the place', () => {
  const names = ['police', 'polic…', 'Police?', 'the source', '']
  const selections = names.map((name) =>
    selection(9, 15, name, '<Coding><CodeRef targetGUID="c-1"/></Coding>'),
  )
  const { documents, problems } = read(project(source(selections.join(''))), { 'a.txt': TEXT })
  expect(problems).toEqual([])
  expect(documents[0]!.annotations.map(({ pieces }) => pieces[0]!.exact)).toEqual([
    'police',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(new Set(covered(documents[0]!).words)).toEqual(new Set(['exact: police']))
})

test('ends that are the last character are found out, and a remark says so', () => {
  const selections = [
    selection(9, 14, 'police'),
    selection(27, 29, '12%'),
    selection(29, 29, '%'),
    selection(2, 6, 'x'),
  ]
  const { documents, problems, remarks } = read(project(source(selections.join(''))), { 'a.txt': TEXT })
  expect(problems.map(({ message }) => message)).toEqual(
    ['Its id “g-29” is that of another record.'].slice(1),
  )
  expect(covered(documents[0]!).words).toEqual(['exact: police', 'exact: 12%', 'exact: %', 'exact: Crime'])
  expect(remarks).toEqual([
    'In “a” the end of a selection is taken as its last character: so most selections hold the words that they are named by.',
  ])
})

test('one name that is a character too long does not make a dialect', () => {
  const selections = [selection(9, 15, 'police'), selection(27, 30, '12% ')]
  const { documents, remarks } = read(project(source(selections.join(''))), { 'a.txt': TEXT })
  expect(remarks).toEqual([])
  expect(covered(documents[0]!).words).toEqual(['exact: police', 'exact: 12%'])
})

test('a text may stand in the project itself', () => {
  const inside = `<PlainTextContent>${TEXT}</PlainTextContent>${selection(9, 15, 'police')}`
  expect(covered(read(project(source(inside, ''))).documents[0]!).words).toEqual(['exact: police'])
})

test.each([
  ['relative://../a.txt', 'is outside of the project and is not followed'],
  ['absolute:///etc/passwd', 'is outside of the project and is not followed'],
  ['file:///etc/passwd', 'is outside of the project and is not followed'],
  ['internal://../../etc/passwd', 'is no place in the sources of the project'],
  ['internal://a/b.txt', 'is no place in the sources of the project'],
  ['internal://b.txt', 'Its text "b.txt" is missing from the sources of the project.'],
  ['', 'It has no plain text. Convert it to plain text and export the project again.'],
])(
  'a source whose text is at %j is passed over with a sentence, and the others are read',
  (path, sentence) => {
    const { documents, problems } = read(
      project(source('', `plainTextPath="${path}"`) + source(selection(9, 15))),
      { 'a.txt': TEXT },
    )
    expect(documents).toHaveLength(1)
    expect(problems).toMatchObject([
      { place: expect.stringMatching(/^project\.qde line 1, column \d+$/) as string },
    ])
    expect(problems[0]!.message).toContain(sentence)
  },
)

test('codes are nested, and each annotation has its own', () => {
  const xml = project(
    source(selection(9, 15, '', '<Coding guid="1"><CodeRef targetGUID="c-3"/></Coding>')),
  ).replace(
    CODES,
    `<CodeBook><Codes><Code guid="c-1" name="Tone"><Code guid="c-2" name="good"/></Code><Code guid="c-4" name="Quality"><Code guid="c-3" name="good" color="#fff"/></Code></Codes></CodeBook>`,
  )
  const { documents, remarks } = read(xml, { 'a.txt': TEXT })
  expect(documents[0]!.annotations[0]!.tag).toBe('good')
  expect(remarks).toEqual([
    'Codes are nested in this project; an annotation is tagged with its own code, not with those above it.',
    'Several codes are called “good”; they are read as one tag.',
  ])
})

test('two codes on one selection are two annotations', () => {
  const two = `${coding('1')}<Coding guid="g-2"><CodeRef targetGUID="c-2"/></Coding>`
  const xml = project(source(selection(9, 15, '', two))).replace(
    '</Codes>',
    '<Code guid="c-2" name="Source"/></Codes>',
  )
  const [document] = read(xml, { 'a.txt': TEXT }).documents
  expect(document!.annotations.map(({ id, tag }) => [id, tag])).toEqual([
    ['g-1', 'Claim'],
    ['g-2', 'Source'],
  ])
})

const note = (guid: string, user: string, words: string) =>
  `<Note guid="${guid}" creatingUser="${user}" creationDateTime="2026-01-05T09:00:08"><PlainTextContent>${words}</PlainTextContent></Note>`

test('notes of the annotator are the note, those of others comments, those on nothing a remark', () => {
  const users = '<Users><User guid="u-1" name="Ada"/><User guid="u-2" name="Ben" id="B"/></Users>'
  const notes = `<Notes>${note('n-1', 'u-1', 'One.')}${note('n-2', 'u-1', 'Two.')}${note('n-3', 'u-2', 'Why?')}${note('n-4', 'u-2', 'Lost.')}<Note guid="n-5" plainTextPath="internal://n.txt"/></Notes>`
  const refs = ['n-1', 'n-2', 'n-3', 'n-5', 'n-9'].map((guid) => `<NoteRef targetGUID="${guid}"/>`).join('')
  const inside = selection(9, 15, '', coding('1') + refs).replace(
    '<PlainTextSelection',
    '<PlainTextSelection creatingUser="{U-1}"',
  )
  const xml = project(source(inside), notes).replace('<CodeBook>', `${users}<CodeBook>`)
  const { documents, problems, remarks } = read(xml, { 'a.txt': TEXT, 'n.txt': 'In a file.' })
  expect(problems).toEqual([])
  expect(documents[0]!.annotations).toMatchObject([{ annotator: 'u-1', note: 'One.\n\nTwo.\n\nIn a file.' }])
  expect(documents[0]!.comments).toMatchObject([
    {
      id: 'n-3',
      on: 'g-1',
      words: 'Why?',
      author: { id: 'B', name: 'Ben' },
      created: '2026-01-05T09:00:08.000Z',
    },
  ])
  expect(remarks).toEqual(['1 note on no annotation and no link was passed over.'])
})

test('what has no place in annotation sets is told', () => {
  const others = `<PDFSource guid="p" name="b.pdf"><PDFSelection>${coding('9')}</PDFSelection></PDFSource><AudioSource guid="q"/>`
  const more =
    '<Links><Link guid="l" name="sees" originGUID="s-9" targetGUID="s-27"/></Links><Sets><Set guid="x" name="y"/></Sets>'
  const xml = project(others + source(selection(9, 15) + selection(27, 30) + coding('whole')), more)
  const { documents, problems, remarks } = read(xml, { 'a.txt': TEXT })
  expect(documents[0]!.annotations).toHaveLength(2)
  expect(documents[0]!.links).toMatchObject([{ id: 'l', type: 'sees', from: 'g-9', to: 'g-27' }])
  expect(problems.map(({ message }) => message)).toEqual([
    '“Claim” is given to the whole of “a”, not to words in it.',
  ])
  expect(remarks).toEqual([
    '“b.pdf” is a PDF and was passed over, with 1 coding.',
    'A source without a name is a recording and was passed over, with 0 codings.',
    '1 link has no direction in the file: what is read goes from origin to target.',
    'What else the project holds was passed over: 1 set.',
  ])
})

test.each([
  [selection('x', 3), 'Its positions are no whole numbers from 0.'],
  [selection(-1, 3), 'Its positions are no whole numbers from 0.'],
  [selection('9'.repeat(400), 'NaN'), 'Its positions are no whole numbers from 0.'],
  [selection(3, 3), 'It covers no words.'],
  [selection(3, 9, '', '<NoteRef targetGUID="n"/>'), 'It has no code, and was passed over.'],
  [selection(3, 9, '', '<Coding guid="1"/>'), 'Its code is not in the codebook of the project.'],
  [selection(3, 9, '', coding('1').replace('C-1', 'C-9')), 'Its code is not in the codebook of the project.'],
])('a selection that is wrong has a problem with its place: %.70s', (inside, message) => {
  const { documents, problems } = read(project(`\n${source(`\n${inside}\n${selection(9, 15)}`)}`), {
    'a.txt': TEXT,
  })
  expect(problems).toMatchObject([
    { place: expect.stringMatching(/^project\.qde line 3, column \d+$/) as string, message },
  ])
  expect(covered(documents[0]!).words).toEqual(['exact: police'])
})

test('a link between what is no coded selection is a problem', () => {
  const more =
    '<Links><Link guid="l" name="sees" direction="OneWay" originGUID="s-9" targetGUID="c-1"/></Links>'
  const { problems } = read(project(source(selection(9, 15)), more), { 'a.txt': TEXT })
  expect(problems.map(({ message }) => message)).toEqual([
    '“sees” links something that is no coded selection.',
  ])
})

test('a second code that a program gave to a selection of ours does not double its comments', () => {
  const document = { ...toy, records: { ...toy.records, comments: [remark('c-1', 'ann-source')] } }
  const [file, text] = filesOf(document)
  const xml = new TextDecoder().decode(file!.bytes)
  const claim = guidOf('tag', newsCodebook.id, 'claim')
  const coded = guidOf('coding', 'doc-crime', 'ann-source', 0)
  const more = xml.replace(
    `<Coding guid="${coded}"`,
    (start) => `<Coding guid="new"><CodeRef targetGUID="${claim}"/></Coding>${start}`,
  )
  const { documents, problems } = read(more, { [text!.name.slice(8)]: text!.bytes })
  expect([documents[0]!.annotations.length, documents[0]!.comments.length, problems]).toEqual([4, 1, []])
})

test('several projects are read together, and one that cannot be is named', () => {
  const { documents, problems } = readWith(
    qdpx,
    archive(SAMPLE, { [SAMPLE_TEXT]: TEXT }),
    setFile('b.qdpx', archive('<Project>').bytes),
    setFile('c.qdpx', 'PK\u0003 no zip'),
  )
  expect(documents.map(({ place }) => place)).toEqual([expect.stringMatching(/^a\.qdpx: project\.qde line/)])
  expect(problems.map(({ place }) => place)).toEqual(['b.qdpx', 'c.qdpx'])
  expect(problems[0]!.message).toBe(
    '“b.qdpx: project.qde” was not read as XML: line 1, column 9: unclosed tag: Project.',
  )
})

const BILLION = `<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project name="&b;"/>`

test.each<[string, string, string]>([
  ['a DOCTYPE', BILLION, 'it has a DOCTYPE, which is not read for safety.'],
  ['an unknown entity', '<Project name="&b;"/>', 'undefined entity'],
  ['endless nesting', '<a>'.repeat(100_000), 'more than 200 elements are nested.'],
  [
    'endless nesting of codes',
    `<Project><CodeBook><Codes>${'<Code guid="1" name="x">'.repeat(100_000)}`,
    'nested.',
  ],
  ['no element', '', 'document must contain a root element.'],
  ['another root', '<CodeBook/>', '“project.qde” is no REFI-QDA project.'],
  ['half of it', SAMPLE.slice(0, 900), '“project.qde” was not read as XML: line '],
])('a project with %s is refused with a sentence', (_, xml, sentence) => {
  const message = refusalOf(archive(xml))
  expect(message).toMatch(/^“.*\.$/s)
  expect(message).toContain(sentence)
})

test('an archive that is no project, is cut or tricks is refused', () => {
  const good = archive(SAMPLE, { [SAMPLE_TEXT]: TEXT }).bytes
  expect(refusalOf(setFile('a.qdpx', zipOf({})))).toBe(
    '“a.qdpx” is no REFI-QDA project: it holds no project.qde.',
  )
  expect(refusalOf(setFile('a.qdpx', good.slice(0, 200)))).toContain('damaged archive')
  const bytes = new TextEncoder().encode(SAMPLE)
  expect(refusalOf(setFile('a.qdpx', zipOf({ 'a/project.qde': bytes, 'b/project.qde': bytes })))).toContain(
    'several projects',
  )
  expect(refusalOf(setFile('a.qdpx', zipOf({ '../project.qde': bytes })))).toContain('a place outside itself')
  const loose = qdpx.reader!.read([setFile('sources/x.txt', 'x')])
  expect(loose.ok ? '' : loose.refusal.message).toContain('There is no project.qde among the files')
})

test('names of prototypes are names', () => {
  const xml = project(
    source(
      selection(9, 15, '__proto__', '<Coding guid="__proto__"><CodeRef targetGUID="constructor"/></Coding>'),
    ),
  ).replace('"c-1" name="Claim"', '"constructor" name="__proto__"')
  const { documents, problems } = read(xml, { 'a.txt': TEXT })
  expect(problems).toEqual([])
  expect(documents[0]!.annotations).toMatchObject([{ id: '__proto__', tag: '__proto__' }])
})

test('a description that only looks like ours is somebody’s words', () => {
  for (const words of [
    'Assay annotation: {',
    'Assay annotation: {"id":7}',
    'Assay annotation: null',
    'Assay',
  ])
    expect(described('annotation', words)).toBeUndefined()
  const inside = `<Description>Said in court.</Description>${coding('1')}`
  const [document] = read(project(source(selection(9, 15, '', inside))), { 'a.txt': TEXT }).documents
  expect(document!.annotations[0]!.note).toBe('Said in court.')
})

test('large files are read in linear time', () => {
  const text = 'Words and words. '.repeat(60_000)
  const many = Array.from({ length: 5000 }, (_, k) =>
    selection(k * 17, k * 17 + 5, 'Words', coding(`${k}`)),
  ).join('')
  const started = performance.now()
  const { documents } = read(project(source(many)), { 'a.txt': text })
  expect(documents[0]!.annotations).toHaveLength(5000)
  expect(refusalOf(archive(`<Project name="${'x'.repeat(1_000_000)}`))).toContain('was not read as XML')
  expect(performance.now() - started).toBeLessThan(3000)
})

test('damaged files are survived', () => {
  const linked = {
    ...toy,
    records: {
      ...toy.records,
      links: [...toy.records.links, linkOf('l', 'same-as', 'ann-source', 'ann-figure')],
    },
  }
  const [file, text] = filesOf(linked)
  survivesDamage(qdpx, [setFile('a.qdpx', qdpx.write(exportedOf(linked)))], 100)
  survivesDamage(qdpx, [setFile('project.qde', file!.bytes), setFile(text!.name, text!.bytes)], 200)
  expect(parseXml('', 'x').ok).toBe(false)
})
