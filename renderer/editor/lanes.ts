/** A link as the margin sees it: the heights of its two ends, in any order. */
export interface Reach {
  readonly from: number
  readonly to: number
}

const APART = 6 // CSS pixels between two curves that follow each other in one lane

/**
 * The lane of each curve, from 0 beside the text outwards. Curves that pass the same height lie in different lanes,
 * shorter ones nearer to the text, so that no two cross where they could be nested.
 */
export function lanesOf(reaches: readonly Reach[]): number[] {
  const lanes: number[] = Array.from({ length: reaches.length }, () => 0)
  const taken: Reach[][] = []
  const order = reaches
    .map((reach, index) => ({ index, top: topOf(reach) - APART / 2, bottom: bottomOf(reach) + APART / 2 }))
    .toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top || a.index - b.index)
  for (const { index, top, bottom } of order) {
    let lane = 0
    while (taken[lane]?.some(({ from, to }) => from < bottom && top < to)) lane++
    ;(taken[lane] ??= []).push({ from: top, to: bottom })
    lanes[index] = lane
  }
  return lanes
}

/** How far apart the lanes may lie: the wanted width, or what the room between text and edge allows. */
export const laneWidth = (lanes: number, room: number, wanted = 10): number =>
  Math.min(wanted, Math.max(2, room / Math.max(1, lanes)))

/**
 * Where each curve leaves or meets its line, as a distance from the middle of it. Curves that share a line fan out:
 * those that go up above those that go down, and each so that it does not cross another of them. `away` is how far
 * down the other end lies, negative upwards.
 */
export function portsOf(ends: readonly { readonly line: number; readonly away: number }[]): number[] {
  const ports: number[] = Array.from({ length: ends.length }, () => 0)
  const lines = new Map<number, { readonly away: number; readonly index: number }[]>()
  for (const [index, { line, away }] of ends.entries()) {
    const sharing = lines.get(Math.round(line)) ?? []
    lines.set(Math.round(line), [...sharing, { away, index }])
  }
  for (const sharing of lines.values()) {
    const step = Math.min(5, 18 / sharing.length)
    for (const [k, { index }] of sharing.toSorted(comparePorts).entries())
      ports[index] = (k - (sharing.length - 1) / 2) * step
  }
  return ports
}

/** From top to bottom: up by a little, up by much, down by much, down by a little. */
const comparePorts = (a: { away: number; index: number }, b: { away: number; index: number }): number =>
  Number(a.away >= 0) - Number(b.away >= 0) || b.away - a.away || a.index - b.index

/**
 * Heights for labels of one line each, as near above the wanted ones as can be without one covering another;
 * in the order of `wanted`.
 */
export function spreadLabels(wanted: readonly number[], height: number): number[] {
  const placed: number[] = [...wanted]
  let free = Number.POSITIVE_INFINITY
  for (const index of [...wanted.keys()].toSorted((a, b) => wanted[b]! - wanted[a]! || a - b)) {
    placed[index] = Math.min(wanted[index]!, free)
    free = placed[index] - height
  }
  return placed
}

/** One end of a curve: a height in view, where it meets the text, or the edge of the view where it is cut. */
export type CurveEnd = { readonly at: number } | { readonly edge: number }

export interface Curve {
  readonly from: CurveEnd
  readonly to: CurveEnd
  /** Where lines of text begin, and where the lane lies, to the left of that. */
  readonly text: number
  readonly lane: number
}

const ROUND = 9 // CSS pixels: radius of the corners

/** The path of a curve, as in the `d` of SVG: out of one line, along its lane, into the other. */
export function curvePath({ from, to, text, lane }: Curve): string {
  const start = heightOf(from)
  const end = heightOf(to)
  const down = start <= end ? 1 : -1
  const round = Math.min(ROUND, (text - lane) / 2, Math.abs(end - start) / 2)
  const out =
    'at' in from
      ? `M${text} ${start}H${lane + round}Q${lane} ${start} ${lane} ${start + down * round}`
      : `M${lane} ${start}`
  const back = 'at' in to ? `V${end - down * round}Q${lane} ${end} ${lane + round} ${end}H${text}` : `V${end}`
  return out + back
}

/** The head of the arrow at the target: into the text, or on up or down when the target is out of view. */
export function arrowPath({ from, to, text, lane }: Curve): string {
  if ('at' in to) return `M${text} ${to.at}l-6 -3.5v7z`
  const down = heightOf(from) <= to.edge ? 1 : -1
  return `M${lane} ${to.edge}l-3.5 ${-6 * down}h7z`
}

/** The part of a range of heights that is in view, or which way it is out of it. */
export function clipToView(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  view: { readonly top: number; readonly bottom: number },
): 'above' | 'below' | { readonly top: number; readonly bottom: number } {
  if (bottom <= view.top) return 'above'
  if (top >= view.bottom) return 'below'
  return { top: Math.max(top, view.top), bottom: Math.min(bottom, view.bottom) }
}

export const heightOf = (end: CurveEnd): number => ('at' in end ? end.at : end.edge)
const topOf = ({ from, to }: Reach): number => Math.min(from, to)
const bottomOf = ({ from, to }: Reach): number => Math.max(from, to)
