import { SECTION } from './document'

/** Converts between offsets of the canonical text and ProseMirror positions; each way is one binary search. */
export interface Positions {
  /** The position of an offset, which must be from 0 to the length of the text. */
  readonly toPosition: (offset: number) => number
  /** The offset of a position; one that is not inside a block's text gives the end of the text before it, or 0. */
  readonly toOffset: (position: number) => number
  /** The index of the block that holds an offset; a line end belongs to the block before it. */
  readonly blockAt: (offset: number) => number
}

/** Where the blocks of a text lie; asked anew each time, so that the text may change. */
export interface Places {
  readonly count: number
  startOf(index: number): number
  endOf(index: number): number
}

export function positionsOf(places: Places): Positions {
  const blockAt = (offset: number): number => lastIndex(places, (index) => places.startOf(index) <= offset)
  return {
    blockAt,
    toPosition: (offset) => offset + shift(blockAt(offset)),
    toOffset(position) {
      const index = lastIndex(places, (k) => places.startOf(k) + shift(k) <= position)
      return Math.min(places.endOf(index), Math.max(places.startOf(index), position - shift(index)))
    },
  }
}

/**
 * How much further a position is than the offset in block number `index`. A line end is one unit of text and two
 * tokens between blocks, so each block adds one; each section adds two more; the first of both opens with two.
 */
const shift = (index: number): number => index + 2 * Math.floor(index / SECTION) + 2

/** The last index for which `test` holds, which must not hold again once it has failed; or the first index. */
function lastIndex({ count }: Places, test: (index: number) => boolean): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (test(middle)) low = middle
    else high = middle - 1
  }
  return low
}
