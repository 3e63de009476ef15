import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../base/outcome'
import { newsCodebook } from '../../../core/codebook/news'
import { anyDocument } from '../../../testing/annotated'
import { survivesDamage } from '../../../testing/hostile'
import { articleOf, ben, time } from '../../../testing/records'
import { lostOnTheWay, readWith, setFile } from '../../../testing/round-trip'
import { exportedOf, toy } from '../../../testing/toy'
import { assayBundle } from './assay-bundle'
import { assayJson } from './assay-json'
import type { AnnotatedDocument } from '../codec'
import { inOrder } from '../order'
import { placeAll } from '../placing'
import { nameTwice, namesInZip } from '../zip-names'
import { filesInZip, zipOf } from '../zip'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const wordsOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const toyBundle = setFile('toy.assay', assayBundle.write(exportedOf(toy)))

/** The files of the toy's bundle, by their names. */
const toyFiles = (): Record<string, Uint8Array> =>
  Object.fromEntries(expectOk(filesInZip(toyBundle)).map(({ name, bytes }) => [name, bytes]))

/** The toy's bundle with one file changed, left out or put in. */
function bundleWith(name: string, change: string | ((words: string) => string) | undefined) {
  const { [name]: before = new Uint8Array(), ...rest } = toyFiles()
  const after = typeof change === 'function' ? change(wordsOf(before)) : change
  return setFile('toy.assay', zipOf(after === undefined ? rest : { ...rest, [name]: bytesOf(after) }))
}

const refusalOf = (...files: Parameters<typeof readWith>[1][]): string => {
  const read = assayBundle.reader!.read(files)
  return read.ok ? '' : read.refusal.message
}

const FOLDER = 'documents/001-Crime'

test('the toy text is a folder of files that a person can read', () => {
  const files = toyFiles()
  expect(Object.keys(files)).toEqual([
    'manifest.json',
    'codebook.json',
    `${FOLDER}/article.json`,
    `${FOLDER}/article.txt`,
    `${FOLDER}/sets.json`,
  ])
  expect(wordsOf(files['manifest.json']!)).toBe(
    `{
  "format": "assay-bundle",
  "version": 1,
  "writer": "1.2.3",
  "exported": "2026-01-05T09:01:00.000Z"
}
`,
  )
  expect(wordsOf(files[`${FOLDER}/article.txt`]!)).toBe('📉 Crime, police said, fell 12% in May.')
  expect(wordsOf(files[`${FOLDER}/article.json`]!)).toBe(
    `{
  "id": "doc-crime",
  "title": "Crime",
  "hash": "${'0'.repeat(64)}",
  "lines": [],
  "source": {
    "name": "doc-crime.txt",
    "reader": "text",
    "encoding": "utf-8",
    "lineEnding": "lf",
    "size": 39
  },
  "imported": "2026-01-05T09:00:00.000Z",
  "length": 39
}
`,
  )
  expect(JSON.parse(wordsOf(files['codebook.json']!))).toEqual(newsCodebook)
  expect(JSON.parse(wordsOf(files[`${FOLDER}/sets.json`]!))).toEqual(inOrder(toy.records))
})

test('the toy text comes back with everything, in its places', () => {
  const { documents, codebook, problems, remarks } = readWith(assayBundle, toyBundle)
  expect([problems, remarks, codebook]).toEqual([[], [], newsCodebook])
  const [document] = documents
  expect(document).toMatchObject({ id: 'doc-crime', name: 'Crime', article: toy.article, place: FOLDER })
  expect(document!.sets).toEqual(toy.records.sets)
  expect(document!.links.map(({ type, from, to }) => [type, from, to])).toEqual([
    ['attributed-to', 'ann-claim', 'ann-source'],
    ['quantified-by', 'ann-claim', 'ann-figure'],
  ])
  const { places } = placeAll(document!, { text: toy.article.text, crlf: false, same: true })
  expect(places.map(({ how }) => how)).toEqual(['exact', 'exact', 'exact'])
})

const withoutPlaces = (documents: object): unknown =>
  JSON.parse(JSON.stringify(documents, (key, value) => (key === 'place' ? '' : value)))

test('what is written comes back, record for record', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      expect(lostOnTheWay(assayBundle, exportedOf(a, b))).toEqual([])
      const asJson = readWith(assayJson, setFile('a.json', assayJson.write(exportedOf(a, b))))
      const asBundle = readWith(assayBundle, setFile('a.assay', assayBundle.write(exportedOf(a, b))))
      expect(withoutPlaces(asBundle.documents)).toEqual(withoutPlaces(asJson.documents))
    }),
    { numRuns: 100 },
  )
})

test('comments come back', () => {
  const remark = {
    id: 'comment-1',
    on: 'ann-claim',
    author: ben,
    words: 'Really?',
    created: time(9),
    modified: time(9),
  }
  const document: AnnotatedDocument = { ...toy, records: { ...toy.records, comments: [remark] } }
  const [back] = readWith(assayBundle, setFile('a.assay', assayBundle.write(exportedOf(document)))).documents
  expect(back!.comments).toEqual([{ ...remark, place: `${FOLDER}/sets.json comments[0]` }])
})

