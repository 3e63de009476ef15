import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Outcome, ok, refuse } from '../../base/outcome'
import type { LineStyle } from '../../core/document/blocks'
import { canonical } from '../../core/document/text'
import { decode } from './decode'
import { openFrontMatter } from './front-matter'
import { excessOf } from './markdown-limits'
import { type Line, linesOf } from './markdown-lines'
import type { Reader } from './reader'
import { readingOf } from './reading'

/**
 * Markdown (CommonMark 0.31, https://spec.commonmark.org): the article is the words as they are read. Mark-up, HTML,
 * addresses of links and metadata are left out, but the title; pictures become captions of their alternative text.
 * One block a line, with a blank line between blocks that are not items of one tight list.
 */
export const markdown: Reader = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  read(bytes, name) {
    const decoded = decode(bytes, name)
    if (!decoded.ok) return decoded
    const { text: source, lineEnding } = canonical(decoded.value.raw)
    const { body, title } = openFrontMatter(source)
    const parsed = parse(body, name)
    if (!parsed.ok) return parsed
    return readingOf({ ...written(parsed.value), title, lineEnding }, decoded.value, name)
  },
}

function parse(body: string, name: string): Outcome<Line[]> {
  const aside = 'Rename it to .txt to open it as it is.'
  const excess = excessOf(body)
  if (excess) return refuse('unreadable', `“${name}” ${excess}. ${aside}`)
  try {
    return ok(linesOf(fromMarkdown(body).children))
  } catch (error) {
    // The parser promises to accept every text; where it breaks that promise, the file is not to blame but stays closed.
    return refuse('unreadable', `“${name}” could not be read as Markdown (${String(error)}). ${aside}`)
  }
}

/** The canonical text of lines, and the styles of those that are more than a paragraph. */
function written(lines: readonly Line[]): { readonly text: string; readonly lines: LineStyle[] } {
  const texts: string[] = []
  const styles: LineStyle[] = []
  for (const { text, kind, level, tight } of lines) {
    if (!tight && texts.length > 0) texts.push('')
    if (kind !== 'paragraph') styles.push({ line: texts.length, kind, ...(level ? { level } : {}) })
    texts.push(text)
  }
  // A character reference can write a byte order mark, and no canonical text begins with one.
  const text = texts.join('\n').replace(/^\uFEFF+/, '')
  return { text: text === '' ? '' : `${text}\n`, lines: styles }
}
