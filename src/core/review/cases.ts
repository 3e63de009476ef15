import { alignAll } from '../agreement/alignment'
import { readingsOf } from '../agreement/readings'
import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import { sameRanges } from '../annotation/ranges'
import { compareSpans } from '../annotation/span'
import type { DocumentState } from '../change/state'
import { type Codebook, linkTypeById } from '../codebook/codebook'
import { Groups } from './groups'

/**
 * How annotators differ about one thing: not at all, in its boundaries, its tag, its attributes, in whether it is
 * there for some of them, or it is there for one of them alone.
 */
export type Difference = 'agreed' | 'boundary' | 'tag' | 'attributes' | 'missed' | 'alone'

/** What several annotators made of one thing, to be looked at and decided together. */
interface CaseOf<N extends 'annotation' | 'link', R> {
  readonly of: N
  /** The id of its first member; the same as long as that is. */
  readonly id: string
  /** At most one of each annotator, by the annotators' ids, in their order. */
  readonly members: ReadonlyMap<string, R>
  /** The annotators compared that have nothing of it. */
  readonly missing: readonly string[]
  /** What they differ in, the gravest first; `agreed` alone when in nothing. */
  readonly differences: readonly Difference[]
}

export type AnnotationCase = CaseOf<'annotation', Annotation>
/** Links of one type between what are the same two things to their annotators. */
export type LinkCase = CaseOf<'link', Link>
export type Case = AnnotationCase | LinkCase

/** Whether annotators differ about it at all. */
export const isDisputed = ({ differences }: Pick<Case, 'differences'>): boolean => differences[0] !== 'agreed'

/**
 * Compares what annotators, by their ids, marked in one document: everything that any of them marked is in one case,
 * in the order of the text, each case of links after that of the annotation where it begins. By the codebook, links of
 * a type that reads the same from both ends are the same either way.
 */
export function compareSets(
  state: DocumentState,
  annotators: readonly string[],
  codebook?: Codebook,
): Case[] {
  const records = {
    sets: [...state.sets.values()],
    annotations: [...state.annotations.values()],
    links: [...state.links.values()],
  }
  const readings = readingsOf(records, annotators)
  const compared = readings.map(({ annotator }) => annotator).toSorted()
  const annotationCases = alignAll(readings)
    .map(({ marks }): AnnotationCase => {
      const members = new Map(
        [...marks].map(([annotator, { id }]) => [annotator, state.annotations.get(id)!]),
      )
      return { of: 'annotation', ...caseOf(members, compared, differencesBetween) }
    })
    .toSorted((a, b) => compareSpans(first(a).span, first(b).span) || (a.id < b.id ? -1 : 1))
  return woven(annotationCases, linkCases(state, compared, annotationCases, codebook))
}

const first = ({ members }: AnnotationCase): Annotation => [...members.values()][0]!

function caseOf<R extends { readonly id: string }>(
  members: ReadonlyMap<string, R>,
  compared: readonly string[],
  between: (one: R, other: R) => readonly Difference[],
): Omit<CaseOf<never, R>, 'of'> {
  const missing = compared.filter((annotator) => !members.has(annotator))
  const [one, ...others] = [...members.values()]
  const found = new Set<Difference>(others.flatMap((other) => between(one!, other)))
  if (missing.length > 0) found.add(others.length === 0 ? 'alone' : 'missed')
  const differences = GRAVITY.filter((difference) => found.has(difference))
  return { id: one!.id, members, missing, differences: differences.length > 0 ? differences : ['agreed'] }
}

const GRAVITY: readonly Difference[] = ['alone', 'tag', 'boundary', 'missed', 'attributes']

/** In what two annotators' annotations of one thing differ. Notes are remarks and differ freely. */
export function differencesBetween(one: Annotation, other: Annotation): Difference[] {
  const found: Difference[] = []
  if (one.tag !== other.tag) found.push('tag')
  if (!sameRanges(one.span, other.span)) found.push('boundary')
  if (!sameAttributes(one.attributes, other.attributes)) found.push('attributes')
  return found
}

/** Attributes may have any name: “valueOf” is one of which a general comparison makes too much. */
const sameAttributes = (some: Annotation['attributes'], others: Annotation['attributes']): boolean =>
  Object.keys(some).length === Object.keys(others).length &&
  Object.entries(some).every(([name, value]) => Object.hasOwn(others, name) && others[name] === value)

/** Whether two annotations say the same of the same words; what is remarked on them may differ. */
export const sayTheSame = (one: Annotation, other: Annotation): boolean =>
  differencesBetween(one, other).length === 0

/** The same for links that say the same of the same ends. */
export function linkKey({ type, from, to }: Pick<Link, 'type' | 'from' | 'to'>, codebook?: Codebook): string {
  const evenly = codebook && linkTypeById(codebook, type)?.inverse === ''
  return JSON.stringify([type, ...(evenly ? [from, to].toSorted() : [from, to])])
}

function linkCases(
  state: DocumentState,
  compared: readonly string[],
  annotationCases: readonly AnnotationCase[],
  codebook: Codebook | undefined,
): LinkCase[] {
  const ends = new Map<string, { readonly caseId: string; readonly annotator: string }>()
  for (const { id, members } of annotationCases)
    for (const [annotator, member] of members) ends.set(member.id, { caseId: id, annotator })
  const groups = new Map<string, Map<string, Link>[]>()
  for (const link of [...state.links.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const [from, to] = [ends.get(link.from), ends.get(link.to)]
    if (!from || !to || from.annotator !== to.annotator) continue
    if (state.sets.get(link.set)?.annotator.id !== from.annotator) continue
    const key = linkKey({ type: link.type, from: from.caseId, to: to.caseId }, codebook)
    const group = groups.get(key) ?? []
    groups.set(key, group)
    // Twins of one annotator are cases of their own.
    const free = group.find((members) => !members.has(from.annotator))
    if (free) free.set(from.annotator, link)
    else group.push(new Map([[from.annotator, link]]))
  }
  return [...groups.values()].flat().map((members): LinkCase => {
    const ordered = new Map([...members].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    return { of: 'link', ...caseOf(ordered, compared, () => []) }
  })
}

/** Each link after the annotation where it begins, in the order of where they end. */
function woven(annotationCases: readonly AnnotationCase[], links: readonly LinkCase[]): Case[] {
  const places = new Map(
    annotationCases.flatMap(({ members }, place) => [...members.values()].map(({ id }) => [id, place])),
  )
  const placed = links.map((one) => {
    const { from, to } = [...one.members.values()][0]!
    return { one, from: places.get(from)!, to: places.get(to)! }
  })
  const beginning = Groups.by(
    placed.toSorted((a, b) => a.to - b.to || (a.one.id < b.one.id ? -1 : 1)),
    ({ from }) => from,
  )
  return annotationCases.flatMap((one, place): Case[] => [
    one,
    ...beginning.of(place).map((placedLink) => placedLink.one),
  ])
}
