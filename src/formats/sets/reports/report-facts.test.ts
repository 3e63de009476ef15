import { expect, test } from 'vitest'
import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import { newsCodebook } from '../../../core/codebook/news'
import { marked } from '../../../testing/marked'
import { ada, annotationOf, articleOf, ben, linkOf, setBy, time } from '../../../testing/records'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import type { Entry } from './report-entry'
import { type ReportFacts, factsOf, linkInWords } from './report-facts'
import { contrast, shadesOf } from './report-shades'
import { countInWords, momentInWords, numberInWords } from './report-words'

const { text, ranges } = marked('[one] [two] [three] [four]')
const [one, two, three, four] = ranges

const documentOf = (annotations: readonly Annotation[], links: readonly Link[] = []): AnnotatedDocument => ({
  article: articleOf('doc-1', text),
  records: {
    sets: [setBy(ada), setBy(ben)],
    annotations: [...annotations],
    links: [...links],
    comments: [],
    verdicts: [],
    answers: [],
  },
})

const claims = [
  annotationOf('c-1', 'claim', text, [one!], { attributes: { kind: 'fact' } }),
  annotationOf('c-2', 'claim', text, [two!], {
    attributes: { kind: 'policy', 'check-worthiness': 'high' },
    note: 'n',
    set: setBy(ben).id,
  }),
  annotationOf('s-1', 'source', text, [three!], { attributes: { kind: 'named', mood: 'glad' } }),
  annotationOf('f-1', 'figure', text, [four!], { attributes: { value: 1 / 3, kind: 'odd' } }),
]

const labels = (entries: readonly Entry[]): string[] => entries.map(({ label }) => label)

const of = (facts: ReportFacts) => facts.articles[0]!

test('annotations are numbered by tag in reading order', () =>
  expect(labels(of(factsOf(exportedOf(documentOf(claims)))).entries)).toEqual(['c1', 'c2', 's1', 'f1']))

test('claims have their sources and figures in reading order', () => {
  const facts = of(factsOf(exportedOf(toy)))
  expect(
    facts.claims.map(({ entry, sources, figures }) => [entry.words, labels(sources), labels(figures)]),
  ).toEqual([['Crime … fell 12% in May', ['s1'], ['f1']]])
})

test('a table has the attributes and relations that are used, by their names', () => {
  const links = [
    linkOf('l-1', 'attributed-to', 'c-1', 's-1'),
    linkOf('l-2', 'supports', 'c-2', 'c-1', { note: 'so' }),
  ]
  const { tables, links: others } = of(factsOf(exportedOf(documentOf(claims, links))))
  expect(
    tables.map(({ tag, attributes, relations, hasNotes }) => [
      tag.name,
      attributes.map(({ name }) => name),
      relations.map(({ name }) => name),
      hasNotes,
    ]),
  ).toEqual([
    ['Claim', ['Kind', 'Worth checking'], ['attributed to'], true],
    ['Source', ['Kind', 'mood'], ['source of'], false],
    ['Figure', ['Value', 'Kind'], [], false],
  ])
  expect(others.map(linkInWords)).toEqual(['c2 supports c1'])
})

test('values have the names of their options; numbers are for reading', () =>
  expect(of(factsOf(exportedOf(documentOf(claims)))).entries.map(({ said }) => [...said.values()])).toEqual([
    ['fact'],
    ['policy', 'high'],
    ['named person', 'glad'],
    ['0.3333', 'odd'],
  ]))

