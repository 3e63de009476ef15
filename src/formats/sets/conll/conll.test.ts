import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { normalised } from '../../../core/annotation/ranges'
import { describeSpan } from '../../../core/annotation/span'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { marked } from '../../../testing/marked'
import { ada, annotationOf, articleOf, ben, setBy } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile, writtenAndRead } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument, Chosen, Codec, Exported } from '../codec'
import { conll } from './conll'
import type { IncomingSets } from '../incoming'
import { placeAll } from '../placing'
import { SetFile } from '../set-file'
import { filesInZip } from '../zip'

const filesOf = (exported: Exported, chosen?: Chosen): SetFile[] =>
  expectOk(filesInZip(new SetFile('export.zip', conll.write(exported, chosen))))

const contents = (exported: Exported, chosen?: Chosen): Record<string, string> =>
  Object.fromEntries(
    filesOf(exported, chosen).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
  )

const tagged = (text: string, ...annotations: Parameters<typeof annotationOf>[]): AnnotatedDocument => ({
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

/** The rows as `token tag`, with an empty string where a sentence ends. */
const rows = (content: string): string[] =>
  content
    .split('\n')
    .slice(2, -1)
    .map((row) => row.replace(' -X- -X-', ''))

/** Tag and words of each annotation as they are found in its text. */
function found({ documents }: IncomingSets, ours?: string): string[] {
  return documents.flatMap((document) => {
    const text = ours ?? document.text!
    const { places } = placeAll(document, { text, crlf: false, same: false })
    return document.annotations.map(({ tag }, k) => {
      const place = places[k]!
      const words = place.how === 'lost' ? [] : place.ranges.map(({ start, end }) => text.slice(start, end))
      return `${tag} ${place.how}: ${words.join(' … ')}`
    })
  })
}

const read = (content: string, name = 'a.conll') => readWith(conll, setFile(name, content))

test('the toy text is rows, a second layer for what overlaps, the places and the text', () => {
  const files = contents(exportedOf(toy))
  expect(Object.keys(files)).toEqual(['Crime.conll', 'Crime.2.conll', 'Crime.offsets.tsv', 'Crime.txt'])
  expect(files['Crime.conll']).toBe(
    [
      '-DOCSTART- -X- -X- O',
      '',
      '📉 -X- -X- O',
      'Crime -X- -X- B-Claim',
      ', -X- -X- O',
      'police -X- -X- B-Source',
      'said -X- -X- O',
      ', -X- -X- O',
      'fell -X- -X- B-Claim',
      '12 -X- -X- I-Claim',
      '% -X- -X- I-Claim',
      'in -X- -X- I-Claim',
      'May -X- -X- I-Claim',
      '. -X- -X- O',
      '',
      '',
    ].join('\n'),
  )
  expect(rows(files['Crime.2.conll']!).filter((row) => !row.endsWith(' O'))).toEqual([
    '12 B-Figure',
    '% I-Figure',
    '',
  ])
  expect(files['Crime.offsets.tsv']!.split('\n').slice(0, 3)).toEqual([
    'token\tstart\tend',
    '0\t0\t1',
    '1\t2\t7',
  ])
  expect(files['Crime.txt']).toBe(toy.article.text)
})

test('the toy text comes back: each piece an annotation', () => {
  const sets = writtenAndRead(conll, exportedOf(toy))
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(found(sets)).toEqual([
    'Claim exact: Crime',
    'Source exact: police',
    'Claim exact: fell 12% in May',
    'Figure exact: 12%',
  ])
  expect(sets.documents[0]).toMatchObject({ name: 'Crime', ids: 'made-up', text: toy.article.text })
})

/** Without blanks at the ends of spans, which tokens do not have; gestures leave none there either. */
const tidy = ({ article, records }: AnnotatedDocument): AnnotatedDocument => ({
  article,
  records: {
    ...records,
    links: [],
    annotations: records.annotations.flatMap((annotation) => {
      const ranges = annotation.span.flatMap(({ start, exact }) => {
        const from = start + /^[\s\p{Cc}]*/u.exec(exact)![0].length
        const end = start + exact.length - /[\s\p{Cc}]*$/u.exec(exact)![0].length
        return from < end ? [{ start: from, end }] : []
      })
      return ranges.length === 0
        ? []
        : [{ ...annotation, span: describeSpan(article.text, normalised(ranges)) }]
    }),
  },
})

const withOverlaps: Codec = { ...conll, capabilities: { ...conll.capabilities, overlaps: true } }

test.each(['iob2', 'iob1'])('what is written in %s comes back, overlaps too', (scheme) => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (one, other) => {
      fc.pre(one.article.text !== other.article.text) // of two with one text it is not clear which came back
      const exported = exportedOf(tidy(one), tidy(other))
      expect(lostOnTheWay(withOverlaps, exported, { scheme })).toEqual([])
      // By the table of offsets alone, when the text is not there.
      const files = filesOf(exported, { scheme }).filter(({ extension }) => extension !== 'txt')
      const sets = readWith(conll, ...files.filter(({ name }) => !name.startsWith('An-article-2')))
      for (const document of sets.documents) {
        const { text } = one.article
        for (const place of placeAll(document, { text, crlf: false, same: true }).places)
          expect(place.how).toBe('exact')
      }
    }),
    { numRuns: 50 },
  )
})

