import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import { Scope, type Undo } from '../../src/base/scope'
import { createCandidate } from './candidate'
import { createFound } from './found'
import { createFrames } from './frames'
import { createHandlesLayer } from './handles-layer'
import { watchHover } from './hover'
import { createLinkHandle } from './link-handle'
import { createLinksLayer } from './links-layer'
import './margin.css'
import type { Grasped, MarginEvents, MarginSource } from './margin-source'
import type { Positions } from './positions'
import type { Previewed } from './preview'
import { createRuler } from './ruler'
import { division } from './svg'

export interface MarginParts {
  readonly view: EditorView
  readonly scroller: HTMLElement
  /** As they are now: the text may be corrected. */
  readonly text: () => string
  readonly positions: () => Positions
  readonly source: MarginSource
  readonly events: MarginEvents
  /** The ids of the annotations that are drawn in a segment. */
  readonly idsUnder: (segment: Element) => readonly string[]
  readonly preview: (previewed: Previewed | undefined) => void
  /** A plain click at a point of the window that was meant for the text. */
  readonly onClick: (x: number, y: number) => void
}

/** What is drawn around the text and on it, beside the painted tags. */
export interface Margin {
  /** To be called after the text was drawn, or when what is to be drawn around it has changed. */
  refresh(): void
  /** Marks places where words were found, in order; the one at the index `current` more than the others. */
  showFound(ranges: readonly Interval[], current?: number): void
  /** Frames what a link might go to. */
  showCandidate(range: Interval | undefined): void
  readonly stop: Undo
}

export function createMargin(parts: MarginParts): Margin {
  const { view, scroller, text, positions, source, events, idsUnder, preview } = parts
  const scope = new Scope()
  // Two elements without height at the top of what scrolls: one scrolls along, the other stays in view.
  const ground = division('margin-ground')
  const pinned = division('margin-pinned')
  scroller.prepend(pinned, ground)
  scope.add(() => ground.remove())
  scope.add(() => pinned.remove())

  let hovered: readonly string[] = []
  const grasped = (): Grasped | undefined => source.grasped()
  const found = createFound(view, positions)
  const candidate = createCandidate(view, positions, ground)
  const showCandidate = (range: Interval | undefined): void => {
    candidate.show(range)
    frames.soon()
  }

  const frames = createFrames(view, scroller, ground, [
    createLinksLayer({
      view,
      positions,
      links: () => source.linksToDraw(hovered),
      onGoTo: (id) => events.onGoTo(id),
      ground,
      pinned,
    }),
    createHandlesLayer({
      view,
      scroller,
      ground,
      text,
      positions,
      grasped,
      preview,
      onResize: (id, ranges) => events.onResize(id, ranges),
      onClick: parts.onClick,
    }),
    createLinkHandle({
      view,
      scroller,
      ground,
      positions,
      grasped,
      idsAt(x, y) {
        const segment = segmentAt(view, x, y)
        return segment ? idsUnder(segment) : []
      },
      targetOf: (from, under) => source.targetOf(from, under),
      frame: showCandidate,
      onLinkTo: (from, to) => events.onLinkTo(from, to),
    }),
    candidate,
    found,
    createRuler({
      view,
      scroller,
      pinned,
      length: () => text().length,
      positions,
      overview: () => source.overview(),
      found: () => found.ranges,
    }),
  ])
  scope.add(frames.stop)
  scope.add(
    watchHover(view, (segment) => {
      hovered = segment?.isConnected ? idsUnder(segment) : []
      frames.soon()
    }),
  )

  return {
    refresh() {
      found.forget()
      frames.soon()
    },
    showFound(ranges, current) {
      found.show(ranges, current)
      frames.soon()
    },
    showCandidate,
    stop: () => scope.close(),
  }
}

/** The segment that is drawn at a point of the window. */
export function segmentAt(view: EditorView, x: number, y: number): Element | undefined {
  const text = view.dom.ownerDocument.elementsFromPoint(x, y).find((element) => view.dom.contains(element))
  return text?.closest('.segment') ?? undefined
}
