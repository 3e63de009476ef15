import type { EditorView } from 'prosemirror-view'
import { scrollBy, scrollerOf, windowOf } from './scroller'

const TRIES = 4 // sections that get their real height on the way may shift the place once or twice more

/**
 * Scrolls so that the stretch between two positions can be read: a third from the top when it was out of view, not
 * at all when it was in view. Settles within a few frames, as sections come to their real heights.
 */
export function revealPositions(view: EditorView, from: number, to: number): void {
  if (!isShown(view, from, to)) settle(view, from, TRIES)
}

function isShown(view: EditorView, from: number, to: number): boolean {
  const { top, bottom } = windowOf(scrollerOf(view.dom))
  const start = view.coordsAtPos(from, 1)
  const end = view.coordsAtPos(to, -1)
  // Of what is taller than the view, the beginning is enough when there is room to read on.
  const readable = end.bottom <= bottom || start.top < (top + bottom) / 2
  return start.top >= top && start.bottom <= bottom && readable
}

function settle(view: EditorView, from: number, tries: number): void {
  if (view.isDestroyed || tries === 0) return
  const scroller = scrollerOf(view.dom)
  const { top, bottom } = windowOf(scroller)
  const distance = view.coordsAtPos(from, 1).top - (top + (bottom - top) / 3)
  if (Math.abs(distance) < 2) return
  scrollBy(scroller, distance)
  requestAnimationFrame(() => settle(view, from, tries - 1))
}
