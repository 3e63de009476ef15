import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOSTILE } from '../../../testing/hostile-report'
import { anyWords } from '../../../testing/texts'
import { writable } from '../xml'
import { escapeMarkdown, escapeXml } from './escape'

test.each([
  ['a < b & "c" > \'d\'', 'a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;'],
  ['line\r\nends\r', 'line\nends\n'],
  ['\u0000\u0008\u000B\u001F\uFFFE\uD83D', '\uFFFD'.repeat(6)],
  ['📉\t\n', '📉\t\n'],
])('XML: %j', (text, escaped) => expect(escapeXml(text)).toBe(escaped))

test.each([
  ['9.5 per cent', '9.5 per cent'],
  ['-5 %', '-5 %'],
  ['12. May', String.raw`12\. May`],
  ['- no item', String.raw`\- no item`],
  ['*a* _b_ `c`', String.raw`\*a\* \_b\_ \`c\``],
  ['<b> & [l](u) | ~ # $', String.raw`\<b\> \& \[l\](u) \| \~ \# \$`],
  [String.raw`\|`, String.raw`\\\|`],
  ['https://x.example', String.raw`https\://x.example`],
  ['two\n\nlines', 'two ⏎ lines'],
])('Markdown: %j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped))

/** What a reader of CommonMark makes of it: the kinds of its nodes, and its words. */
const read = (markdown: string): { readonly kinds: string[]; readonly words: string } => {
  const tree = fromMarkdown(markdown)
  const kinds = tree.children.flatMap((block) => [
    block.type,
    ...('children' in block ? block.children.map(({ type }) => type) : []),
  ])
  return { kinds, words: toString(tree) }
}

const anyHostile = fc.oneof(
  anyWords,
  fc
    .array(fc.constantFrom(...HOSTILE.split(''), ...HOSTILE.split(' ')), { minLength: 1 })
    .map((l) => l.join('')),
)

test('any words are one paragraph of just these words', () => {
  fc.assert(
    fc.property(anyHostile, (text) => {
      const escaped = escapeMarkdown(text).trim()
      fc.pre(escaped !== '')
      const { kinds, words } = read(escaped)
      expect(kinds).toEqual(['paragraph', 'text'])
      const single = text.replace(/[\t\n\v\f\r ]+/g, (blanks) => (/[\n\r]/.test(blanks) ? ' ⏎ ' : ' '))
      expect(words).toBe(writable(single).trim())
    }),
    { numRuns: 300 },
  )
})
