import { bestAlignment } from './gamma-alignment'
import { type Chance, type Continua, expectedDisorder } from './gamma-chance'
import { continuumOf, type Unit } from './gamma-disorder'
import type { Figure, Measure, Scheme } from './measure'
import type { ReadText, Reading } from './reading'

export interface GammaOptions {
  /** Of the random corpora; with the document's id it decides what is drawn for that document. */
  readonly seed: number
  /** α, the weight of differing places; 1 without it. */
  readonly position?: number
  /** β, the weight of differing categories; 1 without it. */
  readonly category?: number
  /** Δ∅, the cost of having no counterpart, above 0; 1 without it. All else is measured in it, so γ stays the same. */
  readonly empty?: number
  /** The least number of random corpora for a document; 30 without it. */
  readonly samples?: number
  /** How far the expected disorder may be off, as a share of it, in 95 of 100 cases; .05 without it. */
  readonly precision?: number
  /** The largest number of random corpora for a document, even where the precision asks more; 300 without it. */
  readonly mostSamples?: number
}

export interface Gamma {
  readonly figure: Figure
  /** Whether all alignments, the random ones too, are certainly the best. */
  readonly exact: boolean
  /** Random corpora drawn, those of all documents together. */
  readonly samples: number
  readonly seed: number
  /** The disorders; undefined where the figure is. */
  readonly best: number | undefined
  readonly expected: number | undefined
}

/**
 * A text with more units than this, of all annotators, is not worked on. With 30 random corpora five annotators take
 * 1 to 2 s for 50 units each and some 15 s for 400 each; two annotators half a second for 2500 each.
 */
export const MOST_UNITS = 5000

/**
 * γ of one document: 1 − (disorder of the best alignment) / (mean disorder of the best alignments of random corpora).
 * Mathet, Widlöcher, Métivier 2015, Computational Linguistics 41(3), pp. 437–479. At most 1, which is agreement in
 * everything; about 0 by chance; below it where annotators avoid each other. A piece of a mark is a unit of its own.
 * Who read the text and marked nothing takes part with no units.
 */
export function gammaOf(text: ReadText, scheme: Scheme, options: GammaOptions): Gamma {
  const { tally, samples } = workedOut(text, scheme, options)
  return resultOf(tally, samples, options)
}

/**
 * γ of documents together: 1 − Σ w·best / Σ w·expected, where w is the mean number of units of an annotator in a
 * document; w·best is then the sum of the disorders of all its unitary alignments. So a document counts by what
 * there is to align in it. `best` and `expected` of the result are the sums over Σ w.
 */
export function gammaOfAll(texts: readonly ReadText[], scheme: Scheme, options: GammaOptions): Gamma {
  const total = new Float64Array(LENGTH)
  let samples = 0
  for (const text of texts) {
    const worked = workedOut(text, scheme, options)
    for (const [k, value] of worked.tally.entries()) total[k]! += value
    samples += worked.samples
  }
  return resultOf(total, samples, options)
}

/** γ as a measure. What weights, seed and numbers of samples it was taken with must be reported with it. */
export const gamma = (options: GammaOptions): Measure => ({
  id: 'gamma',
  name: 'Gamma (γ)',
  answers:
    'When the annotations of all are aligned as well as can be, how much less do they differ in place and tag than chance would have it?',
  source: 'Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3), pp. 437–479',
  compares: 'any',
  tally: (text, scheme) => workedOut(text, scheme, options).tally,
  figure: (total) => resultOf(total, 0, options).figure,
})

/** How many texts a total of γ counts, and of how many of these the alignments are approximations. */
export const gammaTexts = (
  total: Float64Array,
): { texts: number; approximated: number; tooLarge: number } => ({
  texts: total[TEXTS]!,
  approximated: total[APPROXIMATED]!,
  tooLarge: total[TOO_LARGE]!,
})

// A tally: both disorders times the weight, the weight, and how many texts.
const [BEST, EXPECTED, WEIGHT, TEXTS, APPROXIMATED, TOO_LARGE, LENGTH] = [0, 1, 2, 3, 4, 5, 6] as const

