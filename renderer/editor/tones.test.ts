import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newsCodebook } from '../../src/core/codebook/news'
import { type Triple, contrast, contrastsOf, each, fromLab, ground, line, rgb, toLab } from './contrast'
import { nameOf, tagProperty, toneProperties, tones } from './tones'

const mixed = (colours: readonly Triple[]): Triple =>
  fromLab(colours.map(toLab).reduce((mix, colour, k) => each(mix, colour, (a, b) => (a * k + b) / (k + 1))))

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

test('what is told of a colour is what was computed here', () => {
  expect(contrastsOf('#0072b2', 'light').line).toBeCloseTo(
    contrast(line(rgb('#0072b2'), 'light'), rgb(tones.light.paper)),
  )
  expect(contrastsOf('#ffffff', 'dark').text).toBeGreaterThanOrEqual(4.5)
  expect(contrastsOf('#ffffff', 'dark').text).toBeLessThan(contrastsOf('#000000', 'dark').text)
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
