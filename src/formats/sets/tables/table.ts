import type { Annotation } from '../../../core/annotation/annotation'
import type { Link } from '../../../core/annotation/link'
import { type Span, extentOf, quoteOf } from '../../../core/annotation/span'
import type { Codebook } from '../../../core/codebook/codebook'
import { type CodePoints, codePoints } from '../../../core/document/offsets'
import type { AnnotatedDocument, Exported } from '../codec'
import { inOrder } from '../order'

/** What each column of a table of annotations and links holds; a column that does not concern a row is empty. */
export const columns = {
  row: '`annotation` or `link`; all annotations come first, in the order of their texts',
  document: 'id of the document',
  title: 'title of the document',
  id: 'id of the annotation or the link',
  annotator: 'name of the person',
  tag: 'name of the tag, or of the link type',
  quote: 'the words, pieces joined by “ … ”',
  start: 'where the first piece begins, in code points from 0',
  end: 'where the last piece ends, in code points, not included',
  start_utf16: 'the same in UTF-16 units',
  end_utf16: 'the same in UTF-16 units',
  pieces: 'every piece in code points: `2..7; 22..37`',
  pieces_utf16: 'the same in UTF-16 units',
  from: 'id of the annotation where the link begins',
  from_quote: 'its words',
  to: 'id of the annotation where the link ends',
  to_quote: 'its words',
  note: 'the note',
  attributes: 'the attributes as a JSON object',
  codebook: 'version of the codebook under which it was tagged',
  created: 'ISO 8601, UTC',
  modified: 'ISO 8601, UTC',
} as const
export type Column = keyof typeof columns

/** What stands between the words of two pieces in a quote. */
export const GAP = ' … '

/** How a cell ends that was cut because a spreadsheet could not hold it. */
export const CUT = '… [cut: a cell holds no more]'

/** One line of a table. */
export type Row = Partial<Record<Column, string | number>>

/** All rows of an export, in its order: the annotations of every document, and the links of every document. */
export function rowsOf({ documents, codebook }: Exported): { annotations: Row[]; links: Row[] } {
  const rows = documents.map((document) => rowsOfOne(document, codebook))
  return {
    annotations: rows.flatMap(({ annotations }) => annotations),
    links: rows.flatMap(({ links }) => links),
  }
}

function rowsOfOne({ article, records }: AnnotatedDocument, codebook: Codebook) {
  const { sets, annotations, links } = inOrder(records)
  const points = codePoints(article.text)
  const nameOf = new Map(sets.map(({ id, annotator }) => [id, annotator.name]))
  const quotes = new Map(annotations.map(({ id, span }) => [id, quoteOf(span)]))
  const common = (record: Annotation | Link): Row => ({
    document: article.id,
    title: article.title,
    id: record.id,
    annotator: nameOf.get(record.set) ?? record.set,
    note: record.note,
    created: record.created,
    modified: record.modified,
  })
  return {
    annotations: annotations.map((annotation): Row => ({
      ...common(annotation),
      ...placesOf(annotation.span, points),
      row: 'annotation',
      tag: codebook.tags.find(({ id }) => id === annotation.tag)?.name ?? annotation.tag,
      quote: quoteOf(annotation.span),
      attributes: Object.keys(annotation.attributes).length > 0 ? JSON.stringify(annotation.attributes) : '',
      codebook: annotation.codebook,
    })),
    links: links.map((link): Row => ({
      ...common(link),
      row: 'link',
      tag: codebook.links.find(({ id }) => id === link.type)?.name ?? link.type,
      from: link.from,
      from_quote: quotes.get(link.from) ?? '',
      to: link.to,
      to_quote: quotes.get(link.to) ?? '',
    })),
  }
}

function placesOf(span: Span, points: CodePoints): Row {
  const { start, end } = extentOf(span)
  const inPoints = span.map((piece) => ({
    start: points.fromUtf16(piece.start),
    end: points.fromUtf16(piece.end),
  }))
  return {
    start: points.fromUtf16(start),
    end: points.fromUtf16(end),
    start_utf16: start,
    end_utf16: end,
    pieces: listed(inPoints),
    pieces_utf16: listed(span),
  }
}

// Two dots: a spreadsheet takes `2-7` for a date and `2:7` for a time.
const listed = (ranges: readonly { readonly start: number; readonly end: number }[]): string =>
  ranges.map(({ start, end }) => `${start}..${end}`).join('; ')
