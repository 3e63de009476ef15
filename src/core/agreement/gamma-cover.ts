import { type Candidate, ROUNDING } from './gamma-candidates'
import { lotsOf } from './gamma-lots'

/** Candidates looked at in the search of one lot, some 5 ms; then it is given up and the best so far stands. */
const MOST_LOOKS = 500_000
/** Rounds in which prices rise; later ones hardly do. */
const ROUNDS = 120
/** After so many rounds without a better bound the steps are halved. */
const PATIENCE = 5

export interface Cover {
  readonly chosen: readonly Candidate[]
  readonly exact: boolean
}

/**
 * Chooses candidates that hold every unit once and together cost least (set partitioning). `known` is such a choice,
 * the better the faster.
 *
 * Every unit has a price. Whatever the prices, no choice costs less than the sum of the prices and of what candidates
 * cost less than the prices of their units (Lagrangian bound). So a candidate that costs more than its prices by as
 * much as `known` costs more than the bound is in no better choice. Prices are raised by subgradient steps (Held,
 * Wolfe, Crowder 1974, Mathematical Programming 6); what remains falls apart into lots, in which branch and bound
 * searches.
 */
export function leastCover(
  candidates: readonly Candidate[],
  known: readonly Candidate[],
  prices: Float64Array,
): Cover {
  const units = known.flatMap((candidate) => candidate.units)
  for (const unit of units) prices[unit] = Infinity
  for (const { units: held, cost } of candidates)
    for (const unit of held) prices[unit] = Math.min(prices[unit]!, cost / held.length)
  return narrowed({ units, candidates, known, prices })
}

interface Problem {
  readonly units: readonly number[]
  readonly candidates: readonly Candidate[]
  readonly known: readonly Candidate[]
  /** By unit; shared by all lots, each of which changes its own. */
  readonly prices: Float64Array
}

function narrowed(problem: Problem): Cover {
  const { known, prices } = problem
  const slack = costOf(known) - raisedPrices(problem)
  const kept = problem.candidates.filter((candidate) => above(candidate, prices) < slack - ROUNDING)
  const items = [
    ...known.map((candidate) => ({ candidate, isKnown: true })),
    ...kept.map((candidate) => ({ candidate, isKnown: false })),
  ]
  const covers = [...lotsOf(items, prices.length, ({ candidate }) => candidate.units)].map((lot) => {
    const before = lot.filter(({ isKnown }) => isKnown).map(({ candidate }) => candidate)
    const own = lot.filter(({ isKnown }) => !isKnown).map(({ candidate }) => candidate)
    if (own.length === 0) return { chosen: before, exact: true }
    const part = { units: before.flatMap(({ units }) => units), candidates: own, known: before, prices }
    return own.length < 0.8 * problem.candidates.length ? narrowed(part) : searched(part)
  })
  return { chosen: covers.flatMap(({ chosen }) => chosen), exact: covers.every(({ exact }) => exact) }
}

const costOf = (chosen: readonly Candidate[]): number => chosen.reduce((sum, { cost }) => sum + cost, 0)

/** How much a candidate costs more than the prices of its units. */
function above({ units, cost }: Candidate, prices: Float64Array): number {
  let rest = cost
  for (let k = 0; k < units.length; k++) rest -= prices[units[k]!]!
  return rest
}

/** Raises the prices of the units of the problem as far as it goes and gives the bound. */
function raisedPrices({ units, candidates, known, prices }: Problem): number {
  const upper = costOf(known)
  const excess = new Float64Array(prices.length)
  let best = -Infinity
  let bestPrices: number[] = []
  let step = 1
  for (let round = 0, stale = 0; round < ROUNDS; round++) {
    for (const unit of units) excess[unit] = 1
    let lower = units.reduce((sum, unit) => sum + prices[unit]!, 0)
    for (const candidate of candidates) {
      const rest = above(candidate, prices)
      if (rest >= 0) continue
      lower += rest
      for (const unit of candidate.units) excess[unit]! -= 1
    }
    if (lower > best + ROUNDING) {
      best = lower
      bestPrices = units.map((unit) => prices[unit]!)
      stale = 0
    } else if (++stale === PATIENCE) {
      step /= 2
      stale = 0
    }
    const norm = units.reduce((sum, unit) => sum + excess[unit]! ** 2, 0)
    if (norm === 0 || upper - best <= ROUNDING) break
    const length = (step * (upper - lower)) / norm
    for (const unit of units) prices[unit]! += length * excess[unit]!
  }
  for (const [k, unit] of units.entries()) prices[unit] = bestPrices[k]!
  return best
}

/** Branch and bound: takes the unit with the fewest candidates left, tries them, cheapest above the prices first. */
function searched({ units, candidates, known, prices }: Problem): Cover {
  const rests = new Map(candidates.map((candidate) => [candidate, above(candidate, prices)]))
  const bound =
    units.reduce((sum, unit) => sum + prices[unit]!, 0) +
    candidates.reduce((sum, candidate) => sum + Math.min(0, rests.get(candidate)!), 0)
  const holding = new Map(units.map((unit) => [unit, [] as Candidate[]]))
  for (const candidate of candidates.toSorted((a, b) => rests.get(a)! - rests.get(b)!))
    for (const unit of candidate.units) holding.get(unit)!.push(candidate)

  let best = known
  let budget = costOf(known) - bound - ROUNDING
  let looks = MOST_LOOKS
  const covered = new Uint8Array(prices.length)
  const chosen: Candidate[] = []
  const explore = (spent: number): void => {
    if (looks < 0) return
    const options = fewest(units, covered, (unit) => {
      const held = holding.get(unit)!
      looks -= held.length
      return held.filter(
        (candidate) => spent + rests.get(candidate)! < budget && candidate.units.every((u) => !covered[u]),
      )
    })
    if (!options) {
      const cost = costOf(chosen)
      if (cost - bound >= budget) return
      best = [...chosen]
      budget = cost - bound - ROUNDING
      return
    }
    for (const candidate of options) {
      const more = spent + Math.max(0, rests.get(candidate)!)
      if (more >= budget) return
      for (const unit of candidate.units) covered[unit] = 1
      chosen.push(candidate)
      explore(more)
      chosen.pop()
      for (const unit of candidate.units) covered[unit] = 0
    }
  }
  explore(0)
  return { chosen: best, exact: looks >= 0 }
}

/** The shortest list of candidates for a unit that is not covered; nothing when all are. */
function fewest(
  units: readonly number[],
  covered: Uint8Array,
  optionsOf: (unit: number) => Candidate[],
): Candidate[] | undefined {
  let least: Candidate[] | undefined
  for (const unit of units) {
    if (covered[unit]) continue
    const options = optionsOf(unit)
    if (!least || options.length < least.length) least = options
    if (least.length <= 1) break
  }
  return least
}
