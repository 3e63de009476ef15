import { type Item, type Over, categoriesIn, itemsOver, silence } from './items'
import type { Figure, Measure } from './measure'

/**
 * The contingency table of the items that both of two annotators rated, row by row: in row r and column c the weight
 * of what the first put in category r and the second in c.
 */
export function contingency(items: readonly Item[], categories: number): Float64Array {
  const table = new Float64Array(categories * categories)
  for (const { weight, ratings } of items)
    if (ratings.length === 2) table[ratings[0]! * categories + ratings[1]!]! += weight
  return table
}

/**
 * κ = (Po − Pe) / (1 − Pe) of a {@link contingency} table, with Po = Σ p_ii and Pe = Σ p_i· p_·i: each annotator is
 * taken to have habits of their own. Cohen 1960, Educational and Psychological Measurement 20:37–46.
 */
export function cohenKappa(table: Float64Array): Figure {
  const { total, equal, rows, columns } = margins(table)
  if (total === 0) return { undefined: 'no data' }
  if (rows.some((weight, category) => weight === total && columns[category] === total))
    return { undefined: 'one category only' }
  const observed = equal / total
  const expected =
    rows.reduce((sum, weight, category) => sum + weight * columns[category]!, 0) / (total * total)
  return { value: (observed - expected) / (1 - expected), observed, expected }
}

/**
 * The highest κ that two annotators could reach who use the categories as often as these do: that of a table with
 * Po = Σ min(p_i·, p_·i). A low one says that they differ in how often they use them. Cohen 1960, p. 42.
 */
export function highestKappa(table: Float64Array): Figure {
  const kappa = cohenKappa(table)
  if (!('value' in kappa)) return kappa
  const { total, rows, columns } = margins(table)
  const observed =
    rows.reduce((sum, weight, category) => sum + Math.min(weight, columns[category]!), 0) / total
  const expected = kappa.expected!
  return { value: (observed - expected) / (1 - expected), observed, expected }
}

function margins(table: Float64Array) {
  const categories = Math.sqrt(table.length)
  const [rows, columns] = [new Float64Array(categories), new Float64Array(categories)]
  let [total, equal] = [0, 0]
  for (let row = 0; row < categories; row++) {
    for (let column = 0; column < categories; column++) {
      const weight = table[row * categories + column]!
      rows[row]! += weight
      columns[column]! += weight
      total += weight
      if (row === column) equal += weight
    }
  }
  return { total, equal, rows, columns }
}

/** What either of the two put in each category. */
function perCategory(table: Float64Array): Float64Array {
  const { rows, columns } = margins(table)
  return rows.map((weight, category) => weight + columns[category]!)
}

const kappa = (over: Over, name: string, answers: string): Measure => ({
  id: `kappa-${over}`,
  name,
  answers,
  source: 'Cohen 1960, Educational and Psychological Measurement 20:37–46.',
  compares: 'two',
  // Of three annotators, a text may have been read by two: their items must not pass for a comparison of the three.
  tally: (text, scheme) =>
    contingency(scheme.annotators.length === 2 ? itemsOver(over, text, scheme) : [], categoriesIn(scheme)),
  figure: (total, scheme) =>
    scheme.annotators.length > 2
      ? { undefined: 'more than two annotators' }
      : (silence(perCategory(total), over, scheme) ?? cohenKappa(total)),
})

export const kappaCharacters = kappa(
  'characters',
  'Cohen’s κ over characters',
  'How much more than by chance do two annotators agree on each character, be it on a tag or on none, if each keeps to their own proportions of tags? The sea of text that neither marks counts as agreement and inflates it.',
)

export const kappaFound = kappa(
  'found',
  'Cohen’s κ over what was found',
  'How much more than by chance do two annotators agree on the tag of what at least one of them marked, where a thing that one missed counts as tagged nothing? What neither marked is not counted, so the two can never agree on nothing here, and the value comes out low, often below zero.',
)