test.each([
  ['../../etc: a/b\\c', '001-etc-a-b-c'],
  ['…', '001-article'],
  ['..', '001-article'],
  ['临港市六月房租', '001-临港市六月房租'],
  ['Zu\u0308rich: 5 %?', '001-Z\u00fcrich-5'],
  ['x'.repeat(300), `001-${'x'.repeat(40)}`],
])('a document called %j has a safe folder', (title, folder) => {
  const file = setFile(
    'a.assay',
    assayBundle.write(exportedOf({ ...toy, article: { ...toy.article, title } })),
  )
  expect(namesInZip(file)[2]).toBe(`documents/${folder}/article.json`)
  expect(readWith(assayBundle, file).documents[0]!.name).toBe(title)
})

test('more than a thousand documents stay in their order', () => {
  const documents = Array.from({ length: 1001 }, (_, k) => ({
    article: articleOf(`doc-${k}`, 'Some words.'),
    records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
  }))
  const file = setFile('a.assay', assayBundle.write(exportedOf(...documents)))
  expect(readWith(assayBundle, file).documents.map(({ id }) => id)).toEqual(
    documents.map(({ article }) => article.id),
  )
})

const recognised = (name: string, bytes: Uint8Array | string) =>
  assayBundle.reader!.recognises(setFile(name, bytes))

test('it is recognised by what is in it, whatever it is called', () => {
  const { bytes } = toyBundle
  expect([recognised('a.assay', bytes), recognised('a.assay.zip', bytes), recognised('a', bytes)]).toEqual([
    true,
    true,
    true,
  ])
  const other = zipOf({ 'manifest.json': bytesOf('{}'), 'a.txt': bytesOf('a') })
  expect([recognised('a.zip', other), recognised('a.assay', '{}'), recognised('a.zip', '')]).toEqual([
    false,
    false,
    false,
  ])
})

test('a text that a program gave other line ends and a byte order mark is still the text', () => {
  const text = 'One line.\nAnother, police said.'
  const document: AnnotatedDocument = {
    ...toy,
    article: articleOf('doc-1', text, 'Crime'),
    records: { ...toy.records, annotations: [], links: [] },
  }
  const files = expectOk(filesInZip(setFile('a.assay', assayBundle.write(exportedOf(document)))))
  const changed = files.map(({ name, bytes }) => [
    name,
    name.endsWith('.txt') ? bytesOf(`\uFEFF${text.replace('\n', '\r\n')}`) : bytes,
  ])
  const { documents, problems } = readWith(
    assayBundle,
    setFile('a.assay', zipOf(Object.fromEntries(changed) as Record<string, Uint8Array>)),
  )
  expect([documents[0]!.text, documents[0]!.article, problems]).toEqual([text, document.article, []])
})

test.each<[string, string, string | ((words: string) => string) | undefined, string, string]>([
  [
    'no text',
    'article.txt',
    undefined,
    'article.txt',
    'The text of the article is missing from the archive. Its document was passed over',
  ],
  [
    'a shorter text',
    'article.txt',
    (text) => text.slice(0, -1),
    'article.txt',
    'The text has 38 characters, and article.json says 39 characters: it was changed or cut off.',
  ],
  ['no article', 'article.json', undefined, 'article.json', 'This file is missing from the archive.'],
  ['half an article', 'article.json', (json) => json.slice(0, 50), 'article.json', 'is no JSON'],
  [
    'an article without an id',
    'article.json',
    (json) => json.replace('"doc-crime"', '7'),
    'article.json.id',
    'expected string',
  ],
])('a document with %s is passed over, and the sentence says why', (_, name, change, at, sentence) => {
  const { documents, problems } = readWith(assayBundle, bundleWith(`${FOLDER}/${name}`, change))
  expect(documents).toEqual([])
  expect(problems).toHaveLength(1)
  expect(problems[0]!.place).toBe(`${FOLDER}/${at}`)
  expect(problems[0]!.message).toContain(sentence)
})

test('a document without records is read without them', () => {
  const { documents, problems } = readWith(assayBundle, bundleWith(`${FOLDER}/sets.json`, undefined))
  expect(documents).toMatchObject([{ id: 'doc-crime', annotations: [] }])
  expect(problems.map(({ place }) => place)).toEqual([`${FOLDER}/sets.json`])
})

test('a record that is wrong is named with its place, and the others are read', () => {
  const { documents, problems } = readWith(
    assayBundle,
    bundleWith(`${FOLDER}/sets.json`, (json) => json.replace('"start": 10', '"start": "ten"')),
  )
  expect(documents[0]!.annotations.map(({ id }) => id)).toEqual(['ann-claim', 'ann-figure'])
  expect(problems).toEqual([
    {
      place: `${FOLDER}/sets.json annotations[1].span[0].start`,
      message: 'Invalid input: expected number, received string.',
    },
    { place: `${FOLDER}/sets.json links[0]`, message: 'It links “ann-source”, which could not be read.' },
  ])
})

