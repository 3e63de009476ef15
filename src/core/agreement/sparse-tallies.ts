/**
 * The tallies of many documents, of which only the numbers that are not zero are kept: of a table of many tags, few.
 * The numbers of the `k`th document are those from `starts[k]` to `starts[k + 1]`, `places` says where they stand.
 */
export interface SparseTallies {
  /** How many numbers a tally has. */
  readonly width: number
  readonly starts: Int32Array
  readonly places: Int32Array
  readonly numbers: Float64Array
}

export const documentsIn = ({ starts }: SparseTallies): number => starts.length - 1

/** Takes tallies, all of the same length, one after the other. */
export class SparseRows {
  #width = 0
  readonly #starts = [0]
  readonly #places: number[] = []
  readonly #numbers: number[] = []

  add(tally: Float64Array): void {
    this.#width = tally.length
    for (let place = 0; place < tally.length; place++) {
      if (tally[place] === 0) continue
      this.#places.push(place)
      this.#numbers.push(tally[place]!)
    }
    this.#starts.push(this.#places.length)
  }

  tallies(): SparseTallies {
    return {
      width: this.#width,
      starts: Int32Array.from(this.#starts),
      places: Int32Array.from(this.#places),
      numbers: Float64Array.from(this.#numbers),
    }
  }
}

export function sparse(tallies: readonly Float64Array[]): SparseTallies {
  const rows = new SparseRows()
  for (const tally of tallies) rows.add(tally)
  return rows.tallies()
}

/** The tallies of these documents, by their numbers. */
export function only(tallies: SparseTallies, documents: readonly number[]): SparseTallies {
  const starts = [0]
  const [places, numbers]: [number[], number[]] = [[], []]
  for (const k of documents) {
    for (let at = tallies.starts[k]!; at < tallies.starts[k + 1]!; at++) {
      places.push(tallies.places[at]!)
      numbers.push(tallies.numbers[at]!)
    }
    starts.push(places.length)
  }
  return {
    width: tallies.width,
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    numbers: Float64Array.from(numbers),
  }
}

/** Tallies of so many documents in which nothing counts. */
export const blank = (documents: number): SparseTallies => ({
  width: 0,
  starts: new Int32Array(documents + 1),
  places: new Int32Array(0),
  numbers: new Float64Array(0),
})

/** Those of some documents and of others after them. */
export function joined(lots: readonly SparseTallies[]): SparseTallies {
  const filled = lots.filter((lot) => documentsIn(lot) > 0)
  const count = filled.reduce((sum, lot) => sum + documentsIn(lot), 0)
  const size = filled.reduce((sum, { places }) => sum + places.length, 0)
  const starts = new Int32Array(count + 1)
  const places = new Int32Array(size)
  const numbers = new Float64Array(size)
  let [document, at] = [0, 0]
  for (const lot of filled) {
    for (let k = 1; k < lot.starts.length; k++) starts[++document] = at + lot.starts[k]!
    places.set(lot.places, at)
    numbers.set(lot.numbers, at)
    at += lot.places.length
  }
  return { width: Math.max(0, ...lots.map(({ width }) => width)), starts, places, numbers }
}

/** The tally of one document. */
export function tallyOf({ width, starts, places, numbers }: SparseTallies, document: number): Float64Array {
  const tally = new Float64Array(width)
  for (let at = starts[document]!; at < starts[document + 1]!; at++) tally[places[at]!] = numbers[at]!
  return tally
}

/** All of them together. */
export function totalOf({ width, places, numbers }: SparseTallies): Float64Array {
  const total = new Float64Array(width)
  for (let at = 0; at < places.length; at++) total[places[at]!]! += numbers[at]!
  return total
}

/** Without the documents in which nothing counts. */
export function withoutEmpty(tallies: SparseTallies): SparseTallies {
  const { starts } = tallies
  const kept = starts.filter((start, k) => k === 0 || start !== starts[k - 1])
  return kept.length === starts.length ? tallies : { ...tallies, starts: kept }
}

/** The same numbers, place by place. */
export interface ByPlace {
  /** Places that have the same numbers in all documents are one here: a symmetric table has each of them twice. */
  readonly used: readonly (readonly number[])[]
  /** The documents that have a number at the `k`th of `used` are those in `rows` from `starts[k]` to `starts[k + 1]`. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly numbers: Float64Array
  /** Where all documents have the same number. */
  readonly constant: readonly boolean[]
}

export function byPlace(tallies: SparseTallies): ByPlace {
  const { width, places } = tallies
  const counts = new Int32Array(width)
  for (const place of places) counts[place]!++
  const columns = Array.from(counts, (count) => ({
    rows: new Int32Array(count),
    numbers: new Float64Array(count),
    filled: 0,
  }))
  for (let row = 0; row < documentsIn(tallies); row++) {
    for (let at = tallies.starts[row]!; at < tallies.starts[row + 1]!; at++) {
      const column = columns[places[at]!]!
      column.rows[column.filled] = row
      column.numbers[column.filled++] = tallies.numbers[at]!
    }
  }
  const used: number[][] = []
  const starts = [0]
  for (const [place, column] of columns.entries()) {
    if (column.filled === 0) continue
    const same = used.find(([other]) => areAlike(columns[other!]!, column))
    if (same) same.push(place)
    else {
      used.push([place])
      starts.push(starts.at(-1)! + column.filled)
    }
  }
  const rows = new Int32Array(starts.at(-1)!)
  const numbers = new Float64Array(starts.at(-1)!)
  for (const [k, [place]] of used.entries()) {
    rows.set(columns[place!]!.rows, starts[k])
    numbers.set(columns[place!]!.numbers, starts[k])
  }
  const constant = used.map(([place]) => {
    const column = columns[place!]!
    return (
      column.filled === documentsIn(tallies) && column.numbers.every((number) => number === column.numbers[0])
    )
  })
  return { used, starts: Int32Array.from(starts), rows, numbers, constant }
}

interface Numbers {
  readonly rows: Int32Array
  readonly numbers: Float64Array
}

const areAlike = (one: Numbers, other: Numbers): boolean =>
  one.rows.length === other.rows.length &&
  one.numbers.every((number, k) => number === other.numbers[k]) &&
  one.rows.every((row, k) => row === other.rows[k])

/** Tallies of the same documents beside each other: those of the `k`th begin at `offsets[k]`. */
export function beside(parts: readonly SparseTallies[]): {
  readonly tallies: SparseTallies
  readonly offsets: readonly number[]
} {
  const offsets = [0]
  for (const { width } of parts) offsets.push(offsets.at(-1)! + width)
  const size = parts.reduce((sum, { places }) => sum + places.length, 0)
  const documents = documentsIn(parts[0]!)
  const starts = new Int32Array(documents + 1)
  const places = new Int32Array(size)
  const numbers = new Float64Array(size)
  let to = 0
  for (let document = 0; document < documents; document++) {
    for (const [k, part] of parts.entries()) {
      for (let at = part.starts[document]!; at < part.starts[document + 1]!; at++) {
        places[to] = offsets[k]! + part.places[at]!
        numbers[to++] = part.numbers[at]!
      }
    }
    starts[document + 1] = to
  }
  return { tallies: { width: offsets.at(-1)!, starts, places, numbers }, offsets }
}

/** Which documents count nothing, as words that are the same when they are the same. */
export const emptyIn = (tallies: SparseTallies): string => {
  const { starts } = tallies
  return Array.from({ length: documentsIn(tallies) }, (_, k) => k)
    .filter((k) => starts[k] === starts[k + 1])
    .join()
}