function workedOut(
  text: ReadText,
  scheme: Scheme,
  options: GammaOptions,
): { readonly tally: Float64Array; readonly samples: number } {
  const tally = new Float64Array(LENGTH)
  const continua = continuaOf(text, scheme)
  if (continua.annotators.length < 2) return { tally, samples: 0 }
  tally[TEXTS] = 1
  const units = continua.annotators.reduce((sum, own) => sum + own.length, 0)
  if (units > MOST_UNITS) tally[TOO_LARGE] = 1
  if (units === 0 || units > MOST_UNITS) return { tally, samples: 0 }
  const { best, chance, exact } = disordersOf(continua, text.document, options)
  const weight = units / continua.annotators.length
  tally[BEST] = best * weight
  tally[EXPECTED] = chance.disorder * weight
  tally[WEIGHT] = weight
  tally[APPROXIMATED] = exact ? 0 : 1
  return { tally, samples: chance.samples }
}

function disordersOf(
  continua: Continua,
  document: string,
  options: GammaOptions,
): { readonly best: number; readonly chance: Chance; readonly exact: boolean } {
  const { seed, position = 1, category = 1, empty = 1 } = options
  const { samples = 30, precision = 0.05, mostSamples = 300 } = options
  const weights = { position, category, empty }
  const { disorder, exact } = bestAlignment(continuumOf(continua.annotators, weights))
  const sampling = { seed: seedFor(seed, document), samples, precision, mostSamples }
  const chance = expectedDisorder(continua, weights, sampling)
  return { best: disorder!, chance, exact: exact && chance.exact }
}

function resultOf(total: Float64Array, samples: number, { seed }: GammaOptions): Gamma {
  const exact = total[APPROXIMATED] === 0
  const refused = (reason: Extract<Figure, { undefined: unknown }>['undefined']): Gamma => ({
    figure: { undefined: reason },
    exact,
    samples,
    seed,
    best: undefined,
    expected: undefined,
  })
  if (total[TEXTS] === 0) return refused('one annotator only')
  if (total[TOO_LARGE]! > 0) return refused('too large')
  if (total[WEIGHT] === 0) return refused('no data')
  // Only where there is no other place than the one marked, as in a text of one character.
  if (total[EXPECTED] === 0) return refused('one category only')
  const best = total[BEST]! / total[WEIGHT]!
  const expected = total[EXPECTED]! / total[WEIGHT]!
  return {
    figure: { value: 1 - best / expected, observed: best, expected },
    exact,
    samples,
    seed,
    best,
    expected,
  }
}

/** In an order that depends on what was marked only, so that neither names nor order of annotators change a draw. */
function continuaOf({ readings, length }: ReadText, scheme: Scheme): Continua {
  const tags = new Set(scheme.tags)
  const annotators = readings
    .filter(({ annotator }) => scheme.annotators.includes(annotator))
    .map((reading) => unitsOf(reading, tags).toSorted(compareUnits))
    .toSorted((one, other) => {
      const differing = one.findIndex((unit, k) => !other[k] || compareUnits(unit, other[k]) !== 0)
      const [mine, theirs] = [one[differing], other[differing]]
      return mine && theirs ? compareUnits(mine, theirs) : one.length - other.length
    })
  return { annotators, length }
}

const unitsOf = ({ marks }: Reading, tags: ReadonlySet<string>): Unit[] =>
  marks
    .filter(({ tag }) => tags.has(tag))
    .flatMap(({ tag, ranges }) => ranges.map(({ start, end }) => ({ start, end, category: tag })))
    .filter(({ start, end }) => start < end)

const compareUnits = (one: Unit, other: Unit): number =>
  one.start - other.start || one.end - other.end || compareText(one.category, other.category)

const compareText = (one: string, other: string): number => Number(one > other) - Number(one < other)

/** FNV-1a (Fowler, Noll, Vo), 32 bits, of the seed and the document's id. */
function seedFor(seed: number, document: string): number {
  let hash = 0x811c9dc5 ^ seed
  for (let k = 0; k < document.length; k++) hash = Math.imul(hash ^ document.charCodeAt(k), 0x01000193)
  return hash
}
