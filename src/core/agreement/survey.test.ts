import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../annotation/set'
import { usualMeasures } from './measures'
import type { Mark } from './reading'
import { surveyFrom, surveyOf } from './survey'
import type { SurveySetting, SurveyedText } from './survey-plan'
import { type Cell, type Survey, type SurveyedMeasure, survey } from './survey-result'
import { type Tallied, joinTallied, tallied } from './survey-tallies'
import { asItIs } from './what-if'

const people: readonly Person[] = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }))
const LENGTH = 60

const setting: SurveySetting = {
  annotators: people.slice(0, 2),
  tags: ['claim', 'source', 'figure'],
  measures: usualMeasures,
  whatIf: asItIs,
  seed: 1,
  draws: 40,
  gamma: { position: 1, category: 1 },
}
const three: SurveySetting = { ...setting, annotators: people }
const supposing = (what: Partial<SurveySetting['whatIf']>, of = setting): SurveySetting => ({
  ...of,
  whatIf: { ...asItIs, ...what },
})

/** `claim 0-10` is a claim there; the same person's marks with commas between them. */
const marksOf = (written: string): Mark[] =>
  written === ''
    ? []
    : written.split(', ').map((one) => {
        const [tag, range] = one.split(' ')
        const [start, end] = range!.split('-').map(Number)
        return { id: `${one} `, tag: tag!, ranges: [{ start: start!, end: end! }] }
      })

/** A text as a, b and c read it; who is left out did not. */
function read(document: string, marks: Readonly<Record<string, readonly Mark[] | string>>): SurveyedText {
  const readings = Object.entries(marks).map(([annotator, own]) => ({
    annotator,
    marks: (typeof own === 'string' ? marksOf(own) : own).map((mark) => ({
      ...mark,
      id: `${mark.id}${annotator}`,
    })),
    links: [],
  }))
  return {
    text: { document, length: LENGTH, readings },
    title: document,
    worked: new Map(),
    attributes: new Map(),
  }
}

const measureIn = ({ measures }: Survey, id: string): SurveyedMeasure =>
  measures.find((measure) => measure.id === id)!
const valueOf = ({ figure }: Cell): number | undefined => ('value' in figure ? figure.value : undefined)

describe('a text of two annotators', () => {
  // The fixture of the reference, worked out by hand.
  const text = read('d1', {
    a: 'claim 0-10, source 20-26, claim 30-40',
    b: 'claim 0-10, source 20-30, figure 50-60',
  })
  const found = surveyOf([text], setting)

  test('has the figures of its measures, of all, of the pair and of the document', () => {
    const expected = {
      'f1-strict': 1 / 3,
      'f1-partial': 2 / 3,
      'f1-characters': 32 / 56,
      'kappa-characters': 0.3793,
      'alpha-characters': 0.3687,
      'fleiss-characters': 0.3634,
      'percent-characters': 0.6,
    }
    for (const [id, value] of Object.entries(expected)) {
      const measure = measureIn(found, id)
      expect(valueOf(measure.all), id).toBeCloseTo(value, 4)
      expect(measure.byPair.map(({ first, second, cell }) => [first, second, valueOf(cell)])).toEqual([
        ['a', 'b', valueOf(measure.all)],
      ])
      expect(measure.byDocument).toEqual([{ document: 'd1', figure: measure.all.figure }])
    }
  })

  test('has them by tag', () => {
    const kappas = measureIn(found, 'kappa-characters').byTag.map(({ tag, cell }) => [tag, valueOf(cell)])
    expect(kappas).toEqual([
      ['claim', expect.closeTo(0.5714, 4)],
      ['source', expect.closeTo(0.7143, 4)],
      ['figure', expect.closeTo(0, 4)],
    ])
    expect(measureIn(found, 'links-exact').byTag).toEqual([])
  })

  test('has what stands behind them', () => {
    expect(found.split.all).toEqual({
      agreed: 1,
      attributesDiffer: 0,
      boundaryDiffers: 1,
      tagDiffers: 0,
      missedByFirst: 1,
      missedBySecond: 1,
      linkDiffers: 0,
    })
    expect(found.split.byPair[0]!.byDocument).toEqual([{ document: 'd1', counts: found.split.all }])
    const cells = found.confusion.all.map(({ first, second, count }) => [first, second, count])
    expect(cells).toEqual([
      ['claim', 'claim', 1],
      ['claim', null, 1],
      ['source', 'source', 1],
      ['figure', null, 1],
    ])
    expect(found.confusion.byPair[0]!.cells.at(-1)).toEqual({
      first: null,
      second: 'figure',
      count: 1,
      documents: [{ document: 'd1', count: 1 }],
    })
    expect(found.shifts.all).toEqual({ pairs: 2, start: 0, end: 2 })
    expect(found.shifts.byTag[2]).toEqual({ tag: 'figure', shift: { pairs: 0 } })
  })

  test('says of intervals that there are too few documents, and of what is undefined why', () => {
    expect(measureIn(found, 'u-alpha').all.interval).toEqual({ tooFew: 1 })
    const links = measureIn(found, 'links-exact').all
    expect(links).toEqual({ figure: { undefined: 'no data' }, interval: { undefined: 'no data' } })
  })

  test('left out one of the two, nothing is defined, and it is said why', () => {
    const { measures, annotators } = surveyOf([text], supposing({ leaveOut: ['b'] }))
    expect(annotators.map(({ id }) => id)).toEqual(['a'])
    for (const { all, byPair, byTag } of measures)
      for (const cell of [all, ...byPair.map((one) => one.cell), ...byTag.map((one) => one.cell)])
        expect(cell.figure).toEqual({ undefined: 'one annotator only' })
  })

  test('attributes that differ are a difference', () => {
    const said = { ...text, attributes: new Map([['claim 0-10 a', 'fact']]) }
    expect(surveyOf([said], setting).split.all).toMatchObject({ agreed: 0, attributesDiffer: 1 })
  })
})

