import { escapeXml } from './escape'
import type { Naming } from './html-report-text'
import type { Entry, Related } from './report-entry'
import { type ArticleFacts, type CommentFacts, type TagTable, linkInWords } from './report-facts'
import { capitalised, momentInWords, pluralOf } from './report-words'

const MOST_COLUMNS = 4 // of attributes; with more, a table has them in one column, or it would not fit on paper

/** One column of a table: what its cells are, as HTML, and how they are set. */
export interface Column<R> {
  readonly name: string
  readonly kind?: 'number' | 'words' | 'note' | 'count' | 'meter'
  cell(row: R): string
}

/** A table whose first column names its rows, under a heading with their number or what `amount` says. */
export function htmlTable<R>(
  heading: string,
  columns: readonly Column<R>[],
  rows: readonly R[],
  amount = '',
): string {
  const classed = (column: Column<R>): string => (column.kind ? ` class="${column.kind}"` : '')
  const heads = columns.map((column) => `<th scope="col"${classed(column)}>${escapeXml(column.name)}</th>`)
  const body = rows.map((row) => {
    const cells = columns.map((column, k) =>
      k === 0
        ? `<th scope="row"${classed(column)}>${column.cell(row)}</th>`
        : `<td${classed(column)}>${column.cell(row)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>\n`
  })
  return `<div class="scroll"><table>
<caption><h3>${escapeXml(heading)}${amount ? ` <small>${amount}</small>` : ''}</h3></caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${body.join('')}</tbody>
</table></div>
`
}

/** Words of others, whose direction is their own. */
export const said = (words: string): string => `<bdi>${escapeXml(words)}</bdi>`

export const linkTo = (entry: Entry, { idOf, classOf }: Naming): string =>
  `<a class="ref ${classOf(entry)}" href="#${idOf(entry)}">${entry.label}</a>`

/** The tables of an article: one a tag, then links within a tag, then comments. */
export function htmlTables(
  facts: ArticleFacts,
  naming: Naming,
  numbered: ReadonlySet<Entry>,
  several: boolean,
): string {
  return [
    ...facts.tables.map((table) => tagTable(table, naming, numbered, several)),
    ...(facts.links.length > 0 ? [linksTable(facts, naming, several)] : []),
    ...(facts.comments.length > 0 ? [commentsOf(facts.comments, naming)] : []),
  ].join('')
}

function tagTable(
  { tag, entries, attributes, relations, hasNotes }: TagTable,
  naming: Naming,
  numbered: ReadonlySet<Entry>,
  several: boolean,
): string {
  const columns: Column<Entry>[] = [
    {
      name: 'No.',
      kind: 'number',
      cell: (entry) => rowNumber(entry, naming, numbered),
    },
    { name: 'Words', kind: 'words', cell: ({ words }) => said(words) },
    ...(attributes.length > MOST_COLUMNS
      ? [{ name: 'Attributes', cell: (entry: Entry) => allSaid(entry, attributes) }]
      : attributes.map(({ id, name }) => ({
          name,
          cell: (entry: Entry) => said(entry.said.get(id) ?? ''),
        }))),
    ...relations.map(({ key, name }) => ({
      name: capitalised(name),
      cell: (entry: Entry) => relatedOf(entry.related.get(key) ?? [], naming),
    })),
    ...(hasNotes
      ? [{ name: 'Note', kind: 'note' as const, cell: ({ annotation }: Entry) => said(annotation.note) }]
      : []),
    ...(several ? [{ name: 'Annotator', cell: ({ by }: Entry) => said(by.name) }] : []),
  ]
  return htmlTable(pluralOf(tag.name), columns, entries, String(entries.length))
}

function rowNumber(entry: Entry, { idOf, classOf }: Naming, numbered: ReadonlySet<Entry>): string {
  const id = idOf(entry)
  return numbered.has(entry)
    ? `<a class="ref ${classOf(entry)}" id="${id}" href="#${id}-text">${entry.label}</a>`
    : `<span class="ref ${classOf(entry)}" id="${id}">${entry.label}</span>`
}

const allSaid = (entry: Entry, attributes: TagTable['attributes']): string =>
  attributes
    .flatMap(({ id, name }) => {
      const value = entry.said.get(id)
      return value === undefined ? [] : [`<span class="soft">${said(name)}</span> ${said(value)}`]
    })
    .join('<br />')

function relatedOf(related: readonly Related[], naming: Naming): string {
  if (related.length === 0) return ''
  const items = related.map(({ entry, note }) => {
    const noted = note === '' ? '' : ` <span class="soft">(${said(note)})</span>`
    return `<li>${linkTo(entry, naming)} <span>${said(entry.words)}${noted}</span></li>`
  })
  return `<ul class="related">${items.join('')}</ul>`
}

function linksTable({ links }: ArticleFacts, naming: Naming, several: boolean): string {
  type Row = ArticleFacts['links'][number]
  const end = (entry: Entry): string => `${linkTo(entry, naming)} ${said(entry.words)}`
  const columns: Column<Row>[] = [
    { name: 'From', kind: 'words', cell: ({ from }) => end(from) },
    { name: 'Link', cell: ({ name }) => said(name) },
    { name: 'To', kind: 'words', cell: ({ to }) => end(to) },
    ...(links.some(({ link }) => link.note !== '')
      ? [{ name: 'Note', kind: 'note' as const, cell: ({ link }: Row) => said(link.note) }]
      : []),
    ...(several ? [{ name: 'Annotator', cell: ({ by }: Row) => said(by.name) }] : []),
  ]
  return htmlTable('Other links', columns, links, String(links.length))
}

function commentsOf(comments: readonly CommentFacts[], naming: Naming): string {
  const items = comments.map(({ comment, on }) => {
    const where = 'label' in on ? linkTo(on, naming) : said(linkInWords(on))
    const when = `<time datetime="${escapeXml(comment.created)}">${escapeXml(momentInWords(comment.created))}</time>`
    return `<li><p class="soft">${said(comment.author.name)} on ${where}, ${when}</p><p dir="auto">${escapeXml(comment.words)}</p></li>\n`
  })
  return `<h3>Comments <small>${comments.length}</small></h3>\n<ul class="comments">\n${items.join('')}</ul>\n`
}
