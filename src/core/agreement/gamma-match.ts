import { munkres } from 'munkres'
import { type Continuum, type Group, joining } from './gamma-disorder'
import { lotsOf } from './gamma-lots'

/**
 * Beyond this many cells an assignment is made greedily, smallest disorder first, and is not exact. Two thousand
 * units on each side that hang together take some 0.2 s and 32 MB.
 */
const MOST_CELLS = 4_000_000

/** For every unit those of other annotators so near that aligning the two can be worth it. */
export type Neighbours = readonly (readonly number[])[]

/**
 * Two parts of a unitary alignment are better taken apart unless the sum of d between them is below
 * Δ∅·(pairs of annotators + pairs between the parts); so at least one pair between them has a d below
 * Δ∅·(pairs of annotators + 1). Pairs further apart need not be looked at.
 */
export function neighboursOf(continuum: Continuum): Neighbours {
  const { owner, start, end, weights, opening } = continuum
  const order = [...start.keys()].toSorted((a, b) => start[a]! - start[b]!)
  const longest = order.reduce((most, u) => Math.max(most, end[u]! - start[u]!), 0)
  // From |Δstart| alone: α·Δ∅·(|Δstart| / (sum of lengths))² already is the limit at this many lengths.
  const lengths = Math.sqrt((opening / weights.empty + 1) / weights.position)
  const near: number[][] = order.map(() => [])
  for (const [k, one] of order.entries()) {
    const reach = start[one]! + lengths * (end[one]! - start[one]! + longest)
    for (let next = k + 1; next < order.length && start[order[next]!]! <= reach; next++) {
      const other = order[next]!
      if (owner[one] === owner[other] || joining(continuum, one, other) >= opening) continue
      near[one]!.push(other)
      near[other]!.push(one)
    }
  }
  return near
}

interface Edge {
  readonly left: number
  readonly right: number
  /** What joining changes, below 0. */
  readonly change: number
}

/**
 * Joins groups of some annotators with groups of the others so that the disorder is least. Left and right share no
 * annotator. Exact (assignment by Munkres' algorithm) unless `exact` says otherwise.
 */
export function match(
  continuum: Continuum,
  near: Neighbours,
  left: readonly Group[],
  right: readonly Group[],
): { readonly groups: Group[]; readonly exact: boolean } {
  let exact = true
  const partner = new Map<number, number>()
  const edges = edgesBetween(continuum, near, left, right)
  const nodesOf = (edge: Edge) => [edge.left, left.length + edge.right]
  for (const lot of lotsOf(edges, left.length + right.length, nodesOf)) {
    const made = assign(lot)
    exact &&= made.exact
    for (const edge of made.edges) partner.set(edge.left, edge.right)
  }
  const taken = new Set(partner.values())
  const groups = left.map((group, k) => {
    const other = partner.get(k)
    return other === undefined ? group : [...group, ...right[other]!]
  })
  return { groups: [...groups, ...right.filter((_, k) => !taken.has(k))], exact }
}

function edgesBetween(
  continuum: Continuum,
  near: Neighbours,
  left: readonly Group[],
  right: readonly Group[],
): Edge[] {
  const groupOf = new Int32Array(near.length).fill(-1)
  for (const [k, group] of right.entries()) for (const unit of group) groupOf[unit] = k
  const seen = new Int32Array(right.length).fill(-1)
  const edges: Edge[] = []
  for (const [k, group] of left.entries())
    for (const unit of group)
      for (const other of near[unit]!) {
        const at = groupOf[other]!
        if (at < 0 || seen[at] === k) continue
        seen[at] = k
        const change = crossing(continuum, group, right[at]!) - continuum.opening
        if (change < 0) edges.push({ left: k, right: at, change })
      }
  return edges
}

function crossing(continuum: Continuum, left: Group, right: Group): number {
  let sum = 0
  for (const one of left) for (const other of right) sum += joining(continuum, one, other)
  return sum
}

function assign(edges: readonly Edge[]): { readonly edges: Edge[]; readonly exact: boolean } {
  const rows = numbered(edges.map(({ left }) => left))
  const columns = numbered(edges.map(({ right }) => right))
  if (rows.size === 1 || columns.size === 1)
    return { edges: [edges.reduce((best, edge) => (edge.change < best.change ? edge : best))], exact: true }
  if (rows.size * columns.size > MOST_CELLS) return { edges: greedily(edges), exact: false }
  // What is not an edge costs nothing: to assign it is to leave both sides alone.
  const costs = Array.from(rows, () => new Float64Array(columns.size))
  const edgeAt = new Map<number, Edge>()
  for (const edge of edges) {
    const [row, column] = [rows.get(edge.left)!, columns.get(edge.right)!]
    costs[row]![column] = edge.change
    edgeAt.set(row * columns.size + column, edge)
  }
  const made = munkres(costs).map(([row, column]) => edgeAt.get(row * columns.size + column))
  return { edges: made.filter((edge) => edge !== undefined), exact: true }
}

const numbered = (values: readonly number[]): Map<number, number> =>
  new Map([...new Set(values)].map((value, k) => [value, k]))

function greedily(edges: readonly Edge[]): Edge[] {
  const lefts = new Set<number>()
  const rights = new Set<number>()
  return edges
    .toSorted((a, b) => a.change - b.change)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false
      lefts.add(left)
      rights.add(right)
      return true
    })
}
