import { z } from 'zod'

export const blockKind = z.enum(['paragraph', 'heading', 'caption', 'item', 'quote', 'code', 'blank'])
export type BlockKind = z.infer<typeof blockKind>

/** How a line of the text is to be read. Lines without an entry are paragraphs, or blank. */
export const lineStyle = z.object({
  line: z.number().int().min(0),
  kind: blockKind,
  /** 1 to 6, for headings. */
  level: z.number().int().min(1).max(6).optional(),
})
export type LineStyle = z.infer<typeof lineStyle>

/** One line of the canonical text, without its line end; `start` and `end` are offsets, end-exclusive. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
  readonly level?: number
}

/** The blocks of a text: one a line, in order, covering all of it but the line ends. Never empty. */
export function blocksOf(text: string, styles: readonly LineStyle[] = []): Block[] {
  const styled = new Map(styles.map((style) => [style.line, style]))
  const blocks: Block[] = []
  let start = 0
  for (;;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const style = styled.get(blocks.length)
    const kind = isBlank(text, start, end) ? 'blank' : (style?.kind ?? 'paragraph')
    blocks.push({ start, end, kind, ...(style?.level ? { level: style.level } : {}) })
    if (next < 0) return blocks
    start = next + 1
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at]!)) return false
  return true
}

/** The index of the block that holds `offset`; a line end belongs to the block before it. */
export function blockAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (blocks[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return low
}
