import { readingsIn } from './in-scheme'
import { kept } from './kept'
import type { Mark, ReadText } from './reading'
import type { Scheme } from './measure'

/** A stretch of a text that one annotator took for one thing; end-exclusive, in UTF-16 units, never empty. */
export interface Section {
  readonly start: number
  readonly end: number
  /** Index of its tag; undefined where the annotator marked nothing. */
  readonly value: number | undefined
}

/** Sections without a gap between them, from the first unit of the text to its last. */
export type Chain = readonly Section[]

interface Unit extends Section {
  readonly value: number
}

/**
 * An annotator's marks as a chain of sections, which is what the measures for unitizing compare. Every piece of a mark
 * is a unit of its own, since these measures know no other than contiguous ones. They also need one value a place, so
 * that an annotator's own overlaps are settled:
 *
 * - Under several tags the innermost unit has the place: the shortest, of these the one that starts earlier, of these
 *   the one whose tag comes first in `tags`. What is left of the others stands as sections of their own.
 * - Units of one tag that overlap say nothing against each other: they are one layer, and its neighbouring sections
 *   one section. Under a single tag this is the union of what overlaps. Units that only touch stay two sections.
 */
export function sections(marks: readonly Mark[], length: number, tags: readonly string[]): Section[] {
  const units = unitsOf(marks, tags)
  if (tags.length === 1) return union(units, length)
  const layers = layersOf(units)
  const bounds = boundsOf(units, length)
  const owners = ownersOf(units, bounds)
  const layerAt = (cell: number): number => (owners[cell]! < 0 ? -1 : layers[owners[cell]!]!)
  const chain: Section[] = []
  for (let first = 0, cell = 1; cell < bounds.length; cell++) {
    if (cell < bounds.length - 1 && layerAt(cell) === layerAt(first)) continue
    chain.push({ start: bounds[first]!, end: bounds[cell]!, value: units[owners[first]!]?.value })
    first = cell
  }
  return chain
}

/** The sections of units of one tag, which are in the order of the text: what overlaps is one. */
function union(units: readonly Unit[], length: number): Section[] {
  const chain: Section[] = []
  let reach = 0
  for (let k = 0; k < units.length;) {
    const { start, value } = units[k]!
    let { end } = units[k]!
    for (k++; k < units.length && units[k]!.start < end; k++) end = Math.max(end, units[k]!.end)
    if (start > reach) chain.push({ start: reach, end: start, value: undefined })
    chain.push({ start, end, value })
    reach = end
  }
  if (reach < length) chain.push({ start: reach, end: length, value: undefined })
  return chain
}

/** The same, worked out once for the same marks and tags, and kept as long as the list of marks is. */
export function sectionsOnce(marks: readonly Mark[], length: number, tags: readonly string[]): Chain {
  const known = chainsOf(marks)
  const key = JSON.stringify([length, tags])
  let chain = known.get(key)
  if (!chain) known.set(key, (chain = sections(marks, length, tags)))
  return chain
}

const chainsOf = kept<readonly Mark[], Map<string, Chain>>(() => new Map())

/** Of each of the scheme's annotators who read the text, the marks with its tags; none when fewer than two did. */
export const marksByReader = (text: ReadText, scheme: Scheme): (readonly Mark[])[] =>
  readingsIn(text, scheme).map(({ marks }) => marks)

/**
 * Walks along chains of the same text from one end of a section to the next: `visit` learns which section of each
 * chain covers the stretch, in the order of the chains and in an array that is used again, and how long the stretch is.
 */
export function eachStretch(
  chains: readonly Chain[],
  visit: (at: readonly number[], length: number) => void,
): void {
  const at = chains.map(() => 0)
  const length = chains[0]?.at(-1)?.end ?? 0
  for (let start = 0; start < length;) {
    let end = length
    for (let i = 0; i < chains.length; i++) end = Math.min(end, chains[i]![at[i]!]!.end)
    visit(at, end - start)
    for (let i = 0; i < chains.length; i++) if (chains[i]![at[i]!]!.end === end) at[i]! += 1
    start = end
  }
}

/** In the order of tags and, of one tag, of the text. */
function unitsOf(marks: readonly Mark[], tags: readonly string[]): Unit[] {
  const values = new Map(tags.map((tag, value) => [tag, value]))
  const units: Unit[] = []
  for (const { tag, ranges } of marks) {
    const value = values.get(tag)
    if (value === undefined) continue
    for (const { start, end } of ranges) if (start < end) units.push({ start, end, value })
  }
  return units.toSorted((a, b) => a.value - b.value || a.start - b.start || a.end - b.end)
}

/** The number of the layer each unit belongs to: units of one tag that overlap, or are linked by such. */
function layersOf(units: readonly Unit[]): number[] {
  let layer = -1
  let value = -1
  let reach = 0
  return units.map((unit) => {
    const joins = unit.value === value && unit.start < reach
    if (!joins) layer++
    reach = joins ? Math.max(reach, unit.end) : unit.end
    value = unit.value
    return layer
  })
}

/** Where sections may begin or end, each once, in order: between two of them lies a cell. */
function boundsOf(units: readonly Unit[], length: number): Int32Array {
  const all = new Int32Array(units.length * 2 + 2)
  all[1] = length
  for (const [k, { start, end }] of units.entries()) {
    all[2 * k + 2] = start
    all[2 * k + 3] = end
  }
  all.sort()
  let count = 1
  for (const bound of all) if (bound !== all[count - 1]) all[count++] = bound
  return all.subarray(0, count)
}

/** For each cell the index of the unit that has it, or -1. */
function ownersOf(units: readonly Unit[], bounds: Int32Array): Int32Array {
  const owners = new Int32Array(bounds.length).fill(-1)
  // From each cell on, the next that nobody has: cells are skipped once taken, however deep the marks are nested.
  const free = bounds.map((_, cell) => cell)
  for (const k of innermostFirst(units)) {
    const { start, end } = units[k]!
    for (let cell = freeFrom(free, cellAt(bounds, start)); bounds[cell]! < end; cell = freeFrom(free, cell)) {
      owners[cell] = k
      free[cell] = cell + 1
    }
  }
  return owners
}

/** The cell that begins at `bound`, which is one of the bounds. */
function cellAt(bounds: Int32Array, bound: number): number {
  let low = 0
  for (let high = bounds.length - 1; low < high;) {
    const middle = (low + high) >> 1
    if (bounds[middle]! < bound) low = middle + 1
    else high = middle
  }
  return low
}

function freeFrom(free: Int32Array, cell: number): number {
  let found = cell
  while (free[found] !== found) {
    free[found] = free[free[found]!]! // halves the way for who comes after
    found = free[found]!
  }
  return found
}

const innermostFirst = (units: readonly Unit[]): number[] =>
  [...units.keys()].toSorted((a, b) => {
    const [one, other] = [units[a]!, units[b]!]
    return (
      one.end - one.start - (other.end - other.start) || one.start - other.start || one.value - other.value
    )
  })