test('records that do not fit the text are found by their words, and a remark says so', () => {
  const changed = bundleWith(`${FOLDER}/article.txt`, (text) => text.replace('Crime', 'Graft'))
  const { documents, problems, remarks } = readWith(assayBundle, changed)
  expect([documents.length, problems]).toEqual([1, []])
  expect(remarks).toEqual([
    'In “Crime”, 1 annotation quotes other words than stand in its place; it is looked for by what it quotes.',
  ])
})

test('a file that is no part of a bundle is named, and what file managers leave is not', () => {
  const { problems } = readWith(
    assayBundle,
    setFile(
      'a.assay',
      zipOf({
        ...toyFiles(),
        'notes.txt': bytesOf('x'),
        '__MACOSX/._a': bytesOf('x'),
        'documents/.DS_Store': bytesOf('x'),
      }),
    ),
  )
  expect(problems).toEqual([
    { place: 'notes.txt', message: 'This file is no part of an Assay bundle and was passed over.' },
  ])
})

test('several bundles are read together, and one that cannot be is named', () => {
  const broken = setFile('b.assay', toyBundle.bytes.slice(0, 300))
  const { documents, problems } = readWith(assayBundle, toyBundle, broken)
  expect(documents.map(({ place }) => place)).toEqual([`toy.assay: ${FOLDER}`])
  expect(problems).toMatchObject([{ place: 'b.assay' }])
  expect(problems[0]!.message).toContain('damaged archive')
})

/** The archive with a name changed into another of the same length, wherever it stands. */
const renamed = (from: string, to: string) => {
  const words = Array.from(toyBundle.bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .replaceAll(from, to)
  return setFile(
    'toy.assay',
    Uint8Array.from(words, (character) => character.charCodeAt(0)),
  )
}

test.each<[string, () => ReturnType<typeof setFile>, string]>([
  [
    'only the beginning of an archive',
    () => setFile('a.assay', toyBundle.bytes.slice(0, 300)),
    'is a damaged archive, or only the beginning of one',
  ],
  [
    'no manifest',
    () => bundleWith('manifest.json', undefined),
    'is no Assay bundle: it holds no manifest.json.',
  ],
  [
    'a manifest of something else',
    () => bundleWith('manifest.json', '{"name": "x"}'),
    'its manifest.json is that of something else.',
  ],
  [
    'a manifest that breaks off',
    () => bundleWith('manifest.json', '{"format'),
    '“manifest.json” is no JSON: it ends before it is complete.',
  ],
  [
    'a later version',
    () => bundleWith('manifest.json', (json) => json.replace('1,', '2,')),
    'is an Assay bundle 2; this Assay reads version 1. Use a newer Assay.',
  ],
  [
    'a path out of the archive',
    () => renamed('documents/001', '../../../xx/1'),
    'it names a place outside itself',
  ],
  ['an absolute path', () => renamed('documents/001', '/ocuments/001'), 'it names a place outside itself'],
])('an archive with %s is refused with a sentence', (_, file, sentence) => {
  expect(refusalOf(file())).toContain(sentence)
})

test('an archive with a name twice is refused: two programs would read two different files', () => {
  const file = renamed('codebook.json', 'manifest.json')
  expect(nameTwice(namesInZip(file))).toBe('manifest.json')
  expect(refusalOf(file)).toBe('“toy.assay” was not opened: it holds "manifest.json" twice.')
})

test('an archive that would unpack to more than fits is refused before it is unpacked', () => {
  const bytes = toyBundle.bytes.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 200 * 1024 * 1024, true)
  expect(refusalOf(setFile('bomb.assay', bytes))).toContain('unpacked it would have more than 256 MB')
})

test.each([
  '{"__proto__": {"length": 1}}',
  '[]',
  'null',
  '['.repeat(100_000),
  '{"sets": [{"__proto__": 1}], "annotations": [1e999, null], "links": [{}], "comments": "no"}',
])('strange JSON is a problem: %.40s', (json) => {
  for (const name of ['article.json', 'sets.json']) {
    const { problems } = readWith(assayBundle, bundleWith(`${FOLDER}/${name}`, json))
    expect(problems.length).toBeGreaterThan(0)
    for (const { place, message } of problems) expect([place, message].every(Boolean)).toBe(true)
  }
})

test('damaged files are survived', () => {
  survivesDamage(assayBundle, [toyBundle], 200)
  const { [`${FOLDER}/sets.json`]: sets, ...rest } = toyFiles()
  fc.assert(
    fc.property(fc.nat({ max: sets!.length }), fc.constantFrom('', '[', '"', '-1', 'null'), (at, put) => {
      const words = wordsOf(sets!)
      const changed = bytesOf(words.slice(0, at) + put + words.slice(at + 1))
      const read = readWith(
        assayBundle,
        setFile('a.assay', zipOf({ ...rest, [`${FOLDER}/sets.json`]: changed })),
      )
      expect(read.documents).toHaveLength(1)
    }),
    { numRuns: 50 },
  )
})
