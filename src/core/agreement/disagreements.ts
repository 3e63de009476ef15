import { sameRanges } from '../annotation/ranges'
import { alignPair } from './alignment'
import type { MarkPair } from './comparison'
import { everyTwo } from './in-scheme'
import { linkedPlaces } from './linked-places'
import type { Scheme } from './measure'
import type { Mark, MarkedLink, Reading, ReadText } from './reading'

/** What can become of an annotation or a link of either; the first that holds. */
export const DISAGREEMENTS = [
  'agreed', // the same tag, ranges and attributes
  'attributesDiffer', // the same tag and ranges
  'boundaryDiffers', // the same tag, and other ranges that share a unit
  'tagDiffers', // other tags, and at least half in common
  'missedByFirst', // the second's annotation has no partner
  'missedBySecond',
  'linkDiffers', // both marked both ends, and one link has no counterpart of its type and direction
] as const
export type Disagreement = (typeof DISAGREEMENTS)[number]
export type Counts = Readonly<Record<Disagreement, number>>

/** How the annotations of two compare, as counts, which add up over texts. */
export interface Split {
  /** Every pair of annotations, every annotation without partner and every difference of links once. */
  readonly all: Counts
  /**
   * The same for each tag of the scheme. A case is in the row of every tag that it involves, so that one with two
   * tags is in two rows, and the rows add up to more than `all`.
   */
  readonly byTag: ReadonlyMap<string, Counts>
}

/** Whether two annotations of the same tag have the same attributes. */
export type SameAttributes = (mine: Mark, theirs: Mark) => boolean

/**
 * What stands behind a figure of agreement: how the annotations of the two annotators of the scheme, matched one to
 * one, compare in one text. The first annotator is the first of the scheme. A text that one of them did not read
 * counts nothing. A link with an unmatched end is not counted: it went with the annotation.
 * Since the matching pairs as many of the same tag as it can, of nested annotations fewer may count as agreed than
 * strict F1 finds exactly alike.
 */
export function disagreements(text: ReadText, scheme: Scheme, same: SameAttributes = () => true): Split {
  const count = new SplitCount(scheme.tags)
  for (const [mine, theirs] of everyTwo(text, scheme, (reading) => reading))
    countCases(count, mine, theirs, same)
  return count
}

class SplitCount implements Split {
  readonly all = noCounts()
  readonly byTag: ReadonlyMap<string, Record<Disagreement, number>>

  constructor(tags: readonly string[]) {
    this.byTag = new Map(tags.map((tag) => [tag, noCounts()]))
  }

  add(kind: Disagreement, one: string, other = one): void {
    this.all[kind]++
    this.byTag.get(one)![kind]++
    if (other !== one) this.byTag.get(other)![kind]++
  }

  addAmong(kind: Disagreement, tags: ReadonlySet<string>): void {
    this.all[kind]++
    for (const tag of tags) this.byTag.get(tag)![kind]++
  }
}

export const NO_SPLIT: Split = { all: noCounts(), byTag: new Map() }

/** The split of both texts together. */
export const addSplits = (one: Split, other: Split): Split => ({
  all: addCounts(one.all, other.all),
  byTag: new Map(
    [...new Set([...one.byTag.keys(), ...other.byTag.keys()])].map((tag) => [
      tag,
      addCounts(one.byTag.get(tag) ?? noCounts(), other.byTag.get(tag) ?? noCounts()),
    ]),
  ),
})

function noCounts(): Record<Disagreement, number> {
  return {
    agreed: 0,
    attributesDiffer: 0,
    boundaryDiffers: 0,
    tagDiffers: 0,
    missedByFirst: 0,
    missedBySecond: 0,
    linkDiffers: 0,
  }
}

function addCounts(one: Counts, other: Counts): Counts {
  const sum = noCounts()
  for (const kind of DISAGREEMENTS) sum[kind] = one[kind] + other[kind]
  return sum
}

function countCases(count: SplitCount, mine: Reading, theirs: Reading, same: SameAttributes): void {
  const { pairs, onlyMine, onlyTheirs } = alignPair(mine.marks, theirs.marks)
  for (const pair of pairs) count.add(kindOf(pair, same), pair.mine.tag, pair.theirs.tag)
  for (const { tag } of onlyTheirs) count.add('missedByFirst', tag)
  for (const { tag } of onlyMine) count.add('missedBySecond', tag)
  for (const tags of linkCases(mine, theirs)) count.addAmong('linkDiffers', tags)
}

function kindOf({ mine, theirs }: MarkPair, same: SameAttributes): Disagreement {
  if (mine.tag !== theirs.tag) return 'tagDiffers'
  if (!sameRanges(mine.ranges, theirs.ranges)) return 'boundaryDiffers'
  return same(mine, theirs) ? 'agreed' : 'attributesDiffer'
}

/**
 * Between the same two matched annotations, links of the two are set off against each other: those of the same type
 * and direction first, then any two that are left, which are one difference, and what is then left is one each.
 * Gives the tags that each difference involves.
 */
function linkCases(mine: Reading, theirs: Reading): ReadonlySet<string>[] {
  if (mine.links.length === 0 && theirs.links.length === 0) return []
  const places = linkedPlaces(mine, theirs)
  const { pairs } = alignPair(mine.marks, theirs.marks)
  const some = byEnds(mine.links, places.mine)
  const others = byEnds(theirs.links, places.theirs)
  return [...new Set([...some.keys(), ...others.keys()])].flatMap((ends) => {
    const left = [...(others.get(ends) ?? [])]
    const mineOnly = (some.get(ends) ?? []).filter((link) => {
      const at = left.indexOf(link)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    const differing = Math.max(mineOnly.length, left.length)
    if (differing === 0) return []
    const tags = new Set(
      ends.split(' ').flatMap((k) => [pairs[Number(k)]!.mine.tag, pairs[Number(k)]!.theirs.tag]),
    )
    return Array.from({ length: differing }, () => tags)
  })
}

/** The type and direction of each link by the two matched annotations it joins, whichever comes first. */
function byEnds(links: readonly MarkedLink[], ends: ReadonlyMap<string, number>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { type, from, to } of links) {
    const [source, target] = [ends.get(from), ends.get(to)]
    if (source === undefined || target === undefined) continue
    const key = `${Math.min(source, target)} ${Math.max(source, target)}`
    found.set(key, [...(found.get(key) ?? []), `${source <= target ? '>' : '<'} ${type}`])
  }
  return found
}
