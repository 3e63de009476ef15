import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { newsCodebook } from '../../../core/codebook/news'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { marked } from '../../../testing/marked'
import { ada, annotationOf, articleOf, ben, linkOf, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { brat } from './brat'
import type { AnnotatedDocument, Exported } from '../codec'
import { placeAll } from '../placing'
import { SetFile } from '../set-file'
import { filesInZip } from '../zip'

const TEXT = toy.article.text

const filesOf = (exported: Exported): SetFile[] =>
  expectOk(filesInZip(new SetFile('export.zip', brat.write(exported))))

const contents = (exported: Exported): Record<string, string> =>
  Object.fromEntries(filesOf(exported).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]))

/** Reads an .ann with a text beside it. */
const read = (ann: string, text: string | null = TEXT, ...more: SetFile[]) =>
  readWith(brat, setFile('a.ann', ann), ...(text === null ? [] : [setFile('a.txt', text)]), ...more)

/** The words of each annotation by its id, as they are found in the text. */
function wordsIn({ documents }: ReturnType<typeof readWith>, text = TEXT): Record<string, string> {
  return Object.fromEntries(
    documents.flatMap((document) => {
      const { places } = placeAll(document, { text, crlf: false, same: false })
      return document.annotations.map(({ id }, k) => {
        const place = places[k]!
        if (place.how === 'lost') return [id, `lost: ${place.why}`]
        return [
          id,
          `${place.how}: ${place.ranges.map(({ start, end }) => text.slice(start, end)).join(' … ')}`,
        ]
      })
    }),
  )
}

const of = (text: string, ...annotations: Parameters<typeof annotationOf>[]): AnnotatedDocument => ({
  article: articleOf('doc-1', text),
  records: {
    sets: [setBy(ada)],
    annotations: annotations.map((given) => annotationOf(...given)),
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  },
})

test('the toy text is a zip of text, annotations and two configurations', () => {
  expect(contents(exportedOf(toy))).toEqual({
    'Crime.txt': TEXT,
    'Crime.ann': [
      'T1\tClaim 2 7;22 37\tCrime fell 12% in May',
      'T2\tSource 9 15\tpolice',
      'T3\tFigure 27 30\t12%',
      'R1\tattributed-to Arg1:T1 Arg2:T2',
      'R2\tquantified-by Arg1:T1 Arg2:T3',
      '#1\tAnnotatorNotes T1\tmay be seasonal',
      '#2\tAssayAttributes T3\t{"unit":"%","value":12}',
      '',
    ].join('\n'),
    'annotation.conf': [
      '# Assay: text and numbers of attributes are JSON in notes of the type AssayAttributes.',
      '[entities]',
      'Claim',
      'Source',
      'Figure',
      '[relations]',
      'attributed-to\tArg1:Claim, Arg2:Source',
      'quantified-by\tArg1:Claim, Arg2:Figure',
      'supports\tArg1:Claim, Arg2:Claim',
      'contradicts\tArg1:Claim, Arg2:Claim',
      'same-as\tArg1:Source, Arg2:Source',
      'same-as\tArg1:Claim, Arg2:Claim',
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      '[events]',
      '[attributes]',
      'Kind\tArg:Claim|Source|Figure, Value:fact|forecast|opinion|policy|named-person|unnamed-person|institution|document|media|percent|money|count|duration|date|ordinal|ratio',
      'Worth-checking\tArg:Claim, Value:high|medium|low',
      'Status\tArg:Claim, Value:unchecked|supported|disputed|refuted',
      'My-confidence\tArg:Claim, Value:sure|likely|unsure',
      'Comparator\tArg:Figure, Value:about|nearly|at-least|up-to|more-than|less-than',
      '',
    ].join('\n'),
    'visual.conf': [
      '[labels]',
      'Claim | Claim',
      'Source | Source',
      'Figure | Figure',
      'attributed-to | attributed to',
      'quantified-by | quantified by',
      'supports | supports',
      'contradicts | contradicts',
      'same-as | same as',
      'Kind | Kind',
      'Worth-checking | Worth checking',
      'Status | Status',
      'My-confidence | My confidence',
      'Comparator | Comparator',
      '[drawing]',
      'Claim\tbgColor:#0072b2, fgColor:white, borderColor:darken',
      'Source\tbgColor:#d55e00, fgColor:white, borderColor:darken',
      'Figure\tbgColor:#009e73, fgColor:white, borderColor:darken',
      '',
    ].join('\n'),
  })
})