test('documents that not all have read count for those who have', () => {
  const found = surveyOf(
    [
      read('d1', { a: 'claim 0-10', b: 'claim 0-10', c: 'source 0-10' }),
      read('d2', { a: 'claim 5-9', c: 'claim 5-9' }),
      read('d3', { b: 'claim 1-2' }),
    ],
    three,
  )
  expect(found.pairs).toEqual([
    { first: 'a', second: 'b', documents: 1 },
    { first: 'a', second: 'c', documents: 2 },
    { first: 'b', second: 'c', documents: 1 },
  ])
  expect(found.texts).toBe(2)
  expect(found.annotators.map(({ documents, marks }) => [documents, marks])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ])
  const strict = measureIn(found, 'f1-strict')
  expect(strict.byPair.map(({ cell }) => valueOf(cell))).toEqual([1, 0.5, 0])
  expect(valueOf(strict.all)).toBe(0.5)
  expect(strict.byDocument.map(({ document }) => document)).toEqual(['d1', 'd2'])
  expect(measureIn(found, 'kappa-characters').all.figure).toEqual({ undefined: 'more than two annotators' })
})

const anyMark = fc
  .tuple(fc.constantFrom('claim', 'source', 'figure'), fc.nat({ max: 50 }), fc.integer({ min: 1, max: 9 }))
  .map(([tag, start, length]): Mark => ({ id: '', tag, ranges: [{ start, end: start + length }] }))
const anyMarks = fc
  .array(anyMark, { maxLength: 5 })
  .map((marks) => marks.map((mark, k) => ({ ...mark, id: `${k}` })))
const anyTexts = (who: readonly string[], minLength = 1) =>
  fc
    .array(fc.record(Object.fromEntries(who.map((id) => [id, anyMarks])), { requiredKeys: [] }), {
      minLength,
      maxLength: 14,
    })
    .map((list) => list.map((marks, k) => read(`d${k}`, marks as Record<string, Mark[]>)))

/** Without those that overlap one of the same tag: otherwise new partners come into reach as boundaries move. */
const apart = (marks: readonly Mark[]): Mark[] =>
  marks.filter(
    ({ tag, ranges: [mine] }, k) =>
      !marks
        .slice(0, k)
        .some(
          ({ tag: other, ranges: [theirs] }) =>
            tag === other && mine!.start < theirs!.end && theirs!.start < mine!.end,
        ),
  )

