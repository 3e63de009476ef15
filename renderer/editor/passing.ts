import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import type { Undo } from '../../src/base/scope'
import type { Layout } from './layout'
import type { Positions } from './positions'
import { windowOf } from './scroller'
import { LONGEST } from './stretches'

/** How much text around the view counts as near it: a screen or two either way. */
const MARGIN = 8192

/** Tells which offsets are near the view while the text has very long blocks; `look` must be told of each new text. */
export function passWhereLong(
  view: EditorView,
  scroller: HTMLElement | undefined,
  positions: Positions,
  listener: (near: Interval) => void,
): { readonly look: (layout: Layout) => void; readonly stop: Undo } {
  let watch: Undo | undefined
  return {
    look({ blocks }) {
      const long = blocks.some(({ start, end }) => end - start > LONGEST)
      if (long) watch ??= watchPassing(view, scroller, positions, listener)
      else {
        watch?.()
        watch = undefined
      }
    },
    stop: () => watch?.(),
  }
}

/**
 * Tells which offsets are near the view, whenever it is scrolled or resized. Only for texts with very long blocks:
 * elsewhere sections tell more cheaply what is near.
 */
function watchPassing(
  view: EditorView,
  scroller: HTMLElement | undefined,
  { toOffset }: Positions,
  listener: (near: Interval) => void,
): Undo {
  let frame = 0

  function look(): void {
    frame = 0
    const { top, bottom } = windowOf(scroller)
    const { left, width } = view.dom.getBoundingClientRect()
    const middle = left + width / 2
    const first = view.posAtCoords({ left: middle, top: top + 1 })
    const last = view.posAtCoords({ left: middle, top: bottom - 1 })
    if (first && last) listener({ start: toOffset(first.pos) - MARGIN, end: toOffset(last.pos) + MARGIN })
  }

  const soon = (): void => {
    frame ||= requestAnimationFrame(look)
  }
  const target = scroller ?? window
  target.addEventListener('scroll', soon, { passive: true })
  window.addEventListener('resize', soon)
  soon()
  return () => {
    cancelAnimationFrame(frame)
    target.removeEventListener('scroll', soon)
    window.removeEventListener('resize', soon)
  }
}
