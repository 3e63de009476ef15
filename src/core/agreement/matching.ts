import { munkres } from 'munkres'
import { sameRanges } from '../annotation/ranges'
import type { Interval } from '../../base/intervals'
import type { Mark } from './reading'

/** A mark with what the sweep asks of it again and again: its outer bounds and the units it covers. */
export interface Placed {
  readonly mark: Mark
  readonly start: number
  readonly end: number
  readonly size: number
}

/** Two marks that share units, by their places in the order of the text. */
export interface Edge {
  readonly row: number
  readonly column: number
  readonly overlap: number
  readonly sameTag: 0 | 1
  readonly exact: 0 | 1
}

export const placed = (marks: readonly Mark[]): Placed[] =>
  marks.toSorted(byPlace).map((mark) => ({
    mark,
    start: mark.ranges[0]!.start,
    end: mark.ranges.at(-1)!.end,
    size: mark.ranges.reduce((sum, { start, end }) => sum + end - start, 0),
  }))

/** Whether two marks that share a unit may be paired, as `alignPair` says. */
export const mayBePaired = (
  { row, column, overlap, sameTag }: Edge,
  rows: readonly Placed[],
  columns: readonly Placed[],
  leastDice: number,
): boolean => sameTag === 1 || 2 * overlap >= leastDice * (rows[row]!.size + columns[column]!.size)

/**
 * The one-to-one matching of best total weight out of these pairs, in the order of the rows. Both sides are in the order
 * of the text. `alignPair` says what is best.
 */
export function match(edges: readonly Edge[], rows: readonly Placed[], columns: readonly Placed[]): Edge[] {
  const rivals = new Uint32Array(rows.length + columns.length)
  for (const { row, column } of edges) {
    rivals[row]!++
    rivals[rows.length + column]!++
  }
  const matched: Edge[] = []
  const contested: Edge[] = []
  for (const edge of edges)
    (rivals[edge.row] === 1 && rivals[rows.length + edge.column] === 1 ? matched : contested).push(edge)
  for (const component of components(contested, rows.length, columns.length))
    matched.push(...bestOf(component, rows, columns))
  return matched.toSorted((a, b) => a.row - b.row)
}

interface Heaviness {
  readonly sameTag: number
  readonly exact: number
  readonly overlap: number
}

/** Heaviest first. */
export const byWeight = (a: Heaviness, b: Heaviness): number =>
  b.sameTag - a.sameTag || b.exact - a.exact || b.overlap - a.overlap

/** All that share a unit, whatever their tags. */
export function sweep(rows: readonly Placed[], columns: readonly Placed[]): Edge[] {
  const edges: Edge[] = []
  const meet = (row: number, column: number): void => {
    const mine = rows[row]!.mark
    const theirs = columns[column]!.mark
    const overlap = sharedUnits(mine.ranges, theirs.ranges)
    if (overlap === 0) return
    const sameTag = mine.tag === theirs.tag ? 1 : 0
    const exact = sameRanges(mine.ranges, theirs.ranges) ? 1 : 0
    edges.push({ row, column, overlap, sameTag, exact })
  }
  let openRows: number[] = []
  let openColumns: number[] = []
  for (let row = 0, column = 0; row < rows.length || column < columns.length;) {
    if (column === columns.length || (row < rows.length && rows[row]!.start <= columns[column]!.start)) {
      openColumns = openColumns.filter((open) => columns[open]!.end > rows[row]!.start)
      for (const open of openColumns) meet(row, open)
      openRows.push(row++)
    } else {
      openRows = openRows.filter((open) => rows[open]!.end > columns[column]!.start)
      for (const open of openRows) meet(open, column)
      openColumns.push(column++)
    }
  }
  return edges
}

/** How many units two lists of ranges share; the ranges of each are in order and do not overlap. */
export function sharedUnits(some: readonly Interval[], others: readonly Interval[]): number {
  let shared = 0
  for (let k = 0, n = 0; k < some.length && n < others.length;) {
    const one = some[k]!
    const other = others[n]!
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    if (one.end <= other.end) k++
    else n++
  }
  return shared
}

