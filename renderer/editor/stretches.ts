import type { Interval } from '../../src/base/intervals'
import type { Block } from '../../src/core/document/blocks'
import { SECTION } from './document'

/** What is painted in one go: a block, or a piece of a very long one. Holds at least one unit of text. */
export interface Stretch extends Interval {
  readonly section: number
  /** Whether it is a piece, so that its section may reach far beyond the view. */
  readonly piece: boolean
}

/** The longest block that is painted as one, in UTF-16 units. */
export const LONGEST = 4096 // a few screens: one more tag in a book without line ends costs no more than elsewhere

/** All the text of the blocks, in order. */
export function stretchesOf(text: string, blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, block] of blocks.entries()) {
    const section = Math.floor(index / SECTION)
    for (let start = block.start; start < block.end;) {
      const end = cutAt(text, start + LONGEST, block.end)
      stretches.push({ start, end, section, piece: end - start < block.end - block.start })
      start = end
    }
  }
  return stretches
}

/** Pieces end after a blank, so that neither a word nor a character with its accents is cut in two. */
function cutAt(text: string, wanted: number, end: number): number {
  if (wanted >= end) return end
  const blank = text.lastIndexOf(' ', wanted)
  if (blank > wanted - LONGEST / 2) return blank + 1
  const halvesPair = /[\uDC00-\uDFFF]/.test(text[wanted]!)
  return halvesPair ? wanted + 1 : wanted
}

/** The indices of the stretches that share at least one unit with `range`: from the first, before the last. */
export function touched(stretches: readonly Stretch[], { start, end }: Interval): [from: number, to: number] {
  if (start >= end) return [0, 0]
  return [firstFrom(stretches, (stretch) => stretch.end > start), firstFrom(stretches, (s) => s.start >= end)]
}

/** The indices of a section's stretches, in the same form. */
export function inSection(stretches: readonly Stretch[], section: number): [from: number, to: number] {
  return [
    firstFrom(stretches, (stretch) => stretch.section >= section),
    firstFrom(stretches, (stretch) => stretch.section > section),
  ]
}

/** The first index for which `test` holds, which must go on holding after it. */
function firstFrom(stretches: readonly Stretch[], test: (stretch: Stretch) => boolean): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(stretches[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