test('in IOB1 only an entity that touches another of its tag begins with B-', () => {
  const { text, ranges } = marked('[one][two] [three] [four] five')
  const [one, two, three, four] = ranges.map((range) => [range])
  const document = tagged(
    text,
    ['a', 'claim', text, one!],
    ['b', 'claim', text, two!],
    ['c', 'claim', text, three!],
    ['d', 'figure', text, four!],
  )
  expect(rows(contents(exportedOf(document), { scheme: 'iob1' })['An-article.conll']!)).toEqual([
    'one I-Claim',
    'two B-Claim',
    'three B-Claim',
    'four I-Figure',
    'five O',
    '',
  ])
  expect(found(writtenAndRead(conll, exportedOf(document), { scheme: 'iob1' }))).toEqual([
    'Claim exact: one',
    'Claim exact: two',
    'Claim exact: three',
    'Figure exact: four',
  ])
})

test('tokens are cut where annotations begin and end, and at every kind of blank', () => {
  const { text, ranges } = marked('un[believ]able 1\u00a0000 x\u2028y')
  const document = tagged(text, ['a', 'claim', text, ranges])
  expect(rows(contents(exportedOf(document))['An-article.conll']!)).toEqual([
    'un O',
    'believ B-Claim',
    'able O',
    '1 O',
    '000 O',
    'x O',
    'y O',
    '',
  ])
})

/** The tokens of the first layer, two blanks between sentences. */
const sentencesOf = (given: AnnotatedDocument) =>
  rows(contents(exportedOf(given))['An-article.conll']!)
    .map((row) => row.split(' ')[0])
    .join(' ')
    .trim()

test('sentences are those of the article, else lines, and none ends within an annotation', () => {
  const { text, ranges } = marked('One. Two.\n[Three.\nFour.] Five.')
  const document = tagged(text, ['a', 'claim', text, ranges])
  expect(sentencesOf(document)).toBe('One . Two .  Three . Four . Five .')
  const sentences = [0, 4, 5, 9, 10, 16, 17, 22, 23, 28]
  expect(sentencesOf({ ...document, article: { ...document.article, sentences } })).toBe(
    'One .  Two .  Three . Four .  Five .',
  )
})

test('nobody’s annotations are in a file with another’s', () => {
  const text = 'one two'
  const document = tagged(
    text,
    ['a', 'claim', text, [{ start: 0, end: 3 }]],
    ['b', 'claim', text, [{ start: 4, end: 7 }], { set: setBy(ben).id }],
  )
  const files = contents(
    exportedOf({ ...document, records: { ...document.records, sets: [setBy(ada), setBy(ben)] } }),
  )
  expect(rows(files['An-article.conll']!)).toEqual(['one B-Claim', 'two O', ''])
  expect(rows(files['An-article.2.conll']!)).toEqual(['one O', 'two B-Claim', ''])
})

