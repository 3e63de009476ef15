import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import { type Boundary, movedBoundary } from './boundary'
import type { Layer } from './frames'
import type { Grasped } from './margin-source'
import { type Pointed, watchDrag } from './pointer-drag'
import type { Positions } from './positions'
import type { Previewed } from './preview'
import { windowOf } from './scroller'
import { type Sight, placeOf } from './sight'
import { division } from './svg'

export interface HandlesParts {
  readonly view: EditorView
  readonly scroller: HTMLElement | undefined
  readonly ground: HTMLElement
  readonly text: () => string
  readonly positions: () => Positions
  readonly grasped: () => Grasped | undefined
  /** Draws an annotation as it would be, or as it is. */
  readonly preview: (previewed: Previewed | undefined) => void
  readonly onResize: (id: string, ranges: readonly Interval[]) => void
  readonly onClick: (x: number, y: number) => void
}

interface Held {
  readonly id: string
  readonly before: readonly Interval[]
  readonly boundary: Boundary
  /** From the pointer to the middle of the line where the boundary stood, so that it does not jump when taken. */
  readonly dx: number
  readonly dy: number
  now: readonly Interval[]
}

/** A knob at each end of each piece of the picked annotation, to drag it by. */
export function createHandlesLayer(parts: HandlesParts): Layer {
  const { view, scroller, ground, text, positions, grasped, preview, onResize, onClick } = parts
  const handles: { readonly element: HTMLElement; readonly stop: () => void }[] = []
  let held: Held | undefined

  /** The pieces as they are drawn now. */
  const shown = (): readonly Interval[] => held?.now ?? grasped()?.ranges ?? []

  function begin(index: number, { x, y }: Pointed): boolean {
    const annotation = grasped()
    const boundary = boundaryAt(index)
    const range = annotation?.ranges[boundary.piece]
    if (!annotation || !range) return false
    const { left, top, bottom } = caretAt(range, boundary)
    const before = annotation.ranges
    held = { id: annotation.id, before, boundary, dx: left - x, dy: (top + bottom) / 2 - y, now: before }
    ground.classList.add('dragging')
    preview({ id: held.id, ranges: before })
    return true
  }

  function move({ x, y, byWord }: Pointed): void {
    const offset = held && offsetAt(x + held.dx, y + held.dy)
    if (!held || offset === undefined) return
    const now = movedBoundary(text(), held.before, held.boundary, offset, byWord)
    if (sameRanges(now, held.now)) return
    held.now = now
    preview({ id: held.id, ranges: now })
  }

  /** Draws things as they are again; what was dragged is then either changed or was never. */
  function letGo(): Held | undefined {
    const was = held
    held = undefined
    ground.classList.remove('dragging')
    preview(undefined)
    return was
  }

  function offsetAt(x: number, y: number): number | undefined {
    const { top, bottom } = windowOf(scroller)
    const column = view.dom.getBoundingClientRect()
    const place = view.posAtCoords({
      left: Math.max(column.left + 1, Math.min(column.right - 1, x)),
      top: Math.max(top + 1, Math.min(bottom - 1, y)),
    })
    return place ? positions().toOffset(place.pos) : undefined
  }

  const caretAt = ({ start, end }: Interval, { edge }: Boundary): ReturnType<EditorView['coordsAtPos']> =>
    edge === 'start'
      ? view.coordsAtPos(positions().toPosition(start), 1)
      : view.coordsAtPos(positions().toPosition(end), -1)

  function handleAt(index: number): HTMLElement {
    const known = handles[index]
    if (known) return known.element
    const element = division(`boundary-handle ${boundaryAt(index).edge}`, division('knob'))
    element.setAttribute('aria-hidden', 'true')
    element.dataset['boundary'] = boundaryAt(index).edge
    element.title = 'Drag to move the boundary; with Alt or Shift, by words'
    const stop = watchDrag(element, scroller, {
      begin: (pointed) => begin(index, pointed),
      move,
      drop(pointed) {
        move(pointed)
        const was = letGo()
        if (was && !sameRanges(was.now, was.before)) onResize(was.id, was.now)
      },
      cancel: () => void letGo(),
      click({ x, y }) {
        letGo()
        onClick(x, y)
      },
    })
    handles[index] = { element, stop }
    ground.append(element)
    return element
  }

  return {
    measure(sight) {
      const places = shown().flatMap(({ start, end }) => [
        knobAt(view, sight, positions().toPosition(start), 1),
        knobAt(view, sight, positions().toPosition(end), -1),
      ])
      return () => {
        for (const [index, place] of places.entries()) {
          const element = handleAt(index)
          element.hidden = place === undefined
          if (place) element.style.translate = `${place.x}px ${place.y}px`
        }
        for (const { element } of handles.slice(places.length)) element.hidden = true
      }
    },
    stop() {
      for (const { element, stop } of handles) {
        stop()
        element.remove()
      }
    },
  }
}

const boundaryAt = (index: number): Boundary => ({
  piece: Math.floor(index / 2),
  edge: index % 2 === 0 ? 'start' : 'end',
})

/** Where the line of a boundary ends, above for a start and below for an end; nothing where it is out of view. */
function knobAt(
  view: EditorView,
  sight: Sight,
  position: number,
  side: 1 | -1,
): { readonly x: number; readonly y: number } | undefined {
  const place = placeOf(view, sight, position, side)
  if (typeof place === 'string' || place.bottom <= sight.top || place.top >= sight.bottom) return undefined
  const { left, top, bottom } = place
  return { x: Math.round(left), y: Math.round(side === 1 ? top : bottom) }
}

const sameRanges = (a: readonly Interval[], b: readonly Interval[]): boolean =>
  a.length === b.length && a.every(({ start, end }, k) => start === b[k]!.start && end === b[k]!.end)
