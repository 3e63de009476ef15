import type { Reply } from '../api/contract'
import { ok } from '../base/outcome'
import { type Annotation, compareAnnotations } from '../core/annotation/annotation'
import { extentOf, quoteOf } from '../core/annotation/span'
import { countTags } from '../core/library'
import type { Command } from './command'
import { countsOf, oneLine, plural, table } from './text'
import { inWorkspace } from './workspace'

type Opened = Reply<'article.open'>

/**
 * JSON: `document`, with `id`, `title`, `length` in UTF-16 units, `counts` by tag and `revision`; `annotations` in
 * reading order, each with `id`, `tag`, `annotator`, `start`, `end`, `pieces` (ranges), `quote` and `note`; `links`
 * with `id`, `type`, `from`, `to` and `note`; `warnings`, what was found amiss and set right.
 */
export const show: Command = {
  name: 'show',
  usage: 'ID',
  about: 'Show a document and its annotations in reading order.',
  takes: [],
  operands: { least: 1, most: 1 },
  run: ({ operands, workspace }, io) =>
    inWorkspace({ folder: workspace, create: false, io }, async ({ handlers }) => {
      const opened = await handlers['article.open']({ id: operands[0]! })
      if (!opened.ok) return opened
      return ok({ text: textOf(opened.value), json: jsonOf(opened.value), problems: [] })
    }),
}

const inReadingOrder = ({ annotations }: Opened): Annotation[] => annotations.toSorted(compareAnnotations)

function textOf(opened: Opened): string {
  const { article, links, warnings } = opened
  const { text } = opened.corrected ?? article
  const counts = countTags(opened.annotations)
  const rows = inReadingOrder(opened).map(({ tag, span, note }) => {
    const { start, end } = extentOf(span)
    const quote = `“${oneLine(quoteOf(span))}”`
    return [tag, `${start}–${end}`, note === '' ? quote : `${quote}  (${oneLine(note)})`]
  })
  return [
    article.title,
    `${plural(text.length, 'unit', 'units')} of text, ${countsOf(counts)}, ${plural(links.length, 'link', 'links')}`,
    ...warnings,
    ...table(rows),
  ].join('\n')
}

function jsonOf(opened: Opened): Record<string, unknown> {
  const { article, sets, links, revision, warnings } = opened
  const annotators = new Map(sets.map(({ id, annotator }) => [id, annotator.name]))
  const annotations = inReadingOrder(opened).map(({ id, set, tag, span, note }) => ({
    id,
    tag,
    annotator: annotators.get(set),
    ...extentOf(span),
    pieces: span.map(({ start, end }) => ({ start, end })),
    quote: quoteOf(span),
    note,
  }))
  return {
    document: {
      id: article.id,
      title: article.title,
      length: (opened.corrected ?? article).text.length,
      counts: countTags(opened.annotations),
      revision,
    },
    annotations,
    links: links.map(({ id, type, from, to, note }) => ({ id, type, from, to, note })),
    warnings,
  }
}
