import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { blocksOf } from '../../core/document/blocks'
import { markdown } from './markdown'

const read = (source: string, name = 'a.md') =>
  expectOk(markdown.read(new TextEncoder().encode(source), name))

/** The article as lines with their kinds: `heading1: Title`. Blank lines are blank. */
function lines(source: string): string[] {
  const { text, lines: styles } = read(source)
  return blocksOf(text.replace(/\n$/, ''), styles).map(({ start, end, kind, level }) =>
    kind === 'blank'
      ? ''
      : `${kind === 'paragraph' ? '' : `${kind}${level ?? ''}: `}${text.slice(start, end)}`,
  )
}

test.each<[string, string, string[]]>([
  [
    'headings',
    '# One #\n\nTwo\n===\n### Three',
    ['heading1: One', '', 'heading1: Two', '', 'heading3: Three'],
  ],
  ['emphasis', 'a *b* **c** ***d*** _e_', ['a b c d e']],
  [
    'links',
    '[the report](https://x.example "t"), [one][r] and <https://y.example>\n\n[r]: https://z',
    ['the report, one and https://y.example'],
  ],
  ['code in a line', 'say `npm *x*`', ['say npm *x*']],
  [
    'code',
    '```js\nlet a\n\n  let b\n```\n\n    indented',
    ['code: let a', '', 'code:   let b', '', 'code: indented'],
  ],
  [
    'tight items',
    '- one\n- *two*\n  - three\n- four',
    ['item: • one', 'item: • two', 'item: • three', 'item: • four'],
  ],
  ['loose items', '- one\n\n- two', ['item: • one', '', 'item: • two']],
  ['numbers', '3. three\n3. four', ['item: 3. three', 'item: 4. four']],
  ['items of paragraphs', '- one\n\n  more\n\n- two', ['item: • one', '', 'more', '', 'item: • two']],
  ['items in an item', '- - deep', ['item: • deep']],
  ['two lists', '- one\n\n<!-- -->\n\n- two', ['item: • one', '', 'item: • two']],
  ['quotes', '> one\ntwo\n>\n> > three', ['quote: one two', '', 'quote: three']],
  ['lists in quotes', '> - one\n> - two', ['item: • one', 'item: • two']],
  ['soft lines', 'one\n  two\nthree', ['one two three']],
  ['hard lines', 'Roses  \nare red\\\nindeed<br>so', ['Roses', 'are red', 'indeed', 'so']],
  [
    'pictures',
    'Before ![The **dam** at night](dam.jpg) after',
    ['Before after', '', 'caption: The dam at night'],
  ],
  ['a picture alone', '![The dam][d]\n\n[d]: dam.jpg', ['caption: The dam']],
  ['a picture without words', '![](dam.jpg)\n\nwords', ['words']],
  [
    'a credit',
    'The dam. Photograph: Ruth Okello/Meridian\n\nwords',
    ['caption: The dam. Photograph: Ruth Okello/Meridian', '', 'words'],
  ],
  ['HTML', '<div class="x">\nnot read\n</div>\n\nread <b>this</b><!-- not this -->', ['read this']],
  ['lines across', 'one\n\n---\n\ntwo', ['one', '', 'two']],
  ['entities and escapes', '5 &lt; 6 &amp; \\*7\\* &copy;', ['5 < 6 & *7* ©']],
  ['line ends in references', 'a&#10;b&#13;c', ['a b c']],
])('%s', (_, source, expected) => {
  expect(lines(source)).toEqual(expected)
})

test('what is broken for its width on one system is read the same on all', () => {
  const source = '# T\n\none\ntwo\n\n- a\n- b\n'
  const unix = read(source)
  const windows = read(source.replaceAll('\n', '\r\n'))
  expect(windows).toEqual({ ...unix, lineEnding: 'crlf' })
})

test('metadata is left out but its title', () => {
  const source = '---\nauthor: Ana\ntitle: "Who pays: a dispute"\ntags:\n  - x\n---\n\nWords *here*.'
  expect(read(source)).toMatchObject({ title: 'Who pays: a dispute', text: 'Words here.\n' })
  expect(read(source.replace(/title.*\n/, '')).title).toBe('Words here.')
  expect(read('---\ntitle: >\n  folded\n---\n\nWords.').title).toBe('Words.')
})

test('a line across the page at the top is no metadata', () => {
  expect(lines('---\n\nFirst words.\n\n---\n\nMore.')).toEqual(['First words.', '', 'More.'])
})

test('the title is the heading, else the first words, else the name', () => {
  expect(read('By Jane Roe\n\n# The *deal*').title).toBe('The deal')
  expect(read('The deal\n\nwords').title).toBe('The deal')
  expect(read('![The dam](x)', 'the-dam.md').title).toBe('the-dam')
})

test('a file with mark-up and no words is refused', () => {
  expect(markdown.read(new TextEncoder().encode('<p>\n\n---\n'), 'a.md')).toMatchObject({
    refusal: { code: 'invalid', message: '“a.md” has no words in it to read.' },
  })
})

const many = 100_000
const deep = /is nested too deeply|has too many marks in one place|is too long/

test.each<[string, string]>([
  ['quotes', '>'.repeat(many)],
  ['quotes with blanks', `${'> '.repeat(many)}a`],
  ['lists', `${'- '.repeat(many)}a`],
  ['numbers', `${'1. '.repeat(many)}a`],
  ['lists by indentation', Array.from({ length: 500 }, (_, k) => `${'  '.repeat(k)}- a`).join('\n')],
  ['many deep lines', `${'- '.repeat(40)}a\n`.repeat(5000)],
  ['brackets', '['.repeat(many)],
  ['pictures', `${'!['.repeat(many)}a`],
  ['open links', '[a](b '.repeat(many)],
  ['emphasis', '*a_ '.repeat(many)],
  ['stars', `${'*'.repeat(many)}a${'*'.repeat(many)}`],
  ['a file of 32 MB', 'word word\n'.repeat(3_355_443)],
])('%s beyond measure are refused with what to do', (_, source) => {
  expect(markdown.read(new TextEncoder().encode(source), 'a.md')).toMatchObject({
    refusal: { code: 'unreadable', message: expect.stringMatching(deep) },
  })
  expect(markdown.read(new TextEncoder().encode(source), 'a.md')).toMatchObject({
    refusal: { message: expect.stringMatching(/Rename it to \.txt/) },
  })
})

test('long articles with lists, tables of figures and much emphasis are not beyond measure', () => {
  const list = '- **a** *b* [c](d)\n'.repeat(2000)
  const nested = Array.from({ length: 20 }, (_, k) => `${'  '.repeat(k)}- a`).join('\n')
  const rule = '* '.repeat(40)
  for (const source of [list, nested, `a\n\n${rule}\n\nb`, `${'word '.repeat(20_000)}\n\n`.repeat(3)])
    expect(markdown.read(new TextEncoder().encode(source), 'a.md').ok).toBe(true)
})
