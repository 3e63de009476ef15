import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttributeValue } from '../../../core/codebook/attribute'
import { anyDocument } from '../../../testing/annotated'
import { hostileExport } from '../../../testing/hostile-report'
import { exportedOf, toy } from '../../../testing/toy'
import { ada } from '../../../testing/records'
import { claimReview } from './claim-review'
import { cleo, judged } from '../../../testing/judged'
import type { AnnotatedDocument, Exported } from '../codec'
import { describeLoss, lossesOf } from '../losses'

const written = (exported: Exported): string => new TextDecoder().decode(claimReview.write(exported))
const graph = (exported: Exported) =>
  (JSON.parse(written(exported)) as { '@graph': Record<string, unknown>[] })['@graph']

/** The toy, with these attributes of its claim and of its source. */
const toyWith = (
  claim: Record<string, AttributeValue>,
  source: Record<string, AttributeValue> = {},
): AnnotatedDocument => ({
  ...toy,
  records: {
    ...toy.records,
    annotations: toy.records.annotations.map((annotation) =>
      annotation.id === 'ann-claim'
        ? { ...annotation, attributes: claim }
        : annotation.id === 'ann-source'
          ? { ...annotation, attributes: source }
          : annotation,
    ),
  },
})

test('the toy: a claim that nobody has checked', () => {
  expect(written(exportedOf(toy))).toBe(`{
  "@context": "https://schema.org",
  "@graph": [
    {
      "@type": "Claim",
      "@id": "urn:assay:annotation:doc-crime:ann-claim",
      "text": "Crime … fell 12% in May",
      "author": {
        "name": "police"
      },
      "appearance": {
        "@type": "Article",
        "@id": "urn:assay:document:doc-crime",
        "headline": "Crime"
      },
      "mentions": {
        "@type": "QuantitativeValue",
        "name": "12%",
        "value": 12,
        "unitText": "%"
      }
    }
  ]
}
`)
})

test.each([
  ['supported', 5],
  ['disputed', 3],
  ['refuted', 1],
])('a claim that is %s is reviewed', (status, ratingValue) => {
  const [review] = graph(exportedOf(toyWith({ status })))
  expect(review).toEqual({
    '@type': 'ClaimReview',
    '@id': 'urn:assay:review:doc-crime:ann-claim',
    claimReviewed: 'Crime … fell 12% in May',
    datePublished: '2026-01-05T09:00:01.000Z',
    author: { '@type': 'Person', '@id': 'urn:assay:person:person-ada', name: 'Ada' },
    reviewRating: { '@type': 'Rating', ratingValue, bestRating: 5, worstRating: 1, alternateName: status },
    itemReviewed: graph(exportedOf(toy))[0],
  })
})

test.each([['unchecked'], ['doubtful'], [true], [5]])('a claim of status %j is not', (status) =>
  expect(graph(exportedOf(toyWith({ status })))[0]!['@type']).toBe('Claim'),
)

test.each([
  [
    { kind: 'named', name: 'Jo Doe', role: 'chief' },
    { '@type': 'Person', name: 'Jo Doe', jobTitle: 'chief' },
  ],
  [{ kind: 'unnamed' }, { '@type': 'Person', name: 'police' }],
  [
    { kind: 'institution', role: 'force' },
    { '@type': 'Organization', name: 'police' },
  ],
  [
    { kind: 'media', name: ' ' },
    { '@type': 'Organization', name: 'police' },
  ],
  [{}, { name: 'police' }],
])('a source of %j', (source: Record<string, string>, author) =>
  expect(graph(exportedOf(toyWith({}, source)))[0]!.author).toEqual(author),
)

test('a claim out of a document is based on it', () => {
  const [claim] = graph(exportedOf(toyWith({}, { kind: 'document' })))
  expect(claim!.author).toBeUndefined()
  expect(claim!.isBasedOn).toEqual({ '@type': 'CreativeWork', name: 'police' })
})

test('a claim of several is by all of them', () => {
  const source = toy.records.annotations.find(({ id }) => id === 'ann-source')!
  const link = toy.records.links[0]!
  const records = {
    ...toy.records,
    annotations: [...toy.records.annotations, { ...source, id: 'ann-other' }],
    links: [...toy.records.links, { ...link, id: 'link-9', to: 'ann-other' }],
  }
  expect(graph(exportedOf({ ...toy, records }))[0]!.author).toEqual([{ name: 'police' }, { name: 'police' }])
})

/** The authors of the reviews of what was settled, when these are the verdicts. */
const authorsWith = (verdicts: typeof judged.records.verdicts) =>
  graph(exportedOf({ ...judged, records: { ...judged.records, verdicts } })).map(({ author }) => author)

const personOf = ({ id, name }: typeof ada) => ({ '@type': 'Person', '@id': `urn:assay:person:${id}`, name })

test('where claims were settled, only those are published, by who settled them', () => {
  expect(graph(exportedOf(judged))).toMatchObject([
    {
      '@type': 'ClaimReview',
      claimReviewed: 'Fares rise by 5%',
      author: { '@type': 'Person', '@id': 'urn:assay:person:person-cleo', name: 'Cleo' },
      reviewRating: { ratingValue: 1 },
    },
  ])
  expect(graph(exportedOf(judged, toy))).toHaveLength(2)
})

test('who settled it are all whose verdicts count; without verdicts it is not known', () => {
  const [first, ...others] = judged.records.verdicts
  expect(authorsWith([{ ...first!, by: ada }, ...others])).toEqual([[personOf(ada), personOf(cleo)]])
  const earlier = { ...first!, id: 'v-0', by: ada, created: '2026-01-05T09:00:01.000Z' }
  expect(authorsWith([earlier, first!, ...others])).toEqual([personOf(cleo)])
  expect(authorsWith([])).toEqual([undefined])
})

test('a settled claim that nobody has checked is not reviewed', () => {
  const annotations = judged.records.annotations.map((one) =>
    one.id === 'g-1' ? { ...one, attributes: {} } : one,
  )
  const items = graph(exportedOf({ ...judged, records: { ...judged.records, annotations } }))
  expect(items.map((item) => item['@type'])).toEqual(['Claim'])
})

test('what is settled leaves others’ claims out, and that is said', () =>
  expect(lossesOf(exportedOf(judged), claimReview).map((loss) => describeLoss(loss, claimReview))).toEqual(
    expect.arrayContaining([
      '5 verdicts are in this file only where they say who settled a claim',
      '2 annotators besides the first are named in this file only as an author of reviews, and without their claims where some have been settled',
    ]),
  ))

test('it can stand in the script of a page', () => {
  const json = written(hostileExport)
  expect(json).not.toContain('<')
  expect(graph(hostileExport).map((item) => item.claimReviewed)).toContain('<h1>Title')
})

test('one item for each claim, whatever there is', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), (document) => {
      const claims = document.records.annotations.filter(({ tag }) => tag === 'claim')
      expect(graph(exportedOf(document))).toHaveLength(claims.length)
    }),
    { numRuns: 60 },
  )
})

test('what is lost is said', () =>
  expect(lossesOf(exportedOf(toy), claimReview).map((loss) => describeLoss(loss, claimReview))).toEqual([
    '1 annotation in several pieces is written as one quotation, where a claim, with “ … ” between the pieces',
    '2 links are in this file only where they say whose a claim is or which figures it has',
    '1 note is not in this file',
    '2 attributes are in this file only where they say what checking a claim has found, or what a source or figure of it is',
    '1 article’s text is not in this file',
  ]))
