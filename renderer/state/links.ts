import { type Annotation, compareAnnotations } from '../../src/core/annotation/annotation'
import type { Link } from '../../src/core/annotation/link'
import { flipLink, hasLink, retypeLink, unlink } from '../../src/core/change/edit-links'
import type { DocumentState } from '../../src/core/change/state'
import { type Codebook, type LinkType, linkTypeById, tagById } from '../../src/core/codebook/codebook'
import { type Joining, joiningOf, joiningsBetween } from '../../src/core/codebook/link-rules'
import { short } from './quoting'
import type { Session } from './session'

/** A link as it is seen from one of its ends. */
export interface SeenLink {
  readonly link: Link
  /** How it reads from here: `attributed to`, or from the other end `source of`. */
  readonly words: string
  readonly other: Annotation
  /** Whether the other end comes before this one in the text. */
  readonly before: boolean
}

/** The links of an annotation from its own point of view: in the order of the codebook, then of the text. */
export function linksOf(state: DocumentState, codebook: Codebook, annotation: Annotation): SeenLink[] {
  const rank = new Map(codebook.links.map(({ id }, k) => [id, k]))
  return [...state.links.values()]
    .flatMap((link): SeenLink[] => {
      if (link.from !== annotation.id && link.to !== annotation.id) return []
      const first = link.from === annotation.id
      const other = state.annotations.get(first ? link.to : link.from)
      if (!other) return []
      const before = compareAnnotations(other, annotation) < 0
      return [{ link, other, before, words: wordsOf(linkTypeById(codebook, link.type), link.type, first) }]
    })
    .toSorted(
      (a, b) =>
        (rank.get(a.link.type) ?? 0) - (rank.get(b.link.type) ?? 0) || compareAnnotations(a.other, b.other),
    )
}

/** How a type reads from its first end, or from its second. */
const wordsOf = (type: LinkType | undefined, id: string, first: boolean): string =>
  (first ? type?.name : type?.inverse || type?.name) ?? id

/** How an annotation may be linked to another, as each way reads from it. */
export const wordsOfJoining = ({ type, turned }: Joining): string => wordsOf(type, type.id, !turned)

/** How many links each annotation has, by its id. */
export function countLinks(links: ReadonlyMap<string, Link>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { from, to } of links.values())
    for (const end of [from, to]) counts.set(end, (counts.get(end) ?? 0) + 1)
  return counts
}

/** Turns a link round where the codebook lets it run the other way. */
export function turnLink(session: Session, link: Link): void {
  const { article, codebook, author, status } = session
  const ends = article && endsOf(article.state, link)
  const type = linkTypeById(codebook, link.type)
  if (!article || !ends || !type) return
  if (type.inverse === '') return status.hint(`“${type.name}” reads the same from both ends`)
  const [from, to] = ends
  if (joiningOf(type, to.tag, from.tag)?.turned !== false) {
    const names = [from, to].map(({ tag }) => (tagById(codebook, tag)?.name ?? tag).toLowerCase())
    return status.hint(`“${type.name}” only runs from a ${names[0]} to a ${names[1]}`)
  }
  if (hasLink(article.state, type, to, from))
    return status.hint(`${short(to)} is linked to ${short(from)} in this way already`)
  if (session.perform(flipLink(author, link))) status.say(`${short(to)} ${type.name} ${short(from)} now`)
}

/** The ways in which the two ends of a link may be joined instead, or are now. */
export function waysToJoin({ article, codebook }: Session, link: Link): Joining[] {
  const ends = article && endsOf(article.state, link)
  return ends ? joiningsBetween(codebook, ends[0].tag, ends[1].tag) : []
}

/** Gives a link another type. */
export function changeLink(session: Session, link: Link, { type, turned }: Joining): void {
  const { article, author, status } = session
  const ends = article && endsOf(article.state, link)
  if (!article || !ends || link.type === type.id) return
  const [from, to] = turned ? [ends[1], ends[0]] : ends
  if (hasLink(article.state, type, from, to))
    return status.hint(`${short(from)} is linked to ${short(to)} in this way already`)
  if (session.perform(retypeLink(author, link, type, turned)))
    status.say(`${short(from)} ${type.name} ${short(to)} now`)
}

export function removeLink(session: Session, link: Link): void {
  const { article, codebook, author, status } = session
  const name = linkTypeById(codebook, link.type)?.name ?? link.type
  if (article && session.perform(unlink(article.state, author, link, name)))
    status.say(`Removed the link “${name}”`)
}

function endsOf({ annotations }: DocumentState, { from, to }: Link): [Annotation, Annotation] | undefined {
  const first = annotations.get(from)
  const second = annotations.get(to)
  return first && second ? [first, second] : undefined
}
