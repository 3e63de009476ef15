import type { Codebook } from '../core/codebook/codebook'
import { newsCodebook } from '../core/codebook/news'
import type { Exported } from '../formats/sets/codec'
import { annotationOf, articleOf, linkOf, setBy, time } from './records'

/** Words that would like to be mark-up in HTML, XML, CSS, JSON and Markdown. */
export const HOSTILE = `"><script>alert('1')</script><img src=x onerror=alert(1)> & &lt; ]]> --> </style>
# no heading
| not | a table |
| --- | --- |
- no item
1. nor this
\`\`\`
![i](http://x.example/i.png) [l](http://y.example) *b* __c__ ~~d~~ <b> www.example.com https://z.example $1 \\| \\
\u0000\u0008\uFFFE`

const text = `# <h1>Title</h1> & co.

- • an item | a bar
1) *a* _b_ \`c\` [l](http://x.example)
> <script>alert(1)</script>

    <!-- indented --> \\
\u0000\u0008\uFFFE
---
===
+ \`\`\`
| a | b |
| --- | --- |
[l]: http://x.example
`

const ranges = [
  '<h1>Title',
  'an item | a',
  '*a* _b',
  '<script>alert(1)</script>',
  '\u0000\u0008',
  '+ ```\n| a',
].map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }))

const codebook: Codebook = {
  ...newsCodebook,
  id: '"codebook"',
  name: HOSTILE.slice(0, 100),
  tags: newsCodebook.tags.map((tag, k) => ({
    ...tag,
    name: `${tag.name}${HOSTILE.slice(0, 40)}`,
    description: HOSTILE,
    key: '"',
    colour: k === 0 ? 'red; } </style><script>alert(1)</script>' : tag.colour,
    underline: (k === 0 ? 'evil } * { display: none' : tag.underline) as 'solid',
    attributes: tag.attributes.map((attribute) => ({ ...attribute, name: HOSTILE.slice(0, 60) })),
  })),
  links: newsCodebook.links.map((type) => ({ ...type, name: HOSTILE.slice(0, 50), inverse: '<i>|' })),
}

const person = { id: '<ada> "x" \'y\'', name: HOSTILE.slice(0, 120) }

/** An export of which every word that somebody may have written is hostile. */
export const hostileExport: Exported = {
  codebook,
  at: time(60),
  version: '1.2.3"><script>',
  documents: [
    {
      article: {
        ...articleOf('doc <&> "1"', text, HOSTILE.slice(0, 90)),
        source: { ...articleOf('d', text).source, name: '"><b>.txt' },
      },
      records: {
        sets: [{ ...setBy(person), id: 'set <1>' }],
        annotations: ranges.map((range, k) =>
          annotationOf(`<ann> "${k}"`, ['claim', 'source', '<b>"tag"'][k % 3]!, text, [range], {
            set: 'set <1>',
            note: HOSTILE,
            attributes: JSON.parse(
              '{"kind":"<i>|","__proto__":"<x>","constructor":"a\\nb|c","\\"><b>":1,"status":"refuted"}',
            ) as Record<string, string | number>,
          }),
        ),
        links: [
          linkOf('<link>', 'attributed-to', '<ann> "0"', '<ann> "1"', { set: 'set <1>', note: HOSTILE }),
          linkOf('<link2>', '<type> "x"', '<ann> "0"', '<ann> "2"', { set: 'set <1>' }),
        ],
        verdicts: [],
        answers: [],
        comments: [
          {
            id: '<comment>',
            on: '<link>',
            author: person,
            words: HOSTILE,
            created: time(5),
            modified: time(5),
          },
        ],
      },
    },
  ],
}
