import type { EditorView } from 'prosemirror-view'

export type Handlers = { [event: string]: (view: EditorView, event: Event) => boolean }

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

/** The handlers of a text that is now open, now locked: each event goes to those that hold at that moment. */
export function eitherHandlers(isOpen: () => boolean, open: Handlers, locked: Handlers): Handlers {
  const events = new Set([...Object.keys(open), ...Object.keys(locked)])
  const either = (event: string) => (view: EditorView, occurred: Event) =>
    (isOpen() ? open : locked)[event]?.(view, occurred) ?? false
  return Object.fromEntries([...events].map((event) => [event, either(event)]))
}
