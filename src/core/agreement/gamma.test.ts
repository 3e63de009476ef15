import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gamma, gammaOf, gammaOfAll, gammaTexts, MOST_UNITS } from './gamma'
import { type Figure, isDefined } from './measure'
import type { Mark, ReadText } from './reading'

const scheme = { annotators: ['ada', 'ben', 'cy'], tags: ['a', 'b'] }
const options = { seed: 7, precision: 0.5 } // 30 samples

/** `1-5 a, 6-10+12-14 b`. */
const marks = (written: string): Mark[] =>
  written
    .split(', ')
    .filter((mark) => mark !== '')
    .map((mark, k) => {
      const [ranges, tag] = mark.split(' ')
      const pieces = ranges!.split('+').map((range) => range.split('-').map(Number))
      return {
        id: `m${k}`,
        tag: tag!,
        ranges: pieces.map(([start, end]) => ({ start: start!, end: end! })),
      }
    })

const read = (length: number, readings: Record<string, string>, document = 'doc'): ReadText => ({
  document,
  length,
  readings: Object.entries(readings).map(([annotator, written]) => ({
    annotator,
    marks: marks(written),
    links: [],
  })),
})

const valueOf = (figure: Figure): number => {
  expect(figure).toHaveProperty('value')
  return isDefined(figure) ? figure.value : NaN
}

// From where the texts begin to the end of the last unit.
const f1 = read(16, { ada: '1-5 a, 6-10 b, 11-15 a', ben: '2-6 a, 7-11 b, 12-16 a' })
const f2 = read(35, { ada: '1-5 a, 6-10 b, 20-24 a, 30-34 b', ben: '2-6 a, 31-35 b' }, 'other')

// pygamma-agreement 0.5.9 gives γ = .884 and .567, but with random corpora of another kind (gaps and lengths drawn from
// normal distributions) and thirty of them. Cutting and rotating, many times, gives .917 and .496.
test.each([
  [f1, 0.0625, 0.884, 0.05],
  [f1, 0.0625, 0.917, 0.02],
  [f2, 0.70833, 0.567, 0.1],
  [f2, 0.70833, 0.496, 0.02],
])('published values: the disorder exactly, γ as far as chance allows', (text, best, expected, tolerance) => {
  const found = gammaOf(text, scheme, { seed: 1, precision: 0.02, mostSamples: 1000 })
  expect(found.best).toBeCloseTo(best, 5)
  expect(found).toMatchObject({ exact: true, seed: 1 })
  expect(Math.abs(valueOf(found.figure) - expected)).toBeLessThan(tolerance)
  expect(found.samples).toBeGreaterThan(30)
})

test('a published value with random corpora made by cutting and rotating', () => {
  // From the tests of pygamma-agreement: disorder .96, γ between .44 and .47.
  const tags = ['1', '2', '3', '4', '5', '6', '7']
  const alexPaulSuzan = read(60, {
    ada: '2-9 1, 11-17 2, 24-30 5, 32-36 6, 36-44 6, 44-60 7',
    ben: '2-9 1, 11-17 3, 19-25 5, 32-44 6',
    cy: '2-9 1, 11-17 4, 21-27 5, 32-36 6, 36-40 6, 40-44 6',
  })
  const asThere = { seed: 1, position: 3, category: 1, precision: 0.02 }
  const found = gammaOf(alexPaulSuzan, { ...scheme, tags }, asThere)
  expect(found.best).toBeCloseTo(0.960625, 12)
  expect(found.exact).toBe(true)
  expect(Math.abs(valueOf(found.figure) - 0.455)).toBeLessThan(0.05)
})

test('who marks the same agrees entirely', () => {
  const text = read(60, { ada: '1-5 a, 6-10+20-24 b', ben: '1-5 a, 6-10+20-24 b', cy: '1-5 a, 6-10+20-24 b' })
  expect(gammaOf(text, scheme, options).figure).toMatchObject({ value: 1, observed: 0 })
  expect(gammaOfAll([text, text], scheme, options).figure).toMatchObject({ value: 1, observed: 0 })
})

test('pieces of a mark are units of their own', () => {
  const pieces = read(60, { ada: '1-5+10-14 a', ben: '1-5 a, 10-15 a' })
  const apart = read(60, { ada: '1-5 a, 10-14 a', ben: '1-5 a, 10-15 a' })
  expect(gammaOf(pieces, scheme, options)).toEqual(gammaOf(apart, scheme, options))
})

