import { IntervalIndex } from '../../../base/intervals'
import { lengthOf } from '../../../core/annotation/span'
import { escapeXml } from './escape'
import { LANES } from './html-report-style'
import type { Entry } from './report-entry'
import type { ArticleFacts } from './report-facts'
import type { ReportTag } from './report-tags'
import { type ReportLine, linesOf } from './report-text'

/** How the entries of a report are referred to in it. */
export interface Naming {
  /** The id of an entry's row, and with `-text` behind it that of its number in the text. */
  readonly idOf: (entry: Entry) => string
  readonly classOf: (entry: Entry) => string
  readonly tagClass: (tag: ReportTag) => string
}

export interface HtmlText {
  readonly html: string
  /** The entries that have a number in the text, to which their rows can lead back. */
  readonly numbered: ReadonlySet<Entry>
}

/** The text of an article with its annotations and, where each ends, its number. */
export function htmlText({ article, entries }: ArticleFacts, naming: Naming): HtmlText {
  const laneOf = lanesOf(entries)
  const lines = linesOf(article, entries, (entry) => laneOf.get(entry)! < LANES)
  const deepest = Math.min(
    LANES - 1,
    entries.reduce((most, entry) => Math.max(most, laneOf.get(entry)!), 0),
  )
  return {
    html: `<div class="text deep${deepest}" lang="">\n${blocksOf(lines, laneOf, naming)}</div>`,
    numbered: new Set(lines.flatMap(({ parts }) => parts.flatMap(({ finishes }) => finishes))),
  }
}

/**
 * In which of the lines below the text each entry has its own: the first that no shorter one beside or within it has,
 * so that what encloses others is drawn below them.
 */
function lanesOf(entries: readonly Entry[]): Map<Entry, number> {
  const placed = new IntervalIndex<Entry>()
  const laneOf = new Map<Entry, number>()
  for (const entry of entries.toSorted((a, b) => lengthOf(a.annotation.span) - lengthOf(b.annotation.span))) {
    const { span } = entry.annotation
    const taken = new Set(
      span.flatMap(({ start, end }) => placed.overlapping(start, end).map((other) => laneOf.get(other))),
    )
    let lane = 0
    while (lane < LANES && taken.has(lane)) lane++
    laneOf.set(entry, lane)
    if (lane < LANES) for (const piece of span) placed.add(entry, piece)
  }
  return laneOf
}

const ELEMENTS = {
  paragraph: ['<p dir="auto">', '</p>'],
  caption: ['<p class="caption" dir="auto">', '</p>'],
  code: ['<pre dir="auto">', '</pre>'],
  quote: ['<blockquote dir="auto">', '</blockquote>'],
  item: ['<li dir="auto">', '</li>'],
} as const

function blocksOf(lines: readonly ReportLine[], laneOf: ReadonlyMap<Entry, number>, naming: Naming): string {
  return lines
    .map((line, k) => {
      const inline = inlineOf(line, laneOf, naming)
      const { kind } = line
      if (kind === 'heading') {
        // The second level of the report is the article.
        const level = Math.min(6, 2 + (line.level ?? 1))
        return `<h${level} dir="auto">${inline}</h${level}>\n`
      }
      const [open, close] = ELEMENTS[kind === 'blank' ? 'paragraph' : kind]
      const first = kind === 'item' && lines[k - 1]?.kind !== 'item' ? '<ul>\n' : ''
      const last = kind === 'item' && lines[k + 1]?.kind !== 'item' ? '</ul>\n' : ''
      return `${first}${open}${inline}${close}\n${last}`
    })
    .join('')
}

function inlineOf({ parts }: ReportLine, laneOf: ReadonlyMap<Entry, number>, naming: Naming): string {
  let numbers = ''
  const pieces = parts.map(({ text, on, finishes }) => {
    const open = on.map((entry) => `<span class="a ${naming.classOf(entry)} l${laneOf.get(entry)}">`)
    // A number stands within what goes on behind it, so that the line under that has no gap.
    const piece = open.join('') + numbers + escapeXml(text) + '</span>'.repeat(open.length)
    numbers = numbersOf(finishes, naming)
    return piece
  })
  return pieces.join('') + numbers
}

function numbersOf(entries: readonly Entry[], { idOf, classOf }: Naming): string {
  if (entries.length === 0) return ''
  const links = entries.map((entry) => {
    const id = idOf(entry)
    const title = escapeXml(`${entry.tag.name}, ${entry.by.name}`)
    return `<a class="${classOf(entry)}" id="${id}-text" href="#${id}" title="${title}">${entry.label}</a>`
  })
  return `<sup>${links.join(' ')}</sup>`
}
