import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import type { Layer } from './frames'
import type { Grasped, MarginSource } from './margin-source'
import { type Pointed, watchDrag } from './pointer-drag'
import type { Positions } from './positions'
import { type Place, type Sight, placeOf } from './sight'
import { division, svg } from './svg'

export interface LinkHandleParts {
  readonly view: EditorView
  readonly scroller: HTMLElement | undefined
  readonly ground: HTMLElement
  readonly positions: () => Positions
  readonly grasped: () => Grasped | undefined
  /** The annotations that are drawn at a point of the window. */
  readonly idsAt: (x: number, y: number) => readonly string[]
  readonly targetOf: MarginSource['targetOf']
  /** Frames what a link would go to. */
  readonly frame: (range: Interval | undefined) => void
  readonly onLinkTo: (from: string, to: string) => void
}

const BESIDE = 12 // CSS pixels from the text

/** A knob in the margin beside the picked annotation: dragged to another annotation, it links the two. */
export function createLinkHandle(parts: LinkHandleParts): Layer {
  const { view, scroller, ground, positions, grasped, idsAt, targetOf, frame, onLinkTo } = parts
  const handle = division('link-handle', division('knob'))
  handle.setAttribute('aria-hidden', 'true')
  handle.title = 'Drag to another annotation to link them'
  handle.hidden = true
  const line = svg('path', { class: 'rubber' })
  const rubber = svg('svg', { class: 'link-curves', 'aria-hidden': 'true' }, line)
  ground.append(rubber, handle)

  let from: { readonly id: string; readonly x: number; readonly y: number } | undefined
  let target: { readonly id: string; readonly range: Interval } | undefined

  function aim(next: typeof target): void {
    if (next?.id !== target?.id) frame(next?.range)
    target = next
  }

  function letGo(): { readonly from: string; readonly to: string } | undefined {
    const linked = from && target ? { from: from.id, to: target.id } : undefined
    from = undefined
    aim(undefined)
    line.removeAttribute('d')
    ground.classList.remove('dragging')
    return linked
  }

  function move({ x, y }: Pointed): void {
    if (!from) return
    const origin = ground.getBoundingClientRect()
    line.setAttribute('d', rubberPath(from, { x: x - origin.x, y: y - origin.y }))
    aim(targetOf(from.id, idsAt(x, y)))
  }

  const stop = watchDrag(handle, scroller, {
    begin() {
      const annotation = grasped()
      if (!annotation) return false
      const origin = ground.getBoundingClientRect()
      const box = handle.getBoundingClientRect()
      from = {
        id: annotation.id,
        x: box.x + box.width / 2 - origin.x,
        y: box.y + box.height / 2 - origin.y,
      }
      ground.classList.add('dragging')
      return true
    },
    move,
    drop(pointed) {
      move(pointed)
      const linked = letGo()
      if (linked) onLinkTo(linked.from, linked.to)
    },
    cancel: () => void letGo(),
    click: () => void letGo(),
  })

  return {
    measure(sight) {
      const annotation = grasped()
      const start = annotation?.linkable === true ? annotation.ranges[0]?.start : undefined
      const place = start === undefined ? 'above' : placeOf(view, sight, positions().toPosition(start), 1)
      return () => {
        const at = besideLine(place, sight)
        // While it is held it must stay there, or the pointer would be lost.
        handle.hidden = at === undefined && from === undefined
        if (at) handle.style.translate = `${at.x}px ${at.y}px`
      }
    },
    stop() {
      stop()
      handle.remove()
      rubber.remove()
    },
  }
}

function besideLine(place: Place, sight: Sight): { readonly x: number; readonly y: number } | undefined {
  if (typeof place === 'string' || place.bottom <= sight.top || place.top >= sight.bottom) return undefined
  return { x: Math.round(sight.left - BESIDE), y: Math.round((place.top + place.bottom) / 2) }
}

/** Out into the margin first, as the link will be, then to the pointer. */
function rubberPath(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const out = Math.max(0, from.x - 28)
  return `M${from.x} ${from.y}C${out} ${from.y} ${out} ${to.y} ${to.x} ${to.y}`
}
