import { type Block, blockAt, blocksOf } from '../../../core/document/blocks'
import type { Article } from '../../../core/document/article'
import type { Entry } from './report-entry'

/** A line of an article, cut wherever an annotation begins or ends. Blank lines are left out. */
export interface ReportLine extends Pick<Block, 'kind' | 'level'> {
  readonly parts: readonly Part[]
}

/** A part of a line through which the same annotations run. */
export interface Part {
  readonly text: string
  /** Those to be drawn that run through it, in reading order: the enclosing one first. */
  readonly on: readonly Entry[]
  /** Those of which a piece begins with it. */
  readonly begins: readonly Entry[]
  /** Those of which a piece, or what of a piece is on this line, ends with it; what began last ends first. */
  readonly ends: readonly Entry[]
  /** Those that end with it altogether. */
  readonly finishes: readonly Entry[]
}

interface Portion {
  readonly entry: Entry
  readonly rank: number
  readonly start: number
  readonly end: number
}

/**
 * The lines of an article with its annotations, which are given in reading order. Only of those that are drawn it is
 * told which parts they run through: that takes as much room as there are parts and annotations on each other.
 */
export function linesOf(
  { text, lines }: Article,
  entries: readonly Entry[],
  isDrawn: (entry: Entry) => boolean,
): ReportLine[] {
  const blocks = blocksOf(text, lines)
  const portions = portionsOf(blocks, entries)
  const lastOf = new Map<Entry, Portion>()
  for (const list of portions)
    for (const portion of list) {
      const last = lastOf.get(portion.entry)
      if (!last || last.end < portion.end) lastOf.set(portion.entry, portion)
    }
  const finals = new Set(lastOf.values())
  return blocks.flatMap((block, k) => {
    const { kind, level } = block
    if (kind === 'blank') return []
    return [{ kind, ...(level ? { level } : {}), parts: partsOf(text, block, portions[k]!, finals, isDrawn) }]
  })
}

/** What of each annotation lies on each line. */
function portionsOf(blocks: readonly Block[], entries: readonly Entry[]): Portion[][] {
  const portions = blocks.map((): Portion[] => [])
  entries.forEach((entry, rank) => {
    for (const piece of entry.annotation.span) {
      for (let k = blockAt(blocks, piece.start); k < blocks.length && blocks[k]!.start < piece.end; k++) {
        const start = Math.max(piece.start, blocks[k]!.start)
        const end = Math.min(piece.end, blocks[k]!.end)
        if (start < end && blocks[k]!.kind !== 'blank') portions[k]!.push({ entry, rank, start, end })
      }
    }
  })
  return portions
}

function partsOf(
  text: string,
  line: Block,
  portions: readonly Portion[],
  finals: ReadonlySet<Portion>,
  isDrawn: (entry: Entry) => boolean,
): Part[] {
  const cuts = new Set([line.start, line.end, ...portions.flatMap(({ start, end }) => [start, end])])
  const places = [...cuts].toSorted((a, b) => a - b)
  const beginning = groupedBy(portions, ({ start }) => start)
  const ending = groupedBy(portions, ({ end }) => end)
  let on: Portion[] = []
  return places.slice(0, -1).map((start, k) => {
    const end = places[k + 1]!
    const begun = (beginning.get(start) ?? []).toSorted((a, b) => a.rank - b.rank)
    const ended = (ending.get(end) ?? []).toSorted((a, b) => b.start - a.start || a.rank - b.rank)
    on = on.filter((portion) => portion.end > start)
    on = [...on, ...begun.filter(({ entry }) => isDrawn(entry))].toSorted((a, b) => a.rank - b.rank)
    return {
      text: text.slice(start, end),
      on: on.map(({ entry }) => entry),
      begins: begun.map(({ entry }) => entry),
      ends: ended.map(({ entry }) => entry),
      finishes: ended.filter((portion) => finals.has(portion)).map(({ entry }) => entry),
    }
  })
}

function groupedBy(
  portions: readonly Portion[],
  keyOf: (portion: Portion) => number,
): Map<number, Portion[]> {
  const groups = new Map<number, Portion[]>()
  for (const portion of portions) {
    const group = groups.get(keyOf(portion))
    if (group) group.push(portion)
    else groups.set(keyOf(portion), [portion])
  }
  return groups
}
