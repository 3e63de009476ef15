import { type Tones, tones } from './tones'

/** Red, green and blue from 0 to 1, gamma-coded; or lightness, a and b. */
export type Triple = readonly [number, number, number]

export const rgb = (hex: string): Triple => map([1, 3, 5], (at) => parseInt(hex.slice(at, at + 2), 16) / 255)
const map = ([a, b, c]: Triple, change: (value: number) => number): Triple => [
  change(a),
  change(b),
  change(c),
]
export const each = (one: Triple, other: Triple, join: (a: number, b: number) => number): Triple => [
  join(one[0], other[0]),
  join(one[1], other[1]),
  join(one[2], other[2]),
]

const decode = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
const encode = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * Math.min(1, value) ** (1 / 2.4) - 0.055

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = ([r, g, b]: Triple): number => 0.2126 * decode(r) + 0.7152 * decode(g) + 0.0722 * decode(b)
export function contrast(one: Triple, other: Triple): number {
  const lighter = Math.max(luminance(one), luminance(other))
  const darker = Math.min(luminance(one), luminance(other))
  return (lighter + 0.05) / (darker + 0.05)
}

/** OKLab as its author publishes it; CSS Color 4 uses the same matrices. */
export function toLab(colour: Triple): Triple {
  const [r, g, b] = map(colour, decode)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Clipped to what a screen can show, as browsers do. */
export function fromLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return map(linear, (value) => encode(Math.max(0, value)))
}

/** As `color-mix` does in the style sheet. */
export const ground = (colour: Triple, { tint, paper }: Tones, depth: number): Triple =>
  each(colour, rgb(paper), (c, p) => c * (tint[depth - 1]! / 100) + p * (1 - tint[depth - 1]! / 100))

/** As `oklch(from … )` does: lightness is limited, hue and chroma stay. */
export function line(colour: Triple, theme: 'light' | 'dark'): Triple {
  const [l, a, b] = toLab(colour)
  const limited = theme === 'light' ? Math.min(l, tones.light.line) : Math.max(l, tones.dark.line)
  return fromLab([limited, a, b])
}

export interface Contrasts {
  /** Of the text on the deepest ground that the colour makes; 4.5 is needed. */
  readonly text: number
  /** Of the line under the text, on the paper; 3 is needed. */
  readonly line: number
}

/** What a tag's colour, `#rrggbb`, comes to in the article. */
export function contrastsOf(colour: string, theme: 'light' | 'dark'): Contrasts {
  const tone = tones[theme]
  const own = rgb(colour)
  const grounds = tone.tint.map((_, k) => ground(own, tone, k + 1))
  return {
    text: Math.min(...grounds.map((behind) => contrast(rgb(tone.ink), behind))),
    line: contrast(line(own, theme), rgb(tone.paper)),
  }
}
