import { kept, keptOfTwo } from './kept'
import { type Edge, type Placed, match, mayBePaired, placed, sweep } from './matching'
import type { Mark } from './reading'

/** Two marks of two annotators, and how many UTF-16 units they share. */
export interface MarkPair {
  readonly mine: Mark
  readonly theirs: Mark
  readonly overlap: number
}

/** Whose marks answer whose, one to one, in the order of the text. */
export interface Pairing {
  readonly pairs: readonly MarkPair[]
  readonly onlyMine: readonly Mark[]
  readonly onlyTheirs: readonly Mark[]
}

/** The marks of two annotators beside each other. What was found out about them once is not worked out again. */
export class Comparison {
  /** Mine and theirs, in the order of the text. */
  readonly rows: readonly Placed[]
  readonly columns: readonly Placed[]
  #meeting: readonly Edge[] | undefined
  /** By how many edges there are to choose from. */
  readonly #matched = new Map<number, readonly Edge[]>()
  readonly #pairings = new Map<number, Pairing>()

  constructor(mine: readonly Mark[], theirs: readonly Mark[]) {
    this.rows = placedOnce(mine)
    this.columns = placedOnce(theirs)
  }

  /** All that share a unit, whatever their tags. */
  get meeting(): readonly Edge[] {
    return (this.#meeting ??= sweep(this.rows, this.columns))
  }

  /** The best one-to-one matching, in the order of the rows; `alignPair` says what is best. */
  matched(leastDice: number): readonly Edge[] {
    const edges = this.meeting.filter((edge) => mayBePaired(edge, this.rows, this.columns, leastDice))
    // The smaller the share, the more are let in: where they are as many, they are the same.
    const known = this.#matched.get(edges.length)
    if (known) return known
    const matched = match(edges, this.rows, this.columns)
    this.#matched.set(edges.length, matched)
    return matched
  }

  /** The same as marks. */
  pairing(leastDice: number): Pairing {
    const known = this.#pairings.get(leastDice)
    if (known) return known
    const matched = this.matched(leastDice)
    const usedRows = new Uint8Array(this.rows.length)
    const usedColumns = new Uint8Array(this.columns.length)
    for (const { row, column } of matched) usedRows[row] = usedColumns[column] = 1
    const pairing = {
      pairs: this.pairsOf(matched),
      onlyMine: this.rows.filter((_, row) => !usedRows[row]).map(({ mark }) => mark),
      onlyTheirs: this.columns.filter((_, column) => !usedColumns[column]).map(({ mark }) => mark),
    }
    this.#pairings.set(leastDice, pairing)
    return pairing
  }

  pairsOf(edges: readonly Edge[]): MarkPair[] {
    return edges.map(({ row, column, overlap }) => ({
      mine: this.rows[row]!.mark,
      theirs: this.columns[column]!.mark,
      overlap,
    }))
  }
}

/** As {@link placed}; kept as long as the list is. */
export const placedOnce: (marks: readonly Mark[]) => readonly Placed[] = kept(placed)

/** The comparison of these two lists, which is kept as long as the first is. */
export const comparisonOf: (mine: readonly Mark[], theirs: readonly Mark[]) => Comparison = keptOfTwo(
  (mine, theirs) => new Comparison(mine, theirs),
)
