import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newsCodebook } from '../../src/core/codebook/news'
import { type Tones, nameOf, tagProperty, toneProperties, tones } from './tones'

/** Red, green and blue from 0 to 1, gamma-coded; or lightness, a and b. */
type Triple = readonly [number, number, number]

const rgb = (hex: string): Triple => map([1, 3, 5], (at) => parseInt(hex.slice(at, at + 2), 16) / 255)
const map = ([a, b, c]: Triple, change: (value: number) => number): Triple => [
  change(a),
  change(b),
  change(c),
]
const each = (one: Triple, other: Triple, join: (a: number, b: number) => number): Triple => [
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
function contrast(one: Triple, other: Triple): number {
  const lighter = Math.max(luminance(one), luminance(other))
  const darker = Math.min(luminance(one), luminance(other))
  return (lighter + 0.05) / (darker + 0.05)
}

/** OKLab as its author publishes it; CSS Color 4 uses the same matrices. */
function toLab(colour: Triple): Triple {
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
function fromLab([lightness, a, b]: Triple): Triple {
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
const ground = (colour: Triple, { tint, paper }: Tones, depth: number): Triple =>
  each(colour, rgb(paper), (c, p) => c * (tint[depth - 1]! / 100) + p * (1 - tint[depth - 1]! / 100))

const mixed = (colours: readonly Triple[]): Triple =>
  fromLab(colours.map(toLab).reduce((mix, colour, k) => each(mix, colour, (a, b) => (a * k + b) / (k + 1))))

/** As `oklch(from … )` does: lightness is limited, hue and chroma stay. */
function line(colour: Triple, theme: 'light' | 'dark'): Triple {
  const [l, a, b] = toLab(colour)
  const limited = theme === 'light' ? Math.min(l, tones.light.line) : Math.max(l, tones.dark.line)
  return fromLab([limited, a, b])
}

const defaults = newsCodebook.tags.map(({ colour }) => rgb(colour))
const combinations: Triple[][] = [1, 2, 3, 4, 5, 6, 7].map((bits) =>
  defaults.filter((_, k) => bits & (1 << k)),
)
const channel = fc.integer({ min: 0, max: 255 }).map((value) => value / 255)
const anyColour: fc.Arbitrary<Triple> = fc.tuple(channel, channel, channel)

test('the arithmetic is that of the published examples', () => {
  expect(contrast(rgb('#777777'), rgb('#ffffff'))).toBeCloseTo(4.48, 2)
  expect(toLab([1, 0, 0]).map((value) => Number(value.toFixed(3)))).toEqual([0.628, 0.225, 0.126])
  for (const colour of defaults)
    each(fromLab(toLab(colour)), colour, (a, b) => (expect(a).toBeCloseTo(b, 4), a))
})

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const tone = tones[theme]
  const depths = [1, 2, 3, 4]

  test('text is readable on every tint of the default colours and their mixtures', () => {
    for (const colours of combinations) {
      for (const depth of depths) {
        expect(contrast(rgb(tone.ink), ground(mixed(colours), tone, depth))).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('text is readable on every tint of any colour', () => {
    fc.assert(
      fc.property(
        fc.array(anyColour, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...depths),
        (all, depth) => {
          expect(contrast(rgb(tone.ink), ground(mixed(all), tone, depth))).toBeGreaterThanOrEqual(4.5)
        },
      ),
      {
        numRuns: 1000,
        examples: [
          [[rgb('#000000')], 4],
          [[rgb('#ffffff')], 4],
        ],
      },
    )
  })

  test('lines stand out from every ground that they may lie on', () => {
    for (const own of defaults) {
      expect(contrast(line(own, theme), rgb(tone.paper))).toBeGreaterThanOrEqual(3)
      for (const colours of combinations) {
        for (const depth of depths) {
          expect(contrast(line(own, theme), ground(mixed(colours), tone, depth))).toBeGreaterThanOrEqual(3)
        }
      }
    }
  })

  test('lines of any colour stand out from the paper', () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        expect(contrast(line(colour, theme), rgb(tone.paper))).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 1000 },
    )
  })

  test('each depth is deeper than the one before', () => {
    expect(tone.tint).toEqual(tone.tint.toSorted((a, b) => a - b))
    expect(new Set(tone.tint).size).toBe(4)
  })
})

test('every tone reaches the style sheet, and tags of any name have a property of their own', () => {
  expect(new Map(toneProperties()).get('--tint-dark-4')).toBe(`${tones.dark.tint[3]}%`)
  expect(tagProperty('claim')).toBe('--tag-claim')
  expect(nameOf('é b')).not.toBe(nameOf('e b'))
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (id) => {
      expect(nameOf(id)).toMatch(/^[\w-]*$/)
    }),
  )
})
