import type { Transaction } from 'prosemirror-state'
import type { Interval } from '../../src/base/intervals'
import { Scope } from '../../src/base/scope'
import type { Block } from '../../src/core/document/blocks'
import { createCaretFollow } from './caret-follow'
import { watchClicks } from './click'
import { differenceOf } from './difference'
import { documentOf, renewedDocument } from './document'
import { Layout } from './layout'
import { eitherHandlers, lockedHandlers } from './locked'
import { createMargin, segmentAt } from './margin'
import type { MarginEvents, MarginSource } from './margin-source'
import { watchNear } from './near'
import type { PaintSource } from './painted'
import { createPainter } from './painter'
import { passWhereLong } from './passing'
import { positionsOf } from './positions'
import { createPreview } from './preview'
import { heldBy, holdStill, showDocument } from './renewal'
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
import { continues, noteTyped } from './typing'
import { type Access, createView } from './view'
import { writingHandlers } from './writing'

export type { Painted, PaintSource } from './painted'
export type { DrawnLink, Grasped, MarginSource, Overview } from './margin-source'
export type { TextSelection } from './selection'
export type { Access } from './view'

export interface EditorEvents extends MarginEvents {
  /** The caret or the selection was moved by key or mouse; `select` is not echoed. */
  onSelection(selection: TextSelection): void
  /**
   * A plain click that selected nothing, at this offset. `under` are the ids of the annotations drawn under the
   * pointer; none when it was beside them, even if the nearest offset touches one.
   */
  onPick(offset: number, under: readonly string[]): void
  /** Something was typed, and stays with the editor until `takeTyped`. */
  onTyped(): void
  /** What was typed should be taken now: the caret went elsewhere, or the focus. */
  onPause(): void
  /** Words are to give way to others, across blocks. Nothing typed waits to be taken; the editor shows it by `setText`. */
  onReplace(range: Interval, words: string): void
}

/** Words that were typed in the place of others, which stood at these offsets of `before`. */
export interface TypedWords extends Interval {
  readonly before: string
  readonly words: string
}

