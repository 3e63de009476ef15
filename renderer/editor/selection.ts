import { TextSelection as DocumentSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Positions } from './positions'

/** Offsets; the head is where the caret is. */
export interface TextSelection {
  readonly anchor: number
  readonly head: number
}

/** The selection that the view knows of. */
export const shownSelection = ({ state }: EditorView, { toOffset }: Positions): TextSelection => ({
  anchor: toOffset(state.selection.anchor),
  head: toOffset(state.selection.head),
})

/**
 * What is selected in the browser right now. It tells of changes a little later, so that a key pressed at once
 * after another would otherwise meet the selection of before.
 */
export function currentSelection(view: EditorView, positions: Positions): TextSelection {
  const selection = view.dom.ownerDocument.getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !anchorNode || !focusNode || !view.hasFocus()) return shownSelection(view, positions)
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return shownSelection(view, positions)
  return {
    anchor: positions.toOffset(view.posAtDOM(anchorNode, selection.anchorOffset)),
    head: positions.toOffset(view.posAtDOM(focusNode, selection.focusOffset)),
  }
}

/** Has the view select the range; both ends must be from 0 to the length of the text. */
export function showSelection(view: EditorView, positions: Positions, { anchor, head }: TextSelection): void {
  const { doc, tr } = view.state
  const wanted = DocumentSelection.create(doc, positions.toPosition(anchor), positions.toPosition(head))
  if (!wanted.eq(view.state.selection)) view.dispatch(tr.setSelection(wanted))
}

export const sameSelection = (a: TextSelection, b: TextSelection): boolean =>
  a.anchor === b.anchor && a.head === b.head
