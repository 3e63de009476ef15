import { Decoration, type DecorationAttrs } from 'prosemirror-view'
import type { Painted } from './painted'
import type { Positions } from './positions'
import type { Cover, Segment } from './segments'
import { DEEPEST, nameOf, tagProperty } from './tones'

/** Lines that fit between two lines of text; what overlaps more deeply shows by its ground alone. */
export const LANES = 3

/** One element for one segment, however many annotations cover it. */
export function decorationOf({ start, end, covers }: Segment, { toPosition }: Positions): Decoration {
  return Decoration.inline(toPosition(start), toPosition(end), attributesOf(covers))
}

/** What the style sheet needs to draw a segment. */
export function attributesOf(covers: readonly Cover[]): DecorationAttrs {
  const ids = new Set(covers.map(({ painted }) => painted.id))
  const attributes: DecorationAttrs = {
    nodeName: 'mark',
    class: classesOf(covers),
    style: styleOf(covers),
    // A list for CSS and for tests; ids of imported records may hold blanks.
    'data-ids': [...ids].map((id) => id.replace(/\s/g, '_')).join(' '),
    'data-depth': String(Math.min(ids.size, DEEPEST)),
  }
  for (const { painted, lane } of covers) {
    if (lane < LANES) attributes[`data-line-${lane + 1}`] = painted.doubtful ? 'wavy' : painted.underline
  }
  return { ...attributes, ...frameOf(covers) }
}

function classesOf(covers: readonly Cover[]): string {
  const all = (test: (cover: Cover) => boolean, name: string): string[] => (covers.every(test) ? [name] : [])
  return [
    'segment',
    ...new Set(covers.map(({ painted }) => `tag-${nameOf(painted.tag)}`)),
    ...all(({ painted }) => painted.doubtful, 'doubtful'),
    ...all(({ painted }) => painted.pending, 'pending'),
  ].join(' ')
}

/** The frame of the picked annotation: which lane closes it below, and which of its ends are here. */
function frameOf(covers: readonly Cover[]): DecorationAttrs {
  const picked = covers.filter(({ painted }) => painted.picked)
  if (picked.length === 0) return {}
  const ends = [
    ...(picked.some(({ starts }) => starts) ? ['start'] : []),
    ...(picked.some(({ ends: last }) => last) ? ['end'] : []),
  ]
  return {
    'data-frame': ['picked', ...ends].join(' '),
    'data-frame-lane': String(Math.min(LANES, Math.max(...picked.map(({ lane }) => lane)) + 1)),
  }
}

function styleOf(covers: readonly Cover[]): string {
  const colours = [...new Set(covers.map(({ painted }) => colourOf(painted)))]
  const lanes = covers
    .filter(({ lane }) => lane < LANES)
    .map(({ painted, lane }) => `--colour-${lane + 1}: ${colourOf(painted)}`)
  return [`--tag-colour: ${mixed(colours)}`, ...lanes].join('; ')
}

/** The tag's colour; grey for a tag that the codebook does not know. */
const colourOf = ({ tag }: Painted): string => `var(${tagProperty(tag)}, #767676)`

/** Equal parts of every colour. */
const mixed = (colours: readonly string[]): string =>
  colours.reduce((mix, colour, k) =>
    k === 0 ? colour : `color-mix(in oklab, ${mix}, ${colour} ${Math.round(100 / (k + 1))}%)`,
  )
