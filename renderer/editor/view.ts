import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection as DocumentSelection } from 'prosemirror-state'
import { type DecorationSource, EditorView } from 'prosemirror-view'
import { awakeSections } from './awake'
import './editor.css'
import './segments.css'
import { lockedHandlers } from './locked'
import { showSteadily } from './steady'
import { toneProperties } from './tones'

export interface ViewParts {
  readonly doc: Node
  readonly decorations: () => DecorationSource
  /** The text to put on the clipboard. */
  readonly copied: () => string
  /** A key is about to do something, or to be heard by somebody else. */
  readonly onKey: () => void
  /** After each drawing and each move of the selection. */
  readonly onUpdate: (selectionMoved: boolean) => void
}

/** The view of the locked text: caret and selection as in an editor, but the document never changes. */
export function createView(mount: HTMLElement, parts: ViewParts): EditorView {
  const start = DocumentSelection.atStart(parts.doc)
  const view = new EditorView(mount, {
    state: EditorState.create({ doc: parts.doc, selection: start, plugins: [awakeSections()] }),
    attributes: {
      class: 'article',
      role: 'textbox',
      'aria-label': 'Article text',
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      writingsuggestions: 'false',
      translate: 'no',
    },
    decorations: parts.decorations,
    handleDOMEvents: lockedHandlers(parts.copied, parts.onKey),
    clipboardTextSerializer: parts.copied,
    dispatchTransaction(transaction) {
      // Whatever slipped into the DOM, by an input method for instance, is drawn over.
      if (transaction.docChanged) return
      const moved = !transaction.selection.eq(view.state.selection)
      showSteadily(view, view.state.apply(transaction))
      parts.onUpdate(moved)
    },
  })
  for (const [name, value] of toneProperties()) view.dom.style.setProperty(name, value)
  return view
}
