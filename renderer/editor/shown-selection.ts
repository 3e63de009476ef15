import type { EditorView } from 'prosemirror-view'
import type { Undo } from '../../src/base/scope'
import { textRange } from './text-range'

const NAME = 'assay-selection' // as in `::highlight()` of editor.css

export interface KeptSelection {
  /** To be called after the view was drawn: its text may lie in other nodes now. */
  refresh(): void
  readonly stop: Undo
}

/** Keeps the selection visible while the focus is in another part of the window, where browsers hide it. */
export function keepShown(view: EditorView): KeptSelection {
  let range: Range | undefined

  function refresh(): void {
    const { from, to, empty } = view.state.selection
    const wanted = !empty && !view.hasFocus()
    if (!wanted && !range) return
    range = wanted ? textRange(view, from, to) : undefined
    if (range) CSS.highlights.set(NAME, new Highlight(range))
    else CSS.highlights.delete(NAME)
  }

  view.dom.addEventListener('focus', refresh)
  view.dom.addEventListener('blur', refresh)
  return {
    refresh,
    stop() {
      view.dom.removeEventListener('focus', refresh)
      view.dom.removeEventListener('blur', refresh)
      if (range) CSS.highlights.delete(NAME)
    },
  }
}
