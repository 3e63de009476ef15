import * as fc from 'fast-check'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { expect, test } from 'vitest'
import { expectedDisorder, randomContinua, samplesNeeded } from './gamma-chance'
import type { Unit } from './gamma-disorder'

const even = { position: 1, category: 1, empty: 1 }
const sampling = { seed: 1, samples: 30, precision: 0.05, mostSamples: 300 }

const unit = (start: number, end: number, category = 'a'): Unit => ({ start, end, category })
const continua = {
  annotators: [
    [unit(1, 5), unit(6, 10, 'b'), unit(11, 15)],
    [unit(2, 6), unit(7, 11, 'b'), unit(12, 16)],
  ],
  length: 17,
}

test('a random annotator has the units of a real one, moved round the text by the same distance', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const drawn = randomContinua(continua, xoroshiro128plus(seed))
      expect(drawn).toHaveLength(2)
      for (const own of drawn) {
        const fits = continua.annotators.some((real) => {
          const by = (own[0]!.start - real[0]!.start + 17) % 17
          return own.every(
            ({ start, end, category }, k) =>
              start === (real[k]!.start + by) % 17 && end - start === 4 && category === real[k]!.category,
          )
        })
        expect(fits).toBe(true)
      }
    }),
  )
})

test('cuts keep their distance', () => {
  const [first, second] = [unit(0, 40), unit(0, 40)].map((only) => [only])
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [one, other] = randomContinua(
        { annotators: [first!, second!], length: 100 },
        xoroshiro128plus(seed),
      )
      const distance = Math.abs(one![0]!.start - other![0]!.start)
      expect(Math.min(distance, 100 - distance)).toBeGreaterThanOrEqual(20)
    }),
  )
})

test('as many samples as the precision asks', () => {
  // Mean 1, standard deviation .2: (.2 · 1.96 / .05)² = 61.5.
  expect(samplesNeeded([0.8, 1, 1.2], 0.05)).toBe(62)
  expect(samplesNeeded([1, 1, 1], 0.05)).toBe(0)
  expect(expectedDisorder(continua, even, sampling).samples).toBeGreaterThan(30)
  expect(expectedDisorder(continua, even, { ...sampling, precision: 0.5 }).samples).toBe(30)
  expect(expectedDisorder(continua, even, { ...sampling, precision: 0.001 }).samples).toBe(300)
})

test('the same seed draws the same, another one another', () => {
  const once = expectedDisorder(continua, even, sampling)
  expect(expectedDisorder(continua, even, sampling)).toEqual(once)
  expect(expectedDisorder(continua, even, { ...sampling, seed: 2 }).disorder).not.toBe(once.disorder)
})

test('corpora without a single unit are not counted', () => {
  const { disorder, samples } = expectedDisorder(
    { annotators: [[], [], [unit(1, 5)]], length: 50 },
    even,
    sampling,
  )
  expect(samples).toBeGreaterThanOrEqual(30)
  expect(disorder).toBeGreaterThan(0)
})
