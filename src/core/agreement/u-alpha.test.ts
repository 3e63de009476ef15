import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, type Measure, type Scheme, isDefined } from './measure'
import type { Mark, ReadText } from './reading'
import { codingByTag, uAlpha, uAlphaBinary, uAlphaCoding } from './u-alpha'

/** `5:31-32` is what stands from 31 to 32, both counted from one and included, as value 5. */
function mark(written: string): Mark {
  const [tag, from, to] = written.split(/[:-]/)
  return { id: written, tag: tag!, ranges: [{ start: Number(from) - 1, end: Number(to) }] }
}
const marksOf = (written: string): Mark[] => (written === '' ? [] : written.split(' ').map(mark))

/** A text with the marks of annotators a, b, …; undefined for who did not read it. */
const textOf = (length: number, ...marks: (readonly Mark[] | undefined)[]): ReadText => ({
  document: 'document',
  length,
  readings: marks.flatMap((own, k) => (own ? [{ annotator: 'abcd'[k]!, marks: own, links: [] }] : [])),
})

const scheme: Scheme = { annotators: ['a', 'b', 'c', 'd'], tags: ['1', '2', '3', '4', '5', '6', '7'] }

function totalOf(texts: readonly ReadText[], of: Scheme = scheme): Float64Array {
  const total = new Float64Array((of.tags.length + 1) ** 2 + 2 * of.tags.length + 1)
  for (const text of texts) for (const [k, number] of uAlpha.tally(text, of).entries()) total[k]! += number
  return total
}
const figureOf = (measure: Measure, texts: readonly ReadText[]): Figure =>
  measure.figure(totalOf(texts), scheme)
const valueOf = (measure: Measure, ...texts: readonly ReadText[]): number | undefined => {
  const figure = figureOf(measure, texts)
  return isDefined(figure) ? figure.value : undefined
}

/** Krippendorff 2019, fig. 12.11, p. 340. */
const published = textOf(
  60,
  marksOf('1:1-7 2:8-13 5:31-32 6:33-37 6:38-44 7:45-60'),
  marksOf('1:1-7 3:8-13 5:14-21 6:33-44'),
  marksOf('1:1-7 4:8-13 5:14-21 6:33-37 6:38-41 6:42-44'),
)

test('published coincidences', () => {
  const total = totalOf([published])
  const met: Record<string, number> = {}
  for (const [cell, length] of total.subarray(0, 64).entries()) {
    const [c, k] = [Math.floor(cell / 8), cell % 8].map((value) => scheme.tags[value] ?? 'φ')
    if (length > 0) met[`${c}${k}`] = length
  }
  const codes = { '23': 3, '32': 3, '24': 3, '42': 3, '34': 3, '43': 3 }
  expect(met).toEqual({
    '11': 21,
    '55': 8,
    '66': 36,
    φφ: 45,
    φ5: 10,
    '5φ': 10,
    φ7: 16,
    '7φ': 16,
    ...codes,
  })
})

test('published values of the family', () => {
  const nominal = figureOf(uAlpha, [published])
  expect(nominal).toMatchObject({ observed: expect.closeTo(70 / 180, 10) })
  expect(nominal).toMatchObject({ expected: expect.closeTo(142.85 / 180, 4) })
  expect(valueOf(uAlpha, published)).toBeCloseTo(0.51, 3)
  expect(valueOf(uAlphaBinary, published)).toBeCloseTo(0.4136, 4)
  expect(valueOf(uAlphaCoding, published)).toBeCloseTo(0.7242, 4) // .728 would be the wrong K
})

test('published values of single codes, and their coverage', () => {
  const byTag = codingByTag(totalOf([published]), scheme)
  expect([...byTag.keys()]).toEqual(scheme.tags)
  for (const tag of ['1', '5', '6']) expect(byTag.get(tag)!.figure).toMatchObject({ value: 1 })
  for (const tag of ['2', '3', '4'])
    expect(byTag.get(tag)!.figure).toMatchObject({ value: expect.closeTo(0, 10), observed: 1 })
  expect(byTag.get('7')).toEqual({ figure: { undefined: 'no data' }, coverage: 0 })
  expect(byTag.get('5')!.coverage).toBeCloseTo(8 / 18, 10)
  expect(byTag.get('1')!.coverage).toBe(1)
})

const all = (texts: readonly ReadText[]) =>
  [uAlpha, uAlphaBinary, uAlphaCoding].map((measure) => {
    const figure = figureOf(measure, texts)
    return isDefined(figure) ? figure.value : figure.undefined
  })

