import { type Codec, type Exported, everything } from '../codec'
import { escapeXml } from './escape'
import { htmlStatistics } from './html-report-statistics'
import { styleOf } from './html-report-style'
import { htmlTables, said } from './html-report-tables'
import { htmlReview } from './html-report-review'
import { type Naming, htmlText } from './html-report-text'
import { type ArticleFacts, type ReportFacts, factsOf } from './report-facts'
import { verdictFacts } from './report-review'
import { codebookInWords, countInWords, momentInWords, pluralOf, titleOf } from './report-words'

/**
 * A report for reading, printing and archiving: HTML (the living standard, written so that it is XML as well) in one
 * file that fetches nothing and runs nothing. Has the texts with their annotations, tables of every tag with attributes,
 * links, notes and comments, what reviewers decided, and statistics. Written only; ids, dates of records and the history are left out.
 */
export const htmlReport: Codec = {
  id: 'html-report',
  name: 'Report (HTML)',
  extension: 'html',
  mediaType: 'text/html',
  specification: 'HTML, living standard',
  capabilities: { ...everything, offsets: 'utf-16' },
  write(exported) {
    return new TextEncoder().encode(pageOf(exported, factsOf(exported)))
  },
}

// Whatever a text may smuggle in, nothing is fetched, run or sent.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

function pageOf(exported: Exported, facts: ReportFacts): string {
  const title = titleOf(exported)
  const naming = namingOf(facts)
  return `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${POLICY}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="generator" content="Assay ${escapeXml(exported.version)}" />
<meta name="referrer" content="no-referrer" />
<title>${escapeXml(title)} – annotation report</title>
<style>
${styleOf(facts.tags)}
</style>
</head>
<body>
<header>
<p class="eyebrow">Annotation report</p>
<h1 dir="auto">${escapeXml(title)}</h1>
${aboutOf(exported, facts)}${figuresOf(facts)}${legendOf(facts)}${contentsOf(facts)}</header>
<main>
${facts.articles.map((article, k) => articleOf(article, k, facts, exported, naming)).join('')}${htmlStatistics(facts, naming)}</main>
<footer>
<p>Made with Assay ${escapeXml(exported.version)} on ${timeOf(exported.at)}. The file is complete in itself: it fetches nothing.</p>
</footer>
</body>
</html>
`
}

const timeOf = (iso: string): string =>
  `<time datetime="${escapeXml(iso)}">${escapeXml(momentInWords(iso))}</time>`

function aboutOf(exported: Exported, { annotators }: ReportFacts): string {
  const people = annotators.map(({ name }) => said(name)).join(', ') || 'nobody'
  return `<dl class="about">
<dt>Annotated by</dt><dd>${people}</dd>
<dt>Codebook</dt><dd>${said(codebookInWords(exported))}</dd>
<dt>Made</dt><dd>${timeOf(exported.at)}</dd>
</dl>
`
}

function figuresOf({ counts }: ReportFacts): string {
  const links = counts.links.reduce((sum, { count }) => sum + count, 0)
  const amounts = [
    ...counts.tags.map(({ tag, count }) => ({ name: tag.name, count })),
    { name: 'Link', count: links },
  ].map(({ name, count }) => ({ name: count === 1 ? name : pluralOf(name), count }))
  if (counts.attribution)
    amounts.push({ name: 'Claims without a source', count: counts.attribution.without.length })
  const items = amounts.map(({ name, count }) => `<li><strong>${count}</strong> ${said(name)}</li>\n`)
  return `<ul class="figures">\n${items.join('')}</ul>\n`
}

function legendOf({ tags }: ReportFacts): string {
  const samples = tags.map((tag, k) => `<span class="a t${k} l0">${said(tag.name)}</span> (${tag.letters})`)
  return `<p class="legend">How to read the text: ${samples.join(', ')}. The number behind a passage leads to its row in the tables below the text, and the number of a row back.</p>
`
}

function contentsOf({ articles }: ReportFacts): string {
  if (articles.length < 2) return ''
  const items = articles.map(
    ({ article, entries }, k) =>
      `<li><a href="#article-${k + 1}">${said(article.title)}</a>, ${countInWords(entries.length, 'annotation')}</li>\n`,
  )
  return `<nav aria-label="Contents"><ol>\n${items.join('')}<li><a href="#statistics">Statistics</a></li>\n</ol></nav>\n`
}

function articleOf(
  facts: ArticleFacts,
  index: number,
  all: ReportFacts,
  exported: Exported,
  naming: Naming,
): string {
  const { html, numbered } = htmlText(facts, naming)
  const id = `article-${index + 1}`
  const { article } = facts
  // The title of a single article is the title of the report.
  const title = all.articles.length === 1 ? 'Text' : escapeXml(article.title)
  return `<article id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title" dir="auto">${title}</h2>
<p class="soft">From ${said(article.source.name)}, brought in on ${timeOf(article.imported)}.</p>
${html}
${htmlTables(facts, naming, numbered, all.annotators.length > 1)}${htmlReview(verdictFacts(facts, exported, index), naming)}</article>
`
}

function namingOf({ articles, tags }: ReportFacts): Naming {
  const tagClasses = new Map(tags.map(({ id }, k) => [id, `t${k}`]))
  const ids = new Map(
    articles.flatMap(({ entries }, k) =>
      entries.map((entry) => [entry, `a${k + 1}-${entry.label}`] as const),
    ),
  )
  return {
    idOf: (entry) => ids.get(entry)!,
    classOf: ({ tag }) => tagClasses.get(tag.id)!,
    tagClass: ({ id }) => tagClasses.get(id)!,
  }
}
