import { type MarkPair, type Pairing, comparisonOf, placedOnce } from './comparison'
import { type Edge, type Placed, ascending, byContent, byPlace, byWeight } from './matching'
import type { Mark, Reading } from './reading'

/** Marks that several annotators made of the same thing. */
export interface Cluster {
  /** By annotator's id, in the order of the ids; at most one mark of each. */
  readonly marks: ReadonlyMap<string, Mark>
}

/** Of {@link alignPair}, unless another one is given. */
export const HALF = 0.5 // below it, marks with different tags have more apart than in common

/**
 * The one-to-one matching of best total weight. Marks with the same tag may be paired when they share a unit, marks
 * with different tags when the Dice overlap of their units, 2|A∩B| / (|A|+|B|), is at least `leastDice` and not
 * nothing. The best has the most pairs with the same tag, of these the most pairs with the same ranges, of these the
 * most shared units; what is then still equal goes in the order of the text. Neither the order of the marks nor
 * which side comes first matters. Maximum-weight assignment after Kuhn 1955, Naval Research Logistics Quarterly 2,
 * pp. 83–97.
 */
export const alignPair = (mine: readonly Mark[], theirs: readonly Mark[], leastDice = HALF): Pairing =>
  comparisonOf(mine, theirs).pairing(leastDice)

/** All pairs of a mark of mine and a mark of theirs that share at least one unit, whatever their tags. */
export function overlapping(mine: readonly Mark[], theirs: readonly Mark[]): MarkPair[] {
  const comparison = comparisonOf(mine, theirs)
  return comparison.pairsOf(comparison.meeting)
}

/**
 * The marks of all annotators, grouped by what they are of: the pairs of every two annotators, joined from the
 * heaviest to the lightest where no group would get two marks of one annotator. A mark that nobody else has is a
 * cluster of one. In the order of the text.
 */
export function alignAll(readings: readonly Reading[]): Cluster[] {
  const inOrder = readings.toSorted((a, b) => ascending(a.annotator, b.annotator))
  const marks = inOrder.map((reading) => placedOnce(reading.marks))
  // A cluster is the place of its mark by the number of the reading.
  const clusters = marks.map((of, k) => of.map((_, row) => new Map([[k, row]])))
  for (const { k, n, edge } of joints(inOrder, marks)) {
    const into = clusters[k]![edge.row]!
    const joining = clusters[n]![edge.column]!
    if ([...joining.keys()].some((reading) => into.has(reading))) continue
    for (const [reading, row] of joining) {
      into.set(reading, row)
      clusters[reading]![row] = into
    }
  }
  const markOf = (reading: number, row: number): Mark => marks[reading]![row]!.mark
  return [...new Set(clusters.flat())]
    .map((of) => ({
      of,
      first: [...of]
        .map(([reading, row]) => markOf(reading, row))
        .reduce((one, other) => (byPlace(one, other) <= 0 ? one : other)),
    }))
    .toSorted((a, b) => byPlace(a.first, b.first))
    .map(({ of }) => ({
      marks: new Map(
        [...of]
          .toSorted(([a], [b]) => a - b)
          .map(([reading, row]) => [inOrder[reading]!.annotator, markOf(reading, row)]),
      ),
    }))
}

/** A mark of the `k`th and one of the `n`th reading that are paired; their ranks, the lower first. */
interface Joint {
  readonly edge: Edge
  readonly k: number
  readonly n: number
  readonly low: number
  readonly high: number
}

/** The pairs of every two readings, heaviest first; equal weights in the order of the text. */
function joints(readings: readonly Reading[], marks: readonly (readonly Placed[])[]): Joint[] {
  const ranks = ranked(marks.flat())
  const found: Joint[] = []
  for (let n = 1; n < marks.length; n++)
    for (let k = 0; k < n; k++)
      for (const edge of comparisonOf(readings[k]!.marks, readings[n]!.marks).matched(HALF)) {
        const mine = ranks.get(marks[k]![edge.row]!.mark)!
        const theirs = ranks.get(marks[n]![edge.column]!.mark)!
        found.push({ edge, k, n, low: Math.min(mine, theirs), high: Math.max(mine, theirs) })
      }
  return found.toSorted(
    (a, b) => byWeight(a.edge, b.edge) || a.low - b.low || a.high - b.high || a.k - b.k || a.n - b.n,
  )
}

/** The place of each mark among all; the same for marks of the same ranges and the same tag. */
function ranked(marks: readonly Placed[]): ReadonlyMap<Mark, number> {
  const sorted = marks.map(({ mark }) => mark).toSorted(byContent)
  let rank = 0
  return new Map(
    sorted.map((mark, k) => [mark, k > 0 && byContent(sorted[k - 1]!, mark) === 0 ? rank : (rank = k)]),
  )
}
