import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { LineStyle } from '../../../core/document/blocks'
import { anyDocument } from '../../../testing/annotated'
import { HOSTILE, hostileExport } from '../../../testing/hostile-report'
import { marked } from '../../../testing/marked'
import { ada, annotationOf, articleOf, ben, setBy, time } from '../../../testing/records'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { writable } from '../xml'
import { htmlReport } from './html-report'
import { judged } from '../../../testing/judged'

const written = (exported: Exported): string => new TextDecoder().decode(htmlReport.write(exported))

interface Read {
  readonly elements: { readonly name: string; readonly attributes: Record<string, string> }[]
  /** The words of the articles, a string for each line, without numbers. */
  readonly lines: string[]
}

/** Reads a report as XML, which it is as well; throws where it is not well-formed. */
function read(html: string): Read {
  const parser = new SaxesParser()
  const elements: Read['elements'] = []
  const lines: string[] = []
  const open: string[] = []
  let depth = 0
  let numbers = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes })
    open.push(name)
    if (depth > 0) depth++
    else if (name === 'div' && String(attributes['class']).startsWith('text ')) depth = 1
    if (/^(?:p|h\d|li|pre|blockquote)$/.test(name) && depth > 0) lines.push('')
    if (name === 'sup') numbers++
  })
  parser.on('text', (text) => {
    if (depth > 1 && numbers === 0 && lines.length > 0) lines[lines.length - 1] += text
  })
  parser.on('closetag', ({ name }) => {
    open.pop()
    if (depth > 0) depth--
    if (name === 'sup') numbers--
  })
  parser.write(html).close()
  return { elements, lines }
}

test('the toy: its text, with what it is in two pieces of', () => {
  const html = written(exportedOf(toy))
  expect(html.slice(html.indexOf('<div class="text'), html.indexOf('<div class="scroll">')))
    .toBe(`<div class="text deep1" lang="">
<p dir="auto">📉 <span class="a t0 l1">Crime</span>, <span class="a t1 l0">police</span><sup><a class="t1" id="a1-s1-text" href="#a1-s1" title="Source, Ada">s1</a></sup> said, <span class="a t0 l1">fell </span><span class="a t0 l1"><span class="a t2 l0">12%</span></span><span class="a t0 l1"><sup><a class="t2" id="a1-f1-text" href="#a1-f1" title="Figure, Ada">f1</a></sup> in May</span><sup><a class="t0" id="a1-c1-text" href="#a1-c1" title="Claim, Ada">c1</a></sup>.</p>
</div>
`)
})

test('the toy: its claims', () => {
  const html = written(exportedOf(toy))
  expect(html.slice(html.indexOf('<table>'), html.indexOf('</table>'))).toBe(`<table>
<caption><h3>Claims <small>1</small></h3></caption>
<thead><tr><th scope="col" class="number">No.</th><th scope="col" class="words">Words</th><th scope="col">Attributed to</th><th scope="col">Quantified by</th><th scope="col" class="note">Note</th></tr></thead>
<tbody>
<tr><th scope="row" class="number"><a class="ref t0" id="a1-c1" href="#a1-c1-text">c1</a></th><td class="words"><bdi>Crime … fell 12% in May</bdi></td><td><ul class="related"><li><a class="ref t1" href="#a1-s1">s1</a> <span><bdi>police</bdi></span></li></ul></td><td><ul class="related"><li><a class="ref t2" href="#a1-f1">f1</a> <span><bdi>12%</bdi></span></li></ul></td><td class="note"><bdi>may be seasonal</bdi></td></tr>
</tbody>
`)
})

