import { readingsIn, within } from './in-scheme'
import { kept, keptOfTwo } from './kept'
import type { Figure, Measure, Scheme } from './measure'
import type { ReadText } from './reading'
import { type Chain, type Section, eachStretch, sectionsOnce } from './sections'

/** The shares of L² that Krippendorff writes Do and De: observed and expected disagreement about one tag. */
export interface Disagreement {
  readonly observed: number
  readonly expected: number
}

/**
 * δ², in squared units of text, of two sections that overlap, of two annotators' chains for one tag: for two units the
 * squares of how far their beginnings and their ends are apart, for a unit that lies wholly within a gap the square of
 * its length, else nothing (Krippendorff 1995; 2004, ch. 11.6).
 */
export function squaredDistance(one: Section, other: Section): number {
  if (isUnit(one) && isUnit(other)) return (one.start - other.start) ** 2 + (one.end - other.end) ** 2
  if (isUnit(one)) return isWithin(one, other) ? lengthOf(one) ** 2 : 0
  if (isUnit(other)) return isWithin(other, one) ? lengthOf(other) ** 2 : 0
  return 0
}

/**
 * Disagreement about one tag among the chains of m annotators of a text of `length` L, at least one (Krippendorff 1995;
 * 2004, ch. 11.6):
 *
 *     Do = Σ_{i≠j} Σ_{g,h} δ² / (m(m−1)L²)
 *     De = 2/L · Σ_units [(N−1)/3 · (2l³−3l²+l) + l² Σ_{gaps, l'≥l} (l'−l+1)] / (mL(mL−1) − Σ_units l(l−1))
 *
 * N is the number of the units of all annotators, l the length of a unit, l' that of a gap.
 */
export function unitizingDisagreement(chains: readonly Chain[], length: number): Disagreement {
  const measured = chains.map(measuredOnce)
  const m = chains.length
  const pairs = m * length * (m * length - 1) - sum(measured.map(({ own }) => own))
  const units = sum(measured.map((chain) => chain.units.length))
  const metUnits = ((units - 1) / 3) * sum(measured.map(({ met }) => met))
  return {
    observed: observedSquares(chains) / (m * (m - 1) * length ** 2),
    expected: ((2 / length) * (metUnits + placesInGaps(measured))) / pairs,
  }
}

/** Of one chain the lengths of units and gaps, the longest first, and Σ l(l−1) and Σ (2l³−3l²+l) over its units. */
interface Measured {
  readonly units: readonly number[]
  readonly gaps: readonly number[]
  readonly own: number
  readonly met: number
}

const measuredOnce = kept((chain: Chain): Measured => {
  const units = chain.filter(isUnit).map(lengthOf)
  const gaps = chain.filter((section) => !isUnit(section)).map(lengthOf)
  return {
    units: units.toSorted((a, b) => b - a),
    gaps: gaps.toSorted((a, b) => b - a),
    own: sum(units.map((l) => l * (l - 1))),
    met: sum(units.map((l) => 2 * l ** 3 - 3 * l ** 2 + l)),
  }
})

function observedSquares(chains: readonly Chain[]): number {
  let squares = 0
  for (const [i, one] of chains.entries())
    for (const other of chains.slice(i + 1)) squares += 2 * squaresBetween(one, other) // the pair in either order
  return squares
}

const squaresBetween = keptOfTwo((one: Chain, other: Chain) => {
  let squares = 0
  eachStretch([one, other], ([g, h]) => {
    squares += squaredDistance(one[g!]!, other[h!]!)
  })
  return squares
})

/** Σ_units l² Σ_{gaps, l'≥l} (l'−l+1): in how many places of the gaps the units have room, of all annotators. */
function placesInGaps(chains: readonly Measured[]): number {
  let places = 0
  for (const one of chains) for (const other of chains) places += placesBetween(one, other)
  return places
}

/** The same of the units of one in the gaps of another. */
const placesBetween = keptOfTwo(({ units }: Measured, { gaps }: Measured) => {
  let wideEnough = 0
  let total = 0
  let places = 0
  for (const l of units) {
    while (wideEnough < gaps.length && gaps[wideEnough]! >= l) total += gaps[wideEnough++]!
    places += l ** 2 * (total - wideEnough * (l - 1))
  }
  return places
})

/**
 * Every document is a continuum of its own, so that chance moves units within their document only. A document's
 * disagreements enter with the weight mL², which turns them from shares of L² back into squares of lengths, and counts
 * an annotator's pairs 1/(m−1) as the other measures do: what is added up over documents is
 *
 *     Σ_{i≠j} Σ_{g,h} δ² / (m−1)   and what chance would make of it.
 *
 * As with several tags (1 − ΣDo/ΣDe), sums are divided, not ratios averaged: a text with hardly a unit has hardly a
 * say. Units of like length and density make both sums grow in proportion to the length of the text, hence documents
 * weigh as long as they are. For one document the weight cancels out, and the published value is left.
 */
function tally(text: ReadText, scheme: Scheme): Float64Array {
  const total = new Float64Array(4)
  const readers = readingsIn(text, scheme)
  if (readers.length === 0 || text.length === 0) return total
  const weight = readers.length * text.length ** 2
  total[WEIGHT] = weight
  for (const tag of scheme.tags) {
    const chains = readers.map((reading) => sectionsOnce(within(reading, [tag]).marks, text.length, [tag]))
    const units = sum(chains.map((chain) => measuredOnce(chain).units.length))
    if (units === 0) continue
    const { observed, expected } = unitizingDisagreement(chains, text.length)
    total[OBSERVED]! += weight * observed
    total[EXPECTED]! += weight * expected
    total[UNITS]! += units
  }
  return total
}

/** Observed and expected are means over documents, by their weights, of the sums over tags of Do and De. */
function figure(total: Float64Array): Figure {
  const [observed = 0, expected = 0, units = 0, weight = 0] = total
  if (weight === 0) return { undefined: 'one annotator only' }
  if (units === 0) return { undefined: 'no data' }
  if (expected === 0) return { undefined: 'one category only' } // texts full of units one character long
  return { value: 1 - observed / expected, observed: observed / weight, expected: expected / weight }
}

// Places in the tally.
const OBSERVED = 0
const EXPECTED = 1
const UNITS = 2
const WEIGHT = 3

export const alphaU: Measure = {
  id: 'alpha-u',
  name: 'Krippendorff’s αU',
  answers:
    'How well do the annotators agree, tag by tag, where their spans begin and end? The further apart two spans’ ends are, the more it counts, by the square.',
  source: 'Krippendorff 1995, Sociological Methodology 25; Krippendorff 2004, Content Analysis, ch. 11.6',
  compares: 'any',
  tally,
  figure,
}

const isUnit = ({ value }: Section): boolean => value !== undefined

const isWithin = (inner: Section, outer: Section): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

const lengthOf = ({ start, end }: Section): number => end - start

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
