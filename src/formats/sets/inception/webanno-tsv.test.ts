import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { marked } from '../../../testing/marked'
import { annotationOf, articleOf, ben, linkOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import type { IncomingDocument, IncomingSets } from '../incoming'
import { placeAll } from '../placing'
import { SetFile } from '../set-file'
import { webannoTsv } from './webanno-tsv'
import { filesInZip } from '../zip'

const filesOf = (...documents: AnnotatedDocument[]): SetFile[] =>
  expectOk(filesInZip(new SetFile('a.zip', webannoTsv.write(exportedOf(...documents)))))

const textOf = (file: SetFile | undefined): string => expectOk(file!.text)

const read = (content: string): IncomingSets => readWith(webannoTsv, setFile('a.tsv', content))

/** The words of each annotation, with its label. */
const wordsOf = (document: IncomingDocument, text = document.text!): string[] =>
  placeAll(document, { text, crlf: false, same: true }).places.map((placed, k) => {
    const words =
      placed.how === 'exact' ? placed.ranges.map(({ start, end }) => text.slice(start, end)) : placed.how
    return `${document.annotations[k]!.tag}: ${String(words)}`
  })

const documentOf = (
  text: string,
  ...annotations: AnnotatedDocument['records']['annotations']
): AnnotatedDocument => ({
  article: articleOf('doc-1', text),
  records: { sets: toy.records.sets, annotations, links: [], comments: [], verdicts: [], answers: [] },
})

const claims = (content: string): boolean => webannoTsv.reader!.recognises(setFile('a.tsv', content))

test('the toy text as it is written', () => {
  const [file, ...others] = filesOf(toy)
  expect([file!.name, others]).toEqual(['Crime/Ada.tsv', []])
  expect(textOf(file).replaceAll('\t', '→')).toBe(`#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Span|label|note|attributes
#T_RL=webanno.custom.Relation|label|BT_webanno.custom.Span


#Text=📉 Crime, police said, fell 12% in May.
1-1→0-2→📉→_→_→_→_→_→
1-2→3-8→Crime→Claim→may be seasonal→*→_→_→
1-3→8-9→,→_→_→_→_→_→
1-4→10-16→police→Source→*→*→attributed to→1-2→
1-5→17-21→said→_→_→_→_→_→
1-6→21-22→,→_→_→_→_→_→
1-7→23-27→fell→Claim[1]→may be seasonal[1]→*[1]→_→_→
1-8→28-30→12→Claim[1]|Figure[2]→may be seasonal[1]|*[2]→*[1]|{"unit":"%","value":12}[2]→quantified by→1-2[0_2]→
1-9→30-31→%→Claim[1]|Figure[2]→may be seasonal[1]|*[2]→*[1]|{"unit":"%","value":12}[2]→_→_→
1-10→32-34→in→Claim[1]→may be seasonal[1]→*[1]→_→_→
1-11→35-38→May→Claim[1]→may be seasonal[1]→*[1]→_→_→
1-12→38-39→.→_→_→_→_→_→
`)
})

test('the toy text read again', () => {
  const { documents, problems, remarks } = writtenAndRead(webannoTsv, exportedOf(toy))
  expect([problems, remarks]).toEqual([[], []])
  expect(documents).toMatchObject([
    {
      name: 'Crime',
      text: toy.article.text,
      units: ['utf-16', 'code-points'],
      ids: 'made-up',
      annotators: [{ id: 'Ada', name: 'Ada' }],
      annotations: [
        { id: '1', tag: 'Claim', note: 'may be seasonal', annotator: 'Ada', place: 'Crime/Ada.tsv line 8' },
        { id: '2', tag: 'Source' },
        { id: '3', tag: 'Claim', note: 'may be seasonal' },
        { id: '4', tag: 'Figure', attributes: { unit: '%', value: 12 } },
      ],
      links: [
        { type: 'attributed to', from: '1', to: '2' },
        { type: 'quantified by', from: '1', to: '4' },
      ],
    },
  ])
  expect(wordsOf(documents[0]!)).toEqual([
    'Claim: Crime',
    'Source: police',
    'Claim: fell 12% in May',
    'Figure: 12%',
  ])
})

test('another’s file, with numbers where an end has several tokens', () => {
  const { documents, problems } = read(
    `#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Desk|label
#T_RL=webanno.custom.DeskLink|label|BT_webanno.custom.Desk


#Text=📉 Crime, police said, fell 12% in May.
1-1→0-2→📉→_→_→_→
1-2→3-8→Crime→_→_→_→
1-3→8-9→,→_→_→_→
1-4→10-16→police→SOURCE→attributed-to→1-7[1_0]→
1-5→17-21→said→_→_→_→
1-6→21-22→,→_→_→_→
1-7→23-27→fell→CLAIM[1]→_→_→
1-8→28-30→12→CLAIM[1]|FIGURE[2]→quantified-by→1-7[1_2]→
1-9→30-31→%→CLAIM[1]|FIGURE[2]→_→_→
1-10→32-34→in→CLAIM[1]→_→_→
1-11→35-38→May→CLAIM[1]→_→_→
1-12→38-39→.→_→_→_→
`.replaceAll('→', '\t'),
  )
  expect(problems).toEqual([])
  expect(wordsOf(documents[0]!)).toEqual(['SOURCE: police', 'CLAIM: fell 12% in May', 'FIGURE: 12%'])
  expect(documents[0]!.links).toMatchObject([
    { type: 'attributed-to', from: '2', to: '1' },
    { type: 'quantified-by', from: '2', to: '3' },
  ])
  expect(documents[0]).toMatchObject({ name: 'a', annotators: [], text: toy.article.text })
})

test('nothing that the format claims to hold is lost', () => {
  // Two documents of one text are told apart by nothing that the format has.
  const two = fc
    .tuple(anyDocument('doc-1'), anyDocument('doc-2'))
    .filter(([a, b]) => a.article.text !== b.article.text)
  fc.assert(
    fc.property(two, ([a, b]) => {
      const exported = exportedOf(a, b)
      expect(lostOnTheWay(webannoTsv, exported)).toEqual([])
      expect(writtenAndRead(webannoTsv, exported).documents.map(({ text }) => text)).toEqual([
        a.article.text,
        b.article.text,
      ])
    }),
    { numRuns: 100 },
  )
})

test('sentences reach to the next one, so that every blank is there; empty lines are lines of their own', () => {
  const text = ' \nOne.  Two.\n\nThree.\n'
  const [file] = filesOf(documentOf(text))
  expect(textOf(file).split('\n').slice(3, -1)).toEqual([
    '',
    '#Text= ',
    '#Text=One.  ',
    '1-1\t0-2\t \\n\t_\t',
    '1-2\t2-5\tOne\t_\t',
    '1-3\t5-6\t.\t_\t',
    '',
    '#Text=Two.',
    '#Text=',
    '#Text=',
    '2-1\t8-11\tTwo\t_\t',
    '2-2\t11-12\t.\t_\t',
    '',
    '#Text=Three.',
    '#Text=',
    '3-1\t14-19\tThree\t_\t',
    '3-2\t19-20\t.\t_\t',
  ])
  expect(readWith(webannoTsv, file!).documents[0]!.text).toBe(text)
})

test('control characters, tabs and backslashes of a text come back', () => {
  const text = 'A\tb \\n \\\\ c\u0000\u001b\fd [1]|_*\u000b#Text=\u2028.'
  const [document] = writtenAndRead(webannoTsv, exportedOf(documentOf(text))).documents
  expect(document!.text).toBe(text)
})

test('what means something in a cell is escaped, in labels, notes and attributes', () => {
  const text = 'Rents rose.'
  const note = '_|a->b; [1]\\[2] *\ttab\nline\\'
  const attributes = { 'a[b]': '*_|;\\', __: true, 'x\n': 1 }
  const range = { start: 0, end: 5 }
  const document = documentOf(
    text,
    annotationOf('a', 'claim', text, [range], { note, attributes }),
    annotationOf('b', 'claim', text, [range], { note: '_' }),
    annotationOf('c', 'claim', text, [range], { note: '*' }),
  )
  const [back] = writtenAndRead(webannoTsv, exportedOf(document)).documents
  expect(back!.annotations.map((one) => one.note)).toEqual([note, '_', '*'])
  expect(back!.annotations[0]!.attributes).toEqual(attributes)
})

test('a link to another’s annotation comes back without a second copy, of two that are alike as well', () => {
  const { text, ranges } = marked('[Crime fell], said [police].')
  const bens = { set: setBy(ben).id }
  const document: AnnotatedDocument = {
    article: articleOf('doc-1', text),
    records: {
      sets: [setBy(ben), ...toy.records.sets],
      annotations: [
        annotationOf('a', 'claim', text, [ranges[0]!]),
        annotationOf('b', 'source', text, [ranges[1]!], bens),
        annotationOf('c', 'source', text, [ranges[1]!], bens),
      ],
      links: [linkOf('l', 'attributed-to', 'a', 'c'), linkOf('m', 'same-as', 'b', 'c')],
      comments: [],
      verdicts: [],
      answers: [],
    },
  }
  const [back] = writtenAndRead(webannoTsv, exportedOf(document)).documents
  expect(back!.annotations.map(({ tag, annotator }) => [tag, annotator])).toEqual([
    ['Claim', 'Ada'],
    ['Source', 'Ben'],
    ['Source', 'Ben'],
  ])
  expect(new Set(back!.links.flatMap(({ from, to }) => [from, to])).size).toBe(3)
})

/** The sentence “This is a test .” with these cells for each token, under this head. */
const rows = (head: string, ...cells: string[]): string => {
  const tokens = ['0-4\tThis', '5-7\tis', '8-9\ta', '10-14\ttest', '15-16\t.']
  const lines = tokens.map((token, k) => `1-${k + 1}\t${token}\t${cells[k] ?? '_'}\t`)
  return ['#FORMAT=WebAnno TSV 3.3', head, '', '', '#Text=This is a test .', ...lines, ''].join('\n')
}

test.each<[string, string, string[]]>([
  [
    'stacked',
    rows('#T_SP=x.Span|value', 'PER[1]|PER[2]', 'ORG[3]|PER[2]'),
    ['PER: This', 'PER: This is', 'ORG: is'],
  ],
  ['without a value', rows('#T_SP=x.Span|value', '*', '_', '*[1]', '*[1]'), ['Span: This', 'Span: a test']],
  ['of a layer without features', rows('#T_SP=x.Span|', '*'), ['Span: This']],
  ['that look stacked', rows('#T_SP=x.Span|value', 'NOT\\[1\\]', 'a\\|b\\_'), ['NOT[1]: This', 'a|b_: is']],
  [
    'with a label among others',
    rows('#T_SP=x.NE|identifier|value', 'Q1\tORG', '_\t_', 'Q2\t*', '_\t_', '_\t_'),
    ['ORG: This', 'Q2: a'],
  ],
  [
    'across sentences',
    `${rows('#T_SP=x.Span|value', '_', '_', '_', '_', 'PER[1]')}\n#Text=He\n2-1\t17-19\tHe\tPER[1]\t\n`,
    ['PER: .\nHe'],
  ],
])('annotations %s are read', (_, content, words) => {
  const { documents, problems } = read(content)
  expect(problems).toEqual([])
  expect(wordsOf(documents[0]!, documents[0]!.text ?? 'This is a test .\nHe')).toEqual(words)
})

test('parts of tokens have rows of their own', () => {
  const { documents, problems } = read(
    `#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Span|value


#Text=aaaaaa bbbbbb cccccc
1-1→0-6→aaaaaa→2a[1]|7a[3]→
1-1.1→3-6→aaa→9a[7]→
1-2→7-13→bbbbbb→2a[1]|9a[7]→
1-2.1→7-10→bbb→7a[3]→
1-2.2→7-7→→11a→
1-3→14-20→cccccc→_→
1-3.1→14-17→ccc→9a[7]→
`.replaceAll('→', '\t'),
  )
  expect(wordsOf(documents[0]!)).toEqual(['2a: aaaaaa bbbbbb', '7a: aaaaaa bbb', '9a: aaa bbbbbb ccc'])
  expect(problems).toEqual([{ place: 'a.tsv line 10', message: 'It covers no words.' }])
})

test('relations: of several, stacked, between what is no annotation here', () => {
  const head = `#T_SP=x.Span|value
#T_RL=x.Rel|kind|label|BT_x.Span
#T_RL=x.Dep|BT_x.Token`
  const { documents, problems, remarks } = read(
    rows(
      head,
      'A[1]|B[2]\t_\t_\t_\t1-2',
      'C\tk\\_1|*\tr1|r2\t1-1[2_0]|1-1[1_0]\t_',
      'D\t*\t*\t1-4\t_',
      '_\t_\t_\t_\t_',
      '_\t_\t_\t_\t_',
    ),
  )
  expect(documents[0]!.links).toMatchObject([
    { type: 'r1', from: '2', to: '3' },
    { type: 'r2', from: '1', to: '3' },
  ])
  expect(problems).toEqual([
    { place: 'a.tsv line 10', message: 'Its relation joins “1-4”, where there is no such annotation.' },
  ])
  expect(remarks).toEqual([
    'Passed over in “a.tsv”: 1 × relation between what is no annotation here (x.Dep), 1 × feature “kind” of a relation.',
  ])
})

test('chains and slots are passed over with a remark; what has slots is an annotation', () => {
  const head = `#T_SP=x.Host|ROLE_x.Host:links_x.LinkType|x.Span
#T_CH=x.Link|referenceType|referenceRelation`
  const { documents, remarks } = read(
    rows(head, 'p1;p2\t1-2;1-3\t*->1-1\t*', '_\t_\t_\t_', '_\t_\t_\t_', '_\t_\t_\t_', '_\t_\t_\t_'),
  )
  expect(wordsOf(documents[0]!)).toEqual(['Host: This'])
  expect(remarks).toEqual([
    'Passed over in “a.tsv”: the chains x.Link, the slots x.Host:links_x.LinkType of x.Host.',
  ])
})

test('where it is not known what stands between sentences there is no text, but words and positions', () => {
  const { documents, remarks } = read(
    `${rows('#T_SP=x.Span|value', 'PER')}\n#Sentence.id=s2\n#Text=This is\n#Text=it\n2-1\t18-22\tThis\tORG\t\n2-2\t23-25\tis\t_\t\n2-3\t26-28\tit\t_\t\n`,
  )
  expect(documents[0]).not.toHaveProperty('text')
  expect(documents[0]!.annotations).toMatchObject([
    { pieces: [{ start: 0, end: 4, exact: 'This' }] },
    { pieces: [{ start: 18, end: 22, exact: 'This', suffix: ' is\nit' }] },
  ])
  expect(remarks).toEqual([
    '“a.tsv” does not say what stands between its sentences (a.tsv line 12), so no text is taken from it; its annotations have their words and positions.',
  ])
  expect(wordsOf(documents[0]!, 'This is a test .  This is\nit')).toEqual(['PER: This', 'ORG: This'])
})

test('the dialects: CRLF, a byte order mark, versions to 3.1 with the escapes of Java, code points', () => {
  const plain = rows('#T_SP=x.Span|value', 'PER')
  expect(wordsOf(read(`\uFEFF${plain.replaceAll('\n', '\r\n')}`).documents[0]!)).toEqual(['PER: This'])
  const old = plain
    .replace('3.3', '3.1')
    .replace('is a test', 'is\\u0020a \\"t\\"'.replace('\\u0020', '\\\\u0020'))
  expect(read(old).documents[0]!.text).toBe('This is\\u0020a "t" .')
  const points =
    '#FORMAT=WebAnno TSV 3.2\n#T_SP=x.Span|value\n\n\n#Text=📉 Crime\n1-1\t0-1\t📉\t_\t\n1-2\t2-7\tCrime\tC\t\n'
  const { documents, remarks } = read(points)
  expect(wordsOf(documents[0]!)).toEqual(['C: Crime'])
  expect(remarks).toEqual([
    'Positions in “a.tsv” were taken as counted in code points: so its tokens are where they should be.',
  ])
})

test('what cannot be taken is named with its line, and the others are read', () => {
  const { documents, problems } = read(
    `${rows('#T_SP=x.Span|value', 'PER', 'ORG')}1-6\t15-x\t.\t_\t\n1-7\t15-16\t.\nwords\n\n#Text=Over.\n2-1\t4-8\tOver\tLOC\t\n`,
  )
  expect(documents[0]!.annotations.map(({ tag }) => tag)).toEqual(['PER', 'ORG', 'LOC'])
  expect(documents[0]).not.toHaveProperty('text')
  const row = 'It is no row of a token, which begins with a number as “1-1” and with positions as “0-5”.'
  expect(problems).toEqual([
    { place: 'a.tsv line 11', message: row },
    { place: 'a.tsv line 13', message: row },
    {
      place: 'a.tsv line 12',
      message: 'It has 0 columns behind the token; the head of the file declares 1.',
    },
    {
      place: 'a.tsv line 15',
      message: 'Its positions do not fit the sentences before it; no text was taken from the file.',
    },
  ])
})

test('an empty text, and one that nobody has annotated', () => {
  const empty = {
    article: articleOf('doc-1', ''),
    records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
  }
  expect(filesOf(empty).map(({ name }) => name)).toEqual(['An_article/INITIAL_CAS.tsv'])
  expect(writtenAndRead(webannoTsv, exportedOf(empty)).documents).toMatchObject([
    { text: '', annotators: [], annotations: [] },
  ])
})

test('only files of this format are claimed; nothing but others is refused', () => {
  expect(['#FORMAT=WebAnno TSV 3.3\n', '\uFEFF#FORMAT=WebAnno TSV 3.0'].map(claims)).toEqual([true, true])
  expect(['# webanno.custom.Span | f1', '#id=1', 'a\tb', ''].map(claims)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(webannoTsv.reader!.read([setFile('a.tsv', '#id=1')])).toMatchObject({
    refusal: { message: '“a.tsv” is no WebAnno TSV 3: its first line does not say so.' },
  })
})

test('damaged and hostile files are survived, long ones in time', () => {
  survivesDamage(webannoTsv, filesOf(toy), 200)
  const head = '#FORMAT=WebAnno TSV 3.3\n#T_SP=__proto__|constructor\n\n\n'
  const long = 'a'.repeat(1_000_000)
  for (const content of [
    `${head}#Text=${long}\n1-1\t0-1000000\t${long}\t${'[|'.repeat(50_000)}\t\n`,
    `${head}#Text=${'\\'.repeat(1_000_001)}\n1-1\t0-1\t\\\t${'\\'.repeat(1_000_001)}\t\n`,
    `${head}#Text=a\n1-1\t999999999999-999999999999\ta\t*\t\n`,
    `${head}${Array.from({ length: 20_000 }, (_, k) => `1-${k}\t${k}-${k + 1}\ta\tx[1]|y\t\n`).join('')}`,
    `${head}${'#Text=\n'.repeat(200_000)}`,
  ])
    webannoTsv.reader!.read([setFile('a.tsv', content)])
})
