import type { EditorView } from 'prosemirror-view'
import { clipToView } from './lanes'
import { windowOf } from './scroller'

/** What is in view, in CSS pixels from the top left corner of what scrolls. */
export interface Sight {
  readonly top: number
  readonly bottom: number
  /** Where lines of text begin and end. */
  readonly left: number
  readonly right: number
  /** The corner itself, in the window. */
  readonly origin: { readonly x: number; readonly y: number }
}

/** `ground` is an element at the top left corner of what scrolls. */
export function sightOf(view: EditorView, scroller: HTMLElement | undefined, ground: HTMLElement): Sight {
  const { left: x, top: y } = ground.getBoundingClientRect()
  const { top, bottom } = windowOf(scroller)
  const column = view.dom.getBoundingClientRect()
  const { paddingLeft, paddingRight } = getComputedStyle(view.dom)
  return {
    top: top - y,
    bottom: bottom - y,
    left: column.left + parseFloat(paddingLeft) - x,
    right: column.right - parseFloat(paddingRight) - x,
    origin: { x, y },
  }
}

/** Where a caret would stand; or which way it is out of view, when that is all that is known without a layout. */
export type Place =
  'above' | 'below' | { readonly left: number; readonly top: number; readonly bottom: number }

/** Where a position is. What lies in a section out of view is never laid out for it. `side` is as in `coordsAtPos`. */
export function placeOf(view: EditorView, sight: Sight, position: number, side: 1 | -1): Place {
  // An annotation may be ahead of the text that is shown, for the moment in which both are changing.
  if (position > view.state.doc.content.size) return 'below'
  const section = view.dom.children[view.state.doc.resolve(position).index(0)]
  if (!section) return 'below'
  const { x, y } = sight.origin
  const box = section.getBoundingClientRect()
  const clipped = clipToView({ top: box.top - y, bottom: box.bottom - y }, sight)
  if (typeof clipped === 'string') return clipped
  const { left, top, bottom } = view.coordsAtPos(position, side)
  return { left: left - x, top: top - y, bottom: bottom - y }
}
