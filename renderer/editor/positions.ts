import { type Block, blockAt } from '../../src/core/document/blocks'
import { SECTION } from './document'

/** Converts between offsets of the canonical text and ProseMirror positions; each way is one binary search. */
export interface Positions {
  /** The position of an offset, which must be from 0 to the length of the text. */
  readonly toPosition: (offset: number) => number
  /** The offset of a position; one that is not inside a block's text gives the end of the text before it, or 0. */
  readonly toOffset: (position: number) => number
}

export function positionsOf(blocks: readonly Block[]): Positions {
  return {
    toPosition: (offset) => offset + shift(blockAt(blocks, offset)),
    toOffset(position) {
      const index = blockFrom(blocks, position)
      const { start, end } = blocks[index]!
      return Math.min(end, Math.max(start, position - shift(index)))
    },
  }
}

/**
 * How much further a position is than the offset in block number `index`. A line end is one unit of text and two
 * tokens between blocks, so each block adds one; each section adds two more; the first of both opens with two.
 */
const shift = (index: number): number => index + 2 * Math.floor(index / SECTION) + 2

/** The last block whose content starts at or before `position`, or the first. */
function blockFrom(blocks: readonly Block[], position: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start + shift(middle) <= position) low = middle
    else high = middle - 1
  }
  return low
}