test('the cost of a missing unit is a unit of measurement only', () => {
  const [one, twice] = [1, 2].map((empty) => gammaOf(f2, scheme, { ...options, empty }))
  expect(twice!.best).toBeCloseTo(2 * one!.best!, 12)
  expect(valueOf(twice!.figure)).toBeCloseTo(valueOf(one!.figure), 12)
})

test('weights count', () => {
  const text = read(60, { ada: '1-5 a, 20-24 b', ben: '1-5 b, 20-24 b' })
  const free = gammaOf(text, scheme, { ...options, category: 0 })
  expect(free.figure).toMatchObject({ value: 1 })
  expect(valueOf(gammaOf(text, scheme, options).figure)).toBeLessThan(1)
})

test('other annotators and other tags are as if they were not there', () => {
  const more = read(16, {
    ada: '1-5 a, 3-9 c, 6-10 b, 11-15 a',
    eve: '0-9 a',
    ben: '2-6 a, 7-11 b, 12-16 a',
  })
  expect(gammaOf(more, scheme, options)).toEqual(gammaOf(f1, scheme, options))
})

test('where there is nothing to say it says why', () => {
  const figureOf = (text: ReadText) => gammaOf(text, scheme, options).figure
  expect(figureOf(read(60, { ada: '1-5 a' }))).toEqual({ undefined: 'one annotator only' })
  expect(figureOf(read(60, { ada: '', ben: '' }))).toEqual({ undefined: 'no data' })
  expect(figureOf(read(1, { ada: '0-1 a', ben: '0-1 a' }))).toEqual({ undefined: 'one category only' })
  expect(isDefined(figureOf(read(60, { ada: '1-5 a', ben: '' })))).toBe(true)
  const crowded = Array.from({ length: MOST_UNITS }, (_, k) => `${k}-${k + 1} a`).join(', ')
  expect(figureOf(read(MOST_UNITS, { ada: crowded, ben: '1-5 a' }))).toEqual({ undefined: 'too large' })
  expect(gammaOfAll([], scheme, options).best).toBeUndefined()
})

test('documents count by the mean number of their units', () => {
  const [one, other] = [gammaOf(f1, scheme, options), gammaOf(f2, scheme, options)]
  const both = gammaOfAll([f1, f2], scheme, options)
  expect(both.samples).toBe(one.samples + other.samples)
  expect(both.best).toBeCloseTo((one.best! + other.best!) / 2, 12) // both have three units in the mean
  expect(valueOf(both.figure)).toBeCloseTo(
    1 - (one.best! + other.best!) / (one.expected! + other.expected!),
    12,
  )
})

test('as a measure it adds up, and counts its texts', () => {
  const measure = gamma(options)
  const tallies = [f1, f2, read(9, { ada: '1-2 a' }), read(9, { ada: '', ben: '' })].map((text) =>
    measure.tally(text, scheme),
  )
  const total = tallies.reduce((sum, tally) => sum.map((value, k) => value + tally[k]!))
  expect(measure.figure(total, scheme)).toEqual(gammaOfAll([f2, f1], scheme, options).figure)
  expect(gammaTexts(total)).toEqual({ texts: 3, approximated: 0, tooLarge: 0 })
  expect([...tallies[2]!].every((value) => value === 0)).toBe(true)
})

test('each document has a chance of its own, which the seed decides', () => {
  const renamed = { ...f1, document: 'another' }
  expect(gammaOf(renamed, scheme, options).expected).not.toBe(gammaOf(f1, scheme, options).expected)
  expect(gammaOf(f1, scheme, { ...options, seed: 8 }).expected).not.toBe(
    gammaOf(f1, scheme, options).expected,
  )
  expect(gammaOf(f1, scheme, options)).toEqual(gammaOf(f1, scheme, options))
})

const mark = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b'))
  .map(([start, length, tag]) => `${start}-${start + length} ${tag}`)
const reading = fc.array(mark, { maxLength: 4 })

test('it is 1 at most, and neither names nor orders change it', () => {
  fc.assert(
    fc.property(fc.tuple(reading, reading, reading), ([one, two, three]) => {
      fc.pre(one.length + two.length + three.length > 0)
      const [ada, ben, cy] = [one, two, three].map((own) => own.join(', '))
      const value = valueOf(gammaOf(read(50, { ada: ada!, ben: ben!, cy: cy! }), scheme, options).figure)
      expect(value).toBeLessThanOrEqual(1)
      const exchanged = read(50, { cy: ben!, ada: three.toReversed().join(', '), ben: ada! })
      const turned = { annotators: ['cy', 'ben', 'ada'], tags: ['b', 'a'] }
      expect(valueOf(gammaOf(exchanged, turned, options).figure)).toBeCloseTo(value, 12)
    }),
    { numRuns: 15 },
  )
})
