import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestAlignment } from './gamma-alignment'
import { continuumOf, type Unit, unitaryDisorder, type Weights } from './gamma-disorder'

const even: Weights = { position: 1, category: 1, empty: 1 }

/** `1-5 a, 6-10 b`. */
const units = (written: string): Unit[] =>
  written.split(', ').map((unit) => {
    const [, start, end, category] = /^(\d+)-(\d+) (\w+)$/.exec(unit)!
    return { start: Number(start), end: Number(end), category: category! }
  })

const disorderOf = (annotators: Unit[][], weights = even) =>
  bestAlignment(continuumOf(annotators, weights)).disorder

// Continua and disorders as computed with pygamma-agreement 0.5.9.
const f1 = [units('1-5 a, 6-10 b, 11-15 a'), units('2-6 a, 7-11 b, 12-16 a')]
const f2 = [units('1-5 a, 6-10 b, 20-24 a, 30-34 b'), units('2-6 a, 31-35 b')]
const f4 = [units('1-5 a, 10-14 b'), units('2-6 a, 11-15 b'), units('1-4 a, 9-14 c')]
const f6 = [units('1-5 a, 6-10 b, 11-15 c'), units('2-7 a, 8-12 b, 11-15 a')]

test('published disorders of best alignments', () => {
  expect(disorderOf(f1)).toBeCloseTo(0.0625, 12)
  expect(disorderOf(f2)).toBeCloseTo(0.708333333333, 12)
  expect(disorderOf(f2.toReversed())).toBeCloseTo(0.708333333333, 12)
  expect(disorderOf(f4)).toBeCloseTo(0.408756, 6)
  expect(disorderOf(f6, { position: 3, category: 2, empty: 1 })).toBeCloseTo(1.027778, 6)
})

test('the alignment says what goes with what', () => {
  const { groups, exact } = bestAlignment(continuumOf(f2, even))
  expect(exact).toBe(true)
  expect(new Set(groups.map((group) => group.join(' ')))).toEqual(new Set(['0 4', '1', '2', '3 5']))
})

test('without units there is nothing to align', () => {
  expect(disorderOf([[], [], []])).toBeUndefined()
})

test('one who found nothing costs each unit of the other a missing counterpart', () => {
  expect(disorderOf([units('1-5 a, 6-10 b'), []])).toBe(2)
})

test('for more than two, to align what is apart can be better than two with nothing on the other side', () => {
  // d is 4: together (4 + 1 + 1) / 3, apart 1 + 1.
  const far = continuumOf([units('0-10 a'), units('20-30 a'), []], even)
  expect(bestAlignment(far).groups).toHaveLength(2)
  const nearer = continuumOf([units('0-10 a'), units('19-29 a'), []], even)
  expect(bestAlignment(nearer).groups).toHaveLength(1)
})

/** Tries everything. */
function leastOf(annotators: readonly (readonly Unit[])[], weights: Weights): number {
  const first = annotators.findIndex((own) => own.length > 0)
  if (first < 0) return 0
  const choices = annotators.map((own, k) =>
    k < first ? [undefined] : k === first ? [own[0]] : [undefined, ...own],
  )
  let least = Infinity
  const choose = (chosen: (Unit | undefined)[]): void => {
    if (chosen.length < choices.length) {
      for (const unit of choices[chosen.length]!) choose([...chosen, unit])
      return
    }
    const left = annotators.map((own, k) => own.filter((unit) => unit !== chosen[k]))
    least = Math.min(least, unitaryDisorder(chosen, weights) + leastOf(left, weights))
  }
  choose([])
  return least
}

const unit = fc.record({
  start: fc.nat(40),
  length: fc.integer({ min: 1, max: 12 }),
  category: fc.constantFrom('a', 'b'),
})
const continua = (annotators: number, most: number, least = 0) =>
  fc.array(
    fc
      .array(unit, { minLength: least, maxLength: most })
      .map((own) => own.map(({ start, length, category }) => ({ start, end: start + length, category }))),
    { minLength: annotators, maxLength: annotators },
  )
const weights = fc.constantFrom<Weights>(
  even,
  { position: 3, category: 2, empty: 1 },
  { position: 1, category: 0, empty: 2 },
  { position: 0, category: 1, empty: 1 },
)
const mean = (annotators: readonly (readonly Unit[])[]) => annotators.flat().length / annotators.length

test.each([
  [2, 5],
  [3, 3],
  [4, 2],
])('of %d annotators it is the best of all alignments', (annotators, most) => {
  fc.assert(
    fc.property(continua(annotators, most), weights, (drawn, weighted) => {
      fc.pre(drawn.flat().length > 0)
      const { disorder, exact } = bestAlignment(continuumOf(drawn, weighted))
      expect(exact).toBe(true)
      expect(disorder).toBeCloseTo(leastOf(drawn, weighted) / mean(drawn), 9)
    }),
    { numRuns: 50 },
  )
})

test('the approximation is never better than the best, and seldom far from it', () => {
  let [approximated, best] = [0, 0]
  fc.assert(
    fc.property(continua(3, 6, 2), (drawn) => {
      const continuum = continuumOf(drawn, even)
      const quick = bestAlignment(continuum, 0).disorder!
      const least = bestAlignment(continuum).disorder!
      expect(quick).toBeGreaterThan(least - 1e-9)
      approximated += quick
      best += least
    }),
    { numRuns: 100 },
  )
  expect(approximated).toBeLessThan(1.03 * best)
})

test('beyond the limit it says that it is not exact', () => {
  const drawn = [units('1-9 a, 3-8 b'), units('2-9 a, 4-9 b'), units('1-8 b, 3-9 a')]
  expect(bestAlignment(continuumOf(drawn, even), 3).exact).toBe(false)
  expect(bestAlignment(continuumOf(drawn, even)).exact).toBe(true)
})

test('each unit is in one unitary alignment, which has one unit at most of each annotator', () => {
  fc.assert(
    fc.property(continua(5, 12), fc.constantFrom(0, 10_000), (drawn, most) => {
      const continuum = continuumOf(drawn, even)
      const { groups } = bestAlignment(continuum, most)
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...continuum.owner.keys()])
      for (const group of groups) {
        const owners = group.map((held) => continuum.owner[held])
        expect(new Set(owners).size).toBe(owners.length)
      }
    }),
    { numRuns: 20 },
  )
})

test('the order of annotators changes nothing', () => {
  fc.assert(
    fc.property(continua(3, 6), (drawn) => {
      const [one, two] = [disorderOf(drawn), disorderOf([drawn[2]!, drawn[0]!, drawn[1]!])]
      expect(one ?? 0).toBeCloseTo(two ?? 0, 9)
    }),
    { numRuns: 50 },
  )
})
