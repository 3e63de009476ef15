import type { Annotation } from '../../../core/annotation/annotation'
import type { Comment } from '../../../core/annotation/comment'
import type { Link } from '../../../core/annotation/link'
import type { AnnotationSet, Person } from '../../../core/annotation/set'
import { quoteOf } from '../../../core/annotation/span'
import { nameOfValue } from '../../../core/codebook/attribute'
import { type Codebook, type Tag, linkTypeById } from '../../../core/codebook/codebook'
import { linkTypeNamed, tagNamed } from '../../../core/codebook/labels'
import type { Article } from '../../../core/document/article'
import type { AnnotatedDocument, Exported } from '../codec'
import { inOrder } from '../order'
import { type Counts, countsOf } from './report-counts'
import type { ClaimFacts, Entry, Related } from './report-entry'
import { type ReportTag, reportTags } from './report-tags'
import { numberInWords } from './report-words'

/** What reports say of an export: everything by its name, numbered, with what it is linked to. */
export interface ReportFacts {
  readonly articles: readonly ArticleFacts[]
  /** Everybody who has a set, in the order of the articles. */
  readonly annotators: readonly Person[]
  /** Those that are offered or used, in the order of the codebook. */
  readonly tags: readonly ReportTag[]
  readonly counts: Counts
}

export interface ArticleFacts {
  readonly article: Article
  /** In reading order. */
  readonly entries: readonly Entry[]
  /** The entries by tag; a tag without entries has no table. */
  readonly tables: readonly TagTable[]
  readonly claims: readonly ClaimFacts[]
  readonly allLinks: readonly LinkFacts[]
  /** Those between annotations of one tag, which no column of a table shows. */
  readonly links: readonly LinkFacts[]
  readonly comments: readonly CommentFacts[]
  readonly counts: Counts
}

export interface TagTable {
  readonly tag: ReportTag
  readonly entries: readonly Entry[]
  /** The attributes that at least one entry has. */
  readonly attributes: readonly { readonly id: string; readonly name: string }[]
  /** The links to annotations of other tags that at least one entry has, read from this end: “source of”. */
  readonly relations: readonly { readonly key: string; readonly name: string }[]
  readonly hasNotes: boolean
}

export interface LinkFacts {
  readonly link: Link
  readonly name: string
  readonly from: Entry
  readonly to: Entry
  readonly by: Person
}

/** “c4 contradicts c3” */
export const linkInWords = ({ from, name, to }: LinkFacts): string => `${from.label} ${name} ${to.label}`

export interface CommentFacts {
  readonly comment: Comment
  /** What it is on. */
  readonly on: Entry | LinkFacts
}

export function factsOf({ documents, codebook }: Exported): ReportFacts {
  const used = documents.flatMap(({ records }) => records.annotations.map(({ tag }) => tag))
  const tags = reportTags(codebook, used)
  const tagOf = new Map(tags.map((tag) => [tag.id, tag]))
  const articles = documents.map((document) => articleFacts(document, codebook, tags, tagOf))
  const annotators = everybody(documents.flatMap(({ records }) => records.sets))
  const linkNames = documents.flatMap(({ records }) =>
    records.links.map(({ type }) => linkName(codebook, type)),
  )
  const counts = countsOf({
    tags,
    annotators,
    entries: articles.flatMap(({ entries }) => entries),
    claims: hasAttribution(codebook) ? articles.flatMap(({ claims }) => claims) : undefined,
    linkNames,
  })
  return { articles, annotators, tags, counts }
}

