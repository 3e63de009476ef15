import type { Annotation } from '../../src/core/annotation/annotation'
import type { TextChange } from '../../src/core/change/change'
import type { Correction } from '../../src/core/change/edit-text'
import type { Codebook } from '../../src/core/codebook/codebook'
import { short } from './quoting'

/** What a correction took away that somebody might miss, as a sentence; undefined when there is nothing to tell. */
export function toldOf({ edit, lost }: Correction, codebook: Codebook): string | undefined {
  if (lost.length === 0) return undefined
  const change = edit.changes.find((known): known is TextChange => known.of === 'text')
  const gone = wordsIn(change?.from.words ?? '') - wordsIn(change?.to.words ?? '')
  const quotes = lost.slice(0, 3).map(short).join(', ')
  const more = lost.length > 3 ? ` and ${lost.length - 3} more` : ''
  const removed = gone > 0 ? `${counted(gone, 'word')} removed; ` : ''
  return `${removed}${kindsOf(lost, codebook)} lost: ${quotes}${more}. Undo brings ${lost.length === 1 ? 'it' : 'them'} back`
}

function kindsOf(lost: readonly Annotation[], { tags }: Codebook): string {
  const counts = new Map<string, number>()
  for (const { tag } of lost) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, count]) => counted(count, (tags.find(({ id }) => id === tag)?.name ?? tag).toLowerCase()))
    .join(', ')
}

const segments = new Intl.Segmenter(undefined, { granularity: 'word' })

const wordsIn = (words: string): number =>
  [...segments.segment(words)].filter(({ isWordLike }) => isWordLike).length

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
