import type { Codec, Exported } from '../codec'
import { escapeXml } from './escape'
import { type ArticleFacts, type ReportFacts, factsOf } from './report-facts'
import { attribute, dateOf, element } from './tei-elements'
import { encodingOf } from './tei-codebook'
import { standOffOf } from './tei-stand-off'
import { anchorsOf, bodyOf } from './tei-text'

/**
 * TEI P5 (4.3 and later): each text as paragraphs, heads and lists with an `anchor` wherever a piece of an annotation
 * begins or ends, and a `standOff` with a `span` for each piece, grouped by tag. Pieces are chained by `next` and
 * `prev`, `ana` points to the tag in the codebook, which is a taxonomy of the header, and to the attributes, a feature
 * structure; links are `link`, notes and comments `note`, annotators stand in `respStmt`. Several articles make a corpus.
 * Written only. Lost: blank lines, characters that XML forbids (they become U+FFFD), and when records were made.
 */
export const tei: Codec = {
  id: 'tei',
  name: 'TEI',
  extension: 'xml',
  mediaType: 'application/tei+xml',
  specification: 'TEI P5, stand-off',
  capabilities: {
    pieces: true,
    overlaps: true,
    links: true,
    notes: true,
    comments: true,
    verdicts: false,
    attributes: true,
    annotators: true,
    text: true,
    offsets: 'code-points',
  },
  write(exported) {
    return new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?>\n${fileOf(exported, factsOf(exported))}\n`,
    )
  },
}

const NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'

function fileOf(exported: Exported, facts: ReportFacts): string {
  const people = new Map(facts.annotators.map(({ id }, k) => [id, `person.${k + 1}`]))
  const shared = {
    responsible: facts.annotators.map(
      ({ id, name }) =>
        `<respStmt${attribute('xml:id', people.get(id)!)}>${element('resp', 'annotation')}${element('persName', name)}</respStmt>`,
    ),
    encoding: encodingOf(exported, facts),
  }
  const alone = { responsible: [], encoding: '' }
  const texts = facts.articles.map((article, k) =>
    textOf(exported, article, `a${k + 1}`, people, facts.articles.length === 1 ? shared : alone),
  )
  if (texts.length === 1) return texts[0]!
  const header = headerOf(exported, 'Annotated articles', '<p>The articles of this corpus.</p>', shared)
  return `<teiCorpus ${NAMESPACE}>\n${[header, ...texts].join('\n')}\n</teiCorpus>`
}

interface Shared {
  readonly responsible: readonly string[]
  readonly encoding: string
}

function textOf(
  exported: Exported,
  facts: ArticleFacts,
  prefix: string,
  people: ReadonlyMap<string, string>,
  shared: Shared,
): string {
  const { article } = facts
  const anchors = anchorsOf(facts, prefix)
  const source = `<bibl>${element('title', article.title)}<idno type="document">${escapeXml(article.id)}</idno><idno type="file">${escapeXml(article.source.name)}</idno></bibl>`
  return `<TEI ${NAMESPACE}${attribute('xml:id', prefix)}>
${headerOf(exported, article.title, source, shared)}
<text>
<body>
${bodyOf(article, anchors)}</body>
</text>
${standOffOf(facts, prefix, anchors, people)}</TEI>`
}

const headerOf = (
  { at, version }: Exported,
  title: string,
  source: string,
  { responsible, encoding }: Shared,
): string => `<teiHeader>
<fileDesc>
<titleStmt>
${[element('title', title), ...responsible].join('\n')}
</titleStmt>
<publicationStmt><p>Written by Assay ${escapeXml(version)}${dateOf(at) ? ` on ${dateOf(at)}` : ''}.</p></publicationStmt>
<sourceDesc>${source}</sourceDesc>
</fileDesc>
${encoding}</teiHeader>`