function articleFacts(
  { article, records }: AnnotatedDocument,
  codebook: Codebook,
  tags: readonly ReportTag[],
  tagOf: ReadonlyMap<string, ReportTag>,
): ArticleFacts {
  const { sets, annotations, links, comments } = inOrder(records)
  const byOf = new Map(sets.map(({ id, annotator }) => [id, annotator]))
  const by = (set: string): Person => byOf.get(set) ?? { id: set, name: set }
  const last = new Map<string, number>()
  const relatedOf = new Map(annotations.map((one) => [one, new Map<string, Related[]>()]))
  const entries = annotations.map((annotation): Entry => {
    const tag = tagOf.get(annotation.tag)!
    const number = (last.get(tag.id) ?? 0) + 1
    last.set(tag.id, number)
    return {
      annotation,
      tag,
      label: `${tag.letters}${number}`,
      words: quoteOf(annotation.span),
      by: by(annotation.set),
      said: saidOf(annotation, tag.known),
      related: relatedOf.get(annotation)!,
    }
  })
  const entryOf = new Map(entries.map((entry) => [entry.annotation.id, entry]))
  const rank = new Map(entries.map((entry, k) => [entry, k]))
  const linked = links
    .flatMap((link): LinkFacts[] => {
      const from = entryOf.get(link.from)
      const to = entryOf.get(link.to)
      return from && to ? [{ link, name: linkName(codebook, link.type), from, to, by: by(link.set) }] : []
    })
    .toSorted((a, b) => rank.get(a.from)! - rank.get(b.from)! || rank.get(a.to)! - rank.get(b.to)!)
  for (const { link, from, to } of linked) {
    if (from.tag === to.tag) continue
    push(relatedOf.get(from.annotation)!, `from ${link.type}`, { entry: to, note: link.note })
    push(relatedOf.get(to.annotation)!, `to ${link.type}`, { entry: from, note: link.note })
  }
  const claims = claimsOf(entries, linked, codebook)
  return {
    article,
    entries,
    tables: tags.flatMap((tag) => tableOf(tag, entries, linked, codebook) ?? []),
    claims,
    allLinks: linked,
    links: linked.filter(({ from, to }) => from.tag === to.tag),
    comments: commentsOf(comments, entryOf, linked),
    counts: countsOf({
      tags,
      annotators: everybody(sets),
      entries,
      claims: hasAttribution(codebook) ? claims : undefined,
      linkNames: linked.map(({ name }) => name),
    }),
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** The names of what an annotation says, by the ids of its attributes. */
export const saidOf = ({ attributes }: Annotation, tag: Tag | undefined): Map<string, string> =>
  new Map(
    Object.entries(attributes).map(([id, value]) => {
      const known = tag?.attributes.find((attribute) => attribute.id === id)
      return [id, typeof value === 'number' ? numberInWords(value) : nameOfValue(known, value)]
    }),
  )

function tableOf(
  tag: ReportTag,
  all: readonly Entry[],
  links: readonly LinkFacts[],
  codebook: Codebook,
): TagTable | undefined {
  const entries = all.filter((entry) => entry.tag === tag)
  if (entries.length === 0) return undefined
  const said = new Set(entries.flatMap((entry) => [...entry.said.keys()]))
  const known = tag.known?.attributes ?? []
  const unknown = [...said].filter((id) => !known.some((attribute) => attribute.id === id))
  const keys = new Set(entries.flatMap((entry) => [...entry.related.keys()]))
  const types = [...codebook.links.map(({ id }) => id), ...links.map(({ link }) => link.type)]
  return {
    tag,
    entries,
    attributes: [
      ...known.filter(({ id }) => said.has(id)).map(({ id, name }) => ({ id, name })),
      ...unknown.map((id) => ({ id, name: id })),
    ],
    relations: [...new Set(types)].flatMap((type) => {
      const inverse = linkTypeById(codebook, type)?.inverse
      return [
        { key: `from ${type}`, name: linkName(codebook, type) },
        {
          key: `to ${type}`,
          name: inverse === undefined || inverse === '' ? linkName(codebook, type) : inverse,
        },
      ].filter(({ key }) => keys.has(key))
    }),
    hasNotes: entries.some(({ annotation }) => annotation.note !== ''),
  }
}

/** The claims, where the codebook has them, with what the links of the two kinds lead to. */
function claimsOf(entries: readonly Entry[], links: readonly LinkFacts[], codebook: Codebook): ClaimFacts[] {
  const claim = tagNamed(codebook, 'claim')
  const claims = new Map(
    entries
      .filter(({ tag }) => claim !== undefined && tag.id === claim.id)
      .map((entry) => [entry, { entry, sources: [] as Entry[], figures: [] as Entry[] }]),
  )
  const attribution = linkTypeNamed(codebook, 'attributed-to')?.id
  const quantity = linkTypeNamed(codebook, 'quantified-by')?.id
  for (const { link, from, to } of links) {
    if (link.type === attribution) claims.get(from)?.sources.push(to)
    else if (link.type === quantity) claims.get(from)?.figures.push(to)
  }
  return [...claims.values()]
}

const hasAttribution = (codebook: Codebook): boolean =>
  tagNamed(codebook, 'claim') !== undefined && linkTypeNamed(codebook, 'attributed-to') !== undefined

function commentsOf(
  comments: readonly Comment[],
  entryOf: ReadonlyMap<string, Entry>,
  links: readonly LinkFacts[],
): CommentFacts[] {
  const linkOf = new Map(links.map((facts) => [facts.link.id, facts]))
  return comments.flatMap((comment) => {
    const on = entryOf.get(comment.on) ?? linkOf.get(comment.on)
    return on ? [{ comment, on }] : []
  })
}

export const linkName = (codebook: Codebook, type: string): string =>
  linkTypeById(codebook, type)?.name ?? type

/** Each annotator once, by id. */
const everybody = (sets: readonly AnnotationSet[]): Person[] => [
  ...new Map(sets.map(({ annotator }) => [annotator.id, annotator])).values(),
]
