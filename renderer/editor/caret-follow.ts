import type { EditorView } from 'prosemirror-view'
import type { Undo } from '../../src/base/scope'
import { scrollBy, scrollerOf, windowOf } from './scroller'

const FRAMES = 4 // in which sections that the caret has brought near come to their real heights

/**
 * Keeps the caret in view after a key has moved it. The browser scrolls to where the caret is at that moment; a jump
 * to the end of a long text brings sections near that were skipped until then, and their real heights push it out.
 */
export function createCaretFollow(view: EditorView): { readonly follow: () => void; readonly stop: Undo } {
  let left = 0
  let frame = 0

  function step(): void {
    left -= 1
    const scroller = scrollerOf(view.dom)
    const { top, bottom } = windowOf(scroller)
    const caret = view.coordsAtPos(view.state.selection.head)
    const above = caret.top - top
    const below = caret.bottom - bottom
    if (above < 0) scrollBy(scroller, above)
    else if (below > 0) scrollBy(scroller, Math.ceil(below))
    frame = left > 0 ? requestAnimationFrame(step) : 0
  }

  return {
    follow() {
      left = FRAMES
      if (frame === 0) frame = requestAnimationFrame(step)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}
