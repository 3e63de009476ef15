import type { Node } from 'prosemirror-model'
import { EditorState, TextSelection as DocumentSelection, type Transaction } from 'prosemirror-state'
import { type DecorationSource, EditorView } from 'prosemirror-view'
import { awakeSections } from './awake'
import './editor.css'
import './segments.css'
import type { Handlers } from './locked'
import { showSteadily } from './steady'
import { toneProperties } from './tones'

/** What may be done to a text: `locked` to be tagged, `open` to be written to, `past` to be looked at. */
export type Access = 'locked' | 'open' | 'past'

export interface ViewParts {
  readonly doc: Node
  readonly access: () => Access
  readonly handlers: Handlers
  readonly decorations: () => DecorationSource
  /** The text to put on the clipboard. */
  readonly copied: () => string
  /** Asked before each change of the document, which is dropped when the answer is no. */
  readonly admit: (transaction: Transaction) => boolean
  /** After each drawing and each move of the selection. */
  readonly onUpdate: (selectionMoved: boolean, textChanged: boolean) => void
}

/** Marks the transaction by which an editor shows another text. */
export const RENEWAL = 'renewal'

/** The view of the text: caret and selection as in an editor; what changes the document must be admitted. */
export function createView(mount: HTMLElement, parts: ViewParts): EditorView {
  const start = DocumentSelection.atStart(parts.doc)
  const view = new EditorView(mount, {
    state: EditorState.create({ doc: parts.doc, selection: start, plugins: [awakeSections()] }),
    attributes: () => ({
      class: `article ${parts.access()}`,
      role: 'textbox',
      'aria-label': 'Article text',
      'aria-multiline': 'true',
      ...(parts.access() === 'open' ? {} : { 'aria-readonly': 'true' }),
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      writingsuggestions: 'false',
      translate: 'no',
    }),
    decorations: parts.decorations,
    handleDOMEvents: parts.handlers,
    clipboardTextSerializer: parts.copied,
    dispatchTransaction(transaction) {
      const renewed = transaction.getMeta(RENEWAL) === true
      // Whatever slipped into the DOM of a locked text, by an input method for instance, is drawn over.
      if (transaction.docChanged && !renewed && !parts.admit(transaction)) return
      const moved = !transaction.selection.eq(view.state.selection)
      const next = view.state.apply(transaction)
      if (transaction.docChanged) view.updateState(next)
      else showSteadily(view, next)
      parts.onUpdate(moved, transaction.docChanged)
    },
  })
  for (const [name, value] of toneProperties()) view.dom.style.setProperty(name, value)
  return view
}
