import type { EditorView } from 'prosemirror-view'
import type { Layer } from './frames'
import {
  type CurveEnd,
  arrowPath,
  curvePath,
  heightOf,
  laneWidth,
  lanesOf,
  portsOf,
  spreadLabels,
} from './lanes'
import type { DrawnLink, LinkEnd } from './margin-source'
import type { Positions } from './positions'
import { type Sight, placeOf } from './sight'
import { division, svg } from './svg'
import { tagProperty } from './tones'

const GAP = 12 // CSS pixels between curves and text: the frame of a picked annotation, and the handle for links
const FIRST_LANE = 12 // from there to the first lane, so that the head of an arrow has room
const EDGE = 4 // what stays free at the edge of the window
const BESIDE = 6 // between the outermost curve and the labels
const LABEL = 12 // height of a label
const LETTER = 5.7 // width of a letter of a label, about
const CHIPS = 4 // ends out of view that are named at each edge

export interface LinksParts {
  readonly view: EditorView
  readonly positions: () => Positions
  readonly links: () => readonly DrawnLink[]
  readonly onGoTo: (id: string) => void
  /** Scrolls with the text. */
  readonly ground: HTMLElement
  /** Stays at the top of the view. */
  readonly pinned: HTMLElement
}

interface Sighted {
  readonly link: DrawnLink
  readonly from: CurveEnd
  readonly to: CurveEnd
}

/** Draws links as curves in the margin beside the text, and names at the edges of the view what lies out of it. */
export function createLinksLayer({ view, positions, links, onGoTo, ground, pinned }: LinksParts): Layer {
  const curves = svg('svg', { class: 'link-curves', 'aria-hidden': 'true' })
  const above = edgeRow('above', onGoTo)
  const below = edgeRow('below', onGoTo)
  ground.append(curves)
  pinned.append(above.row, below.row)
  let drawn = ''

  function endOf({ range }: LinkEnd, sight: Sight): CurveEnd {
    const { toPosition } = positions()
    const start = placeOf(view, sight, toPosition(range.start), 1)
    if (start === 'below') return { edge: sight.bottom }
    if (start !== 'above') {
      const middle = (start.top + start.bottom) / 2
      if (middle > sight.top) return middle < sight.bottom ? { at: middle } : { edge: sight.bottom }
    }
    // What began above may reach into the view.
    const end = placeOf(view, sight, toPosition(range.end), -1)
    const reaches = end === 'below' || (end !== 'above' && end.top > sight.top)
    return reaches ? { at: sight.top + 1 } : { edge: sight.top }
  }

  return {
    measure(sight) {
      const sighted = links()
        .map((link) => ({ link, from: endOf(link.from, sight), to: endOf(link.to, sight) }))
        .filter(({ from, to }) => 'at' in from || 'at' in to)
      const plan = planOf(sighted, sight)
      const next = JSON.stringify([plan, sighted.map(({ link }) => link)])
      return () => {
        pinned.style.setProperty('--view-height', `${sight.bottom - sight.top}px`)
        if (next === drawn) return
        drawn = next
        // Labels last, so that no curve runs through one.
        curves.replaceChildren(...plan.map(drawCurve), ...plan.flatMap(drawLabel))
        above.show(sighted.flatMap((one) => endsAt(one, sight.top)))
        below.show(sighted.flatMap((one) => endsAt(one, sight.bottom)))
      }
    },
    stop() {
      for (const element of [curves, above.row, below.row]) element.remove()
    },
  }
}

interface PlannedCurve {
  readonly link: DrawnLink
  readonly path: string
  readonly arrow: string
  readonly label: { readonly x: number; readonly y: number; readonly words: string } | undefined
}

