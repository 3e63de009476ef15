import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { hostileExport } from '../../../testing/hostile-report'
import { articleOf, ben, linkOf, time } from '../../../testing/records'
import { anyStyles } from '../../../testing/texts'
import { exportedOf, toy } from '../../../testing/toy'
import type { Exported } from '../codec'
import { writable } from '../xml'
import { tei } from './tei'

const written = (exported: Exported): string => new TextDecoder().decode(tei.write(exported))

interface Read {
  readonly elements: { readonly name: string; readonly attributes: Record<string, string> }[]
  /** The words of all texts, and where in them each anchor is. */
  readonly words: string
  readonly anchors: ReadonlyMap<string, number>
}

/** Throws where it is not well-formed. */
function read(xml: string): Read {
  const parser = new SaxesParser({ xmlns: true })
  const elements: Read['elements'] = []
  const anchors = new Map<string, number>()
  let words = ''
  let inText = false
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    elements.push({ name, attributes: values })
    if (name === 'text') inText = true
    if (name === 'anchor') anchors.set(values['xml:id']!, words.length)
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'text') inText = false
  })
  parser.on('text', (text) => {
    if (inText) words += text
  })
  parser.write(xml).close()
  return { elements, words, anchors }
}

const body = (xml: string): string => xml.slice(xml.indexOf('<text>'))

test('the toy', () => {
  expect(body(written(exportedOf(toy)))).toBe(`<text>
<body>
<p>📉 <anchor xml:id="a1.anchor.2"/>Crime<anchor xml:id="a1.anchor.7"/>, <anchor xml:id="a1.anchor.9"/>police<anchor xml:id="a1.anchor.15"/> said, <anchor xml:id="a1.anchor.22"/>fell <anchor xml:id="a1.anchor.27"/>12%<anchor xml:id="a1.anchor.30"/> in May<anchor xml:id="a1.anchor.37"/>.</p>
</body>
</text>
<standOff>
<spanGrp type="claim">
<span xml:id="a1.c1" n="ann-claim" from="#a1.anchor.2" to="#a1.anchor.7" ana="#tag.claim" resp="#person.1" next="#a1.c1.2"/>
<span xml:id="a1.c1.2" from="#a1.anchor.22" to="#a1.anchor.37" ana="#tag.claim" resp="#person.1" prev="#a1.c1"/>
</spanGrp>
<spanGrp type="source">
<span xml:id="a1.s1" n="ann-source" from="#a1.anchor.9" to="#a1.anchor.15" ana="#tag.source" resp="#person.1"/>
</spanGrp>
<spanGrp type="figure">
<span xml:id="a1.f1" n="ann-figure" from="#a1.anchor.27" to="#a1.anchor.30" ana="#tag.figure #a1.f1.said" resp="#person.1"/>
</spanGrp>
<fs xml:id="a1.f1.said" type="figure"><f name="unit"><string>%</string></f><f name="value"><numeric value="12"/></f></fs>
<linkGrp type="attributed-to" ana="#link.attributed-to">
<link xml:id="a1.link.1" n="link-1" target="#a1.c1 #a1.s1" resp="#person.1"/>
</linkGrp>
<linkGrp type="quantified-by" ana="#link.quantified-by">
<link xml:id="a1.link.2" n="link-2" target="#a1.c1 #a1.f1" resp="#person.1"/>
</linkGrp>
<note type="note" target="#a1.c1" resp="#person.1">may be seasonal</note>
</standOff>
</TEI>
`)
})

test('the header names the article, the annotators, the program and the codebook', () => {
  const xml = written(exportedOf(toy))
  expect(xml).toContain(`<titleStmt>
<title>Crime</title>
<respStmt xml:id="person.1"><resp>annotation</resp><persName>Ada</persName></respStmt>
</titleStmt>`)
  expect(xml).toContain('<application ident="Assay" version="1.2.3"><label>Assay 1.2.3</label></application>')
  expect(xml).toContain(
    '<category xml:id="tag.claim.status.refuted"><catDesc><term>refuted</term></catDesc></category>',
  )
  expect(xml).toContain(
    '<category xml:id="link.supports"><catDesc><term>supports</term> <gloss>supported by</gloss></catDesc></category>',
  )
})

/** What is no name, what is there twice, and what points nowhere. */
function broken({ elements }: Read): string[] {
  const ids = elements.flatMap(({ attributes }) => attributes['xml:id'] ?? [])
  const known = new Set(ids)
  const pointers = elements.flatMap(({ attributes }) =>
    ['from', 'to', 'ana', 'resp', 'next', 'prev', 'target'].flatMap(
      (name) => attributes[name]?.split(' ') ?? [],
    ),
  )
  return [
    ...ids.filter((id, k) => !/^[A-Za-z][A-Za-z0-9._-]*$/.test(id) || ids.indexOf(id) !== k),
    ...elements
      .filter(({ name, attributes }) => name === 'f' && !/^[A-Za-z_][\w-]*$/.test(attributes.name!))
      .map(String),
    ...pointers.filter((pointer) => !pointer.startsWith('#') || !known.has(pointer.slice(1))),
  ]
}

