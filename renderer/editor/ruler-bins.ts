import type { Interval } from '../../src/base/intervals'

/** Where a stretch of the text stands in what scrolls: one section, in CSS pixels from the top. */
export interface Standing {
  /** The offset of its first unit of text. */
  readonly start: number
  readonly top: number
  readonly height: number
}

/** Turns offsets into heights; within a section as if its text ran evenly from its top to its bottom. */
export function heightsOf(standings: readonly Standing[], length: number): (offset: number) => number {
  return (offset) => {
    let low = 0
    let high = standings.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (standings[middle]!.start <= offset) low = middle
      else high = middle - 1
    }
    const { start, top, height } = standings[low]!
    const end = standings[low + 1]?.start ?? length
    return end > start ? top + (height * Math.min(offset - start, end - start)) / (end - start) : top
  }
}

/** A run of rows that look the same. */
export interface Run {
  readonly row: number
  readonly rows: number
}

/** Rows of a strip that is `rows` high, for a text that stands `height` high. */
export interface Scale {
  readonly rows: number
  readonly height: number
  readonly heightOf: (offset: number) => number
}

/** No mark is lower than this, however short its words are. */
const LEAST = 2 // rows

/**
 * The rows that marks cover, as runs. However many marks there are, there are never more runs than half the rows,
 * so that drawing costs no more for ten thousand than for a hundred.
 */
export function runsOf(marks: Iterable<Interval>, { rows, height, heightOf }: Scale): Run[] {
  const covered = new Uint8Array(rows)
  const perRow = rows / Math.max(1, height)
  for (const { start, end } of marks) {
    const first = Math.max(0, Math.min(rows - LEAST, Math.floor(heightOf(start) * perRow)))
    const last = Math.max(first + LEAST, Math.min(rows, Math.ceil(heightOf(end) * perRow)))
    covered.fill(1, first, last)
  }
  const runs: Run[] = []
  for (let row = 0; row < rows; row++) {
    if (covered[row] === 0) continue
    const from = row
    while (row < rows && covered[row] === 1) row++
    runs.push({ row: from, rows: row - from })
  }
  return runs
}
