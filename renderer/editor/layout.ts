import type { Block } from '../../src/core/document/blocks'

/**
 * Words typed into one block and not yet told of: the text of before `start`–`end` gave way to `length` units.
 * All three count in the text, not in positions.
 */
export interface Typed {
  /** Index of the block. */
  readonly block: number
  readonly start: number
  readonly end: number
  readonly length: number
}

/**
 * The text that the view shows and its blocks. While somebody types, only the block that they type in is known to
 * differ, and by how much: what a key costs does not grow with the text.
 */
export class Layout {
  #text = ''
  #blocks: readonly Block[] = []
  #typed: Typed | undefined

  constructor(text: string, blocks: readonly Block[]) {
    this.set(text, blocks)
  }

  /** The text without what is being typed. */
  get text(): string {
    return this.#text
  }

  get blocks(): readonly Block[] {
    return this.#blocks
  }

  get typed(): Typed | undefined {
    return this.#typed
  }

  get count(): number {
    return this.#blocks.length
  }

  /** Where a block starts and ends in the text with what is being typed. */
  startOf(index: number): number {
    const shift = this.#typed && index > this.#typed.block ? lengthened(this.#typed) : 0
    return this.#blocks[index]!.start + shift
  }

  endOf(index: number): number {
    const shift = this.#typed && index >= this.#typed.block ? lengthened(this.#typed) : 0
    return this.#blocks[index]!.end + shift
  }

  set(text: string, blocks: readonly Block[]): void {
    this.#text = text
    this.#blocks = blocks
    this.#typed = undefined
  }

  /**
   * Follows `start`–`end` of block number `index`, in the text with what was typed before, giving way to `length`
   * units. It must lie in the block that is being typed in, if there is one.
   */
  type(index: number, start: number, end: number, length: number): void {
    this.#typed = this.#typed ? joined(this.#typed, start, end, length) : { block: index, start, end, length }
  }

  /** Takes up what was typed, `words`, into the text. */
  settle(words: string): void {
    if (!this.#typed) return
    const { start, end } = this.#typed
    const blocks = this.#blocks.map((block, index) => ({
      ...block,
      start: this.startOf(index),
      end: this.endOf(index),
    }))
    this.set(this.#text.slice(0, start) + words + this.#text.slice(end), blocks)
  }
}

const lengthened = ({ start, end, length }: Typed): number => length - (end - start)

/** Two replacements in a row as one; what lies between them counts as replaced by itself. */
function joined(typed: Typed, start: number, end: number, length: number): Typed {
  const shift = lengthened(typed)
  const typedEnd = typed.start + typed.length
  const from = Math.min(typed.start, start)
  const to = Math.max(typedEnd, end)
  return {
    block: typed.block,
    start: from,
    end: to - shift,
    length: to - from - (end - start) + length,
  }
}
