import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import type { Layer } from './frames'
import type { Positions } from './positions'
import type { Sight } from './sight'
import { textRange } from './text-range'

const FOUND = 'assay-found' // as in `::highlight()` of margin.css
const CURRENT = 'assay-found-current'
const AROUND = 600 // CSS pixels above and below the view, so that scrolling meets what is marked already

/** Marks the places where words were found, those near the view only: each range that is marked makes drawing dearer. */
export interface Found extends Layer {
  readonly ranges: readonly Interval[]
  /** `current` is an index into `ranges`, which must be in order and not overlap. */
  show(ranges: readonly Interval[], current: number | undefined): void
  /** To be called after the text was drawn: it may lie in other nodes now. */
  forget(): void
}

export function createFound(view: EditorView, positions: () => Positions): Found {
  let ranges: readonly Interval[] = []
  let current: number | undefined
  /** What is marked, as first and last index; undefined when it is to be marked anew. */
  let marked: string | undefined

  function nearIn(sight: Sight): [from: number, to: number] {
    const { doc } = view.state
    const { toOffset } = positions()
    let first = Number.POSITIVE_INFINITY
    let last = -1
    doc.forEach((section, at, index) => {
      const box = view.dom.children[index]?.getBoundingClientRect()
      if (!box) return
      const top = box.top - sight.origin.y
      const bottom = box.bottom - sight.origin.y
      if (bottom < sight.top - AROUND || top > sight.bottom + AROUND) return
      first = Math.min(first, toOffset(at + 2))
      last = Math.max(last, toOffset(at + section.nodeSize - 2))
    })
    return [
      firstFrom(ranges, (range) => range.end > first),
      firstFrom(ranges, (range) => range.start >= last),
    ]
  }

  function mark(name: string, marks: readonly Interval[]): void {
    if (marks.length === 0) return void CSS.highlights.delete(name)
    const { toPosition } = positions()
    const highlight = new Highlight(
      ...marks.map(({ start, end }) => textRange(view, toPosition(start), toPosition(end))),
    )
    highlight.priority = name === CURRENT ? 2 : 1
    CSS.highlights.set(name, highlight)
  }

  return {
    get ranges() {
      return ranges
    },
    show(next, index) {
      ranges = next
      current = index
      marked = undefined
    },
    forget() {
      marked = undefined
    },
    measure(sight) {
      if (ranges.length === 0 && marked === '') return () => undefined
      const [from, to] = ranges.length === 0 ? [0, 0] : nearIn(sight)
      const next = ranges.length === 0 ? '' : `${from} ${to}`
      return () => {
        if (next === marked) return
        marked = next
        const near = ranges.slice(from, to)
        const one = current === undefined ? undefined : ranges[current]
        mark(
          FOUND,
          near.filter((range) => range !== one),
        )
        mark(CURRENT, one && near.includes(one) ? [one] : [])
      }
    },
    stop() {
      CSS.highlights.delete(FOUND)
      CSS.highlights.delete(CURRENT)
    },
  }
}

function firstFrom(ranges: readonly Interval[], test: (range: Interval) => boolean): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(ranges[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}
