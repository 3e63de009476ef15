import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { scrollBy, scrollerOf } from './scroller'

/**
 * Shows `next` without moving the text under a person's hand. A caret that comes into another section wakes the
 * neighbours of that one; they get their real heights then, and would shift the text while the mouse is pressed.
 */
export function showSteadily(view: EditorView, next: EditorState): void {
  if (view.state.selection.$head.index(0) === next.selection.$head.index(0)) return view.updateState(next)
  const { head } = next.selection
  const before = view.coordsAtPos(head).top
  view.updateState(next)
  const shift = view.coordsAtPos(head).top - before
  if (shift !== 0) scrollBy(scrollerOf(view.dom), shift)
}
