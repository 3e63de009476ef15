import type { Nodes, Paragraph, PhrasingContent, List, RootContent } from 'mdast'
import type { BlockKind } from '../../core/document/blocks'
import { isCaption } from '../../core/document/title'

/** A line of an article as it is read, with how it is to be shown. */
export interface Line {
  readonly text: string
  readonly kind: BlockKind
  readonly level?: number
  /** Whether it follows the line before without a blank line between them. */
  readonly tight?: boolean
}

/** The lines of a Markdown tree, without its mark-up, in order. */
export const linesOf = (nodes: readonly RootContent[]): Line[] =>
  nodes.flatMap((node) => linesOfBlock(node, 'paragraph'))

function linesOfBlock(node: RootContent, kind: BlockKind): Line[] {
  if (node.type === 'heading')
    return oneLine(node.children).map((text) => ({ text, kind: 'heading', level: node.depth }))
  if (node.type === 'paragraph') return linesOfParagraph(node, kind)
  if (node.type === 'blockquote') return node.children.flatMap((child) => linesOfBlock(child, 'quote'))
  if (node.type === 'list') return linesOfList(node, kind)
  if (node.type === 'code')
    return node.value.split('\n').map((text, k) => ({ text, kind: 'code', tight: k > 0 }))
  return [] // HTML, lines across the page and the addresses of links are not read
}

/** A paragraph is one line, more where it breaks them by hand; its pictures follow it as captions. */
function linesOfParagraph({ children }: Paragraph, kind: BlockKind): Line[] {
  const words = wordsOf(children)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim()) // as a browser shows them
    .filter((line) => line !== '')
    .map((text, k): Line => ({ text, kind: isCaption(text) ? 'caption' : kind, tight: k > 0 }))
  return [...words, ...picturesIn(children).map((text): Line => ({ text, kind: 'caption' }))]
}

function linesOfList(list: List, kind: BlockKind): Line[] {
  const loose = list.spread || list.children.some(({ spread }) => spread)
  return list.children.flatMap((item, k) => {
    const mark = list.ordered ? `${(list.start ?? 1) + k}.` : '•'
    const [first, ...rest] = item.children.flatMap((child) => linesOfBlock(child, kind))
    if (!first) return []
    const tight = !loose && k > 0
    // An item that begins with something of its own, such as another list, keeps that one's mark.
    const opening: Line =
      first.kind === kind ? { text: `${mark} ${first.text}`, kind: 'item', tight } : { ...first, tight }
    return [
      opening,
      ...rest.map((line) => (line.kind === 'item' && !loose ? { ...line, tight: true } : line)),
    ]
  })
}

const oneLine = (nodes: readonly PhrasingContent[]): string[] => {
  const text = [wordsOf(nodes).replaceAll('\n', ' ').trim(), ...picturesIn(nodes)].join(' ').trim()
  return text === '' ? [] : [text]
}

/** The words of inline content; `\n` stands only where a line is broken by hand. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(wordsOfOne).join('')
}

function wordsOfOne(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return joined(node.value)
  if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return '\n'
  return 'children' in node ? wordsOf(node.children) : ''
}

function picturesIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'image' || node.type === 'imageReference')
      return nonEmpty(joined(node.alt ?? '').trim())
    return 'children' in node ? picturesIn(node.children) : []
  })
}

const nonEmpty = (text: string): string[] => (text === '' ? [] : [text])

/** Where a source breaks a line only for its own width, a reader sees a blank. */
const joined = (text: string): string => text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
