import { escapeMarkdown } from '../sets/reports/escape'
import { type Block, type Methods, TITLE } from './methods'
import { blocksOf } from './methods-text'

/** The report of methods for wikis, issues and mail: CommonMark 0.31 with the tables of GitHub Flavored Markdown. */
export const markdownMethods = (methods: Methods): string =>
  `${[`# ${TITLE}`, ...blocksOf(methods).map(markdown)].join('\n\n')}\n`

function markdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${plain(block.words)}`
    case 'paragraph':
      return plain(block.words)
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n')
    case 'table': {
      const { caption, heads, rows, figures } = block
      const rule = heads.map((_, k) => (k > 0 && figures ? '---:' : '---'))
      const lines = [heads.map(plain), rule, ...rows.map((row) => row.map(plain))]
      return `### ${plain(caption)}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
    }
  }
}

const plain = (words: string): string => escapeMarkdown(words).trim()
