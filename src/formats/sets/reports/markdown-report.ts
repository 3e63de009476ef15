import { type Codec, type Exported, everything } from '../codec'
import { escapeMarkdown } from './escape'
import type { Counts } from './report-counts'
import type { Entry } from './report-entry'
import {
  type ArticleFacts,
  type LinkFacts,
  type ReportFacts,
  type TagTable,
  factsOf,
  linkInWords,
} from './report-facts'
import {
  type VerdictFacts,
  answersInWords,
  decisionInWords,
  lackInWords,
  reasonsInWords,
  verdictFacts,
} from './report-review'
import { type ReportLine, linesOf } from './report-text'
import { capitalised, codebookInWords, momentInWords, pluralOf, titleOf } from './report-words'

/**
 * A report for wikis, issues and mail: CommonMark 0.31 with the tables of GitHub Flavored Markdown. In the text an
 * annotation stands in `⟦…⟧` with its number behind: `⟦police⟧(s1)`. Written only. Runs of blanks become one, line ends in
 * notes `⏎`; ids, dates of records and the history are left out. No mark-up comes of what others have written; only a
 * mail address may still be made a link by a reader that does so after it has read everything else.
 */
export const markdownReport: Codec = {
  id: 'markdown-report',
  name: 'Report (Markdown)',
  extension: 'md',
  mediaType: 'text/markdown',
  specification: 'CommonMark 0.31, GFM tables',
  capabilities: { ...everything, offsets: 'utf-16' },
  write(exported) {
    return new TextEncoder().encode(`${reportOf(exported, factsOf(exported)).join('\n\n')}\n`)
  },
}

/** Blocks, between which a blank line belongs. */
function reportOf(exported: Exported, facts: ReportFacts): string[] {
  const people = facts.annotators.map(({ name }) => cell(name)).join(', ') || 'nobody'
  const letters = facts.tags.map(({ name, letters: own }) => `${own} ${cell(name)}`).join(', ')
  return [
    `# ${cell(titleOf(exported))}`,
    `Annotation report of ${cell(momentInWords(exported.at))}, made with Assay ${cell(exported.version)}.`,
    [`- Annotated by: ${people}`, `- Codebook: ${cell(codebookInWords(exported))}`].join('\n'),
    `In the text, each annotation stands between ⟦ and ⟧, with its number behind: ${letters}.`,
    ...facts.articles.flatMap((article, k) => [
      ...articleOf(article, facts),
      ...reviewOf(verdictFacts(article, exported, k)),
    ]),
    '## Statistics',
    ...statisticsOf(facts),
  ]
}

function articleOf(facts: ArticleFacts, { articles, annotators }: ReportFacts): string[] {
  const { article, entries, tables, links, comments } = facts
  const several = annotators.length > 1
  return [
    `## ${articles.length === 1 ? 'Text' : cell(article.title)}`,
    `From ${cell(article.source.name)}, brought in on ${cell(momentInWords(article.imported))}.`,
    ...blocksOf(linesOf(article, entries, () => false)),
    ...tables.flatMap((one) => tagTable(one, several)),
    ...(links.length > 0
      ? [
          `### Other links (${links.length})`,
          table(
            ['From', 'Link', 'To', 'Note', 'Annotator'],
            links.map(({ from, name, to, link, by }) => [named(from), name, named(to), link.note, by.name]),
          ),
        ]
      : []),
    ...(comments.length > 0
      ? [
          `### Comments (${comments.length})`,
          table(
            ['On', 'By', 'When', 'Words'],
            comments.map(({ comment, on }) => [
              'label' in on ? on.label : linkInWords(on),
              comment.author.name,
              momentInWords(comment.created),
              comment.words,
            ]),
          ),
        ]
      : []),
  ]
}

/** Where each annotation that was settled comes from, and what else was decided. */
function reviewOf(verdicts: readonly VerdictFacts[]): string[] {
  if (verdicts.length === 0) return []
  const answered = verdicts.some(({ answers }) => answers.length > 0)
  const rows = verdicts.map((facts) => [
    facts.result ? shortOf(facts.result) : lackInWords(facts),
    decisionInWords(facts),
    facts.now ? shortOf(facts.now) : '',
    facts.judged,
    facts.whose.name,
    facts.verdict.by.name,
    momentInWords(facts.verdict.created),
    reasonsInWords(facts),
    ...(answered ? [answersInWords(facts)] : []),
  ])
  const heads = ['Settled', 'Verdict', 'On', 'As it was', 'Annotator', 'By', 'When', 'Why']
  return [`### Review (${verdicts.length})`, table([...heads, ...(answered ? ['Answer'] : [])], rows)]
}

