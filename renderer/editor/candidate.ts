import type { EditorView } from 'prosemirror-view'
import type { Interval } from '../../src/base/intervals'
import type { Layer } from './frames'
import { lineBoxes } from './line-boxes'
import type { Positions } from './positions'
import { placeOf } from './sight'
import { svg } from './svg'
import { textRange } from './text-range'

const AROUND = 3 // CSS pixels between the words and their frame

/** A dashed frame around words that a link might go to. */
export interface Candidate extends Layer {
  show(range: Interval | undefined): void
}

export function createCandidate(
  view: EditorView,
  positions: () => Positions,
  ground: HTMLElement,
): Candidate {
  const frames = svg('svg', { class: 'link-curves candidate', 'aria-hidden': 'true' })
  ground.append(frames)
  let shown: Interval | undefined

  return {
    show(range) {
      shown = range
    },
    measure(sight) {
      if (!shown) return () => frames.replaceChildren()
      const { toPosition } = positions()
      const from = toPosition(shown.start)
      const to = toPosition(shown.end)
      const ends = [placeOf(view, sight, from, 1), placeOf(view, sight, to, -1)]
      if (ends.every((place) => place === 'above') || ends.every((place) => place === 'below'))
        return () => frames.replaceChildren()
      const { x, y } = sight.origin
      const boxes = lineBoxes([...textRange(view, from, to).getClientRects()])
      return () => {
        frames.replaceChildren(
          ...boxes.map(({ left, top, right, bottom }) =>
            svg('rect', {
              x: Math.round(left - x) - AROUND + 0.5,
              y: Math.round(top - y) - AROUND + 0.5,
              width: Math.round(right - left) + 2 * AROUND,
              height: Math.round(bottom - top) + 2 * AROUND,
              rx: 3,
            }),
          ),
        )
      }
    },
    stop: () => frames.remove(),
  }
}
