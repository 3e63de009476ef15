import type { Interval } from '../../base/intervals'

/** A contiguous stretch with a category. A mark in pieces counts as one unit a piece. */
export interface Unit extends Interval {
  readonly category: string
}

/** How much the two ways of differing count, and what it costs to have no counterpart. */
export interface Weights {
  /** α, the weight of differing places. */
  readonly position: number
  /** β, the weight of differing categories. */
  readonly category: number
  /** Δ∅, the cost of a pair in which a unit is missing; the two dissimilarities are given in it. */
  readonly empty: number
}

/**
 * d_pos: how far two units are apart in proportion to their lengths, squared, so that a text twice as long changes
 * nothing. Mathet, Widlöcher, Métivier 2015, Computational Linguistics 41(3), section 4.3.
 */
export function positionalDissimilarity(one: Interval, other: Interval, empty = 1): number {
  const apart = Math.abs(one.start - other.start) + Math.abs(one.end - other.end)
  return (apart / (one.end - one.start + other.end - other.start)) ** 2 * empty
}

/** d_cat, nominal: categories are the same or they are not. */
export const categoricalDissimilarity = (one: Unit, other: Unit, empty = 1): number =>
  one.category === other.category ? 0 : empty

/** d = α·d_pos + β·d_cat. */
export const dissimilarity = (one: Unit, other: Unit, { position, category, empty }: Weights): number =>
  position * positionalDissimilarity(one, other, empty) +
  category * categoricalDissimilarity(one, other, empty)

/**
 * The disorder of a unitary alignment, which holds one unit or none of each annotator: the mean of d over all pairs
 * of annotators. A pair in which a unit is missing costs Δ∅, and so does one in which both are.
 */
export function unitaryDisorder(alignment: readonly (Unit | undefined)[], weights: Weights): number {
  let sum = 0
  for (const [k, one] of alignment.entries())
    for (const other of alignment.slice(0, k))
      sum += one && other ? dissimilarity(one, other, weights) : weights.empty
  return sum / pairsOf(alignment.length)
}

export const pairsOf = (count: number): number => (count * (count - 1)) / 2

/** What the annotators marked, all units in one row and named by their place in it, for fast comparing. */
export interface Continuum {
  readonly annotators: number
  readonly weights: Weights
  /** What opening one more unitary alignment costs: Δ∅ for every pair of annotators. */
  readonly opening: number
  readonly owner: Int32Array
  readonly start: Float64Array
  readonly end: Float64Array
  readonly category: Int32Array
}

/** Units are numbered annotator by annotator, in the order given; categories by when they first occur. */
export function continuumOf(annotators: readonly (readonly Unit[])[], weights: Weights): Continuum {
  const units = annotators.flat()
  const ids = new Map<string, number>()
  for (const { category } of units) if (!ids.has(category)) ids.set(category, ids.size)
  return {
    annotators: annotators.length,
    weights,
    opening: pairsOf(annotators.length) * weights.empty,
    owner: Int32Array.from(annotators.flatMap((own, k) => own.map(() => k))),
    start: Float64Array.from(units, ({ start }) => start),
    end: Float64Array.from(units, ({ end }) => end),
    category: Int32Array.from(units, ({ category }) => ids.get(category)!),
  }
}

/** d of two units of a continuum, less Δ∅: what aligning them changes. Negative when it pays of itself. */
export function joining(continuum: Continuum, one: number, other: number): number {
  const { start, end, category, weights } = continuum
  const apart = Math.abs(start[one]! - start[other]!) + Math.abs(end[one]! - end[other]!)
  const place = apart / (end[one]! - start[one]! + end[other]! - start[other]!)
  const kind = category[one] === category[other] ? 0 : weights.category
  return (weights.position * place * place + kind - 1) * weights.empty
}

/** The units that a unitary alignment holds; annotators without one are not listed. */
export type Group = readonly number[]

/** The disorder of a unitary alignment times the number of pairs of annotators. */
export function groupCost(continuum: Continuum, group: Group): number {
  let cost = continuum.opening
  for (let k = 1; k < group.length; k++)
    for (let other = 0; other < k; other++) cost += joining(continuum, group[k]!, group[other]!)
  return cost
}

/** The sum of the disorders of unitary alignments that together hold every unit once. */
export function totalDisorder(continuum: Continuum, groups: readonly Group[]): number {
  const cost = groups.reduce((sum, group) => sum + groupCost(continuum, group), 0)
  return cost / pairsOf(continuum.annotators)
}