test('a page forbids everything but its own style, and has neither script nor address', () => {
  const html = written(exportedOf(toy))
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />`,
  )
  expect(html.replace('http://www.w3.org/1999/xhtml', '')).not.toMatch(
    /https?:|url\(|@import|<script|<link|<img/,
  )
})

const ELEMENTS = new Set(
  `html head meta title style body header main article section footer nav p h1 h2 h3 h4 h5 h6 dl dt dd ul ol li a span
  sup bdi time strong small div table caption thead tbody tr th td br pre blockquote`.split(/\s+/),
)
const ATTRIBUTES = new Set(
  `xmlns lang dir charset http-equiv content name class id href title datetime scope style role aria-label
  aria-labelledby`.split(/\s+/),
)

test('hostile words stay words', () => {
  const html = written(hostileExport)
  const { elements } = read(html)
  for (const { name, attributes } of elements) {
    expect(ELEMENTS).toContain(name)
    for (const attribute of Object.keys(attributes)) expect(ATTRIBUTES).toContain(attribute)
    if (attributes.style !== undefined) expect(attributes.style).toMatch(/^inline-size: \d+%$/)
  }
  expect(html.slice(html.indexOf('<style>'), html.indexOf('</style>'))).not.toMatch(/red|evil|alert/)
  expect(html.match(/<\/style>/g)).toHaveLength(1)
})

/** Ids that are there twice, and links that lead nowhere. */
function broken({ elements }: Read): string[] {
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
  const links = elements.flatMap(({ attributes }) => attributes.href ?? attributes['aria-labelledby'] ?? [])
  const known = new Set(ids)
  return [
    ...ids.filter((id, k) => ids.indexOf(id) !== k),
    ...links.filter((link) => !known.has(link.replace(/^#/, ''))),
  ]
}

test('any documents: well-formed, every word is there, every link leads somewhere', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), (a, b) => {
      const report = read(written(exportedOf(a, b)))
      const lines = [a, b].flatMap(({ article }) =>
        article.text.split('\n').filter((line) => /\S/.test(line)),
      )
      expect(report.lines).toEqual(lines.map((line) => writable(line)))
      expect(broken(report)).toEqual([])
    }),
    { numRuns: 60 },
  )
  expect(broken(read(written(hostileExport)))).toEqual([])
})

test('lines are what they were in the article', () => {
  const kinds = ['heading', 'paragraph', 'item', 'item', 'quote', 'caption', 'code'] as const
  const lines = kinds.map((kind, line): LineStyle => ({ line, kind, ...(line === 0 ? { level: 2 } : {}) }))
  const article = { ...articleOf('doc-1', 'h\np\ni\nj\nq\nc\nd'), lines }
  const html = written(
    exportedOf({
      article,
      records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
    }),
  )
  expect(html).toContain(`<div class="text deep0" lang="">
<h4 dir="auto">h</h4>
<p dir="auto">p</p>
<ul>
<li dir="auto">i</li>
<li dir="auto">j</li>
</ul>
<blockquote dir="auto">q</blockquote>
<p class="caption" dir="auto">c</p>
<pre dir="auto">d</pre>
</div>`)
})

test('annotations that cross are cut, each with its own line', () => {
  const [one, other] = [marked('a [b c] d'), marked('a b [c d]')]
  const annotations = [
    annotationOf('a-1', 'claim', one.text, one.ranges),
    annotationOf('a-2', 'source', one.text, other.ranges),
  ]
  const records = { sets: [setBy(ada)], annotations, links: [], comments: [], verdicts: [], answers: [] }
  const html = written(exportedOf({ article: articleOf('doc-1', one.text), records }))
  const words = html.slice(html.indexOf('<p dir="auto">a'))
  expect(words.slice(0, words.indexOf('</p>')).replace(/<a .*?>(.*?)<\/a>/g, '$1')).toBe(
    '<p dir="auto">a <span class="a t0 l0">b </span><span class="a t0 l0"><span class="a t1 l1">c</span></span>' +
      '<span class="a t1 l1"><sup>c1</sup> d</span><sup>s1</sup>',
  )
})

test('many that overlap all have a number, and no more lines than there is room for', () => {
  const { text, ranges } = marked('[word]')
  const annotations = Array.from({ length: 40 }, (_, k) => annotationOf(`a-${k}`, 'claim', text, ranges))
  const records = { sets: [setBy(ada)], annotations, links: [], comments: [], verdicts: [], answers: [] }
  const html = written(exportedOf({ article: articleOf('doc-1', text), records }))
  expect(html.match(/<span class="a t0 l\d+">/g)).toHaveLength(6 + 1) // one in the legend
  expect(html).toContain('>c40</a></sup>')
})

test('notes, comments and annotators', () => {
  const comments = [
    { id: 'c', on: 'link-1', author: ben, words: 'one\ntwo', created: time(70), modified: time(70) },
  ]
  const records = {
    ...toy.records,
    sets: [...toy.records.sets, setBy(ben)],
    comments,
    verdicts: [],
    answers: [],
  }
  const html = written(exportedOf({ ...toy, records }))
  expect(html).toContain('<td class="note"><bdi>may be seasonal</bdi></td><td><bdi>Ada</bdi></td>')
  expect(html).toContain('<bdi>Ben</bdi> on <bdi>c1 attributed to s1</bdi>, <time')
  expect(html).toContain('<p dir="auto">one\ntwo</p>')
  expect(html).toContain('<th scope="row"><bdi>Ben</bdi></th><td class="count">0</td>')
})

/** The rows of a table as their words. */
const rowsOf = (html: string, caption: string): string[][] =>
  html
    .slice(html.indexOf(`<caption><h3>${caption}`))
    .split('</table>')[0]!
    .split('<tr>')
    .slice(1)
    .map((row) => row.split(/<\/t[hd]>/).map((cell) => cell.replace(/<[^>]*>/g, '')))
    .map((cells) => cells.slice(0, -1))

test('what was decided: from whose, by whom, when and why', () => {
  const html = written(exportedOf(judged))
  const rows = rowsOf(html, 'Review')
  expect(rows.slice(0, 2)).toEqual([
    ['Settled', 'Verdict', 'On', 'As it was', 'Annotator', 'By', 'When', 'Why', 'Answer'],
    [
      'c2',
      'Mended',
      'c3',
      'Claim “Fares rise”, Status: supported',
      'Ada',
      'Cleo',
      '5 January 2026, 09:01 UTC',
      'the number belongs to it',
      'Ada objects, 5 January 2026, 09:02 UTC: No figure was meant.',
    ],
  ])
  expect(rows.slice(2).map((cells) => cells.slice(0, 4))).toEqual([
    ['c2', 'Accepted', 'c1', 'Claim “Fares rise by 5%”'],
    ['', 'Rejected', 'c3 attributed to s1', 'c3 “Fares rise” attributed to s1 “Jo”'],
    ['not here', 'To be discussed', '', 'Figure “5%”, Value: 5'],
    ['', 'Rejected', '', 'Source “Jo” (who?)'],
  ])
  expect(broken(read(html))).toEqual([])
  expect(html).toContain('<a class="ref t0" href="#a1-c2">c2</a>')
  expect(written(exportedOf(toy))).not.toContain('>Review')
})

test('what reviewers write stays words', () => {
  const [document] = hostileExport.documents
  const { records } = document!
  const by = { id: 'x', name: HOSTILE.slice(0, 100) }
  const at = { created: time(70), modified: time(70) }
  const verdicts = [...records.annotations, ...records.links].map((record, k) => ({
    id: `v-${k}`,
    judged: record,
    by,
    decision: 'reject' as const,
    reason: HOSTILE,
    result: record.id,
    ...at,
  }))
  const answers = [{ id: 'w', on: 'v-0', by, kind: 'object' as const, words: HOSTILE, ...at }]
  const documents = [{ ...document!, records: { ...records, verdicts, answers } }]
  const { elements } = read(written({ ...hostileExport, documents }))
  for (const { name } of elements) expect(ELEMENTS).toContain(name)
})

test('an export of nothing is a report too', () => {
  expect(broken(read(written(exportedOf())))).toEqual([])
  const empty = {
    article: articleOf('doc-1', ''),
    records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
  }
  expect(broken(read(written(exportedOf(empty))))).toEqual([])
})

test('the same export gives the same bytes', () =>
  expect(written(exportedOf(toy, toy))).toBe(written(exportedOf(toy, toy))))
