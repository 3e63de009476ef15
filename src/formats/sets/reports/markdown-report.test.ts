import * as fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import type { LineStyle } from '../../../core/document/blocks'
import { anyDocument } from '../../../testing/annotated'
import { hostileExport } from '../../../testing/hostile-report'
import { articleOf } from '../../../testing/records'
import { anyStyles } from '../../../testing/texts'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { writable } from '../xml'
import { markdownReport } from './markdown-report'
import { judged } from '../../../testing/judged'

const written = (exported: Exported): string => new TextDecoder().decode(markdownReport.write(exported))

test('the toy', () => {
  expect(written(exportedOf(toy))).toBe(`# Crime

Annotation report of 5 January 2026, 09:01 UTC, made with Assay 1.2.3.

- Annotated by: Ada
- Codebook: Claims, sources and figures, version 2

In the text, each annotation stands between ⟦ and ⟧, with its number behind: c Claim, s Source, f Figure.

## Text

From doc-crime.txt, brought in on 5 January 2026, 09:00 UTC.

📉 ⟦Crime⟧(c1), ⟦police⟧(s1) said, ⟦fell ⟦12%⟧(f1) in May⟧(c1).

### Claims (1)

| No. | Words | Attributed to | Quantified by | Note |
| --- | --- | --- | --- | --- |
| c1 | Crime … fell 12% in May | s1 police | f1 12% | may be seasonal |

### Sources (1)

| No. | Words | Source of |
| --- | --- | --- |
| s1 | police | c1 Crime … fell 12% in May |

### Figures (1)

| No. | Words | Value | Unit | Quantifies |
| --- | --- | --- | --- | --- |
| f1 | 12% | 12 | % | c1 Crime … fell 12% in May |

## Statistics

| Annotator | Claims | Sources | Figures | Total |
| --- | --- | --- | --- | --- |
| Ada | 1 | 1 | 1 | 3 |
| All | 1 | 1 | 1 | 3 |

| Link | Number |
| --- | --- |
| attributed to | 1 |
| quantified by | 1 |

### Claims without a source (0 of 1)
`)
})

interface Node {
  readonly type: string
  readonly children?: readonly Node[]
}
const typesIn = ({ type, children = [] }: Node): string[] => [type, ...children.flatMap(typesIn)]

/** What we write ourselves; nothing else may come of words. */
const OURS = new Set(['root', 'heading', 'paragraph', 'text', 'list', 'listItem', 'blockquote', 'emphasis'])

const foreign = (markdown: string): string[] =>
  typesIn(fromMarkdown(markdown)).filter((type) => !OURS.has(type))

/** The number of cells of each row, for every table. */
const tablesIn = (markdown: string): number[][] =>
  markdown
    .trim()
    .split('\n\n')
    .filter((block) => block.startsWith('| '))
    .map((block) => block.split('\n').map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)!.length - 1))

const isEven = (counts: readonly number[]): boolean => new Set(counts).size === 1

test('hostile words stay words, and tables whole', () => {
  const markdown = written(hostileExport)
  expect(foreign(markdown)).toEqual([])
  expect(tablesIn(markdown).length).toBeGreaterThan(4)
  expect(tablesIn(markdown).every(isEven)).toBe(true)
  expect(markdown).toBe(writable(markdown))
})

test('any documents, however their lines are styled', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), anyStyles, (a, b, styles) => {
      const article = { ...a.article, lines: styles(a.article.text) }
      const markdown = written(exportedOf({ ...a, article }, b))
      expect(foreign(markdown)).toEqual([])
      expect(tablesIn(markdown).every(isEven)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('lines are what they were in the article', () => {
  const kinds = ['heading', 'paragraph', 'item', 'item', 'quote', 'caption'] as const
  const lines = kinds.map((kind, line): LineStyle => ({ line, kind, ...(line === 0 ? { level: 2 } : {}) }))
  const article = { ...articleOf('doc-1', 'h\n   p\n• i\n2. j\nq\nc'), lines }
  const markdown = written(
    exportedOf({
      article,
      records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
    }),
  )
  expect(markdown).toContain('\n\n#### h\n\np\n\n- i\n- 2\\. j\n\n> q\n\n*c*\n\n')
  expect(toString(fromMarkdown(markdown))).toContain('2. j')
})

test('what was decided: from whose, by whom, when and why', () => {
  const markdown = written(exportedOf(judged))
  expect(markdown).toContain(`### Review (5)

| Settled | Verdict | On | As it was | Annotator | By | When | Why | Answer |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| c2 | Mended | c3 | Claim “Fares rise”, Status: supported | Ada | Cleo | 5 January 2026, 09:01 UTC | the number belongs to it | Ada objects, 5 January 2026, 09:02 UTC: No figure was meant. |
| c2 | Accepted | c1 | Claim “Fares rise by 5%” | Ben | Cleo | 5 January 2026, 09:01 UTC | By rule: most agree |  |
|  | Rejected | c3 attributed to s1 | c3 “Fares rise” attributed to s1 “Jo” | Ada | Ben |`)
  expect(tablesIn(markdown).every(isEven)).toBe(true)
})

test('an export of nothing is a report too', () => expect(foreign(written(exportedOf()))).toEqual([]))
