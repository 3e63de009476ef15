import { type Column, htmlTable, linkTo, said } from './html-report-tables'
import type { Naming } from './html-report-text'
import type { ValueCounts } from './report-counts'
import type { Entry } from './report-entry'
import type { ReportFacts } from './report-facts'
import { capitalised, pluralOf } from './report-words'

/** How much there is of what, and what is missing. */
export const htmlStatistics = (facts: ReportFacts, naming: Naming): string =>
  `<section id="statistics" class="statistics" aria-labelledby="statistics-title">
<h2 id="statistics-title">Statistics</h2>
${articlesTable(facts)}${annotatorsTable(facts)}<div class="columns">
${facts.counts.values.map((values) => valuesTable(values, naming)).join('')}${linksTable(facts)}</div>
${unattributed(facts, naming)}</section>
`

function articlesTable({ articles, tags }: ReportFacts): string {
  if (articles.length < 2) return ''
  type Row = (typeof articles)[number]
  const columns: Column<Row>[] = [
    { name: 'Article', kind: 'words', cell: ({ article }) => said(article.title) },
    ...tags.map((tag, k): Column<Row> => ({
      name: pluralOf(tag.name),
      kind: 'count',
      cell: ({ counts }) => String(counts.tags[k]!.count),
    })),
    ...(articles.some(({ counts }) => counts.attribution)
      ? [
          {
            name: 'Without a source',
            kind: 'count' as const,
            cell: ({ counts }: Row) => String(counts.attribution?.without.length ?? ''),
          },
        ]
      : []),
  ]
  return htmlTable('By article', columns, articles)
}

function annotatorsTable({ counts, tags }: ReportFacts): string {
  interface Row {
    readonly name: string
    readonly byTag: readonly number[]
    readonly total: number
  }
  const rows: Row[] = [
    ...counts.annotators.map(({ person, byTag, total }) => ({ name: said(person.name), byTag, total })),
    { name: 'All', byTag: counts.tags.map(({ count }) => count), total: counts.annotations },
  ]
  const columns: Column<Row>[] = [
    { name: 'Annotator', cell: ({ name }) => name },
    ...tags.map((tag, k): Column<Row> => ({
      name: pluralOf(tag.name),
      kind: 'count',
      cell: ({ byTag }) => String(byTag[k]),
    })),
    { name: 'Total', kind: 'count', cell: ({ total }) => String(total) },
  ]
  return htmlTable('By annotator', columns, counts.annotators.length === 1 ? rows.slice(0, 1) : rows)
}

function valuesTable({ tag, name, values, unsaid }: ValueCounts, naming: Naming): string {
  const all = values.reduce((sum, { count }) => sum + count, unsaid)
  const rows = [
    ...values.map((value) => ({ ...value, name: said(value.name) })),
    ...(unsaid > 0 ? [{ name: '<span class="soft">not said</span>', count: unsaid }] : []),
  ]
  type Row = (typeof rows)[number]
  const columns: Column<Row>[] = [
    { name: capitalised(name), cell: (row) => row.name },
    { name: 'Share', kind: 'meter', cell: ({ count }) => barOf(count / all, naming.tagClass(tag)) },
    { name: 'Number', kind: 'count', cell: ({ count }) => String(count) },
  ]
  return htmlTable(`${pluralOf(tag.name)} by ${name.toLowerCase()}`, columns, rows)
}

const barOf = (share: number, tagClass: string): string => {
  const percent = Math.round(share * 100)
  return `<span class="bar ${tagClass}" style="inline-size: ${percent}%" role="img" aria-label="${percent} percent"></span>`
}

function linksTable({ counts }: ReportFacts): string {
  if (counts.links.length === 0) return ''
  const columns: Column<(typeof counts.links)[number]>[] = [
    { name: 'Link', cell: ({ name }) => said(name) },
    { name: 'Number', kind: 'count', cell: ({ count }) => String(count) },
  ]
  return htmlTable('By link', columns, counts.links)
}

/** The claims that nobody is said to make: what a desk asks for first. */
function unattributed({ articles, counts }: ReportFacts, naming: Naming): string {
  if (!counts.attribution || counts.attribution.without.length === 0) return ''
  const { claims, without } = counts.attribution
  const title = articles.length > 1
  const rows = articles.flatMap(({ article, counts: { attribution } }) =>
    (attribution?.without ?? []).map((entry) => ({ entry, article: article.title })),
  )
  type Row = { readonly entry: Entry; readonly article: string }
  const columns: Column<Row>[] = [
    { name: 'No.', kind: 'number', cell: ({ entry }) => linkTo(entry, naming) },
    { name: 'Words', kind: 'words', cell: ({ entry }) => said(entry.words) },
    ...(title ? [{ name: 'Article', cell: ({ article }: Row) => said(article) }] : []),
  ]
  return htmlTable('Claims without a source', columns, rows, `${without.length} of ${claims}`)
}
