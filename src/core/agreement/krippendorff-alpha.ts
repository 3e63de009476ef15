import { type Item, type Over, categoriesIn, itemsOver, silence } from './items'
import type { Figure, Measure } from './measure'

/**
 * The coincidence matrix, row by row: each ordered pair of different annotators' values c and k of an item with m
 * values adds weight / (m − 1) to o_ck. It is symmetric, and its sum is the number of values that can be paired; a
 * value alone cannot.
 */
export function coincidences(items: readonly Item[], categories: number): Float64Array {
  const matrix = new Float64Array(categories * categories)
  for (const { weight, ratings } of items) {
    const share = weight / (ratings.length - 1)
    for (let a = 1; a < ratings.length; a++) {
      for (let b = 0; b < a; b++) {
        matrix[ratings[a]! * categories + ratings[b]!]! += share
        matrix[ratings[b]! * categories + ratings[a]!]! += share
      }
    }
  }
  return matrix
}

/**
 * α = 1 − Do / De of a matrix of {@link coincidences} for nominal data, with Do = Σ_{c≠k} o_ck / n and
 * De = Σ_{c≠k} n_c n_k / (n (n − 1)), where n_c are the sums of the rows and n their sum; `observed` and `expected`
 * are these disagreements. Any number of annotators, values may be missing. Krippendorff 2004, Content Analysis,
 * 2nd ed., ch. 11, pp. 224 and 227.
 */
export function krippendorffAlpha(matrix: Float64Array): Figure {
  const sums = perCategory(matrix)
  const paired = sums.reduce((sum, values) => sum + values, 0)
  if (paired === 0) return { undefined: 'no data' }
  if (sums.reduce((used, values) => used + Number(values > 0), 0) === 1)
    return { undefined: 'one category only' }
  // The sums over different categories are taken as such: as differences they would lose what little there is.
  let [differing, byChance] = [0, 0]
  for (let row = 0; row < sums.length; row++) {
    for (let column = 0; column < sums.length; column++) {
      if (row === column) continue
      differing += matrix[row * sums.length + column]!
      byChance += sums[row]! * sums[column]!
    }
  }
  const observed = differing / paired
  const expected = byChance / (paired * (paired - 1))
  return { value: 1 - observed / expected, observed, expected }
}

function perCategory(matrix: Float64Array): Float64Array {
  const sums = new Float64Array(Math.sqrt(matrix.length))
  for (let at = 0; at < matrix.length; at++) sums[Math.floor(at / sums.length)]! += matrix[at]!
  return sums
}

const alpha = (over: Over, name: string, answers: string): Measure => ({
  id: `alpha-${over}`,
  name,
  answers,
  source: 'Krippendorff 2004, Content Analysis, 2nd ed., ch. 11, pp. 224 and 227.',
  compares: 'any',
  tally: (text, scheme) => coincidences(itemsOver(over, text, scheme), categoriesIn(scheme)),
  figure: (total, scheme) => silence(perCategory(total), over, scheme) ?? krippendorffAlpha(total),
})

export const alphaCharacters = alpha(
  'characters',
  'Krippendorff’s α over characters',
  'How far are any number of annotators from disagreeing as by chance on each character, be it on a tag or on none? Not everybody need have read every text. The sea of text that nobody marks counts as agreement and inflates it, and each character counts as a decision of its own, though annotators decide on whole passages.',
)

export const alphaFound = alpha(
  'found',
  'Krippendorff’s α over what was found',
  'How far are any number of annotators from disagreeing as by chance on the tag of what at least one of them marked, where a thing that was missed counts as tagged nothing? What nobody marked is not counted, so two annotators can never agree on nothing here, and the value comes out low, often below zero. Not everybody need have read every text.',
)

export const alphaCoded = alpha(
  'coded',
  'Krippendorff’s α on the tag of what two marked',
  'Where at least two annotators marked the same thing, how far are they from disagreeing as by chance on its tag? Who missed it is left out, so this says nothing about what was missed.',
)
