import type { EditorView } from 'prosemirror-view'
import { Scope, type Undo } from '../../src/base/scope'
import { type Sight, sightOf } from './sight'

/** Something drawn around the text. All are measured before any is drawn, so that a frame has one layout. */
export interface Layer {
  /** Looks at the text, and gives what then is to be written. */
  measure(sight: Sight): () => void
  readonly stop?: Undo
}

/** Draws layers anew, at most once a frame, when the text is scrolled, resized or drawn anew. */
export interface Frames {
  soon(): void
  readonly stop: Undo
}

export function createFrames(
  view: EditorView,
  scroller: HTMLElement | undefined,
  ground: HTMLElement,
  layers: readonly Layer[],
): Frames {
  const scope = new Scope()
  let frame = 0

  function draw(): void {
    frame = 0
    if (view.isDestroyed) return
    const sight = sightOf(view, scroller, ground)
    const writes = layers.map((layer) => layer.measure(sight))
    for (const write of writes) write()
  }
  const soon = (): void => {
    frame ||= requestAnimationFrame(draw)
  }

  const target = scroller ?? window
  target.addEventListener('scroll', soon, { passive: true })
  // The height of the text changes whenever a section gets its real one, too.
  const sizes = new ResizeObserver(soon)
  sizes.observe(view.dom)
  if (scroller) sizes.observe(scroller)
  scope.add(() => cancelAnimationFrame(frame))
  scope.add(() => target.removeEventListener('scroll', soon))
  scope.add(() => sizes.disconnect())
  for (const { stop } of layers) if (stop) scope.add(stop)
  soon()
  return { soon, stop: () => scope.close() }
}