/** The article's text on the screen: selectable by key and mouse, with annotations drawn under it, and locked or not. */
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
  /**
   * Shows another text in the place of this one; caret and view stay at the words where they are. Whatever was typed
   * and not taken is gone. `blocks` must be those of `text`.
   */
  setText(text: string, blocks: readonly Block[]): void
  /** Gives what was typed since the last time, if anything was; the editor goes on showing it. */
  takeTyped(): TypedWords | undefined
  setAccess(access: Access): void
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
  const scope = new Scope()
  const layout = new Layout(article.text, article.blocks)
  const doc = documentOf(layout.text, layout.blocks)
  const positions = positionsOf(layout)
  const preview = createPreview(source)
  const { paint } = preview
  const painter = createPainter(doc, stretchesOf(layout.text, layout.blocks), positions, paint)
  const first = firstSections()
  painter.follow(first, [])

  let access: Access = 'locked'
  /** Whether the view moves because it was told to. */
  let led = false
  /** Whether it was a key, not the mouse, that a person used last. */
  let byKey = false
  const onKey = (): void => {
    byKey = true
    catchUp()
  }
  const copied = (): string => slice(currentSelection(view, positions))
  const view = createView(mount, {
    doc,
    access: () => access,
    handlers: eitherHandlers(
      () => access === 'open',
      writingHandlers({
        positions,
        selection: () => currentSelection(view, positions),
        copied,
        onKey,
        replace,
      }),
      lockedHandlers(copied, onKey),
    ),
    decorations: () => painter.decorations,
    copied,
    admit,
    onUpdate(moved, changed) {
      near.refresh()
      kept.refresh()
      margin.refresh()
      if (led || (!moved && !changed)) return
      if (byKey) caret.follow()
      if (changed) return events.onTyped()
      if (layout.typed && !continues(layout, ...ends(shownSelection(view, positions)))) events.onPause()
      else if (!layout.typed) events.onSelection(shownSelection(view, positions))
    },
  })
  const kept = keepShown(view)
  const scroller = scrollerOf(view.dom)
  const near = watchNear(view.dom, scroller, first, (entered, left) => {
    if (painter.follow(entered, left)) draw()
  })
  const caret = createCaretFollow(view)
  const passing = passWhereLong(view, scroller, positions, (offsets) => {
    if (painter.pass(offsets)) draw()
  })
  passing.look(layout)
  const byMouse = (): void => void (byKey = false)
  const left = (): void => {
    if (layout.typed) events.onPause()
  }
  view.dom.addEventListener('mousedown', byMouse)
  view.dom.addEventListener('blur', left)
  scope.add(() => view.destroy())
  scope.add(caret.stop)
  scope.add(() => {
    view.dom.removeEventListener('mousedown', byMouse)
    view.dom.removeEventListener('blur', left)
  })
  scope.add(passing.stop)
  scope.add(near.stop)
  scope.add(kept.stop)
  const margin = createMargin({
    view,
    scroller: scroller ?? mount,
    text: () => layout.text,
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
    if (view.composing) return
    const now = currentSelection(view, positions)
    if (!sameSelection(now, shownSelection(view, positions))) showSelection(view, positions, now)
  }

  function admit(transaction: Transaction): boolean {
    if (access !== 'open' || !noteTyped(transaction, layout, positions)) return false
    painter.carry(transaction)
    return true
  }

  function replace({ start, end }: Interval, words: string): void {
    if (start === end && words === '') return
    const across = words.includes('\n') || positions.blockAt(start) !== positions.blockAt(end)
    // Offsets stay: what was typed is taken, and goes on being shown.
    if (layout.typed && (across || !continues(layout, start, end))) events.onPause()
    if (across) return events.onReplace({ start, end }, words)
    const [from, to] = [positions.toPosition(start), positions.toPosition(end)]
    view.dispatch(words === '' ? view.state.tr.delete(from, to) : view.state.tr.insertText(words, from, to))
  }

  const slice = (selection: TextSelection): string => {
    const [start, end] = ends(selection)
    if (!layout.typed) return layout.text.slice(start, end)
    return view.state.doc.textBetween(positions.toPosition(start), positions.toPosition(end), '\n')
  }

  function idsUnder(segment: Element): string[] {
    const start = positions.toOffset(view.posAtDOM(segment, 0))
    return paint(start, start + 1).map(({ id }) => id)
  }

  const clamp = (offset: number): number => Math.min(layout.text.length, Math.max(0, offset))

  function reveal({ start, end }: Interval): void {
    revealPositions(view, positions.toPosition(clamp(start)), positions.toPosition(clamp(end)))
  }

  function setText(text: string, blocks: readonly Block[]): void {
    const held = heldBy(view, positions)
    const selection = currentSelection(view, positions)
    // From here on the layout is that of what is shown, typed words included.
    takeTyped()
    const difference = differenceOf(layout.text, text)
    layout.set(text, blocks)
    const next = renewedDocument(view.state.doc, text, blocks)
    painter.renew(next, stretchesOf(text, blocks))
    led = true
    try {
      showDocument(view, next, positions, selection, difference)
    } finally {
      led = false
    }
    if (held) holdStill(view, positions, held, difference)
    passing.look(layout)
  }

  function takeTyped(): TypedWords | undefined {
    const { typed, text } = layout
    if (!typed) return undefined
    const { start, end, length } = typed
    const from = positions.toPosition(start)
    const words = view.state.doc.textBetween(from, from + length)
    layout.settle(words)
    return { before: text, start, end, words }
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
    setText,
    takeTyped,
    setAccess(next) {
      access = next
      view.updateState(view.state)
    },
    showFound: (ranges, current) => margin.showFound(ranges, current),
    showCandidate: (range) => margin.showCandidate(range),
    focus: () => view.focus(),
    destroy: () => scope.close(),
  }
}

const ends = ({ anchor, head }: TextSelection): [start: number, end: number] => [
  Math.min(anchor, head),
  Math.max(anchor, head),
]
