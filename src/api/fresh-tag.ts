import { type ChosenKeys, commandsFor } from './commands'
import { type Codebook, type Tag, underline } from '../core/codebook/codebook'

/** A tag without a name, told from the others in every way that is left. */
export function freshTag(codebook: Codebook, chosen: ChosenKeys, id: string): Tag {
  const { tags } = codebook
  const lines = tags.map((tag) => tag.underline)
  return {
    id,
    name: '',
    key: freeKeys(codebook, chosen)[0]?.toLowerCase() ?? '',
    colour: unused(
      COLOURS,
      tags.map(({ colour }) => colour),
    ),
    underline: unused(underline.options, lines),
    glyph: unused(
      GLYPHS,
      tags.map(({ glyph }) => glyph),
    ),
    description: '',
    takes: 'word',
    attributes: [],
    retired: false,
  }
}

/** The letters that neither alone nor with Shift or Alt mean something else. */
export function freeKeys(codebook: Codebook, chosen: ChosenKeys): string[] {
  const taken = new Set(
    commandsFor(codebook, chosen).flatMap(({ keys, during }) => (during === undefined ? keys : [])),
  )
  return Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter((letter) =>
    [letter, `Shift+${letter}`, `Alt+${letter}`].every((key) => !taken.has(key)),
  )
}

/** The first that is not there yet, or else the one that is there least often. */
function unused<T>(all: readonly [T, ...T[]] | readonly T[], there: readonly T[]): T {
  const count = (one: T): number => there.filter((other) => other === one).length
  return all.toSorted((a, b) => count(a) - count(b))[0]!
}

/** The palette of Okabe and Ito, and some more that keep apart from it. */
const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#e69f00',
  '#56b4e9',
  '#7a5195',
  '#8c564b',
  '#b3123f',
  '#5f6b7a',
  '#4f7a1f',
  '#f0e442',
] as const

const GLYPHS = ['❝', '◆', '#', '●', '▲', '■', '★', '✚', '◇', '○', '△', '□', '☆', '¶', '§', '†'] as const
