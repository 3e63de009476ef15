import type { Undo } from '../../src/base/scope'
import type { EditorView } from 'prosemirror-view'

const DWELL = 150 // ms: a pointer on its way to somewhere else shows nothing

/** Tells on which segment the pointer rests, and when it has left it. */
export function watchHover(view: EditorView, onHover: (segment: Element | undefined) => void): Undo {
  let over: Element | undefined
  let shown = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function rest(segment: Element | undefined): void {
    if (segment === over) return
    over = segment
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!over && !shown) return
      shown = over !== undefined
      onHover(over)
    }, DWELL)
  }
  const move = ({ target, buttons }: PointerEvent): void => {
    const segment = target instanceof Element ? target.closest('.segment') : null
    rest(buttons === 0 ? (segment ?? undefined) : undefined)
  }
  const leave = (): void => rest(undefined)
  view.dom.addEventListener('pointermove', move)
  view.dom.addEventListener('pointerleave', leave)
  return () => {
    clearTimeout(timer)
    view.dom.removeEventListener('pointermove', move)
    view.dom.removeEventListener('pointerleave', leave)
  }
}
