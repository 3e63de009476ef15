import { alignPair } from './alignment'
import { type Shifts, NO_SHIFT, addShifts, shiftOf } from './boundary-shift'
import { type Counts, type Split, DISAGREEMENTS, NO_SPLIT, addSplits, disagreements } from './disagreements'
import { readingsIn } from './in-scheme'
import type { Scheme } from './measure'
import type { ReadText } from './reading'

/** How often one said this and the other that; null is nothing. */
export interface Confused {
  readonly first: string | null
  readonly second: string | null
  readonly count: number
  /** The documents with such a case. */
  readonly documents: readonly { readonly document: string; readonly count: number }[]
}

/** What stands behind the figures of two annotators. */
export interface ComparedPair {
  /** How many documents both have read. */
  readonly documents: number
  readonly split: Split
  /** The documents in which they differ in anything. */
  readonly byDocument: readonly { readonly document: string; readonly counts: Counts }[]
  readonly confused: readonly Confused[]
  /** By tag. */
  readonly shifts: ReadonlyMap<string, Shifts>
}

/** Compares what two annotators, those of the scheme, marked in text after text. */
export class PairComparison {
  #documents = 0
  #split: Split = NO_SPLIT
  readonly #byDocument: { readonly document: string; readonly counts: Counts }[] = []
  readonly #confusion = new Confusion()
  readonly #shifts = new Map<string, Shifts>()

  /** `attributes` are what is said of marks, by their ids. */
  add(text: ReadText, scheme: Scheme, attributes: ReadonlyMap<string, string>): void {
    const [mine, theirs] = readingsIn(text, scheme)
    if (!mine || !theirs) return
    const { document } = text
    const split = disagreements(
      text,
      scheme,
      (one, other) => attributes.get(one.id) === attributes.get(other.id),
    )
    this.#documents++
    this.#split = addSplits(this.#split, split)
    if (DISAGREEMENTS.some((kind) => kind !== 'agreed' && split.all[kind] > 0))
      this.#byDocument.push({ document, counts: split.all })
    const { pairs, onlyMine, onlyTheirs } = alignPair(mine.marks, theirs.marks)
    for (const pair of pairs) {
      this.#confusion.add(pair.mine.tag, pair.theirs.tag, document)
      if (pair.mine.tag === pair.theirs.tag) this.#shift(pair.mine.tag, shiftOf(pair))
    }
    for (const { tag } of onlyMine) this.#confusion.add(tag, null, document)
    for (const { tag } of onlyTheirs) this.#confusion.add(null, tag, document)
  }

  /** Adds what was compared elsewhere. */
  join(other: ComparedPair): void {
    this.#documents += other.documents
    this.#split = addSplits(this.#split, other.split)
    this.#byDocument.push(...other.byDocument)
    this.#confusion.join(other.confused)
    for (const [tag, shifts] of other.shifts) this.#shift(tag, shifts)
  }

  result(): ComparedPair {
    return {
      documents: this.#documents,
      split: this.#split,
      byDocument: this.#byDocument,
      confused: this.#confusion.cells(),
      shifts: this.#shifts,
    }
  }

  #shift(tag: string, shifts: Shifts): void {
    this.#shifts.set(tag, addShifts(this.#shifts.get(tag) ?? NO_SHIFT, shifts))
  }
}

/** Counts what was taken for what, and where. */
export class Confusion {
  readonly #cells = new Map<
    string,
    { readonly first: string | null; readonly second: string | null; readonly where: Map<string, number> }
  >()

  add(first: string | null, second: string | null, document: string, count = 1): void {
    const key = `${first ?? ''}\n${second ?? ''}` // no id is empty or has a line end
    let cell = this.#cells.get(key)
    if (!cell) this.#cells.set(key, (cell = { first, second, where: new Map() }))
    cell.where.set(document, (cell.where.get(document) ?? 0) + count)
  }

  join(cells: readonly Confused[]): void {
    for (const { first, second, documents } of cells)
      for (const { document, count } of documents) this.add(first, second, document, count)
  }

  cells(): Confused[] {
    return [...this.#cells.values()].map(({ first, second, where }) => ({
      first,
      second,
      count: [...where.values()].reduce((sum, count) => sum + count, 0),
      documents: [...where].map(([document, count]) => ({ document, count })),
    }))
  }
}
