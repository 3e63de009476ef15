import { type Continuum, type Group, groupCost, joining, pairsOf } from './gamma-disorder'

/** A unitary alignment that a best alignment may hold, and its disorder times the number of pairs of annotators. */
export interface Candidate {
  readonly units: Group
  readonly cost: number
}

/** What is cheaper by less than this is a rounding error. */
export const ROUNDING = 1e-9

/**
 * All unitary alignments of these units that are cheaper than any two parts of them by themselves: some best
 * alignment holds no others. Undefined when there are more than `most`, or when looking for them takes too long.
 */
export function candidatesOf(
  continuum: Continuum,
  units: readonly number[],
  most: number,
): Candidate[] | undefined {
  const annotators = Array.from({ length: continuum.annotators }, (_, k) =>
    units.filter((unit) => continuum.owner[unit] === k),
  )
  const found: Candidate[] = []
  let steps = most * 10
  const extend = (group: Group, joined: number, next: number): void => {
    if (next === annotators.length) {
      const candidate = { units: group, cost: continuum.opening + joined }
      if (group.length > 0 && !splits(continuum, candidate)) found.push(candidate)
      return
    }
    extend(group, joined, next + 1)
    const left = annotators.length - next - 1
    const limit = mostJoined(continuum, group.length + 1, left)
    for (const unit of annotators[next]!) {
      if (--steps < 0 || found.length > most) return
      const more = group.reduce((sum, other) => sum + joining(continuum, unit, other), joined)
      if (more <= limit) extend([...group, unit], more, next + 1)
    }
  }
  extend([], 0, 0)
  return steps < 0 || found.length > most ? undefined : found
}

/**
 * What `size` units may cost beyond their opening when `left` more can still join: at best each new pair saves Δ∅,
 * and in the end the whole must be no dearer than its units one by one, each of which opens an alignment.
 */
const mostJoined = ({ opening, weights }: Continuum, size: number, left: number): number =>
  (size + left - 1) * opening + (pairsOf(size + left) - pairsOf(size)) * weights.empty

/** Whether two parts of it by themselves are no dearer. */
function splits(continuum: Continuum, { units, cost }: Candidate): boolean {
  for (let mask = 1; mask < 2 ** (units.length - 1); mask++) {
    const one = units.filter((_, k) => (mask >> k) & 1)
    const other = units.filter((_, k) => !((mask >> k) & 1))
    if (groupCost(continuum, one) + groupCost(continuum, other) <= cost) return true
  }
  return false
}
