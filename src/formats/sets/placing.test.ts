import { expect, test } from 'vitest'
import { marked } from '../../testing/marked'
import type { IncomingDocument, IncomingPiece } from './incoming'
import { type OurText, placeAll } from './placing'

/** A document of a file, with an annotation for each list of pieces. */
const fileWith = (
  pieces: readonly (readonly IncomingPiece[])[],
  more: Partial<IncomingDocument> = {},
): IncomingDocument => ({
  place: 'a',
  name: 'a.txt',
  units: ['code-points', 'utf-16'],
  ids: 'made-up',
  annotators: [],
  annotations: pieces.map((each, k) => ({ place: `a[${k}]`, id: `${k}`, tag: 'claim', pieces: each })),
  links: [],
  comments: [],
  ...more,
})

const ours = (text: string, more: Partial<OurText> = {}): OurText => ({
  text,
  crlf: false,
  same: true,
  ...more,
})

/** Places as `exact [police]`, in our text. */
const placed = (document: IncomingDocument, text: OurText): string[] =>
  placeAll(document, text).places.map((place) =>
    place.how === 'lost'
      ? `lost: ${place.why}`
      : `${place.how} ${place.ranges.map(({ start, end }) => `[${text.text.slice(start, end)}]`).join('')}`,
  )

const toy = '📉 Crime, police said, fell 12% in May.'

test.each([
  ['code points', 9, 15],
  ['UTF-16 units', 10, 16],
])('%s are told by the quotes', (_, start, end) => {
  expect(placed(fileWith([[{ start, end, exact: 'police' }]]), ours(toy))).toEqual(['exact [police]'])
})

test('without quotes, positions are counted as the format says first', () => {
  expect(placed(fileWith([[{ start: 9, end: 15 }]], { text: toy }), ours(toy))).toEqual(['exact [police]'])
})

const remarks = (start: number, end: number): readonly string[] =>
  placeAll(fileWith([[{ start, end, exact: 'police' }]]), ours(toy)).remarks

test('the unit that was found is remarked on, unless it is the one that the format says', () => {
  expect(remarks(9, 15)).toEqual([])
  expect(remarks(10, 16)).toEqual([
    'Positions in “a.txt” were taken as counted in UTF-16 units: so 1 of 1 quotes are where they should be.',
  ])
})

test.each([
  ['as two', 11, 16],
  ['as one', 10, 15],
  ['as two and the mark as one', 12, 17],
])('line ends of two characters, counted %s', (_, start, end) => {
  const text = '\uFEFFone two\r\n“three”'
  const document = fileWith([[{ start: start - 1, end: end - 1, exact: 'three' }]], { text })
  expect(placed(document, ours('one two\n“three”'))).toEqual(['exact [three]'])
})

test('positions in a file that counts two for each line end are found in a text that has lost them', () => {
  const document = fileWith([[{ start: 9, end: 14, exact: 'three' }]])
  expect(placed(document, ours('one two\nthree', { crlf: true }))).toEqual(['exact [three]'])
})

test('positions in bytes', () => {
  const document = fileWith([[{ start: 12, end: 18, exact: 'police' }]], { units: ['bytes'] })
  expect(placed(document, ours(toy))).toEqual(['exact [police]'])
})

test('a quote that stands elsewhere is found, and said to have moved', () => {
  expect(placed(fileWith([[{ start: 0, end: 6, exact: 'police' }]]), ours(toy))).toEqual(['moved [police]'])
})

test('a quote in other surroundings is doubtful', () => {
  const piece = { start: 3, end: 9, exact: 'police', prefix: 'The ', suffix: ' were called' }
  expect(placed(fileWith([[piece]]), ours(toy))).toEqual(['doubtful [police]'])
})

test.each<[string, IncomingPiece, string]>([
  ['words that are not there', { exact: 'soldiers' }, 'lost: Its words are not in the text.'],
  [
    'words in several places',
    { exact: 'i' },
    'lost: Its words are in several places, and nothing tells which is meant.',
  ],
  ['a place outside of the text', { start: 90, end: 95 }, 'lost: Its position is outside of the text.'],
  ['an end before the start', { start: 9, end: 3 }, 'lost: Its position is outside of the text.'],
])('%s', (_, piece, result) => {
  expect(placed(fileWith([[piece]]), ours(toy))).toEqual([result])
})

test('positions without words or text are doubtful, unless the text is known to be this one', () => {
  const document = fileWith([[{ start: 9, end: 15 }]])
  expect(placed(document, ours(toy, { same: false }))).toEqual(['doubtful [police]'])
  expect(placed(document, ours(toy))).toEqual(['exact [police]'])
})

test('of a text that differs from ours, the words and what is around them are looked for', () => {
  const { text, range } = marked('Crime, [police] said, fell 12% in May. The police knew.')
  const document = fileWith([[{ ...range }]], { text })
  expect(placed(document, ours(`📉 ${text}`))).toEqual(['moved [police]'])
  expect(placed(document, ours('The police were not asked.'))).toEqual(['doubtful [police]'])
  expect(placed(document, ours('Nobody was asked.'))).toEqual(['lost: Its words are not in the text.'])
})

test('an annotation is as sure as its least sure piece', () => {
  const pieces = [
    { start: 2, end: 7, exact: 'Crime' },
    { start: 0, end: 4, exact: 'fell' },
  ]
  expect(placed(fileWith([pieces]), ours(toy))).toEqual(['moved [Crime][fell]'])
  expect(placed(fileWith([[...pieces, { exact: 'rose' }]]), ours(toy))).toEqual([
    'lost: Its words are not in the text.',
  ])
})

test('a file that writes a line end as a blank is understood', () => {
  expect(placed(fileWith([[{ start: 0, end: 7, exact: 'one two' }]]), ours('one\ntwo'))).toEqual([
    'exact [one\ntwo]',
  ])
})
