import type { EditorView } from 'prosemirror-view'

/** The range of the browser between two positions; valid until the text there is drawn anew. */
export function textRange(view: EditorView, from: number, to: number): Range {
  const range = view.dom.ownerDocument.createRange()
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}