/** Where each curve runs. */
function planOf(sighted: readonly Sighted[], { left }: Sight): PlannedCurve[] {
  const text = left - GAP
  const ends = sighted.flatMap(({ from, to }) => [portEnd(from, to), portEnd(to, from)])
  const ports = portsOf(ends)
  const ported = sighted.map(({ link, from, to }, k) => ({
    link,
    from: moved(from, ports[2 * k]!),
    to: moved(to, ports[2 * k + 1]!),
  }))
  const lanes = lanesOf(ported.map(({ from, to }) => ({ from: heightOf(from), to: heightOf(to) })))
  const width = laneWidth(Math.max(0, ...lanes) + 1, text - FIRST_LANE - EDGE)
  const far = ported.map(({ link, from, to }) => (link.near === 'from' ? to : from))
  const labels = spreadLabels(
    far.map((end) => ('at' in end ? end.at - 4 : Number.MAX_SAFE_INTEGER)),
    LABEL,
  )
  const laneAt = (lane: number): number => Math.max(EDGE, text - FIRST_LANE - lane * width)
  const outermost = laneAt(Math.max(0, ...lanes)) - BESIDE
  const longest = Math.max(0, ...ported.map(({ link }) => link.label.length)) * LETTER
  // Beside the curves where there is room for that, else above where they end.
  const x = outermost - EDGE > longest ? outermost : text - 2
  return ported.map(({ link, from, to }, k) => {
    const curve = { from, to, text, lane: laneAt(lanes[k]!) }
    const words = cut(link.label, x / LETTER)
    const label = 'at' in far[k]! && words ? { x, y: labels[k]!, words } : undefined
    return { link, path: curvePath(curve), arrow: arrowPath(curve), label }
  })
}

/** Ends at an edge of the view need no ports: their lanes are apart already. */
const portEnd = (end: CurveEnd, other: CurveEnd): { line: number; away: number } =>
  'at' in end ? { line: end.at, away: heightOf(other) - end.at } : { line: Number.NaN, away: 0 }

const moved = (end: CurveEnd, by: number): CurveEnd => ('at' in end ? { at: end.at + by } : end)

/** A label as far as there is room for it; nothing where it would be a letter or two. */
function cut(label: string, letters: number): string {
  if (label.length <= letters) return label
  return letters < 6 ? '' : `${label.slice(0, Math.floor(letters) - 1).trimEnd()}…`
}

const drawCurve = ({ link, path, arrow }: PlannedCurve): SVGElement =>
  tinted(link, svg('path', { class: 'line', d: path }), svg('path', { class: 'head', d: arrow }))

function drawLabel({ link, label }: PlannedCurve): SVGElement[] {
  if (!label) return []
  const words = svg('text', { x: label.x, y: label.y })
  words.textContent = label.words
  return [tinted(link, words)]
}

/** In the pattern of the link's type and the colour of the tag at its other end. */
function tinted(link: DrawnLink, ...parts: readonly SVGElement[]): SVGElement {
  const other = link.near === 'from' ? link.to : link.from
  const group = svg(
    'g',
    { class: `link-curve tinted pattern-${link.pattern % 5}${link.soft ? ' soft' : ''}` },
    ...parts,
  )
  group.style.setProperty('--colour', `var(${tagProperty(other.tag)}, #767676)`)
  return group
}

interface NamedEnd {
  readonly end: LinkEnd
  readonly label: string
}

/** The ends of a link that are cut at this edge of the view. */
const endsAt = ({ link, from, to }: Sighted, edge: number): NamedEnd[] =>
  [
    { end: link.from, at: from },
    { end: link.to, at: to },
  ].flatMap(({ end, at }) => ('edge' in at && at.edge === edge ? [{ end, label: link.label }] : []))

/** The ends that lie beyond one edge of the view, by name; a click goes there. */
function edgeRow(
  edge: 'above' | 'below',
  onGoTo: (id: string) => void,
): { readonly row: HTMLElement; show(ends: readonly NamedEnd[]): void } {
  const row = division(`link-edge ${edge}`)
  row.setAttribute('aria-hidden', 'true')
  // The text keeps its focus.
  row.addEventListener('mousedown', (event) => event.preventDefault())
  row.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest<HTMLElement>('[data-goes-to]') : null
    if (chip?.dataset['goesTo'] !== undefined) onGoTo(chip.dataset['goesTo'])
  })
  return {
    row,
    show(ends) {
      const chips = ends.slice(0, CHIPS).map((end) => chipOf(end, edge))
      const more = ends.length - chips.length
      row.replaceChildren(...chips, ...(more > 0 ? [division('link-more', `${more} more`)] : []))
    },
  }
}

function chipOf({ end, label }: NamedEnd, edge: 'above' | 'below'): HTMLElement {
  const glyph = division('glyph', end.glyph)
  const chip = division(
    'link-end tinted',
    division('arrow', edge === 'above' ? '↑' : '↓'),
    division('kind', label),
    glyph,
    division('quote', end.quote),
  )
  chip.dataset['goesTo'] = end.id
  chip.title = `Go to “${end.quote}”`
  chip.style.setProperty('--colour', `var(${tagProperty(end.tag)}, #767676)`)
  return chip
}
