import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalised } from '../annotation/ranges'
import { kappaCharacters, kappaFound } from './cohen-kappa'
import { fleissCharacters, fleissFound } from './fleiss-kappa'
import { freeMarginalFound } from './free-marginal'
import { ac1Characters, ac1Found } from './gwet-ac1'
import { alphaCharacters, alphaCoded, alphaFound } from './krippendorff-alpha'
import { type Figure, type Measure, type Scheme, isDefined } from './measure'
import { percentCharacters, percentCoded, percentFound } from './percent'
import type { Mark, ReadText, Reading } from './reading'

const MEASURES: readonly Measure[] = [
  percentCharacters,
  percentFound,
  percentCoded,
  kappaCharacters,
  kappaFound,
  fleissCharacters,
  fleissFound,
  alphaCharacters,
  alphaFound,
  alphaCoded,
  ac1Characters,
  ac1Found,
  freeMarginalFound,
]
const LENGTH = 24
const runs = { numRuns: 40 }

const three: Scheme = { annotators: ['a', 'b', 'c'], tags: ['claim', 'source'] }
const two: Scheme = { ...three, annotators: ['a', 'b'] }
const schemeOf = (measure: Measure): Scheme => (measure.compares === 'two' ? two : three)

const anyRange = fc
  .tuple(fc.nat({ max: LENGTH - 1 }), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) }))
const anyMarks = fc
  .array(
    fc.record({
      tag: fc.constantFrom('claim', 'source', 'figure'),
      ranges: fc.array(anyRange, { minLength: 1, maxLength: 2 }).map(normalised),
    }),
    { maxLength: 5 },
  )
  .map((marks) => marks.map((mark, k): Mark => ({ ...mark, id: `${k}` })))

/** Who read a text, and what they marked there. */
const textOf = (marksOf: Readonly<Record<string, readonly Mark[]>>): ReadText => ({
  document: 'd',
  length: LENGTH,
  readings: Object.entries(marksOf).map(([annotator, marks]) => reading(annotator, marks)),
})
const reading = (annotator: string, marks: readonly Mark[]): Reading => ({ annotator, marks, links: [] })

/** Read by a and b at least, and perhaps by somebody who is not asked. */
const anyText = fc
  .record({ a: anyMarks, b: anyMarks, c: anyMarks, stranger: anyMarks }, { requiredKeys: ['a', 'b'] })
  .map(textOf)

const figureOf = (measure: Measure, text: ReadText, scheme = schemeOf(measure)): Figure =>
  measure.figure(measure.tally(text, scheme), scheme)

/** The same reason, or the same value but for rounding. */
function checkSame(one: Figure, other: Figure): void {
  if (isDefined(one) && isDefined(other)) expect(one.value).toBeCloseTo(other.value, 12)
  else expect(one).toEqual(other)
}

const shifted = ({ readings, ...text }: ReadText, by: number): ReadText => ({
  ...text,
  readings: readings.map((one) => ({
    ...one,
    marks: one.marks.map((mark) => ({
      ...mark,
      id: `${mark.id}+${by}`,
      ranges: mark.ranges.map(({ start, end }) => ({ start: start + by, end: end + by })),
    })),
  })),
})

describe.each(MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_, measure) => {
  const scheme = schemeOf(measure)

  test('is a number of at most 1, or says why it is none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const figure = figureOf(measure, text)
        if (!isDefined(figure)) return
        expect(Number.isFinite(figure.value)).toBe(true)
        expect(figure.value).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  test('hangs neither on the order of readings, marks and annotators nor on who is who', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const figure = figureOf(measure, text)
        const readings = text.readings.toReversed()
        const turned = readings.map((one) => ({ ...one, marks: one.marks.toReversed() }))
        checkSame(figureOf(measure, { ...text, readings: turned }), figure)
        const annotators = scheme.annotators.toReversed()
        checkSame(figureOf(measure, text, { ...scheme, annotators }), figure)
        const names = new Map([
          ['a', 'b'],
          ['b', 'a'],
        ])
        const swapped = text.readings.map((one) => ({
          ...one,
          annotator: names.get(one.annotator) ?? one.annotator,
        }))
        checkSame(figureOf(measure, { ...text, readings: swapped }, two), figureOf(measure, text, two))
      }),
      runs,
    )
  })

  test('is 1 where all marked the same, unless there was nothing to disagree about', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const read = scheme.annotators.map((annotator) => [annotator, structuredClone(marks)] as const)
        const figure = figureOf(measure, textOf(Object.fromEntries(read)))
        if (isDefined(figure)) expect(figure.value).toBe(1)
        else expect(['no data', 'one category only']).toContain(figure.undefined)
      }),
      runs,
    )
  })

  test('counts of two texts what it counts of the one that they make together', () => {
    const both = fc.tuple(anyMarks, anyMarks, anyMarks, anyMarks)
    fc.assert(
      fc.property(both, ([a1, b1, a2, b2]) => {
        const [first, second] = [textOf({ a: a1, b: b1 }), shifted(textOf({ a: a2, b: b2 }), LENGTH)]
        const together: ReadText = {
          document: 'both',
          length: 2 * LENGTH,
          readings: first.readings.map((one, k) => ({
            ...one,
            marks: [...one.marks, ...second.readings[k]!.marks],
          })),
        }
        const addend = measure.tally(shifted(second, -LENGTH), scheme)
        const sum = measure.tally(first, scheme).map((number, k) => number + addend[k]!)
        for (const [k, number] of measure.tally(together, scheme).entries())
          expect(number).toBeCloseTo(sum[k]!, 12)
      }),
      runs,
    )
  })

  test('leaves out other annotators, other tags, and texts that fewer than two read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const asked = text.readings
          .filter(({ annotator }) => scheme.annotators.includes(annotator))
          .map((one) => ({ ...one, marks: one.marks.filter(({ tag }) => scheme.tags.includes(tag)) }))
        const tally = measure.tally(text, scheme)
        expect(measure.tally({ ...text, readings: asked }, scheme)).toEqual(tally)
        const alone = measure.tally({ ...text, readings: asked.slice(0, 1) }, scheme)
        expect(alone).toEqual(new Float64Array(tally.length))
      }),
      runs,
    )
  })

  test('where nobody marked anything there are no data, and where one annotator is asked, nobody to agree', () => {
    checkSame(figureOf(measure, textOf({ a: [], b: [] })), { undefined: 'no data' })
    const one: Scheme = { ...scheme, annotators: ['a'] }
    checkSame(figureOf(measure, textOf({ a: [], b: [] }), one), { undefined: 'one annotator only' })
  })
})