test('a sample of brat’s own is read: places, links, attributes and notes', () => {
  const sample = [
    'T1\tCLAIM 2 7;22 37\tCrime fell 12% in May',
    'T2\tSOURCE 9 15\tpolice',
    'T3\tFIGURE 27 30\t12%',
    'R1\tattributed-to Arg1:T1 Arg2:T2',
    'R2\tquantified-by Whole:T1 Part:T3',
    'A1\tConfidence T1 high',
    'A2\tNegated T1',
    '#1\tAnnotatorNotes T1\tmay be seasonal',
    '#2\tAnnotatorNotes R1\tsaid so',
    '',
  ].join('\n')
  const sets = read(sample)
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(sets.documents[0]).toMatchObject({
    name: 'a',
    text: TEXT,
    ids: 'kept',
    annotators: [],
    annotations: [
      { id: 'T1', tag: 'CLAIM', note: 'may be seasonal', attributes: { Confidence: 'high', Negated: true } },
      { id: 'T2', tag: 'SOURCE' },
      { id: 'T3', tag: 'FIGURE' },
    ],
    links: [
      { id: 'R1', type: 'attributed-to', from: 'T1', to: 'T2', note: 'said so' },
      { id: 'R2', type: 'quantified-by', from: 'T1', to: 'T3' },
    ],
  })
  const words = { T1: 'exact: Crime … fell 12% in May', T2: 'exact: police', T3: 'exact: 12%' }
  expect(wordsIn(sets)).toEqual(words)
  // The same with CRLF and a byte order mark.
  expect(wordsIn(read(`\uFEFF${sample.replaceAll('\n', '\r\n')}`))).toEqual(words)
})

// A T line cannot hold an annotation of nothing but line ends and tabs, which no gesture makes either.
const writable = ({ article, records }: AnnotatedDocument): AnnotatedDocument => {
  const annotations = records.annotations.filter(({ span }) =>
    span.some(({ exact }) => /[^\s\p{Cc}]/u.test(exact)),
  )
  const kept = new Set(annotations.map(({ id }) => id))
  const links = records.links.filter(({ from, to }) => kept.has(from) && kept.has(to))
  return { article, records: { ...records, annotations, links } }
}