test('names of tags lose their blanks, names of files what systems do not like', () => {
  const exported = exportedOf(tagged('a', ['a', 'new tag', 'a', [{ start: 0, end: 1 }]]))
  const named = { ...exported.documents[0]!, article: articleOf('d', 'a', '../?: 2.5 %') }
  const files = contents({ ...exported, documents: [named, named] })
  expect(Object.keys(files).filter((name) => name.endsWith('.conll'))).toEqual(['2-5.conll', '2-5-2.conll'])
  expect(rows(files['2-5.conll']!)).toEqual(['a B-new-tag', ''])
})

test.each<[string, string, string]>([
  ['two columns', 'Crime B-CLAIM\nfell I-CLAIM\n. O\n', 'CLAIM exact: Crime fell'],
  ['tabs', 'Crime\tNN\tB-CLAIM\nfell\tVB\tI-CLAIM\t\n.\t.\tO\n', 'CLAIM exact: Crime fell'],
  ['IOB1', 'Crime I-CLAIM\nfell I-CLAIM\n. O\n', 'CLAIM exact: Crime fell'],
  ['BIOES', 'Crime B-CLAIM\nfell E-CLAIM\n. S-END\n', 'CLAIM exact: Crime fell|END exact: .'],
  ['BILOU', 'Crime B-CLAIM\nfell L-CLAIM\n. U-END\n', 'CLAIM exact: Crime fell|END exact: .'],
  ['touching entities', 'Crime B-A\nfell B-A\nby I-B\n', 'A exact: Crime|A exact: fell|B exact: by'],
  ['a sentence between', 'Crime B-A\n\nfell I-A\n', 'A exact: Crime|A exact: fell'],
  ['comments', "# id 1\n# text = Crime O'Neil\nCrime B-A\n# B-B\n", 'A exact: Crime|B exact: #'],
  ['CRLF and a byte order mark', '\uFEFFCrime B-A\r\nfell I-A\r\n\r\n. O\r\n', 'A exact: Crime fell'],
  ['dashes in a tag', 'x B-attributed-to\n', 'attributed-to exact: x'],
  ['no line end at the end', 'x B-A', 'A exact: x'],
])('rows with %s are read', (_, content, expected) => {
  const sets = read(content)
  expect(conll.reader!.recognises(setFile('a.conll', content))).toBe(true)
  expect(sets.problems).toEqual([])
  expect(found(sets).join('|')).toBe(expected)
})

test('a text is made of the tokens, with a remark; a file may hold several documents', () => {
  const sets = read(
    '-DOCSTART- -X- O O\n\n📉 NN O O\nEU NNP B-NP I-ORG\n\n. . O O\n\n-DOCSTART- -X- O O\n\nUN NNP B-NP I-ORG\n',
  )
  expect(sets.documents.map(({ name, text }) => [name, text])).toEqual([
    ['a 1', '📉 EU\n.'],
    ['a 2', 'UN'],
  ])
  expect(found(sets)).toEqual(['ORG exact: EU', 'ORG exact: UN'])
  expect(sets.documents[0]!.annotations[0]).toMatchObject({ id: '1', place: 'a.conll line 4' })
  expect(sets.remarks).toEqual([
    '“a.conll” has no text beside it that fits: one was made of its tokens, with blanks between them and a sentence a line.',
    'In “a.conll” entities begin with I-, as in IOB1, and were read so.',
  ])
})

test('the tokens are found in a text beside them, whatever its line ends', () => {
  const content = setFile('x/a.bio', '📉 O\nCrime B-A\nfell I-A\n% O\n')
  const text = '\uFEFF📉\r\nCrime  \r\nfell%'
  const sets = readWith(conll, content, setFile('x/a.txt', text))
  expect(sets).toMatchObject({ problems: [], remarks: [] })
  expect(sets.documents[0]!.text).toBe(text)
  expect(found(sets, '📉\nCrime  \nfell%')).toEqual(['A exact: Crime  \nfell'])
})

