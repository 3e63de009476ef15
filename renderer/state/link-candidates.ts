import type { Annotation } from '../../src/core/annotation/annotation'
import { compareAnnotations } from '../../src/core/annotation/annotation'
import { extentOf } from '../../src/core/annotation/span'
import { hasLink } from '../../src/core/change/edit-links'
import type { DocumentState } from '../../src/core/change/state'
import { type Codebook, tagById } from '../../src/core/codebook/codebook'
import { type Joining, joiningsBetween } from '../../src/core/codebook/link-rules'
import { quoteLine } from './quoting'
import type { Linking } from './session-view'

/** An annotation that another one may be linked to or merged with. */
export interface Candidate {
  readonly annotation: Annotation
  /** How it may be linked and is not yet; none when the two are to be merged. */
  readonly ways: readonly Joining[]
  /** Whether it is linked already in every way there is. */
  readonly linked: boolean
  /** Whether it comes before the annotation that is to be linked. */
  readonly before: boolean
}

/** What an annotation may be linked to or merged with: the nearest first, what is linked already last. */
export function candidatesFor(
  state: DocumentState,
  codebook: Codebook,
  origin: Annotation,
  purpose: Linking['purpose'],
): Candidate[] {
  const near = { ...state, links: linksAt(state, origin.id) }
  return [...state.annotations.values()]
    .flatMap((annotation): Candidate[] => {
      if (annotation.id === origin.id) return []
      const before = compareAnnotations(annotation, origin) < 0
      if (purpose === 'merge')
        return annotation.tag === origin.tag && annotation.set === origin.set
          ? [{ annotation, ways: [], linked: false, before }]
          : []
      const ways = joiningsBetween(codebook, origin.tag, annotation.tag)
      if (ways.length === 0) return []
      const open = ways.filter((way) => !isLinked(near, origin, annotation, way))
      return [{ annotation, ways: open, linked: open.length === 0, before }]
    })
    .toSorted(
      (a, b) =>
        Number(a.linked) - Number(b.linked) ||
        distance(origin, a.annotation) - distance(origin, b.annotation) ||
        compareAnnotations(a.annotation, b.annotation),
    )
}

/** Whether the two are linked in this way already. */
export const isLinked = (
  state: DocumentState,
  origin: Annotation,
  target: Annotation,
  { type, turned }: Joining,
): boolean => (turned ? hasLink(state, type, target, origin) : hasLink(state, type, origin, target))

/** The candidates whose words or tag have all of the typed words; those in which words begin so come first. */
export function foundAmong(
  candidates: readonly Candidate[],
  codebook: Codebook,
  typed: string,
): readonly Candidate[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return candidates
  const ranked = candidates.flatMap((candidate) => {
    const { annotation } = candidate
    const words = `${tagById(codebook, annotation.tag)?.name ?? ''} ${quoteLine(annotation)}`.toLowerCase()
    if (!wanted.every((part) => words.includes(part))) return []
    const parts = words.split(/[^\p{L}\p{N}]+/u)
    return [{ candidate, within: !wanted.every((part) => parts.some((word) => word.startsWith(part))) }]
  })
  return ranked.toSorted((a, b) => Number(a.within) - Number(b.within)).map(({ candidate }) => candidate)
}

const linksAt = ({ links }: DocumentState, id: string): DocumentState['links'] =>
  new Map([...links].filter(([, { from, to }]) => from === id || to === id))

/** UTF-16 units of text between two annotations; 0 where they overlap. */
function distance(a: Annotation, b: Annotation): number {
  const one = extentOf(a.span)
  const other = extentOf(b.span)
  return Math.max(0, one.start - other.end, other.start - one.end)
}
