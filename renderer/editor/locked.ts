import type { EditorView } from 'prosemirror-view'

type Handlers = { [event: string]: (view: EditorView, event: Event) => boolean }

/**
 * Keeps the text as it is. The view stays editable, since only then browsers show a caret and select by keyboard;
 * so everything that would write is stopped here, before the browser or ProseMirror does it. `copied` is asked for
 * the text of the selection.
 */
export function lockedHandlers(copied: () => string, onKey: () => void): Handlers {
  const copy = (_: EditorView, event: Event): boolean => {
    const text = copied()
    // Nothing selected: what is on the clipboard stays there.
    if (text === '' || !(event instanceof ClipboardEvent)) return true
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    return true
  }
  return {
    beforeinput: stop,
    paste: stop,
    drop: stop,
    copy,
    cut: copy,
    // The browser moves the caret by itself; ProseMirror's own keys are for documents with more than text.
    keydown: () => {
      onKey()
      return true
    },
    keypress: () => true,
    compositionstart: () => true,
    compositionupdate: () => true,
    compositionend: () => true,
  }
}

function stop(_: EditorView, event: Event): boolean {
  event.preventDefault()
  return true
}