const shortOf = (one: Entry | LinkFacts): string => ('label' in one ? one.label : linkInWords(one))

function blocksOf(lines: readonly ReportLine[]): string[] {
  const blocks: string[] = []
  lines.forEach((line, k) => {
    const inline = inlineOf(line)
    if (line.kind === 'item') {
      // Items have their mark in the text; a number stays, a bullet would be a second one.
      const item = `- ${inline.replace(/^• /, '')}`
      if (lines[k - 1]?.kind === 'item') blocks.push(`${blocks.pop()!}\n${item}`)
      else blocks.push(item)
    } else if (line.kind === 'heading')
      blocks.push(`${'#'.repeat(Math.min(6, 2 + (line.level ?? 1)))} ${inline}`)
    else if (line.kind === 'quote') blocks.push(`> ${inline}`)
    else if (line.kind === 'caption') blocks.push(`*${inline}*`)
    else blocks.push(inline)
  })
  return blocks
}

const inlineOf = ({ parts }: ReportLine): string =>
  parts
    .map(({ text, begins, ends }) => {
      const numbers = ends.map(({ label }) => label).join(', ')
      const end = ends.length > 0 ? `${'⟧'.repeat(ends.length)}(${numbers})` : ''
      return '⟦'.repeat(begins.length) + escapeMarkdown(text) + end
    })
    .join('')
    .trim()

function tagTable({ tag, entries, attributes, relations, hasNotes }: TagTable, several: boolean): string[] {
  const heads = [
    'No.',
    'Words',
    ...attributes.map(({ name }) => name),
    ...relations.map(({ name }) => capitalised(name)),
    ...(hasNotes ? ['Note'] : []),
    ...(several ? ['Annotator'] : []),
  ]
  const rows = entries.map((entry) => [
    entry.label,
    entry.words,
    ...attributes.map(({ id }) => entry.said.get(id) ?? ''),
    ...relations.map(({ key }) =>
      (entry.related.get(key) ?? [])
        .map((related) => named(related.entry) + (related.note === '' ? '' : ` (${related.note})`))
        .join('; '),
    ),
    ...(hasNotes ? [entry.annotation.note] : []),
    ...(several ? [entry.by.name] : []),
  ])
  return [`### ${cell(pluralOf(tag.name))} (${entries.length})`, table(heads, rows)]
}

const named = ({ label, words }: Entry): string => `${label} ${words}`

function statisticsOf({ articles, tags, counts }: ReportFacts): string[] {
  const names = tags.map(({ name }) => pluralOf(name))
  return [
    ...(articles.length > 1
      ? [
          table(
            ['Article', ...names, 'Total'],
            articles.map(({ article, counts: { tags: own, annotations } }) => [
              article.title,
              ...own.map(({ count }) => String(count)),
              String(annotations),
            ]),
          ),
        ]
      : []),
    table(
      ['Annotator', ...names, 'Total'],
      [
        ...counts.annotators.map(({ person, byTag, total }) => [
          person.name,
          ...byTag.map(String),
          String(total),
        ]),
        ['All', ...counts.tags.map(({ count }) => String(count)), String(counts.annotations)],
      ],
    ),
    ...valuesTable(counts),
    ...(counts.links.length > 0
      ? [
          table(
            ['Link', 'Number'],
            counts.links.map(({ name, count }) => [name, String(count)]),
          ),
        ]
      : []),
    ...unattributed(articles, counts),
  ]
}

function valuesTable({ values }: Counts): string[] {
  if (values.length === 0) return []
  const rows = values.flatMap(({ tag, name, values: own, unsaid }) => [
    ...own.map((value) => [tag.name, name, value.name, String(value.count)]),
    ...(unsaid > 0 ? [[tag.name, name, '(not said)', String(unsaid)]] : []),
  ])
  return [table(['Tag', 'Attribute', 'Value', 'Number'], rows)]
}

function unattributed(articles: readonly ArticleFacts[], { attribution }: Counts): string[] {
  if (!attribution) return []
  const rows = articles.flatMap(({ article, counts }) =>
    (counts.attribution?.without ?? []).map(({ label, words }) => [label, words, article.title]),
  )
  return [
    `### Claims without a source (${rows.length} of ${attribution.claims})`,
    ...(rows.length > 0 ? [table(['No.', 'Words', 'Article'], rows)] : []),
  ]
}

/** A table of plain texts. */
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads.map(cell), heads.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')

const cell = (text: string): string => escapeMarkdown(text).trim()