test('counts by tag, by annotator, by value, and claims without a source', () => {
  const links = [linkOf('l-1', 'attributed-to', 'c-1', 's-1')]
  const { counts } = factsOf(exportedOf(documentOf(claims, links), toy))
  expect(counts.annotations).toBe(7)
  expect(counts.tags.map(({ tag, count }) => [tag.id, count])).toEqual([
    ['claim', 3],
    ['source', 2],
    ['figure', 2],
  ])
  expect(counts.annotators.map(({ person, byTag, total }) => [person.name, byTag, total])).toEqual([
    ['Ada', [2, 2, 2], 6],
    ['Ben', [1, 0, 0], 1],
  ])
  expect(counts.values.map(({ tag, name, values, unsaid }) => [tag.id, name, values, unsaid])).toEqual([
    [
      'claim',
      'Kind',
      [
        { name: 'fact', count: 1 },
        { name: 'policy', count: 1 },
      ],
      1,
    ],
    ['claim', 'Worth checking', [{ name: 'high', count: 1 }], 2],
    ['source', 'Kind', [{ name: 'named person', count: 1 }], 1],
    ['figure', 'Kind', [{ name: 'odd', count: 1 }], 1],
  ])
  expect(counts.links).toEqual([
    { name: 'attributed to', count: 2 },
    { name: 'quantified by', count: 1 },
  ])
  expect([counts.attribution?.claims, labels(counts.attribution?.without ?? [])]).toEqual([3, ['c2']])
})

test('a codebook without attribution says nothing of sources', () => {
  const codebook = { ...newsCodebook, links: [] }
  expect(factsOf({ ...exportedOf(toy), codebook }).counts.attribution).toBeUndefined()
})

test('a tag that the codebook does not know is shown by its id', () => {
  const { tags } = factsOf(exportedOf(documentOf([annotationOf('x-1', 'saying', text, [one!])])))
  expect(tags.map(({ name, letters, underline }) => [name, letters, underline])).toEqual([
    ['Claim', 'c', 'solid'],
    ['Source', 's', 'dotted'],
    ['Figure', 'f', 'double'],
    ['saying', 'a', 'dashed'],
  ])
})

test('tags with the same key are numbered with letters of their own', () => {
  const tags = Array.from({ length: 30 }, (_, k) => ({ ...newsCodebook.tags[0]!, id: `tag-${k}` }))
  const letters = factsOf({ ...exportedOf(toy), codebook: { ...newsCodebook, tags } }).tags.map(
    (tag) => tag.letters,
  )
  expect(letters.slice(0, 7)).toEqual(['c', 'l', 'a', 'i', 'm', 'b', 'd'])
  expect(new Set(letters).size).toBe(letters.length)
})

test('comments are with what they are on; of records that hang in the air nothing is said', () => {
  const comments = ['ann-claim', 'link-1', 'nothing'].map((on, k) => ({
    id: `com-${k}`,
    on,
    author: ben,
    words: 'w',
    created: time(k),
    modified: time(k),
  }))
  const records = {
    ...toy.records,
    comments,
    links: [...toy.records.links, linkOf('l', 'supports', 'ann-claim', 'no')],
  }
  const facts = of(factsOf(exportedOf({ ...toy, records })))
  expect(facts.comments.map(({ on }) => ('label' in on ? on.label : linkInWords(on)))).toEqual([
    'c1',
    'c1 attributed to s1',
  ])
  expect(facts.allLinks).toHaveLength(2)
})

test('words', () => {
  expect(momentInWords('2026-01-05T09:01:30.000Z')).toBe('5 January 2026, 09:01 UTC')
  expect(momentInWords('soon')).toBe('soon')
  expect([numberInWords(9_000_000), numberInWords(0.25), numberInWords(1e-9), numberInWords(1e21)]).toEqual([
    '9,000,000',
    '0.25',
    '1e-9',
    '1e+21',
  ])
  expect([countInWords(1, 'claim'), countInWords(2, 'claim'), countInWords(2, '主张')]).toEqual([
    '1 claim',
    '2 claims',
    '2 主张',
  ])
})

const triple = (hex: string) =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as readonly [number, number, number]

test.each(['#000000', '#ffffff', '#ffff00', '#0072b2', '#d55e00', '#777777', '#00ff00', '#0000ff'])(
  'shades of %s can be read',
  (colour) => {
    const { light, dark } = shadesOf(colour)
    expect(contrast(triple(light), triple('#fdfcfa'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(triple(dark), triple('#17181b'))).toBeGreaterThanOrEqual(4.5)
  },
)
