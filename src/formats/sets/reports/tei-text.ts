import type { Article } from '../../../core/document/article'
import { type Block, blockAt, blocksOf } from '../../../core/document/blocks'
import { codePoints } from '../../../core/document/offsets'
import { escapeXml } from './escape'
import type { ArticleFacts } from './report-facts'

/** The `xml:id` of the anchor at each offset where a piece begins or ends; it tells the place in code points. */
export function anchorsOf({ article, entries }: ArticleFacts, prefix: string): ReadonlyMap<number, string> {
  const points = codePoints(article.text)
  const offsets = new Set(
    entries.flatMap(({ annotation }) => annotation.span.flatMap(({ start, end }) => [start, end])),
  )
  return new Map(
    [...offsets].toSorted((a, b) => a - b).map((at) => [at, `${prefix}.anchor.${points.fromUtf16(at)}`]),
  )
}

/** The lines of a text as elements; every heading begins a division within that of the heading above it. */
export function bodyOf({ text, lines }: Article, anchors: ReadonlyMap<number, string>): string {
  const blocks = blocksOf(text, lines)
  const within = blocks.map((): number[] => [])
  for (const at of anchors.keys()) within[blockAt(blocks, at)]!.push(at)
  const levels: number[] = []
  let empty = true
  const written = blocks.map((block, k) => {
    const inline = inlineOf(text, block, within[k]!, anchors)
    if (block.kind === 'blank') return inline === '' ? '' : `${inline}\n`
    empty = false
    if (block.kind !== 'heading') return blockOf(block, inline, blocks[k - 1]?.kind, blocks[k + 1]?.kind)
    const level = block.level ?? 1
    let closed = ''
    while (levels.length > 0 && levels.at(-1)! >= level) {
      levels.pop()
      closed += '</div>\n'
    }
    levels.push(level)
    return `${closed}<div>\n<head>${inline}</head>\n`
  })
  return `${written.join('')}${empty ? '<p/>\n' : ''}${'</div>\n'.repeat(levels.length)}`
}

function blockOf(
  { kind }: Block,
  inline: string,
  before: Block['kind'] | undefined,
  after: Block['kind'] | undefined,
): string {
  if (kind === 'item')
    return `${before === 'item' ? '' : '<list>\n'}<item>${inline}</item>\n${after === 'item' ? '' : '</list>\n'}`
  if (kind === 'quote') return `<quote><p>${inline}</p></quote>\n`
  if (kind === 'caption') return `<p rend="caption">${inline}</p>\n`
  if (kind === 'code') return `<ab type="code" xml:space="preserve">${inline}</ab>\n`
  return `<p>${inline}</p>\n`
}

/** The words of a line with its anchors; of a blank line the anchors only. */
function inlineOf(
  text: string,
  { start, end, kind }: Block,
  places: readonly number[],
  anchors: ReadonlyMap<number, string>,
): string {
  let written = ''
  let from = start
  const words = (to: number): string => (kind === 'blank' ? '' : escapeXml(text.slice(from, to)))
  for (const at of places) {
    written += `${words(at)}<anchor xml:id="${anchors.get(at)!}"/>`
    from = at
  }
  return written + words(end)
}