test('without data there is no value', () => {
  const one = marksOf('1:1-7')
  const alone = 'one annotator only'
  const single = 'one category only'
  expect(all([])).toEqual([alone, alone, alone])
  expect(all([textOf(20, one)])).toEqual([alone, alone, alone])
  expect(all([textOf(20, [], []), textOf(20, one)])).toEqual(['no data', 'no data', 'no data'])
  expect(all([textOf(20, marksOf('other:1-7'), [])])).toEqual(['no data', 'no data', 'no data'])
  expect(all([textOf(20, one, one)])).toEqual([1, 1, single])
  expect(all([textOf(7, one, one)])).toEqual([single, single, single])
  expect(all([textOf(7, one, marksOf('2:1-7'))])).toEqual([0, single, 0])
  expect(all([textOf(20, one, marksOf('2:8-9'))])[2]).toBe('no data')
  expect(codingByTag(totalOf([textOf(20, one, one)]), scheme).get('1')).toEqual({
    figure: { undefined: single },
    coverage: 1,
  })
  expect(codingByTag(totalOf([]), scheme).get('1')!.figure).toEqual({ undefined: alone })
})

const LENGTH = 40
const FEW: Scheme = { ...scheme, tags: ['1', '2', '3'] }
const anyMarks = fc
  .array(fc.tuple(fc.constantFrom(...FEW.tags), fc.integer({ min: 1, max: LENGTH }), fc.nat(11)), {
    maxLength: 5,
  })
  .map((units) => units.map(([tag, from, more]) => mark(`${tag}:${from}-${Math.min(LENGTH, from + more)}`)))
const anyText = fc
  .tuple(anyMarks, anyMarks, fc.option(anyMarks, { nil: undefined }))
  .map((marks) => textOf(LENGTH, ...marks))

/** Every figure of the family, by name. */
function figuresOf(texts: readonly ReadText[], of: Scheme = FEW): ReadonlyMap<string, Figure> {
  const total = totalOf(texts, of)
  return new Map([
    ...[uAlpha, uAlphaBinary, uAlphaCoding].map(
      (measure) => [measure.id, measure.figure(total, of)] as const,
    ),
    ...[...codingByTag(total, of)].map(([tag, { figure }]) => [tag, figure] as const),
  ])
}

test('never above 1, never NaN; the order of readings, marks, annotators and tags changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) => {
      const turned = texts.toReversed().map((text) => ({
        ...text,
        readings: text.readings
          .toReversed()
          .map((reading) => ({ ...reading, marks: reading.marks.toReversed() })),
      }))
      const others = figuresOf(turned, { ...FEW, annotators: FEW.annotators.toReversed() })
      for (const [name, figure] of figuresOf(texts)) {
        const other = others.get(name)!
        if (!isDefined(figure)) {
          expect(other).toEqual(figure)
          continue
        }
        expect(figure.value).toBeLessThanOrEqual(1)
        expect(other).toMatchObject({ value: expect.closeTo(figure.value, 10) })
      }
    }),
    { numRuns: 100 },
  )
})

test('annotators who marked the same agree, where there is something to disagree about', () => {
  fc.assert(
    fc.property(anyMarks, fc.boolean(), (marks, three) => {
      const text = textOf(LENGTH, marks, marks, three ? marks : undefined)
      for (const figure of figuresOf([text]).values()) {
        if (isDefined(figure)) expect(figure.value).toBe(1)
        else expect(figure.undefined).toMatch(/no data|one category only/)
      }
    }),
    { numRuns: 100 },
  )
})

const later = (marks: readonly Mark[]): Mark[] =>
  marks.map(({ id, tag, ranges: [range] }) => ({
    id: `${id} later`,
    tag,
    ranges: [{ start: range!.start + LENGTH, end: range!.end + LENGTH }],
  }))

test('texts count as one text that they make end to end', () => {
  fc.assert(
    fc.property(anyMarks, anyMarks, anyMarks, anyMarks, (a, b, c, d) => {
      const whole = textOf(2 * LENGTH, [...a, ...later(c)], [...b, ...later(d)])
      expect(totalOf([textOf(LENGTH, a, b), textOf(LENGTH, c, d)], FEW)).toEqual(totalOf([whole], FEW))
    }),
    { numRuns: 100 },
  )
})

const lengthsOf = (text: ReadText) =>
  totalOf([text])
    .subarray(0, 64)
    .reduce((sum, length) => sum + length, 0)

test('texts read by different numbers of annotators weigh as many annotators as read them', () => {
  const marks = marksOf('1:1-7 2:9-12')
  expect(lengthsOf(textOf(20, marks, undefined, []))).toBe(40)
  expect(lengthsOf(textOf(20, marks, [], marks, marks))).toBeCloseTo(80, 10)
})
