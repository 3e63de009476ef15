import { type Item, type Over, categoriesIn, itemsOver, silence } from './items'
import { type Figure, type Measure, isDefined } from './measure'

/**
 * What percent agreement, Fleiss' κ and Gwet's AC1 are computed of, for any number of annotators, which may differ
 * from item to item: first the sum over the items of weight × agreement, where the agreement of an item is the share
 * of the pairs of its annotators that gave it the same category, (Σ_j n_ij² − n_i) / (n_i (n_i − 1)); then the sum of
 * the weights of the items that two or more rated; then for each category j the sum of weight × n_ij / n_i over all
 * items. Fleiss 1971, p. 379, with a number of annotators for each item after Gwet 2014, Handbook of Inter-Rater
 * Reliability, 4th ed.: an item that one annotator rated says nothing of agreement, but how often a category is used.
 */
export function agreementTally(items: readonly Item[], categories: number): Float64Array {
  const tally = new Float64Array(2 + categories)
  for (const { weight, ratings } of items) {
    const raters = ratings.length
    for (const category of ratings) tally[2 + category]! += weight / raters
    if (raters < 2) continue
    tally[0]! += (weight * agreeing(ratings)) / (raters * (raters - 1))
    tally[1]! += weight
  }
  return tally
}

/** What fell to each category in an {@link agreementTally}. */
export const perCategory = (tally: Float64Array): Float64Array => tally.subarray(2)

/** The mean agreement of the items of an {@link agreementTally}, which is P̄ of Fleiss, from 0 to 1. */
export const percentAgreement = (tally: Float64Array): Figure =>
  tally[1] === 0 ? { undefined: 'no data' } : { value: tally[0]! / tally[1]! }

/**
 * (observed − expected) / (1 − expected) of an {@link agreementTally}; `expectedOf` gives the agreement by chance
 * from the shares of the categories, which are the means over the items of n_ij / n_i.
 */
export function chanceCorrected(
  tally: Float64Array,
  expectedOf: (shares: readonly number[]) => number,
): Figure {
  const percent = percentAgreement(tally)
  if (!isDefined(percent)) return percent
  const observed = percent.value
  const rated = perCategory(tally).reduce((sum, weight) => sum + weight, 0)
  const expected = expectedOf(Array.from(perCategory(tally), (weight) => weight / rated))
  return { value: (observed - expected) / (1 - expected), observed, expected }
}

/** How many ordered pairs of different annotators gave the same category. */
function agreeing(ratings: readonly number[]): number {
  let pairs = 0
  for (let a = 1; a < ratings.length; a++)
    for (let b = 0; b < a; b++) if (ratings[a] === ratings[b]) pairs += 2
  return pairs
}

const tallyOver =
  (over: Over): Measure['tally'] =>
  (text, scheme) =>
    agreementTally(itemsOver(over, text, scheme), categoriesIn(scheme))

/** One function for all measures that are computed of it, by which a survey knows that it need not do it again. */
export const agreementTallies: Readonly<Record<Over, Measure['tally']>> = {
  characters: tallyOver('characters'),
  found: tallyOver('found'),
  coded: tallyOver('coded'),
}

const measure = (over: Over, name: string, answers: string): Measure => ({
  id: `percent-${over}`,
  name,
  answers,
  source:
    'Observed agreement: Fleiss 1971, Psychological Bulletin 76:378–382, p. 379; for two annotators the plain share of equal decisions.',
  compares: 'any',
  tally: agreementTallies[over],
  figure: (total, scheme) => silence(perCategory(total), over, scheme) ?? percentAgreement(total),
})

export const percentCharacters = measure(
  'characters',
  'Percent agreement over characters',
  'On what share of the characters do two annotators agree, be it on the same tag or on none? Most of a text is marked by nobody, and all of that counts as agreement, so this is high even where two annotators never mark the same words; it is not corrected for chance.',
)

export const percentFound = measure(
  'found',
  'Percent agreement over what was found',
  'Of the things that at least one annotator marked, on what share do two annotators agree on the tag? Who read the text and did not mark it counts as disagreeing with who did. It is not corrected for chance.',
)

export const percentCoded = measure(
  'coded',
  'Percent agreement on the tag of what two marked',
  'Where two annotators marked the same thing, how often did they give it the same tag? What only one of them marked is left out, so this says nothing about what was missed. It is not corrected for chance.',
)
