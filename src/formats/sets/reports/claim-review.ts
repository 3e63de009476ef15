import type { Person } from '../../../core/annotation/set'
import { stateOf } from '../../../core/change/state'
import type { Article } from '../../../core/document/article'
import { isAdjudicated } from '../../../core/review/adjudicated'
import { reviewOf } from '../../../core/review/standing'
import type { AnnotatedDocument, Codec, Exported } from '../codec'
import type { ClaimFacts, Entry } from './report-entry'
import { factsOf } from './report-facts'

/**
 * Claims for the web of fact checkers, as JSON-LD of schema.org (30): a `ClaimReview` around every `Claim` whose status
 * says what checking it has found, and a bare `Claim` otherwise. Its author is the source that it is attributed to, or,
 * when that is a document, what it is based on; its figures are mentioned as `QuantitativeValue`. The author of a review
 * is the annotator. Of an article of which something was settled, only the claims that were are published, and the author
 * is who settled them, as far as the verdicts are there to tell. Written only; everything else that is said of a text, and the text itself, is left out. Whoever
 * publishes it adds the address and the publisher of each review, which are not known here.
 */
export const claimReview: Codec = {
  id: 'claim-review',
  name: 'ClaimReview (schema.org)',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  specification: 'schema.org Claim and ClaimReview, JSON-LD 1.1',
  capabilities: {
    pieces: false,
    overlaps: true,
    links: false,
    notes: false,
    comments: false,
    verdicts: false,
    attributes: false,
    annotators: false,
    text: false,
    offsets: 'utf-16',
  },
  conventions: {
    pieces: 'written as one quotation, where a claim, with “ … ” between the pieces',
    links: 'in this file only where they say whose a claim is or which figures it has',
    attributes:
      'in this file only where they say what checking a claim has found, or what a source or figure of it is',
    verdicts: 'in this file only where they say who settled a claim',
    annotators:
      'named in this file only as an author of reviews, and without their claims where some have been settled',
  },
  write(exported) {
    const file = { '@context': 'https://schema.org', '@graph': graphOf(exported) }
    // It is meant to stand in a `script` of a page, which “</script>” in a claim must not close.
    const json = JSON.stringify(file, null, 2).replaceAll('<', String.raw`\u003c`)
    return new TextEncoder().encode(`${json}\n`)
  },
}

type JsonObject = { readonly [key: string]: unknown }

const graphOf = (exported: Exported): JsonObject[] =>
  factsOf(exported).articles.flatMap(({ article, claims }, k) => {
    const { records } = exported.documents[k]!
    const settled = records.sets.some(isAdjudicated)
    const judges = judgesOf(records)
    const published = claims.filter(({ entry }) => !settled || isAdjudicated({ annotator: entry.by }))
    return published.map((facts) => {
      const { entry } = facts
      const claim = claimOf(facts, article)
      const found = statusOf(entry)
      const authors = settled ? (judges.get(entry.annotation.id) ?? []) : [entry.by]
      return found ? claimReviewOf(entry, authors, claim, found, article) : claim
    })
  })

/** Who settled each adjudicated annotation, by its id; of verdicts on the same thing the latest counts. */
function judgesOf(records: AnnotatedDocument['records']): ReadonlyMap<string, readonly Person[]> {
  const judges = new Map<string, Map<string, Person>>()
  for (const { result, by } of reviewOf(stateOf('', records)).verdicts.values()) {
    if (result === undefined) continue
    const known = judges.get(result) ?? new Map<string, Person>()
    judges.set(result, known.set(by.id, by))
  }
  return new Map([...judges].map(([id, people]) => [id, [...people.values()]]))
}

/** What checking may find, on a scale on which 5 is the truth. */
const SCALE = { supported: 5, disputed: 3, refuted: 1 } as const

interface Finding {
  readonly value: number
  /** As the codebook calls it. */
  readonly name: string
}

function statusOf({ annotation, said }: Entry): Finding | undefined {
  const status = annotation.attributes.status
  const value = status === 'supported' || status === 'disputed' || status === 'refuted' ? SCALE[status] : 0
  return value === 0 ? undefined : { value, name: said.get('status') ?? String(status) }
}

const claimReviewOf = (
  { annotation, words }: Entry,
  authors: readonly Person[],
  claim: JsonObject,
  { value, name }: Finding,
  article: Article,
): JsonObject => ({
  '@type': 'ClaimReview',
  '@id': urn('review', article.id, annotation.id),
  claimReviewed: words,
  datePublished: annotation.modified,
  ...listed('author', authors.map(personOf)),
  reviewRating: { '@type': 'Rating', ratingValue: value, bestRating: 5, worstRating: 1, alternateName: name },
  itemReviewed: claim,
})

const personOf = ({ id, name }: Person): JsonObject => ({ '@type': 'Person', '@id': urn('person', id), name })

function claimOf({ entry, sources, figures }: ClaimFacts, article: Article): JsonObject {
  const documents = sources.filter(({ annotation }) => annotation.attributes.kind === 'document')
  const authors = sources.filter((source) => !documents.includes(source))
  return {
    '@type': 'Claim',
    '@id': urn('annotation', article.id, entry.annotation.id),
    text: entry.words,
    ...listed('author', authors.map(authorOf)),
    ...listed(
      'isBasedOn',
      documents.map((source) => ({ '@type': 'CreativeWork', name: nameOf(source) })),
    ),
    appearance: { '@type': 'Article', '@id': urn('document', article.id), headline: article.title },
    ...listed('mentions', figures.map(figureOf)),
  }
}

const TYPES: ReadonlyMap<unknown, string> = new Map([
  ['named', 'Person'],
  ['unnamed', 'Person'],
  ['institution', 'Organization'],
  ['media', 'Organization'],
])

/** Of no type when nobody has said what the source is. */
function authorOf(source: Entry): JsonObject {
  const { kind, role } = source.annotation.attributes
  const type = TYPES.get(kind)
  return {
    ...(type === undefined ? {} : { '@type': type }),
    name: nameOf(source),
    ...(type === 'Person' && typeof role === 'string' && role !== '' ? { jobTitle: role } : {}),
  }
}

/** The name under which it is listed, or its words. */
function nameOf({ annotation, words }: Entry): string {
  const { name } = annotation.attributes
  return typeof name === 'string' && name.trim() !== '' ? name : words
}

function figureOf({ annotation, words }: Entry): JsonObject {
  const { value, unit } = annotation.attributes
  return {
    '@type': 'QuantitativeValue',
    name: words,
    ...(typeof value === 'number' ? { value } : {}),
    ...(typeof unit === 'string' && unit !== '' ? { unitText: unit } : {}),
  }
}

/** A property with one value or several; none when there is no value. */
const listed = (property: string, values: readonly JsonObject[]): JsonObject =>
  values.length === 0 ? {} : { [property]: values.length === 1 ? values[0] : values }

/** A name for a thing of ours that has no address; ids may hold characters that a URN may not. */
const urn = (kind: string, ...ids: readonly string[]): string =>
  `urn:assay:${kind}:${ids.map(encodeURIComponent).join(':')}`
