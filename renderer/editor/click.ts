import type { Undo } from '../../src/base/scope'
import type { EditorView } from 'prosemirror-view'

const STILL = 4 // CSS pixels: a hand that clicks moves the mouse by less

/**
 * Tells of plain clicks: the first button, no modifier, no drag, and not the second or third of a double or triple
 * click, which select a word or a block. A click into the selection is one, too: browsers drop the selection then. `position` is the nearest to the pointer.
 */
export function watchClicks(
  view: EditorView,
  onClick: (position: number, target: Element | undefined) => void,
): Undo {
  let pressed: { readonly x: number; readonly y: number } | undefined
  const down = (event: MouseEvent): void => {
    pressed = isPlain(event) ? { x: event.clientX, y: event.clientY } : undefined
  }
  const click = (event: MouseEvent): void => {
    const from = pressed
    pressed = undefined
    if (!from || event.detail > 1 || !isPlain(event)) return
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) return
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
    if (place) onClick(place.pos, event.target instanceof Element ? event.target : undefined)
  }
  view.dom.addEventListener('mousedown', down)
  view.dom.addEventListener('click', click)
  return () => {
    view.dom.removeEventListener('mousedown', down)
    view.dom.removeEventListener('click', click)
  }
}

const isPlain = ({ button, shiftKey, ctrlKey, altKey, metaKey }: MouseEvent): boolean =>
  button === 0 && !shiftKey && !ctrlKey && !altKey && !metaKey
