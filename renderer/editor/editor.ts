import type { Interval } from '../../src/base/intervals'
import { Scope } from '../../src/base/scope'
import type { Block } from '../../src/core/document/blocks'
import { createCaretFollow } from './caret-follow'
import { watchClicks } from './click'
import { documentOf } from './document'
import { createMargin, segmentAt } from './margin'
import type { MarginEvents, MarginSource } from './margin-source'
import { watchNear } from './near'
import type { PaintSource } from './painted'
import { createPainter } from './painter'
import { watchPassing } from './passing'
import { positionsOf } from './positions'
import { createPreview } from './preview'
import { revealPositions } from './reveal'
import { scrollerOf } from './scroller'
import {
  type TextSelection,
  currentSelection,
  sameSelection,
  showSelection,
  shownSelection,
} from './selection'
import { keepShown } from './shown-selection'
import { stretchesOf } from './stretches'
import { createView } from './view'

export type { Painted, PaintSource } from './painted'
export type { DrawnLink, Grasped, MarginSource, Overview } from './margin-source'
export type { TextSelection } from './selection'

export interface EditorEvents extends MarginEvents {
  /** The caret or the selection was moved by key or mouse; `select` is not echoed. */
  onSelection(selection: TextSelection): void
  /**
   * A plain click that selected nothing, at this offset. `under` are the ids of the annotations drawn under the
   * pointer; none when it was beside them, even if the nearest offset touches one.
   */
  onPick(offset: number, under: readonly string[]): void
}

/** The article's text on the screen: locked, selectable by key and mouse, with annotations drawn under it. */
export interface ArticleEditor {
  /** What is selected right now, even if `onSelection` has not yet told. */
  readonly selection: TextSelection
  select(selection: TextSelection, options?: { reveal?: boolean; focus?: boolean }): void
  /** Scrolls so that the range can be read, about a third from the top; does nothing when it is in view. */
  reveal(range: Interval): void
  /**
   * Draws anew what touches these ranges, at a cost in proportion to the blocks near the view that they touch, and
   * what is around the text.
   */
  repaint(ranges: readonly Interval[]): void
  repaintAll(): void
  /** Marks places where words were found, in order; the one at the index `current` more than the others. */
  showFound(ranges: readonly Interval[], current?: number): void
  /** Frames what a link might go to; undefined takes the frame away. */
  showCandidate(range: Interval | undefined): void
  focus(): void
  destroy(): void
}

/** How much is painted before the browser tells what is in view, in lines: a tall screen and a half. */
const FIRST_LINES = 80

/** `blocks` must be those of `text`. The colours of tags are custom properties that the window sets on the root. */
export function createEditor(
  mount: HTMLElement,
  article: { readonly text: string; readonly blocks: readonly Block[] },
  source: PaintSource,
  around: MarginSource,
  events: EditorEvents,
): ArticleEditor {
  const { text, blocks } = article
  const scope = new Scope()
  const doc = documentOf(text, blocks)
  const positions = positionsOf(blocks)
  const stretches = stretchesOf(text, blocks)
  const preview = createPreview(source)
  const { paint } = preview
  const painter = createPainter(doc, stretches, positions, paint)
  const first = firstSections()
  painter.follow(first, [])

  /** Whether the view moves because it was told to. */
  let led = false
  /** Whether it was a key, not the mouse, that a person used last. */
  let byKey = false
  const view = createView(mount, {
    doc,
    decorations: () => painter.decorations,
    copied: () => slice(currentSelection(view, positions)),
    onKey() {
      byKey = true
      catchUp()
    },
    onUpdate(moved) {
      near.refresh()
      kept.refresh()
      margin.refresh()
      if (!moved || led) return
      if (byKey) caret.follow()
      events.onSelection(shownSelection(view, positions))
    },
  })
  const kept = keepShown(view)
  const scroller = scrollerOf(view.dom)
  const near = watchNear(view.dom, scroller, first, (entered, left) => {
    if (painter.follow(entered, left)) draw()
  })
  const caret = createCaretFollow(view)
  const byMouse = (): void => void (byKey = false)
  view.dom.addEventListener('mousedown', byMouse)
  scope.add(() => view.destroy())
  scope.add(caret.stop)
  scope.add(() => view.dom.removeEventListener('mousedown', byMouse))
  if (stretches.some(({ piece }) => piece)) {
    scope.add(
      watchPassing(view, scroller, positions, (offsets) => {
        if (painter.pass(offsets)) draw()
      }),
    )
  }
  scope.add(near.stop)
  scope.add(kept.stop)
  const margin = createMargin({
    view,
    scroller: scroller ?? mount,
    text: () => text,
    positions: () => positions,
    source: around,
    events,
    idsUnder,
    preview(previewed) {
      if (painter.repaint(preview.show(previewed))) draw()
    },
    onClick(x, y) {
      const place = view.posAtCoords({ left: x, top: y })
      if (place) pickAt(place.pos, segmentAt(view, x, y))
    },
  })
  scope.add(margin.stop)
  scope.add(
    watchClicks(view, (position, target) => pickAt(position, target?.closest('.segment') ?? undefined)),
  )

  function pickAt(position: number, segment: Element | undefined): void {
    events.onPick(positions.toOffset(position), segment ? idsUnder(segment) : [])
  }

  function firstSections(): number[] {
    const sections: number[] = []
    let lines = 0
    for (let index = 0; index < doc.childCount && lines < FIRST_LINES; index++) {
      sections.push(index)
      lines += Number(doc.child(index).attrs['lines'])
    }
    return sections
  }

  function draw(): void {
    // Drawing puts back the selection that the view knows of, so that must be the one there is.
    catchUp()
    view.updateState(view.state)
    near.refresh()
    kept.refresh()
    margin.refresh()
  }

  /** Takes over a selection that the browser has made but not yet told of. */
  function catchUp(): void {
    const now = currentSelection(view, positions)
    if (!sameSelection(now, shownSelection(view, positions))) showSelection(view, positions, now)
  }

  const slice = ({ anchor, head }: TextSelection): string =>
    text.slice(Math.min(anchor, head), Math.max(anchor, head))

  function idsUnder(segment: Element): string[] {
    const start = positions.toOffset(view.posAtDOM(segment, 0))
    return paint(start, start + 1).map(({ id }) => id)
  }

  const clamp = (offset: number): number => Math.min(text.length, Math.max(0, offset))

  function reveal({ start, end }: Interval): void {
    revealPositions(view, positions.toPosition(clamp(start)), positions.toPosition(clamp(end)))
  }

  return {
    get selection() {
      return currentSelection(view, positions)
    },
    select(selection, options = {}) {
      const anchor = clamp(selection.anchor)
      const head = clamp(selection.head)
      led = true
      try {
        showSelection(view, positions, { anchor, head })
      } finally {
        led = false
      }
      if (options.focus) view.focus()
      if (options.reveal) reveal({ start: Math.min(anchor, head), end: Math.max(anchor, head) })
    },
    reveal,
    repaint(ranges) {
      if (painter.repaint(ranges)) draw()
      else margin.refresh()
    },
    repaintAll() {
      if (painter.repaintAll()) draw()
      else margin.refresh()
    },
    showFound: (ranges, current) => margin.showFound(ranges, current),
    showCandidate: (range) => margin.showCandidate(range),
    focus: () => view.focus(),
    destroy: () => scope.close(),
  }
}
