import type { Undo } from '../../src/base/scope'
import { scrollBy, windowOf } from './scroller'

const STILL = 4 // CSS pixels: a hand that clicks moves the mouse by less
const BORDER = 28 // from the edge of the view, within which the text begins to scroll
const PACE = 0.4 // of the distance into that border, a frame

export interface Pointed {
  /** In the window. */
  readonly x: number
  readonly y: number
  /** Whether whole words are wanted. Either key: some window managers take one of them for themselves. */
  readonly byWord: boolean
}

export interface DragEvents {
  /** False leaves the pointer alone. */
  begin(pointed: Pointed): boolean
  move(pointed: Pointed): void
  /** The pointer was let go. */
  drop(pointed: Pointed): void
  /** Escape was pressed, or the browser has taken the pointer away. */
  cancel(): void
  /** It was pressed and let go without having been moved. */
  click(pointed: Pointed): void
}

/**
 * Follows the first button from where it was pressed on `element`. Near the upper and lower edge of the view the text
 * scrolls on by itself. The focus stays where it is.
 */
export function watchDrag(element: HTMLElement, scroller: HTMLElement | undefined, events: DragEvents): Undo {
  let pressed: Pointed | undefined
  let last: Pointed | undefined
  let moving = false
  let frame = 0

  const down = (event: PointerEvent): void => {
    const pointed = pointOf(event)
    if (event.button !== 0 || pressed || !events.begin(pointed)) return
    pressed = last = pointed
    moving = false
    element.setPointerCapture(event.pointerId)
    window.addEventListener('keydown', key, true)
  }
  const move = (event: PointerEvent): void => {
    if (!pressed) return
    last = pointOf(event)
    moving ||= Math.hypot(last.x - pressed.x, last.y - pressed.y) > STILL
    if (!moving) return
    events.move(last)
    frame ||= requestAnimationFrame(scrollOn)
  }
  const up = (event: PointerEvent): void => {
    if (!pressed) return
    const moved = moving
    end()
    if (moved) events.drop(pointOf(event))
    else events.click(pointOf(event))
  }
  const lost = (): void => {
    if (!pressed) return
    end()
    events.cancel()
  }
  const key = (event: KeyboardEvent): void => {
    // No key means anything else while something is held.
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.key === 'Escape') lost()
  }

  function scrollOn(): void {
    frame = 0
    if (!pressed || !last) return
    const { top, bottom } = windowOf(scroller)
    const into = Math.min(0, last.y - top - BORDER) + Math.max(0, last.y - bottom + BORDER)
    if (into === 0) return
    scrollBy(scroller, into * PACE)
    events.move(last)
    frame = requestAnimationFrame(scrollOn)
  }

  function end(): void {
    pressed = undefined
    cancelAnimationFrame(frame)
    frame = 0
    window.removeEventListener('keydown', key, true)
  }

  element.addEventListener('mousedown', keepFocus)
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('lostpointercapture', lost)
  return () => {
    end()
    element.removeEventListener('mousedown', keepFocus)
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('lostpointercapture', lost)
  }
}

const pointOf = ({ clientX, clientY, altKey, shiftKey }: PointerEvent): Pointed => ({
  x: clientX,
  y: clientY,
  byWord: altKey || shiftKey,
})

const keepFocus = (event: MouseEvent): void => event.preventDefault()
