import { TextSelection as DocumentSelection } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { type Difference, carryOffset } from './difference'
import type { Positions } from './positions'
import { scrollBy, scrollerOf, windowOf } from './scroller'
import type { TextSelection } from './selection'
import { RENEWAL } from './view'

/** Something that is seen and should be seen in the same place afterwards. */
export interface Held {
  readonly offset: number
  /** In client coordinates. */
  readonly top: number
}

/** The caret when it is in view, or else what stands at the top of the view. */
export function heldBy(view: EditorView, { toOffset }: Positions): Held | undefined {
  const { top, bottom } = windowOf(scrollerOf(view.dom))
  const { head } = view.state.selection
  const caret = view.coordsAtPos(head).top
  if (caret >= top && caret < bottom) return { offset: toOffset(head), top: caret }
  const { left, width } = view.dom.getBoundingClientRect()
  const first = view.posAtCoords({ left: left + width / 2, top: top + 1 })
  return first ? { offset: toOffset(first.pos), top: view.coordsAtPos(first.pos).top } : undefined
}

/** Shows another document with the selection where its words are now; `positions` must be those of the new text. */
export function showDocument(
  view: EditorView,
  doc: Node,
  positions: Positions,
  { anchor, head }: TextSelection,
  difference: Difference | undefined,
): void {
  const { tr } = view.state
  tr.setMeta(RENEWAL, true)
  const before = view.state.doc
  const from = firstChanged(before, doc)
  if (from < Math.max(before.childCount, doc.childCount)) {
    const at = before.content.content.slice(0, from).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
    tr.replaceWith(at, before.content.size, doc.content.content.slice(from))
  }
  const place = (offset: number): number => positions.toPosition(carryOffset(offset, difference))
  tr.setSelection(DocumentSelection.create(tr.doc, place(anchor), place(head)))
  view.dispatch(tr)
}

/** Moves the scroll bar so that what was held is where it was. */
export function holdStill(view: EditorView, positions: Positions, held: Held, difference?: Difference): void {
  const now = view.coordsAtPos(positions.toPosition(carryOffset(held.offset, difference))).top
  if (now !== held.top) scrollBy(scrollerOf(view.dom), now - held.top)
}

function firstChanged(before: Node, after: Node): number {
  let index = 0
  while (index < before.childCount && index < after.childCount && before.child(index) === after.child(index))
    index++
  return index
}
