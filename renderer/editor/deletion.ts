import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import type { Positions } from './positions'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * What a deletion at the caret takes away, or undefined at either end of the text. A character is one as a person
 * sees it, or the line end; for words and lines the browser knows better, and tells its `target`.
 */
export function deletedBy(
  view: EditorView,
  inputType: string,
  caret: number,
  target: Interval | undefined,
  { positions }: { readonly positions: Positions },
): Interval | undefined {
  const forward = inputType.endsWith('Forward')
  if (!inputType.startsWith('deleteContent') && target && target.start < target.end) return target
  const place = view.state.doc.resolve(positions.toPosition(caret))
  const end = place.parent.content.size
  const within = place.parentOffset
  if (forward && within === end) {
    const isLast = place.end() === view.state.doc.content.size - 2
    return isLast ? undefined : { start: caret, end: caret + 1 }
  }
  if (!forward && within === 0) return caret === 0 ? undefined : { start: caret - 1, end: caret }
  const found = graphemes.segment(place.parent.textContent).containing(forward ? within : within - 1)
  if (!found) return undefined
  const start = caret - within
  return forward
    ? { start: caret, end: start + found.index + found.segment.length }
    : { start: start + found.index, end: caret }
}
