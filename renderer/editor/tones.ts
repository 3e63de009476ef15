/** Colours and mixtures of the article column; `editor.css` reads them as custom properties. */
export interface Tones {
  readonly paper: string
  readonly ink: string
  /** Parts of a hundred of the tag's colour in the ground behind the text, where 1, 2, 3 and 4 or more overlap. */
  readonly tint: readonly [number, number, number, number]
  /** The OKLCH lightness that a line does not exceed (on light paper) or stay under (on dark). */
  readonly line: number
}

/** With these, text keeps a contrast of 4.5 and lines one of 3 on every tint of every colour; a test computes it. */
export const tones: { readonly light: Tones; readonly dark: Tones } = {
  light: { paper: '#fdfcfa', ink: '#1c1d20', tint: [13, 21, 28, 34], line: 0.5 },
  dark: { paper: '#17181b', ink: '#e8e6e1', tint: [20, 25, 29, 32], line: 0.76 },
}

/** Depths from here on look alike. */
export const DEEPEST = 4

/** The custom property that holds a tag's colour; the window sets it on the root for each tag of the codebook. */
export const tagProperty = (tag: string): string => `--tag-${nameOf(tag)}`

/** An id as a class name or custom property can hold it. */
export const nameOf = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)

/** The tones as custom properties of the article's element. */
export function toneProperties(): [name: string, value: string][] {
  const { light, dark } = tones
  return [
    ['--tone-paper', `light-dark(${light.paper}, ${dark.paper})`],
    ['--tone-ink', `light-dark(${light.ink}, ${dark.ink})`],
    ['--line-most', String(light.line)],
    ['--line-least', String(dark.line)],
    ...light.tint.map((part, k): [string, string] => [`--tint-light-${k + 1}`, `${part}%`]),
    ...dark.tint.map((part, k): [string, string] => [`--tint-dark-${k + 1}`, `${part}%`]),
  ]
}
