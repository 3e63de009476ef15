import { candidatesOf, ROUNDING } from './gamma-candidates'
import { leastCover } from './gamma-cover'
import { type Continuum, type Group, groupCost, totalDisorder } from './gamma-disorder'
import { lotsOf } from './gamma-lots'
import { match, type Neighbours, neighboursOf } from './gamma-match'

export interface Alignment {
  /** The unitary alignments; each unit is in one of them. */
  readonly groups: readonly Group[]
  /** The sum of their disorders over the mean number of units of an annotator; undefined without units. */
  readonly disorder: number | undefined
  /** Whether it is certain that none has less disorder. */
  readonly exact: boolean
}

/**
 * For three annotators and more, units that hang together are aligned exactly when they have no more than this many
 * candidate unitary alignments. With so many an alignment takes some 60 ms, so that one text with thirty random corpora
 * ends within about 2 s; that is enough for five annotators with 50 units each, unless units crowd in one place.
 */
export const MOST_CANDIDATES = 10_000

/**
 * The alignment with the least disorder. Exact for two annotators (an assignment). For more it is the approximation
 * below, and then, for each lot of units that hang together and has few enough candidates, the exact one.
 *
 * The approximation takes one annotator after the other, adding their units to the alignment of those before by an
 * assignment; and then splits all unitary alignments in two, by annotators, and joins the parts anew by an assignment,
 * until no split makes it better.
 */
export function bestAlignment(continuum: Continuum, most = MOST_CANDIDATES): Alignment {
  const near = neighboursOf(continuum)
  const first = progressive(continuum, near)
  if (continuum.annotators < 3) return aligned(continuum, first.groups, first.exact)
  const groups = improved(continuum, near, first.groups)
  return proven(continuum, near, groups, most)
}

function aligned(continuum: Continuum, groups: readonly Group[], exact: boolean): Alignment {
  const units = continuum.owner.length
  const mean = units / continuum.annotators
  return { groups, exact, disorder: units === 0 ? undefined : totalDisorder(continuum, groups) / mean }
}

function progressive(continuum: Continuum, near: Neighbours): { groups: readonly Group[]; exact: boolean } {
  const own: Group[][] = Array.from({ length: continuum.annotators }, () => [])
  for (const [unit, owner] of continuum.owner.entries()) own[owner]!.push([unit])
  let groups: readonly Group[] = []
  let exact = true
  for (const units of own) {
    const made = match(continuum, near, groups, units)
    groups = made.groups
    exact &&= made.exact
  }
  return { groups, exact }
}

function improved(continuum: Continuum, near: Neighbours, start: readonly Group[]): readonly Group[] {
  const splits = splitsOf(continuum.annotators)
  let groups = start
  let cost = totalDisorder(continuum, groups)
  for (let k = 0, since = 0; since < splits.length; k++, since++) {
    const apart = splits[k % splits.length]!
    const isApart = (unit: number) => apart.has(continuum.owner[unit]!)
    const left = groups.map((group) => group.filter(isApart)).filter((group) => group.length > 0)
    const right = groups
      .map((group) => group.filter((unit) => !isApart(unit)))
      .filter((group) => group.length > 0)
    const tried = match(continuum, near, left, right).groups
    const now = totalDisorder(continuum, tried)
    if (now >= cost - ROUNDING) continue
    groups = tried
    cost = now
    since = -1
  }
  return groups
}

/** Sets of annotators to split from the others: up to six annotators all, beyond that all of one or two. */
function splitsOf(annotators: number): ReadonlySet<number>[] {
  const sizes = annotators <= 6 ? Math.floor(annotators / 2) : 2
  const sets: number[][] = [[]]
  for (let k = 0; k < annotators; k++)
    for (const set of sets.filter(({ length }) => length < sizes)) sets.push([...set, k])
  return sets.slice(1).map((set) => new Set(set))
}

function proven(continuum: Continuum, near: Neighbours, groups: readonly Group[], most: number): Alignment {
  const prices = new Float64Array(near.length)
  const nodesOf = (group: Group) => [...group, ...group.flatMap((unit) => near[unit]!)]
  let exact = true
  const best = [...lotsOf(groups, near.length, nodesOf)].flatMap((lot) => {
    const units = lot.flat()
    if (units.length === 1) return lot
    const candidates = candidatesOf(continuum, units, most)
    if (!candidates) {
      exact = false
      return lot
    }
    const known = lot.map((group) => ({ units: group, cost: groupCost(continuum, group) }))
    const cover = leastCover(candidates, known, prices)
    exact &&= cover.exact
    return cover.chosen.map((candidate) => candidate.units)
  })
  return aligned(continuum, best, exact)
}
