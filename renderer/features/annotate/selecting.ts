import type { Undo } from '../../../src/base/scope'

/** Tells when a hand has done selecting: the mouse button is let go, or the Shift key after it was held with others. */
export function watchSelecting(scroller: HTMLElement, onDone: () => void): Undo {
  let pressed = false
  let extended = false
  const down = (): void => void (pressed = true)
  const up = (): void => {
    if (pressed) setTimeout(onDone) // The browser settles the selection after it has told of the button.
    pressed = false
  }
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Shift') extended = event.shiftKey && event.key.startsWith('Arrow')
  }
  const keyUp = (event: KeyboardEvent): void => {
    if (event.key === 'Shift' && extended) onDone()
    if (event.key === 'Shift') extended = false
  }
  scroller.addEventListener('pointerdown', down)
  window.addEventListener('pointerup', up)
  scroller.addEventListener('keydown', keyDown)
  scroller.addEventListener('keyup', keyUp)
  return () => {
    scroller.removeEventListener('pointerdown', down)
    window.removeEventListener('pointerup', up)
    scroller.removeEventListener('keydown', keyDown)
    scroller.removeEventListener('keyup', keyUp)
  }
}