// Blank lines are left out, and each line of the text is one of the file.
const unblanked = (text: string): string => writable(text).replace(/\s/g, '')

test('any documents: well-formed, nothing points nowhere, every span has its words', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), anyDocument('doc-2'), anyStyles, (a, b, styles) => {
      const article = { ...a.article, lines: styles(a.article.text) }
      const file = read(written(exportedOf({ ...a, article }, b)))
      expect(broken(file)).toEqual([])
      expect(unblanked(file.words)).toBe(unblanked(a.article.text + b.article.text))
      const spans = file.elements.filter(({ name }) => name === 'span')
      const covered = spans.map(({ attributes }) =>
        unblanked(
          file.words.slice(
            file.anchors.get(attributes.from!.slice(1)),
            file.anchors.get(attributes.to!.slice(1)),
          ),
        ),
      )
      const quotes = [a, b].flatMap(({ records }) =>
        records.annotations.flatMap(({ span }) => span.map(({ exact }) => unblanked(exact))),
      )
      expect(covered.toSorted()).toEqual(quotes.toSorted())
    }),
    { numRuns: 60 },
  )
})

test('hostile words stay words, and ids names', () => {
  const file = read(written(hostileExport))
  expect(broken(file)).toEqual([])
  const names = new Set(file.elements.map(({ name }) => name))
  for (const name of ['script', 'b', 'img', 'h1', 'i', 'x']) expect(names).not.toContain(name)
})

test('headings begin divisions within each other; items, quotes, captions and code', () => {
  const text = 'a\nA\nb\nB\n• c\n• d\n\nC\nq\nk\n  x\nD'
  const article = {
    ...articleOf('doc-1', text),
    lines: [
      { line: 1, kind: 'heading' as const, level: 1 },
      { line: 3, kind: 'heading' as const, level: 2 },
      { line: 4, kind: 'item' as const },
      { line: 5, kind: 'item' as const },
      { line: 7, kind: 'heading' as const, level: 2 },
      { line: 8, kind: 'quote' as const },
      { line: 9, kind: 'caption' as const },
      { line: 10, kind: 'code' as const },
      { line: 11, kind: 'heading' as const, level: 1 },
    ],
  }
  const empty = { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] }
  expect(
    body(written(exportedOf({ article, records: empty })))
      .split('\n')
      .slice(2, -4)
      .join(''),
  ).toBe(
    '<p>a</p><div><head>A</head><p>b</p><div><head>B</head><list><item>• c</item><item>• d</item></list></div>' +
      '<div><head>C</head><quote><p>q</p></quote><p rend="caption">k</p><ab type="code" xml:space="preserve">  x</ab>' +
      '</div></div><div><head>D</head></div>',
  )
})

test('comments say who and when; notes of links are on the link', () => {
  const comments = [
    { id: 'c', on: 'link-1', author: ben, words: 'a < b', created: time(70), modified: time(70) },
  ]
  const links = [linkOf('link-1', 'attributed-to', 'ann-claim', 'ann-source', { note: 'so he says' })]
  const xml = written(
    exportedOf({ ...toy, records: { ...toy.records, links, comments, verdicts: [], answers: [] } }),
  )
  expect(xml).toContain('<note type="note" target="#a1.link.1" resp="#person.1">so he says</note>')
  expect(xml).toContain(
    '<note type="comment" target="#a1.link.1"><persName>Ben</persName> <date when="2026-01-05T09:01:10.000Z">2026-01-05</date> a &lt; b</note>',
  )
})

test('several articles are a corpus, with the codebook once', () => {
  const xml = written(exportedOf(toy, { ...toy, article: articleOf('doc-2', toy.article.text) }))
  expect(xml.match(/<TEI /g)).toHaveLength(2)
  expect(xml.match(/<taxonomy xml:id="tags">/g)).toHaveLength(1)
  expect(broken(read(xml))).toEqual([])
})

test('a text of nothing', () => {
  const empty = {
    article: articleOf('doc-1', ''),
    records: { sets: [], annotations: [], links: [], comments: [], verdicts: [], answers: [] },
  }
  expect(body(written(exportedOf(empty)))).toBe('<text>\n<body>\n<p/>\n</body>\n</text>\n</TEI>\n')
})