test('what is written comes back, by one annotator and by several', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (one, other) => {
      fc.pre(one.article.text !== other.article.text) // of two with one text it is not clear which came back
      const exported = exportedOf(writable(one), writable(other))
      expect(lostOnTheWay(brat, exported)).toEqual([])
      const alone = exported.documents.map(({ article, records }) => {
        const annotations = records.annotations.map((annotation) => ({ ...annotation, set: setBy(ada).id }))
        return { article, records: { ...records, sets: [setBy(ada)], annotations } }
      })
      expect(lostOnTheWay(brat, exportedOf(...alone))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('notes and links come back word for word', () => {
  const notes = ['a\nb', 'C:\\new', '\\', 'tab\there', '\r\n', ' kept ', 'line\u2028end\u0085', '\u0000']
  const { text, ranges } = marked('the [cat] sat')
  const records = {
    ...of(text).records,
    annotations: notes.map((note, k) => annotationOf(`a-${k}`, 'claim', text, ranges, { note })),
    links: notes.slice(1).map((note, k) => linkOf(`l-${k}`, 'supports', `a-${k}`, `a-${k + 1}`, { note })),
  }
  const exported = exportedOf({ article: articleOf('doc-1', text), records })
  const [document] = writtenAndRead(brat, exported).documents
  expect(document!.annotations.map(({ note }) => note)).toEqual(notes)
  expect(document!.links.map(({ note }) => note)).toEqual(notes.slice(1))
  expect(contents(exported)['An-article.ann']).toContain('#1\tAnnotatorNotes T1\ta\\nb\n')
})

test('what no note of ours can be is taken as it stands, and so is everything beside another’s configuration', () => {
  const ann = 'T1\tClaim 2 7\tCrime\n#1\tAnnotatorNotes T1\tC:\\Users\n'
  expect(read(ann).documents[0]!.annotations[0]!.note).toBe('C:\\Users')
  const conf = setFile('annotation.conf', '[entities]\nClaim\n')
  const other = read(ann.replace('Users', 'new'), TEXT, conf)
  expect(other.documents[0]!.annotations[0]!.note).toBe('C:\\new')
})

test.each<[string, string, string]>([
  ['[one\ntwo]', '0 3;4 7', 'one two'],
  ['[one\n   two]', '0 3;7 10', 'one two'],
  ['[one\n\n\ttwo]', '0 3;6 9', 'one two'],
  ['[one\ttwo]', '0 3;4 7', 'one two'],
  ['📉 [one\u2028two] [three]', '2 5;6 9;10 15', 'one two three'],
])('the span %j is cut at its line ends and tabs, and comes back as it was', (source, places, words) => {
  const { text, ranges } = marked(source)
  const exported = exportedOf(of(text, ['a', 'claim', text, ranges]))
  expect(contents(exported)['An-article.ann']).toBe(`T1\tClaim ${places}\t${words}\n`)
  expect(lostOnTheWay(brat, exported)).toEqual([])
})

test('pieces that only a line end parts stay two, and blanks at the ends stay', () => {
  for (const source of ['[one]\n[two]', '[one\n] two', '[\none] [two]']) {
    const { text, ranges } = marked(source)
    const exported = exportedOf(of(text, ['a', 'claim', text, ranges]))
    expect(contents(exported)['An-article.ann']).toContain('\n#1\tAssaySpan T1\t[[')
    expect(lostOnTheWay(brat, exported)).toEqual([])
    // A blank at an end of a quote does not tell whether a line end counts one or two.
    if (/\s\]/.test(source)) continue
    const crlf = filesOf(exported).map((file) =>
      file.extension === 'txt' ? setFile(file.name, text.replaceAll('\n', '\r\n')) : file,
    )
    const back = readWith(brat, ...crlf)
    const [place] = placeAll(back.documents[0]!, { text, crlf: true, same: false }).places
    expect(place).toEqual({ how: 'exact', ranges })
  }
})

test('a T line that was moved since is believed, and not our note of where it was', () => {
  const sets = read('T1\tClaim 0 3\tone\n#1\tAssaySpan T1\t[[0,4]]\n', 'one two')
  expect(wordsIn(sets, 'one two')).toEqual({ T1: 'exact: one' })
  expect(sets.problems).toEqual([
    { place: 'a.ann line 2', message: 'It is not of the places of its T line, which were taken instead.' },
  ])
})

test('an annotation of nothing but a line end is left out, with its links', () => {
  const text = 'a\nb'
  const document = of(
    text,
    ['a', 'claim', text, [{ start: 1, end: 2 }]],
    ['b', 'claim', text, [{ start: 2, end: 3 }]],
  )
  const exported = exportedOf({
    ...document,
    records: { ...document.records, links: [linkOf('l', 'supports', 'a', 'b')] },
  })
  expect(contents(exported)['An-article.ann']).toBe('T1\tClaim 2 3\tb\n')
})

test('attributes are A lines for choices and what is only there, JSON for all else', () => {
  const attributes = {
    kind: 'opinion',
    'check-worthiness': 'odd',
    Negated: true,
    no: false,
    __x: 'a\nb',
    'ä b': true,
  }
  const exported = exportedOf(
    of('the cat', ['a', 'claim', 'the cat', [{ start: 4, end: 7 }], { attributes }]),
  )
  const files = contents(exported)
  expect(files['An-article.ann']!.split('\n').slice(1)).toEqual([
    'A1\tKind T1 opinion',
    'A2\tNegated T1',
    '#1\tAssayAttributes T1\t{"check-worthiness":"odd","no":false,"__x":"a\\nb","ä b":true}',
    '',
  ])
  expect(files['annotation.conf']).toContain('\nNegated\tArg:Claim\n')
  expect(writtenAndRead(brat, exported).documents[0]!.annotations[0]!.attributes).toEqual({
    Kind: 'opinion',
    ...attributes,
    kind: undefined,
  })
  expect(lostOnTheWay(brat, exported)).toEqual([])
})

test('names that brat does not allow come back by the display names', () => {
  const [claim, ...tags] = newsCodebook.tags
  const kind = { ...claim!.attributes[0]!, name: '种类' }
  const codebook = {
    ...newsCodebook,
    tags: [{ ...claim!, id: '声明', name: '声 明', attributes: [kind] }, ...tags],
    links: [{ ...newsCodebook.links[0]!, id: 'привет', name: 'мир' }],
  }
  const document = of(
    'the cat',
    ['a', '声明', 'the cat', [{ start: 4, end: 7 }], { attributes: { kind: 'fact' } }],
    ['b', 'gone tag', 'the cat', [{ start: 0, end: 3 }]],
  )
  const links = [linkOf('l', 'привет', 'a', 'b'), linkOf('m', 'gone', 'b', 'a')]
  const exported = { ...exportedOf({ ...document, records: { ...document.records, links } }), codebook }
  expect(contents(exported)['An-article.ann']).toBe(
    [
      'T1\tgone-tag 0 3\tthe',
      'T2\ttag 4 7\tcat',
      'R1\tlink Arg1:T2 Arg2:T1',
      'R2\tgone Arg1:T1 Arg2:T2',
      'A1\tkind T2 fact',
      '',
    ].join('\n'),
  )
  expect(lostOnTheWay(brat, exported)).toEqual([])
})

test('several annotators have a folder each, and are read back from it; links may cross', () => {
  const text = 'the cat sat'
  const cat = annotationOf('a', 'claim', text, [{ start: 4, end: 7 }])
  const sat = annotationOf('b', 'claim', text, [{ start: 8, end: 11 }], { set: setBy(ben).id })
  const records = {
    sets: [setBy(ada), setBy(ben)],
    annotations: [cat, sat],
    links: [linkOf('l', 'supports', 'b', 'a')],
    comments: [],
    verdicts: [],
    answers: [],
  }
  const exported = exportedOf({ article: articleOf('doc-1', text, 'What sat?'), records })
  const files = contents(exported)
  expect(Object.keys(files)).toEqual([
    'Ada/What-sat.txt',
    'Ada/What-sat.ann',
    'Ben/What-sat.txt',
    'Ben/What-sat.ann',
    'annotation.conf',
    'visual.conf',
  ])
  expect(files['Ada/What-sat.ann']).toBe(
    'T1\tClaim 4 7\tcat\nT2\tClaim 8 11\tsat\nR1\tsupports Arg1:T2 Arg2:T1\n#1\tAssayCopy T2\t"Ben"\n',
  )
  expect(files['Ben/What-sat.ann']).toBe('T2\tClaim 8 11\tsat\n')
  const sets = writtenAndRead(brat, exported)
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(sets.documents).toMatchObject([
    {
      annotators: [
        { id: 'Ada', name: 'Ada' },
        { id: 'Ben', name: 'Ben' },
      ],
      annotations: [
        { id: 'T1', annotator: 'Ada' },
        { id: 'T2', annotator: 'Ben' },
      ],
      links: [{ id: 'R1', annotator: 'Ada', from: 'T2', to: 'T1' }],
    },
  ])
  // Ada’s file alone still knows whose the other end is.
  const alone = readWith(brat, ...filesOf(exported).filter(({ name }) => !name.startsWith('Ben')))
  expect(alone.documents[0]!.annotations).toMatchObject([
    { id: 'T1', annotator: 'Ada' },
    { id: 'T2', annotator: 'Ben' },
  ])
})

test('folders with the same texts are annotators’ elsewhere too, and their ids are told apart', () => {
  const text = 'the cat'
  const one = 'T1\tA 0 3\tthe\nT2\tA 4 7\tcat\nR1\tr Arg1:T1 Arg2:T2\n'
  const files = [
    setFile('all/x/d.ann', one),
    setFile('all/x/d.txt', text),
    setFile('all/y/d.ann', one),
    setFile('all/y/d.txt', text),
  ]
  const { documents, remarks, problems } = readWith(brat, ...files)
  expect(problems).toEqual([])
  expect(remarks).toEqual([
    'The folders “x”, “y” hold the same texts, and were taken for those of annotators.',
  ])
  expect(documents).toHaveLength(1)
  expect(documents[0]!.annotations.map(({ id, annotator }) => [id, annotator])).toEqual([
    ['T1', 'x'],
    ['T2', 'x'],
    ['y/T1', 'y'],
    ['y/T2', 'y'],
  ])
  expect(documents[0]!.links.map(({ id, from }) => [id, from])).toEqual([
    ['R1', 'T1'],
    ['y/R1', 'y/T1'],
  ])
  // Other texts, other documents.
  const apart = readWith(brat, ...files.slice(0, 3), setFile('all/y/d.txt', 'the cot'))
  expect(apart.documents.map(({ annotators }) => annotators)).toEqual([[], []])
})

test('without its text a file is placed by its words', () => {
  const sets = read('T1\tClaim 2 7;22 37\tCrime fell 12% in May\nT2\tSource 9 15\tpolice\n', null)
  expect(sets.documents[0]!.text).toBeUndefined()
  expect(sets.remarks).toEqual([
    '“a.ann” came without the text beside it, so that places are found by their words.',
  ])
  expect(wordsIn(sets)).toEqual({ T1: 'exact: Crime … fell 12% in May', T2: 'exact: police' })
})

test('places in UTF-16 units, and texts with CRLF counted as one or two, are found out', () => {
  expect(wordsIn(read('T1\tClaim 3 8;23 38\tCrime fell 12% in May\n'))).toEqual({
    T1: 'exact: Crime … fell 12% in May',
  })
  const text = 'one\r\ntwo\r\nthree'
  for (const places of ['8 13', '10 15'])
    expect(wordsIn(read(`T1\tClaim ${places}\tthree\n`, text), 'one\ntwo\nthree')).toEqual({
      T1: 'exact: three',
    })
})

test('members of an equivalence are linked as the same', () => {
  const { documents } = read(
    'T1\tA 2 7\tCrime\nT2\tA 9 15\tpolice\nT3\tA 27 30\t12%\n*\tEquiv T1 T2 T3\n*\tNear T1 T3\n',
  )
  expect(documents[0]!.links).toMatchObject([
    { id: '*4-1', type: 'same-as', from: 'T1', to: 'T2' },
    { id: '*4-2', type: 'same-as', from: 'T2', to: 'T3' },
    { id: '*5-1', type: 'Near', from: 'T1', to: 'T3' },
  ])
})

test('events and normalisations are passed over with a remark; a trigger is an annotation', () => {
  const { documents, remarks, problems } = read(
    'T1\tSaying 17 21\tsaid\nT2\tPerson 9 15\tpolice\nE1\tSaying:T1 Who:T2\nE2\tSaying:T1\nN1\tReference T2 Wiki:1\tPolice\nM1\tNegation E1\n',
  )
  expect(documents[0]!.annotations.map(({ id }) => id)).toEqual(['T1', 'T2'])
  expect(remarks).toEqual([
    '2 events have no place here and were passed over (their triggers were read), first at a.ann line 3.',
    '1 normalisation has no place here and was passed over, first at a.ann line 5.',
  ])
  expect(problems).toEqual([
    { place: 'a.ann line 6', message: 'It is on “E1”, which is an event, which is not read.' },
  ])
})

test.each<[string, string, string]>([
  ['T2\tClaim 2 x\tCrime', 'a.ann line 2', 'After its id it must have'],
  ['T2\tClaim 7 2\tCrime', 'a.ann line 2', 'After its id it must have'],
  ['T2\tClaim 2 7;22 37\tCrime fell', 'a.ann line 2', 'Its words are not as long'],
  ['T2', 'a.ann line 2', 'After its id it must have'],
  ['T1\tClaim 9 15\tpolice', 'a.ann line 2', 'Its id “T1” is that of another record.'],
  ['R1\tsupports Arg1:T1', 'a.ann line 2', 'It must have a type and two ends'],
  ['R1\tsupports Arg1:T1 Arg2:T9', 'a.ann line 2', 'It links “T9”, which could not be read.'],
  ['A1\tKind', 'a.ann line 2', 'It must have a name and a target'],
  ['A1\tKind T9 fact', 'a.ann line 2', 'It is on “T9”, which is nothing that was read'],
  ['#1\tAssayAttributes T1\t{"a"', 'a.ann line 2', 'is no JSON'],
  ['#1\tAssayAttributes T1\t{"a":[1]}', 'a.ann line 2', '“a” is no attribute'],
  ['#1\tAssayCopy T1\t{}', 'a.ann line 2', 'It must be the name of a folder'],
  ['*\tEquiv T1', 'a.ann line 2', 'at least two members'],
  ['What is this?', 'a.ann line 2', 'It begins with none of'],
])('%j is a problem with its place, and the rest is read', (line, place, message) => {
  const { documents, problems } = read(`T1\tClaim 2 7\tCrime\n${line}\nT5\tFigure 27 30\t12%\n`)
  expect(documents[0]!.annotations.map(({ id }) => id)).toEqual(['T1', 'T5'])
  expect(problems).toHaveLength(1)
  expect(problems[0]!.place).toBe(place)
  expect(problems[0]!.message).toContain(message)
})

test('a text that has no annotations beside it is a problem; nothing to read is refused', () => {
  const { problems } = read('', TEXT, setFile('b.txt', 'b'), setFile('c.xml', '<c/>'))
  expect(problems.map(({ place }) => place)).toEqual(['c.xml', 'b.txt'])
  const refused = brat.reader!.read([setFile('a.txt', 'a')])
  expect(refused.ok ? '' : refused.refusal.message).toBe('It is a text without an .ann file beside it.')
})

const known = (name: string, content: string): boolean => brat.reader!.recognises(setFile(name, content))

test('only files of brat are recognised', () => {
  expect(known('a.ann', 'T1\tClaim 2 7\tCrime\n')).toBe(true)
  expect(known('a.ann', '\uFEFF#1\tAnnotatorNotes T1\tx')).toBe(true)
  expect(known('a.ann', '')).toBe(true)
  expect(known('x/annotation.conf', '# x\n[entities]\nA\n')).toBe(true)
  expect(known('a.ann', '{"T1": 1}')).toBe(false)
  expect(known('a.txt', 'T1\tClaim 2 7\tCrime\n')).toBe(false)
  expect(known('nginx.conf', '[entities]')).toBe(false)
})

test('damaged files are survived', () => {
  const several = exportedOf({ ...toy, records: { ...toy.records, sets: [setBy(ada), setBy(ben)] } })
  survivesDamage(brat, filesOf(exportedOf(toy)), 150)
  survivesDamage(brat, filesOf(several), 150)
})

test.each<[string, string]>([
  ['a line of a megabyte', `T1\tClaim 0 1\t${'x'.repeat(1e6)}\n`],
  [
    'a span of very many pieces',
    `T1\tClaim ${Array.from({ length: 1e5 }, (_, k) => `${3 * k} ${3 * k + 1}`).join(';')}\tx\n`,
  ],
  ['very many notes on one annotation', `T1\tClaim 0 1\tx\n${'#1\tAnnotatorNotes T1\t\n'.repeat(1e5)}`],
  [
    'deep nesting',
    `T1\tClaim 0 1\tx\n#1\tAssaySpan T1\t${'['.repeat(1e5)}${']'.repeat(1e5)}\n#2\tAssayCopy T1\t${'['.repeat(1e5)}${']'.repeat(1e5)}\n`,
  ],
  [
    'huge numbers',
    'T1\tClaim 99999999999999999999 1e999\tx\nT2\tClaim 1 999999999999\tx\nT3\tClaim NaN 3\tx\n',
  ],
  [
    'prototype keys',
    'T1\t__proto__ 0 1\tx\nA1\t__proto__ T1 y\nA2\tconstructor T1\n#1\tAssayAttributes T1\t{"__proto__":{"a":1},"toString":1}\n',
  ],
  ['backslashes', `T1\tClaim 0 1\tx\n#1\tAnnotatorNotes T1\t${'\\'.repeat(5e5)}\n`],
])('%s is survived, and quickly', (_, ann) => {
  const begun = performance.now()
  expect(read(ann, 'x y z').documents).toHaveLength(1)
  expect(performance.now() - begun).toBeLessThan(5000) // on a busy machine; what is not linear takes minutes
})
