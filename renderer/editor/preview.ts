import type { Interval } from '../../src/base/intervals'
import type { PaintSource } from './painted'

/** An annotation as it would be. */
export interface Previewed {
  readonly id: string
  readonly ranges: readonly Interval[]
}

/** Has one annotation painted elsewhere than it is, while its boundaries are being dragged. */
export interface Preview {
  readonly paint: PaintSource
  readonly shown: Previewed | undefined
  /** Gives the ranges that look different then. */
  show(next: Previewed | undefined): Interval[]
}

export function createPreview(source: PaintSource): Preview {
  let shown: Previewed | undefined
  /** Where the annotation is in truth, so that the source can be asked for it. */
  let home: readonly Interval[] = []

  return {
    get shown() {
      return shown
    },
    paint(start, end) {
      const here = source(start, end)
      if (!shown) return here
      const { id, ranges } = shown
      const others = here.filter((painted) => painted.id !== id)
      if (!ranges.some((range) => range.start < end && start < range.end)) return others
      const painted = here.find((one) => one.id === id) ?? findAt(home, id)
      return painted ? [...others, { ...painted, ranges }] : others
    },
    show(next) {
      const before = shown?.ranges ?? next?.ranges ?? []
      if (next && !shown) home = next.ranges
      const changed = [...before, ...(next?.ranges ?? home)]
      shown = next
      return changed
    },
  }

  function findAt(ranges: readonly Interval[], id: string): ReturnType<PaintSource>[number] | undefined {
    return ranges.flatMap(({ start, end }) => source(start, end)).find((painted) => painted.id === id)
  }
}
