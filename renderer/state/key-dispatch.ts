import type { Undo } from '../../src/base/scope'
import { liveCommand } from './commands'
import { worksInFields } from './keys'
import { commandsPressed } from './known-commands'
import type { Session } from './session'

/**
 * Listens to the keys of a whole window. It hears a key last, so that whatever has the focus may have it first by
 * preventing its default; what it takes is kept from the browser.
 */
export function dispatchKeys(session: Session, target: Window): Undo {
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const focused = event.target instanceof Element ? event.target : undefined
    const writing = session.view.getState().mode === 'correct'
    for (const { command: known, keys } of commandsPressed(session, event)) {
      // A panel may have lost the focus with the button that had it; it is still what keys are for.
      if (session.view.getState().panel !== undefined && !worksInFields(keys)) continue
      if (belongsTo(focused, keys, known.id, writing)) continue
      const command = liveCommand(session, known)
      // A panel that is open has its own keys; those of the browser do not work behind it either.
      if (!command.enabled && session.view.getState().panel === undefined) continue
      event.preventDefault()
      event.stopPropagation()
      if (session.view.getState().panel === undefined) command.run()
      return
    }
  }
  target.addEventListener('keydown', listener)
  return () => target.removeEventListener('keydown', listener)
}

/** Whether a key means something to the focused element, so that it is no command. `writing`: into the article. */
function belongsTo(focused: Element | undefined, keys: string, command: string, writing: boolean): boolean {
  if (!focused) return false
  // Letters are letters while the text is corrected; Escape ends that.
  if (focused.closest('.article'))
    return MOVES.test(keys) || (writing && keys !== 'Escape' && !worksInFields(keys))
  if (isField(focused)) return !worksInFields(keys) || command === 'edit.undo' || command === 'edit.redo'
  // Lists that are searched by typing, and the panels.
  if (focused.closest('select, [data-typed], dialog')) return !worksInFields(keys)
  return keys === 'Enter' && focused.closest('button, a[href], input, summary') !== null
}

/** What moves the caret is the text's. */
const MOVES = /^Arrow/

function isField(element: Element): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return !/^(radio|checkbox|button|range)$/.test(element.type)
  return element instanceof HTMLElement && element.isContentEditable
}