/** The edges, parted so that no mark is in two parts: each can be matched without the others. */
function components(edges: readonly Edge[], rows: number, columns: number): Edge[][] {
  const parents = Int32Array.from({ length: rows + columns }, (_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!
    return root
  }
  for (const { row, column } of edges) parents[rootOf(rows + column)] = rootOf(row)
  const found = new Map<number, Edge[]>()
  for (const edge of edges) {
    const root = rootOf(edge.row)
    const component = found.get(root)
    if (component) component.push(edge)
    else found.set(root, [edge])
  }
  return [...found.values()]
}

/** The matching of one component. */
function bestOf(
  edges: readonly Edge[],
  rows: readonly Placed[],
  columns: readonly Placed[],
): readonly Edge[] {
  const { row, column } = edges[0]!
  if (edges.every((edge) => edge.row === row) || edges.every((edge) => edge.column === column))
    return [edges.reduce((a, b) => ((byWeight(a, b) || a.row - b.row || a.column - b.column) <= 0 ? a : b))]
  const ofTwo = edges.length <= 4 ? bestOfTwo(edges) : undefined
  if (ofTwo) return ofTwo
  const mine = distinct(edges.map((edge) => edge.row))
  const theirs = distinct(edges.map((edge) => edge.column))
  // Among equally good matchings the solver takes one that hangs on which side are the rows. So what is marked
  // says which side that is, not the caller.
  const turned =
    compareAll(
      mine.map((k) => rows[k]!.mark),
      theirs.map((k) => columns[k]!.mark),
    ) > 0
  const down = turned ? theirs : mine
  const across = turned ? mine : theirs
  const cells = down.map(() => across.map((): Edge | undefined => undefined))
  for (const edge of edges) {
    const y = down.indexOf(turned ? edge.column : edge.row)
    const x = across.indexOf(turned ? edge.row : edge.column)
    cells[y]![x] = edge
  }
  return assign(cells)
}

/**
 * Two marks against two can be paired in two ways, of which the heavier is the best; most components are of this kind,
 * and the solver takes its time. Undefined for more marks, and where the ways are equally heavy.
 */
function bestOfTwo(edges: readonly Edge[]): readonly Edge[] | undefined {
  const { row, column } = edges[0]!
  const otherRow = edges.find((edge) => edge.row !== row)!.row
  const otherColumn = edges.find((edge) => edge.column !== column)!.column
  const straight: Edge[] = []
  const crossed: Edge[] = []
  for (const edge of edges) {
    if (edge.row !== row && edge.row !== otherRow) return undefined
    if (edge.column !== column && edge.column !== otherColumn) return undefined
    if ((edge.row === row) === (edge.column === column)) straight.push(edge)
    else crossed.push(edge)
  }
  const heavier = byWeight(together(straight), together(crossed))
  if (heavier === 0) return undefined
  return heavier < 0 ? straight : crossed
}

function together(edges: readonly Edge[]): Heaviness {
  let [sameTag, exact, overlap] = [0, 0, 0]
  for (const edge of edges) {
    sameTag += edge.sameTag
    exact += edge.exact
    overlap += edge.overlap
  }
  return { sameTag, exact, overlap }
}

/**
 * The weight of a pair is one number, with a digit for each rule and a base for each digit that the sum of that
 * digit over all pairs cannot reach. The last digit is larger towards the beginning of the text on both sides,
 * which of equally good matchings prefers the one that goes in the order of the text.
 */
function assign(cells: readonly (readonly (Edge | undefined)[])[]): Edge[] {
  const [height, width] = [cells.length, cells[0]!.length]
  const most = Math.min(height, width)
  const units = cells.reduce((sum, row) => sum + Math.max(...row.map((edge) => edge?.overlap ?? 0)), 0)
  const bases = [most + 1, units + 1, most * height * width + 1] as const
  const early = (y: number, x: number): number => (height - y) * (width - x)
  // The solver's own sums stay below the weight of as many pairs as there are marks.
  const exactly = (height + width) * (most + 1) * bases[0] * bases[1] * bases[2] <= Number.MAX_SAFE_INTEGER
  const assigned = exactly
    ? munkres(cells.map((row, y) => row.map((edge, x) => (edge ? -weight(edge, bases, early(y, x)) : 0))))
    : munkres(cells.map((row, y) => row.map((edge, x) => (edge ? -bigWeight(edge, bases, early(y, x)) : 0n))))
  return assigned.flatMap(([y, x]) => cells[y]![x] ?? [])
}

type Bases = readonly [exact: number, overlap: number, early: number]

const weight = ({ sameTag, exact, overlap }: Edge, bases: Bases, early: number): number =>
  ((sameTag * bases[0] + exact) * bases[1] + overlap) * bases[2] + early

function bigWeight({ sameTag, exact, overlap }: Edge, bases: Bases, early: number): bigint {
  const tagAndRanges = BigInt(sameTag * bases[0] + exact)
  return (tagAndRanges * BigInt(bases[1]) + BigInt(overlap)) * BigInt(bases[2]) + BigInt(early)
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b)

/** In the order of the text; marks of the same ranges by tag, those of the same tag by id. */
export const byPlace = (a: Mark, b: Mark): number => byContent(a, b) || ascending(a.id, b.id)

export const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As {@link byPlace}, without the ids. */
export function byContent(a: Mark, b: Mark): number {
  for (let k = 0; k < a.ranges.length && k < b.ranges.length; k++) {
    const one = a.ranges[k]!
    const other = b.ranges[k]!
    const difference = one.start - other.start || one.end - other.end
    if (difference !== 0) return difference
  }
  return a.ranges.length - b.ranges.length || ascending(a.tag, b.tag)
}

function compareAll(some: readonly Mark[], others: readonly Mark[]): number {
  const differs = some.findIndex((mark, k) => !others[k] || byContent(mark, others[k]) !== 0)
  const [one, other] = [some[differs], others[differs]]
  return one && other ? byContent(one, other) : some.length - others.length
}
