import { alignPair } from './alignment'
import type { MarkPair } from './comparison'
import { everyTwo } from './in-scheme'
import type { Scheme } from './measure'
import type { ReadText } from './reading'

/** By how much two who marked the same thing differ on its boundaries. Sums, which add up over texts. */
export interface Shifts {
  /** Pairs of marks with the same tag that overlap, one to one. */
  readonly pairs: number
  /** Sums of distances in UTF-16 units, without direction, between the outer bounds of the two marks of a pair. */
  readonly start: number
  readonly end: number
}

/** Mean distances in UTF-16 units. */
export interface MeanShift {
  readonly start: number
  readonly end: number
}

export const NO_SHIFT: Shifts = { pairs: 0, start: 0, end: 0 }

/**
 * How far apart the boundaries of matched marks are. It explains a partial agreement and is none itself: it has no
 * largest value, and says nothing of what only one of them marked. Of more than two annotators every two count.
 */
export const boundaryShift = (text: ReadText, scheme: Scheme): Shifts =>
  everyTwo(text, scheme, ({ marks }) => marks)
    .flatMap(([mine, theirs]) => alignPair(mine, theirs).pairs)
    .filter(({ mine, theirs }) => mine.tag === theirs.tag)
    .map(shiftOf)
    .reduce(addShifts, NO_SHIFT)

/** By how much the two of one pair differ. */
export const shiftOf = ({ mine: { ranges: mine }, theirs: { ranges: theirs } }: MarkPair): Shifts => ({
  pairs: 1,
  start: Math.abs(mine[0]!.start - theirs[0]!.start),
  end: Math.abs(mine.at(-1)!.end - theirs.at(-1)!.end),
})

export const addShifts = (one: Shifts, other: Shifts): Shifts => ({
  pairs: one.pairs + other.pairs,
  start: one.start + other.start,
  end: one.end + other.end,
})

/** Undefined when nothing was matched. */
export const meanShift = ({ pairs, start, end }: Shifts): MeanShift | undefined =>
  pairs === 0 ? undefined : { start: start / pairs, end: end / pairs }
