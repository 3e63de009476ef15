import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import type { Layer } from './frames'
import type { Overview } from './margin-source'
import { watchDrag } from './pointer-drag'
import type { Positions } from './positions'
import { type Scale, type Standing, heightsOf, runsOf } from './ruler-bins'
import { division, svg } from './svg'
import { tagProperty } from './tones'

const LANES = 3
const WIDTH = 14 // CSS pixels, as in margin.css
const LANE = 4
const LEAST_SHADE = 8 // CSS pixels: of the part that is in view, in a very long text

export interface RulerParts {
  readonly view: EditorView
  readonly scroller: HTMLElement
  readonly pinned: HTMLElement
  readonly length: () => number
  readonly positions: () => Positions
  readonly overview: () => Overview
  readonly found: () => readonly Interval[]
}

/** A strip beside the scroll bar that shows where in the whole text tags lie; a click goes there. */
export function createRuler(parts: RulerParts): Layer {
  const { view, scroller, pinned, length, positions, overview, found } = parts
  const marks = svg('svg', { class: 'marks', 'aria-hidden': 'true' })
  const shade = division('shade')
  const strip = division('overview-ruler', marks, shade)
  strip.setAttribute('role', 'img')
  pinned.append(strip)

  function goTo(y: number): void {
    const { top, height } = strip.getBoundingClientRect()
    const part = (y - top) / Math.max(1, height)
    scroller.scrollTop = part * scroller.scrollHeight - scroller.clientHeight / 2
  }
  const stop = watchDrag(strip, undefined, {
    begin({ y }) {
      goTo(y)
      return true
    },
    move: ({ y }) => goTo(y),
    drop: () => undefined,
    cancel: () => undefined,
    click: () => undefined,
  })

  let drawn: readonly unknown[] = []

  return {
    measure() {
      const rows = scroller.clientHeight
      const height = scroller.scrollHeight
      const top = (scroller.scrollTop / height) * rows
      const now = overview()
      const words = found()
      const next = [rows, height, now, words, view.state.doc]
      const same = next.every((value, k) => value === drawn[k])
      const standings = same ? [] : standingsOf(view, scroller, positions())
      return () => {
        const seen = Math.max(LEAST_SHADE, (rows / height) * rows)
        shade.style.translate = `0 ${Math.round(Math.min(top, rows - seen))}px`
        shade.style.blockSize = `${Math.round(seen)}px`
        if (same) return
        drawn = next
        strip.setAttribute('aria-label', now.name)
        strip.style.blockSize = `${rows}px`
        const scale = { rows, height, heightOf: heightsOf(standings, length()) }
        marks.replaceChildren(...drawMarks(now, words, scale))
      }
    },
    stop() {
      stop()
      strip.remove()
    },
  }
}

/** Where the sections stand; none of them is laid out for it. */
function standingsOf(view: EditorView, scroller: HTMLElement, { toOffset }: Positions): Standing[] {
  const standings: Standing[] = []
  const zero = scroller.getBoundingClientRect().top - scroller.scrollTop
  view.state.doc.forEach((_, at, index) => {
    const box = view.dom.children[index]?.getBoundingClientRect()
    if (box) standings.push({ start: toOffset(at + 2), top: box.top - zero, height: box.height })
  })
  return standings
}

function drawMarks({ tags, picked }: Overview, found: readonly Interval[], scale: Scale): SVGElement[] {
  const words = svg('path', { class: 'found', d: pathOf(found, scale, 0, WIDTH) })
  const lanes = tags.map(({ tag, marks }, k) => {
    const path = svg('path', {
      class: 'tinted',
      d: pathOf(marks, scale, 1 + LANE * (k % LANES), LANE),
    })
    path.style.setProperty('--colour', `var(${tagProperty(tag)}, #767676)`)
    return path
  })
  const [run] = picked ? runsOf([picked], scale) : []
  const frame = run
    ? [svg('rect', { class: 'picked', x: 0.5, y: run.row - 1.5, width: WIDTH - 1, height: run.rows + 3 })]
    : []
  return [words, ...lanes, ...frame]
}

const pathOf = (marks: readonly Interval[], scale: Scale, x: number, width: number): string =>
  runsOf(marks, scale)
    .map(({ row, rows }) => `M${x} ${row}h${width}v${rows}h${-width}z`)
    .join('')
