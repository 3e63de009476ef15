import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignAll, alignPair } from './alignment'
import type { Pairing } from './comparison'
import type { Mark, Reading } from './reading'

const reading = (annotator: string, marks: readonly Mark[]): Reading => ({ annotator, marks, links: [] })

/** `claim 0-10 20-25` is a claim in two pieces. */
function mark(written: string, id = written): Mark {
  const [tag, ...ranges] = written.split(' ')
  return {
    id,
    tag: tag!,
    ranges: ranges.map((range) => {
      const [start, end] = range.split('-').map(Number)
      return { start: start!, end: end! }
    }),
  }
}
const marks = (...written: string[]): Mark[] => written.map((one) => mark(one))

const told = ({ pairs, onlyMine, onlyTheirs }: Pairing): unknown => ({
  pairs: pairs.map(({ mine, theirs }) => `${mine.id} = ${theirs.id}`),
  mine: onlyMine.map(({ id }) => id),
  theirs: onlyTheirs.map(({ id }) => id),
})

test('marks that touch or share nothing are not paired', () => {
  expect(told(alignPair(marks('claim 0-10'), marks('claim 10-20')))).toEqual({
    pairs: [],
    mine: ['claim 0-10'],
    theirs: ['claim 10-20'],
  })
})

test('one shared unit is enough for the same tag, half for different tags', () => {
  expect(alignPair(marks('claim 0-10'), marks('claim 9-90')).pairs).toMatchObject([{ overlap: 1 }])
  expect(alignPair(marks('claim 0-10'), marks('source 5-15')).pairs).toMatchObject([{ overlap: 5 }])
  expect(alignPair(marks('claim 0-10'), marks('source 6-16')).pairs).toEqual([])
  expect(alignPair(marks('claim 0-10'), marks('source 6-16'), 0).pairs).toHaveLength(1)
})

test('the units of pieces count, not what lies between them', () => {
  expect(alignPair(marks('claim 0-5 20-25'), marks('claim 5-20')).pairs).toEqual([])
  expect(alignPair(marks('claim 0-5 20-25'), marks('source 3-22')).pairs).toEqual([])
  expect(alignPair(marks('claim 0-5 20-25'), marks('source 2-5 20-25')).pairs).toMatchObject([{ overlap: 8 }])
})

test('first as many pairs with the same tag as possible', () => {
  expect(told(alignPair(marks('claim 0-10', 'claim 8-12'), marks('claim 0-10', 'claim 0-2')))).toMatchObject({
    pairs: ['claim 0-10 = claim 0-2', 'claim 8-12 = claim 0-10'],
  })
  expect(told(alignPair(marks('claim 0-10'), marks('source 0-10', 'claim 9-20')))).toMatchObject({
    pairs: ['claim 0-10 = claim 9-20'],
    theirs: ['source 0-10'],
  })
})

test('then as many with the same ranges, then the most overlap', () => {
  expect(told(alignPair(marks('claim 2-4'), marks('claim 0-9', 'claim 2-4')))).toMatchObject({
    pairs: ['claim 2-4 = claim 2-4'],
  })
  expect(told(alignPair(marks('claim 0-9'), marks('claim 0-4', 'claim 4-9')))).toMatchObject({
    pairs: ['claim 0-9 = claim 4-9'],
  })
})

test('what is equally good goes in the order of the text', () => {
  expect(told(alignPair(marks('claim 0-10'), marks('claim 5-10', 'claim 0-5')))).toMatchObject({
    pairs: ['claim 0-10 = claim 0-5'],
  })
  const twins = [mark('claim 0-10', 'b'), mark('claim 0-10', 'a')]
  expect(told(alignPair(twins, [mark('claim 0-10', 'y'), mark('claim 0-10', 'x')]))).toMatchObject({
    pairs: ['a = x', 'b = y'],
  })
})

test('weights past what a number holds exactly are still compared exactly', () => {
  const nested = Array.from({ length: 60 }, (_, k) => mark(`claim ${k}-${100_000_000 - k}`))
  const { pairs } = alignPair(nested, nested.toReversed())
  expect(pairs.every(({ mine, theirs }) => mine === theirs)).toBe(true)
})

const someMark = fc
  .record({ tag: fc.constantFrom('claim', 'source'), at: fc.nat(12), size: fc.integer({ min: 1, max: 8 }) })
  .chain(({ tag, at, size }) =>
    fc
      .boolean()
      .map((inTwo) => `${tag} ${at}-${at + size}${inTwo ? ` ${at + size + 1}-${at + size + 3}` : ''}`),
  )
const someMarks = (most: number): fc.Arbitrary<Mark[]> =>
  fc.array(someMark, { maxLength: most }).map((list) => list.map((one, k) => mark(one, `${one} #${k}`)))

