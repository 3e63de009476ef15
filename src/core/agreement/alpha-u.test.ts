import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alphaU, squaredDistance, unitizingDisagreement } from './alpha-u'
import { type Figure, isDefined } from './measure'
import type { Mark, ReadText } from './reading'
import { sections } from './sections'

type Written = readonly (readonly [start: number, length: number])[]

const marksOf = (tag: string, written: Written): Mark[] =>
  written.map(([start, length], k) => ({
    id: `${tag} ${k}`,
    tag,
    ranges: [{ start, end: start + length }],
  }))

/** A text with the marks of annotators a, b, …; undefined for who did not read it. */
const textOf = (length: number, ...marks: (readonly Mark[] | undefined)[]): ReadText => ({
  document: 'document',
  length,
  readings: marks.flatMap((own, k) => (own ? [{ annotator: 'abcd'[k]!, marks: own, links: [] }] : [])),
})

const scheme = { annotators: ['a', 'b', 'c', 'd'], tags: ['c', 'k'] }
const figureOf = (texts: readonly ReadText[], tags = scheme.tags): Figure => {
  const total = new Float64Array(4)
  for (const text of texts)
    for (const [k, number] of alphaU.tally(text, { ...scheme, tags }).entries()) total[k]! += number
  return alphaU.figure(total, { ...scheme, tags })
}
const valueOf = (...texts: readonly ReadText[]): number | undefined => {
  const figure = figureOf(texts)
  return isDefined(figure) ? figure.value : undefined
}

/** Krippendorff 2004, p. 254: a continuum from 150 to 450, each unit as its beginning and length. */
const at = (tag: string, ...units: Written): Mark[] =>
  marksOf(
    tag,
    units.map(([start, length]) => [start - 150, length]),
  )
const both = at('k', [180, 60], [300, 50])
const published = textOf(
  300,
  [...at('c', [225, 70], [370, 30]), ...both],
  [...at('c', [220, 80], [355, 20], [400, 20]), ...both],
)

const unit = (start: number, length: number) => ({ start, end: start + length, value: 0 })
const gap = (start: number, length: number) => ({ ...unit(start, length), value: undefined })

test('published distances between two sections', () => {
  expect(squaredDistance(unit(225, 70), unit(220, 80))).toBe(50)
  expect(squaredDistance(unit(370, 30), unit(355, 20))).toBe(850)
  expect(squaredDistance(unit(400, 20), gap(400, 50))).toBe(400)
  expect(squaredDistance(gap(400, 50), unit(400, 20))).toBe(400)
  expect(squaredDistance(unit(390, 20), gap(400, 50))).toBe(0)
  expect(squaredDistance(gap(390, 20), gap(400, 50))).toBe(0)
})

test('published case: observed, expected and α by tag and together', () => {
  const chains = published.readings.map(({ marks }) => sections(marks, 300, ['c']))
  const { observed, expected } = unitizingDisagreement(chains, 300)
  expect(observed).toBeCloseTo(0.0144, 4)
  expect(expected).toBeCloseTo(0.0532, 4)
  const c = figureOf([published], ['c'])
  expect(c).toMatchObject({ observed: expect.closeTo(observed, 12), expected: expect.closeTo(expected, 12) })
  expect(c).toMatchObject({ value: expect.closeTo(0.7286, 4) })
  expect(figureOf([published], ['k'])).toMatchObject({ value: 1, observed: 0 })
  expect(valueOf(published)).toBeCloseTo(0.8587, 4)
  expect(Math.abs(valueOf(published)! - 0.8591)).toBeLessThan(0.0005)
})

test('copies of a document say what the document says', () => {
  expect(valueOf(published, published, published)).toBeCloseTo(valueOf(published)!, 12)
})

/** The published case, counted in finer units of text. */
const scaled = (factor: number): ReadText => ({
  ...published,
  length: published.length * factor,
  readings: published.readings.map((reading) => ({
    ...reading,
    marks: reading.marks.map((mark) => ({
      ...mark,
      ranges: mark.ranges.map(({ start, end }) => ({ start: start * factor, end: end * factor })),
    })),
  })),
})

test('a scale of finer units converges', () => {
  const [one, ten, hundred] = [1, 10, 100].map((factor) => valueOf(scaled(factor))!)
  expect(Math.abs(ten! - one!)).toBeLessThan(0.005)
  expect(Math.abs(hundred! - ten!)).toBeLessThan(Math.abs(ten! - one!) / 5)
})

test('without data there is no value', () => {
  const marks = marksOf('c', [[2, 5]])
  expect(figureOf([textOf(20, marks)])).toEqual({ undefined: 'one annotator only' })
  expect(figureOf([])).toEqual({ undefined: 'one annotator only' })
  expect(figureOf([textOf(20, [], []), textOf(20, marks)])).toEqual({ undefined: 'no data' })
  expect(figureOf([textOf(20, marksOf('other', [[2, 5]]), [])])).toEqual({ undefined: 'no data' })
  expect(figureOf([textOf(1, marksOf('c', [[0, 1]]), marksOf('c', [[0, 1]]))])).toEqual({
    undefined: 'one category only',
  })
})

const LENGTH = 40
const anyMarks = fc
  .array(fc.tuple(fc.constantFrom(...scheme.tags), fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 12 })), {
    maxLength: 5,
  })
  .map((units) =>
    units.flatMap(([tag, start, size]) => marksOf(tag, [[start, Math.min(size, LENGTH - start)]])),
  )
const anyText = fc
  .tuple(anyMarks, anyMarks, fc.option(anyMarks, { nil: undefined }))
  .map((marks) => textOf(LENGTH, ...marks))

test('never above 1, never NaN; the order of readings and marks changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) => {
      const value = valueOf(...texts)
      if (value === undefined) return
      expect(value).toBeLessThanOrEqual(1)
      const turned = texts.toReversed().map((text) => ({
        ...text,
        readings: text.readings
          .toReversed()
          .map((reading) => ({ ...reading, marks: reading.marks.toReversed() })),
      }))
      expect(valueOf(...turned)).toBeCloseTo(value, 10)
    }),
    { numRuns: 100 },
  )
})

test('annotators who marked the same agree', () => {
  fc.assert(
    fc.property(anyMarks, fc.boolean(), (marks, three) => {
      const text = textOf(LENGTH, marks, marks, three ? marks : undefined)
      // Units one character long leave nothing to be apart by.
      if (marks.some(({ ranges: [range] }) => range!.end - range!.start > 1)) expect(valueOf(text)).toBe(1)
    }),
    { numRuns: 100 },
  )
})
