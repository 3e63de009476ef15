import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttributeValue } from '../../../core/codebook/attribute'
import { anyDocument } from '../../../testing/annotated'
import { hostileExport } from '../../../testing/hostile-report'
import { exportedOf, toy } from '../../../testing/toy'
import { claimReview } from './claim-review'
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