/** Tags and ranges without ids: which of two twins was taken does not matter. */
const summary = (pairing: Pairing, turned = false): string[] =>
  pairing.pairs
    .map(({ mine, theirs }) => [mine, theirs].map(({ tag, ranges }) => JSON.stringify([tag, ranges])))
    .map(([mine, theirs]) => (turned ? `${theirs} ${mine}` : `${mine} ${theirs}`))
    .toSorted()

test('law: no order of marks and no exchange of the sides changes what is paired', () => {
  fc.assert(
    fc.property(someMarks(7), someMarks(7), (mine, theirs) => {
      const pairing = summary(alignPair(mine, theirs))
      expect(summary(alignPair(mine.toReversed(), theirs.toReversed()))).toEqual(pairing)
      expect(summary(alignPair(theirs, mine), true)).toEqual(pairing)
    }),
    { numRuns: 100 },
  )
})

/** The weight of the best matching by trying all. */
function best(mine: readonly Mark[], theirs: readonly Mark[]): number {
  const [first, ...rest] = mine
  if (!first) return 0
  const taken = theirs.flatMap((other, k) => {
    const pairs = alignPair([first], [other]).pairs
    return pairs.length ? [weight(pairs) + best(rest, theirs.toSpliced(k, 1))] : []
  })
  return Math.max(best(rest, theirs), ...taken)
}
const weight = (pairs: Pairing['pairs']): number =>
  pairs.reduce(
    (sum, { mine, theirs, overlap }) =>
      sum +
      Number(mine.tag === theirs.tag) * 1e6 +
      Number(JSON.stringify(mine.ranges) === JSON.stringify(theirs.ranges)) * 1e3 +
      overlap,
    0,
  )

test('law: no matching weighs more', () => {
  fc.assert(
    fc.property(someMarks(4), someMarks(4), (mine, theirs) => {
      expect(weight(alignPair(mine, theirs).pairs)).toBe(best(mine, theirs))
    }),
    { numRuns: 60 },
  )
})

const clustered = (readings: readonly Reading[]): string[][] =>
  alignAll(readings).map(({ marks: by }) => [...by].map(([annotator, { id }]) => `${annotator}: ${id}`))

test('marks of several annotators are clustered, in the order of the text', () => {
  expect(
    clustered([
      reading('c', marks('claim 0-9', 'figure 30-40')),
      reading('a', marks('source 20-26', 'claim 0-10')),
      reading('b', marks('claim 1-10', 'source 20-30')),
    ]),
  ).toEqual([
    ['a: claim 0-10', 'b: claim 1-10', 'c: claim 0-9'],
    ['a: source 20-26', 'b: source 20-30'],
    ['c: figure 30-40'],
  ])
})

test('what all marked alike is clustered whole', () => {
  const same = marks('claim 0-10', 'source 2-8', 'claim 5-12')
  const found = alignAll(['c', 'a', 'b'].map((annotator) => reading(annotator, same)))
  expect(found.map(({ marks: by }) => [...by.values()].map(({ id }) => id))).toEqual([
    ['claim 0-10', 'claim 0-10', 'claim 0-10'],
    ['source 2-8', 'source 2-8', 'source 2-8'],
    ['claim 5-12', 'claim 5-12', 'claim 5-12'],
  ])
})

test('a cluster that would get two marks of one annotator is not joined', () => {
  // a and b agree, b and c agree a little, and a has another mark that c agrees with more.
  expect(
    clustered([
      reading('a', marks('claim 0-10', 'claim 12-20')),
      reading('b', marks('claim 0-14')),
      reading('c', marks('claim 11-20')),
    ]),
  ).toEqual([
    ['a: claim 0-10', 'b: claim 0-14'],
    ['a: claim 12-20', 'c: claim 11-20'],
  ])
})

test('law: each mark is in one cluster; the order of readings and marks changes nothing', () => {
  fc.assert(
    fc.property(someMarks(5), someMarks(5), someMarks(5), (a, b, c) => {
      const readings = [reading('a', a), reading('b', b), reading('c', c)]
      const found = clustered(readings)
      expect(found.flat()).toHaveLength(a.length + b.length + c.length)
      const turned = readings
        .toReversed()
        .map(({ annotator, marks: of }) => reading(annotator, of.toReversed()))
      expect(clustered(turned)).toEqual(found)
    }),
    { numRuns: 60 },
  )
})

test('50 marks against 50 that all overlap cost little', () => {
  const [mine, theirs] = [0, 1].map((shift) =>
    Array.from({ length: 50 }, (_, k) => mark(`claim ${3 * k + shift}-${400 + 2 * k}`)),
  ) as [Mark[], Mark[]]
  const started = performance.now()
  expect(alignPair(mine, theirs).pairs).toHaveLength(50)
  expect(performance.now() - started).toBeLessThan(500)
})