const figuresIn = ({ measures }: Survey) =>
  measures.map(({ id, all, byTag, byPair }) => ({ id, all, byTag, byPair }))

describe('whatever was marked', () => {
  const runs = { numRuns: 25 }

  test('the order of texts, readings and annotators changes nothing', () => {
    fc.assert(
      fc.property(anyTexts(['a', 'b', 'c']), (texts) => {
        const turned = texts.toReversed().map((one) => ({
          ...one,
          text: { ...one.text, readings: one.text.readings.toReversed() },
        }))
        const one = surveyOf(texts, three)
        const other = surveyOf(turned, { ...three, annotators: people.toReversed() })
        expect(figuresIn(other)).toEqual(figuresIn(one))
        expect(other.split.all).toEqual(one.split.all)
        expect(other.shifts).toEqual(one.shifts)
      }),
      runs,
    )
  })

  test('lots that are joined are the same as all at once', () => {
    fc.assert(
      fc.property(anyTexts(['a', 'b', 'c'], 2), (texts) => {
        const lots = [texts.slice(0, 1), texts.slice(1)]
        const all = surveyOf(texts, three)
        const joined = (taken: readonly Tallied[]) => surveyFrom(joinTallied(taken, three), three)
        expect(joined(lots.map((lot) => tallied(lot, three)))).toEqual(all)
        // Of each lot, those who read it were asked and nobody else.
        const own = lots.map((lot) => {
          const there = new Set(lot.flatMap(({ text }) => text.readings.map(({ annotator }) => annotator)))
          return tallied(lot, { ...three, annotators: people.filter(({ id }) => there.has(id)) })
        })
        expect(joined(own)).toEqual(all)
      }),
      runs,
    )
  })

  test('it is of the form that is published, with no number that is none', () => {
    fc.assert(
      fc.property(anyTexts(['a', 'b', 'c'], 10), (texts) => {
        const found = surveyOf(texts, three)
        expect(survey.parse(structuredClone(found))).toEqual(found)
      }),
      runs,
    )
  })

  test('with all tags merged into one, no tag is taken for another', () => {
    const one = supposing({
      merge: [
        { tag: 'source', into: 'figure' },
        { tag: 'figure', into: 'claim' },
      ],
    })
    fc.assert(
      fc.property(anyTexts(['a', 'b']), (texts) => {
        const found = surveyOf(texts, one)
        expect(found.tags).toEqual(['claim'])
        expect(found.split.all.tagDiffers).toBe(0)
        for (const { first, second } of found.confusion.all) expect(second).toBeOneOf([first, null])
      }),
      runs,
    )
  })

  test('with shifts of any size ignored, no boundary differs', () => {
    fc.assert(
      fc.property(anyTexts(['a', 'b']), (texts) => {
        const tidy = texts.map((one) => ({
          ...one,
          text: {
            ...one.text,
            readings: one.text.readings.map((reading) => ({ ...reading, marks: apart(reading.marks) })),
          },
        }))
        const found = surveyOf(tidy, supposing({ ignoreShift: LENGTH }))
        expect(found.split.all.boundaryDiffers).toBe(0)
        expect(found.shifts.all).toEqual({
          ...found.shifts.all,
          ...(found.shifts.all.pairs ? { start: 0, end: 0 } : {}),
        })
      }),
      runs,
    )
  })
})

test('progress is told text by text', () => {
  const told: string[] = []
  surveyOf([read('d1', {}), read('d2', {})], setting, (done, of) => told.push(`${done} of ${of}`))
  expect(told).toEqual(['1 of 2', '2 of 2'])
})

test('γ is taken when it is named, and how', () => {
  const texts = [read('d1', { a: 'claim 0-10, source 20-26', b: 'claim 0-10, source 20-30' })]
  const found = surveyOf(texts, { ...setting, measures: ['gamma'], gamma: { position: 3, category: 2 } })
  expect(found.measures.map(({ id }) => id)).toEqual(['gamma'])
  expect(found.gamma).toMatchObject({ position: 3, category: 2, samples: 30, approximated: 0 })
})
