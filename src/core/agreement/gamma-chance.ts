import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { bestAlignment } from './gamma-alignment'
import { continuumOf, type Unit, type Weights } from './gamma-disorder'

/** What the units of each annotator are in a text. */
export interface Continua {
  readonly annotators: readonly (readonly Unit[])[]
  /** Of the text, in UTF-16 units. */
  readonly length: number
}

export interface Sampling {
  readonly seed: number
  /** So many random corpora at least. */
  readonly samples: number
  /** How far the mean may be off, as a share of it, in 95 of 100 cases; it decides how many more are drawn. */
  readonly precision: number
  /** So many at most, whatever the precision. */
  readonly mostSamples: number
}

/** The mean disorder of best alignments of random corpora. */
export interface Chance {
  readonly disorder: number
  readonly samples: number
  /** Whether all of them were aligned exactly. */
  readonly exact: boolean
}

const Z95 = 1.96 // two-sided, normal distribution

/**
 * The expected disorder: first `samples` random corpora, and then as many as the precision asks by the coefficient of
 * variation of those, n = (CV · 1.96 / precision)². Mathet, Widlöcher, Métivier 2015, section 5. At least one
 * annotator must have a unit.
 */
export function expectedDisorder(continua: Continua, weights: Weights, sampling: Sampling): Chance {
  const random = xoroshiro128plus(sampling.seed)
  const disorders: number[] = []
  let exact = true
  const drawUpTo = (count: number): void => {
    while (disorders.length < count) {
      const drawn = bestAlignment(continuumOf(randomContinua(continua, random), weights))
      if (drawn.disorder === undefined) continue // all drew an annotator without units: there is nothing to align
      disorders.push(drawn.disorder)
      exact &&= drawn.exact
    }
  }
  drawUpTo(sampling.samples)
  drawUpTo(Math.min(samplesNeeded(disorders, sampling.precision), sampling.mostSamples))
  return { disorder: meanOf(disorders), samples: disorders.length, exact }
}

/** n = (CV · 1.96 / precision)², of a first batch. */
export function samplesNeeded(values: readonly number[], precision: number): number {
  const mean = meanOf(values)
  if (values.length < 2 || mean === 0) return values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return Math.ceil((((Math.sqrt(variance) / mean) * Z95) / precision) ** 2)
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * As many annotators as there are, each of them one of the real ones, drawn with replacement, whose text was cut at a
 * random place and its halves exchanged. This keeps how many units there are, how long, of which categories and in
 * what order. A unit that lies across the cut is kept whole and stands out over the end, rather than becoming two.
 * Cuts keep their distance from each other, going round; otherwise an annotator drawn twice would agree with themselves
 * too often. The paper (5.2.1) asks for the mean length of a unit, the authors' program, and others after it, for half of
 * that; so do we, so that figures can be compared.
 */
export function randomContinua({ annotators, length }: Continua, random: RandomGenerator): Unit[][] {
  const units = annotators.flat()
  const apart = units.reduce((sum, { start, end }) => sum + end - start, 0) / units.length / 2
  const shifts: number[] = []
  return annotators.map(() => {
    const drawn = annotators[uniformInt(random, 0, annotators.length - 1)]!
    const shift = shiftAwayFrom(shifts, apart, length, random)
    shifts.push(shift)
    return drawn.map(({ start, end, category }) => {
      const by = start + shift < length ? shift : shift - length
      return { start: start + by, end: end + by, category }
    })
  })
}

const TRIES = 50 // where units are long for the text, there may be no room left

function shiftAwayFrom(
  others: readonly number[],
  apart: number,
  length: number,
  random: RandomGenerator,
): number {
  let shift = 0
  for (let k = 0; k < TRIES; k++) {
    shift = uniformInt(random, 0, length - 1)
    const distances = others.map((other) => Math.abs(shift - other))
    if (distances.every((distance) => Math.min(distance, length - distance) >= apart)) break
  }
  return shift
}