test.each<[string, SetFile[], string, string]>([
  [
    'a text of other words',
    [setFile('a.txt', 'Crime rose')],
    'a.conll line 2',
    '“fell” does not come next in “a.txt”',
  ],
  [
    'offsets of other tokens',
    [setFile('a.offsets.tsv', 'token\tstart\tend\n0\t0\t5\n')],
    'a.offsets.tsv',
    'It lists 1 tokens',
  ],
  [
    'offsets that run back',
    [setFile('a.offsets.tsv', 'token\tstart\tend\n0\t6\t9\n1\t0\t5\n')],
    'a.offsets.tsv line 3',
    'two places behind the last',
  ],
  [
    'a layer of other tokens',
    [setFile('a.2.conll', 'Crime B-A\n')],
    'a.2.conll',
    'It has not the tokens of “a”',
  ],
  ['a text of nothing', [setFile('b.txt', 'b')], 'b.txt', 'not beside a file with the rows of one document'],
])('%s is a problem with its place', (_, more, place, message) => {
  const { problems, documents } = readWith(conll, setFile('a.conll', 'Crime B-A\nfell I-A\n'), ...more)
  expect(problems).toHaveLength(1)
  expect(problems[0]!.place).toBe(place)
  expect(problems[0]!.message).toContain(message)
  expect(found({ documents: [documents[0]!], problems: [], remarks: [] })).toEqual(['A exact: Crime fell'])
})

test('a row without a tag is a token without one, and a problem with its place', () => {
  const sets = read('Crime B-A\nfell\nby X-A\n\tO\n12 B-B\n')
  expect(found(sets)).toEqual(['A exact: Crime', 'B exact: 12'])
  expect(sets.documents[0]!.text).toBe('Crime fell by 12')
  expect(sets.problems.map(({ place }) => place)).toEqual([
    'a.conll line 2',
    'a.conll line 3',
    'a.conll line 4',
  ])
})

const known = (name: string, content: string): boolean => conll.reader!.recognises(setFile(name, content))

test('only files of rows with tags are recognised', () => {
  expect(known('a.tsv', 'Crime\tB-A\n')).toBe(true)
  expect(known('train.txt', '-DOCSTART- -X- O O\n')).toBe(true)
  expect(known('a.offsets.tsv', 'token\tstart\tend\n')).toBe(true)
  expect(known('a.txt', 'Crime B-A\n')).toBe(false)
  expect(known('a.conll', '1\tCrime\tcrime\tNOUN\t_\t_\t0\troot\t_\t_\n')).toBe(false)
  expect(known('a.tsv', '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=x\n1-1\t0-1\tx\t_\t\n')).toBe(false)
  expect(known('a.tsv', 'name\tage\nAda\t36\n')).toBe(false)
  expect(known('a.conll', '')).toBe(false)
})

test('nothing to read is refused', () => {
  const refused = conll.reader!.read([setFile('a.conll', '\n\n')])
  expect(refused.ok ? '' : refused.refusal.message).toBe('There is no token in “a.conll”.')
})

test('damaged files are survived', () => {
  survivesDamage(conll, filesOf(exportedOf(toy)), 200)
})

test.each<[string, string]>([
  ['a line of a megabyte', `${'x'.repeat(1e6)} B-A\n`],
  ['a line of a megabyte of blanks', `x${' '.repeat(1e6)}B-A\n`],
  ['a line of a megabyte of tabs', `x${'\t'.repeat(1e6)}B-A${'\t'.repeat(1e6)}\n`],
  ['very many rows', 'x B-A\n'.repeat(1e5)],
  ['very many rows without tags', 'x y\n'.repeat(1e5)],
  ['prototype keys', '__proto__ B-__proto__\nconstructor I-constructor\n'],
])('%s is survived, and quickly', (_, content) => {
  const begun = performance.now()
  expect(read(content).documents).toHaveLength(1)
  expect(performance.now() - begun).toBeLessThan(5000) // on a busy machine; what is not linear takes minutes
})
