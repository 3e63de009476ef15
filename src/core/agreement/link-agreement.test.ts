import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linksAligned, linksExact, linksGivenEnds, linksOverlap } from './link-agreement'
import type { Figure, Measure } from './measure'
import type { Mark, MarkedLink, Reading, ReadText } from './reading'

const TAGS = ['claim', 'source', 'figure']

/** Marks are written `claim 0-10`; links `0 said-by 1`, the ends being numbers of marks. */
function reading(annotator: string, marks: readonly string[], links: readonly string[]): Reading {
  const id = (k: string | number): string => `${annotator}.${k}`
  return {
    annotator,
    marks: marks.map((one, k): Mark => {
      const [tag, start, end] = one.split(/[ -]/)
      return { id: id(k), tag: tag!, ranges: [{ start: Number(start), end: Number(end) }] }
    }),
    links: links.map((one, k): MarkedLink => {
      const [from, type, to] = one.split(' ')
      return { id: id(`link.${k}`), type: type!, from: id(from!), to: id(to!) }
    }),
  }
}

type Marked = readonly [marks: readonly string[], links: readonly string[]]
const text = (...marked: Marked[]): ReadText => ({
  document: 'text',
  length: 100,
  readings: marked.map(([marks, links], k) => reading('abc'[k]!, marks, links)),
})
function of(measure: Measure, read: ReadText, annotators = ['a', 'b'], tags = TAGS): Figure {
  return measure.figure(measure.tally(read, { annotators, tags }), { annotators, tags })
}

const MEASURES = [linksExact, linksOverlap, linksAligned, linksGivenEnds]
const figures = (mine: Marked, theirs: Marked): unknown[] =>
  MEASURES.map((measure) => of(measure, text(mine, theirs))).map((figure) =>
    'value' in figure ? figure.value : figure.undefined,
  )

const SAID: Marked = [['claim 0-10', 'source 20-30'], ['0 said-by 1']]

test('the same ends, type and direction agree', () => {
  expect(figures(SAID, SAID)).toEqual([1, 1, 1, 1])
})

test('another type or direction does not', () => {
  expect(figures(SAID, [SAID[0], ['0 denied-by 1']])).toEqual([0, 0, 0, 0])
  expect(figures(SAID, [SAID[0], ['1 said-by 0']])).toEqual([0, 0, 0, 0])
})

test('ends with other boundaries agree where overlap is enough', () => {
  expect(figures(SAID, [['claim 2-10', 'source 20-30'], ['0 said-by 1']])).toEqual([0, 1, 1, 1])
})

test('ends with other tags agree only when annotations are matched first', () => {
  expect(figures(SAID, [['figure 0-10', 'source 20-30'], ['0 said-by 1']])).toEqual([0, 0, 1, 1])
})

test('an end that was matched with another annotation is another end', () => {
  const theirs: Marked = [['claim 0-10', 'claim 8-14', 'source 20-30'], ['1 said-by 2']]
  expect(figures(SAID, theirs)).toEqual([0, 1, 0, 0])
})

test('links with an end that the other missed are left out of the conditional figure', () => {
  const mine: Marked = [
    ['claim 0-10', 'source 20-30', 'claim 40-50'],
    ['0 said-by 1', '2 said-by 1'],
  ]
  expect(figures(mine, SAID)).toEqual([2 / 3, 2 / 3, 2 / 3, 1])
  expect(figures([['claim 40-50', 'source 20-30'], ['0 said-by 1']], SAID)).toEqual([0, 0, 0, 'no data'])
})

test('one link answers one', () => {
  const twice: Marked = [SAID[0], ['0 said-by 1', '0 said-by 1']]
  expect(figures(SAID, twice)).toEqual([2 / 3, 2 / 3, 2 / 3, 2 / 3])
})

test('overlapping links are paired so that the most agree', () => {
  // The first claim could answer either of theirs, the second only their first.
  const mine: Marked = [
    ['claim 0-10', 'claim 0-2', 'source 20-30'],
    ['0 said-by 2', '1 said-by 2'],
  ]
  const theirs: Marked = [
    ['claim 0-3', 'claim 5-10', 'source 20-30'],
    ['0 said-by 2', '1 said-by 2'],
  ]
  expect(of(linksOverlap, text(mine, theirs))).toEqual({ value: 1 })
})

const marked = fc
  .array(
    fc
      .tuple(fc.constantFrom(...TAGS), fc.nat(30), fc.integer({ min: 1, max: 9 }))
      .map(([tag, at, size]) => `${tag} ${at}-${at + size}`),
    { minLength: 1, maxLength: 5 },
  )
  .chain((marks) =>
    fc
      .array(fc.tuple(fc.nat(marks.length - 1), fc.constantFrom('p', 'q'), fc.nat(marks.length - 1)), {
        maxLength: 5,
      })
      .map((links): Marked => [marks, links.map(([from, type, to]) => `${from} ${type} ${to}`)]),
  )

describe.each(MEASURES)('$id', (measure) => {
  test('no links are no data, one reading is nothing to compare', () => {
    expect(of(measure, text([SAID[0], []], [SAID[0], []]))).toEqual({ undefined: 'no data' })
    expect(of(measure, text(SAID))).toEqual({ undefined: 'one annotator only' })
  })

  test('a link with an end outside the scheme is as if it were not there', () => {
    expect(of(measure, text(SAID, SAID), ['a', 'b'], ['claim'])).toEqual({ undefined: 'no data' })
  })

  test('law: no order of annotators, marks and links changes it, it is at most 1, and 1 for the same', () => {
    fc.assert(
      fc.property(marked, marked, marked, (a, b, c) => {
        const figure = of(measure, text(a, b, c), ['a', 'b', 'c'])
        expect(of(measure, text(c, a, b), ['a', 'b', 'c'])).toEqual(figure)
        const turned = text(a, b, c).readings.map((one) => ({
          ...one,
          marks: one.marks.toReversed(),
          links: one.links.toReversed(),
        }))
        const read = { document: 'text', length: 100, readings: turned.toReversed() }
        expect(of(measure, read, ['b', 'a', 'c'])).toEqual(figure)
        if ('value' in figure) expect(figure.value).toBeLessThanOrEqual(1)
        expect(of(measure, text(a, a))).toEqual(a[1].length ? { value: 1 } : { undefined: 'no data' })
      }),
      { numRuns: 50 },
    )
  })
})
