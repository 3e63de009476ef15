import { type Over, silence } from './items'
import type { Figure, Measure } from './measure'
import { agreementTallies, chanceCorrected, perCategory } from './percent'

/**
 * κ = (P̄ − Pe) / (1 − Pe) of an `agreementTally`, with Pe = Σ_j p_j² over the categories j. Where every item
 * has the same number of annotators this is Fleiss 1971, Psychological Bulletin 76:378–382; where the number differs,
 * P̄ and p_j are the means over the items of the agreement and of the shares n_ij / n_i, so that each item counts the
 * same however many rated it (Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed.). With two annotators it is the
 * π of Scott 1955, not Cohen's κ. The κ_j of one category is that of a scheme with that tag alone.
 */
export function fleissKappa(tally: Float64Array): Figure {
  const used = perCategory(tally).reduce((count, weight) => count + Number(weight > 0), 0)
  return used === 1 && tally[1] !== 0
    ? { undefined: 'one category only' }
    : chanceCorrected(tally, (shares) => shares.reduce((sum, share) => sum + share * share, 0))
}

const fleiss = (over: Over, name: string, answers: string): Measure => ({
  id: `fleiss-${over}`,
  name,
  answers,
  source:
    'Fleiss 1971, Psychological Bulletin 76:378–382; with a number of annotators for each item after Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed. For two annotators: Scott 1955, Public Opinion Quarterly 19:321–325.',
  compares: 'any',
  tally: agreementTallies[over],
  figure: (total, scheme) => silence(perCategory(total), over, scheme) ?? fleissKappa(total),
})

export const fleissCharacters = fleiss(
  'characters',
  'Fleiss’ κ over characters',
  'How much more than by chance do any number of annotators agree on each character, be it on a tag or on none, if all of them draw their tags in the same proportions? The sea of text that nobody marks counts as agreement and inflates it. Texts may have been read by different numbers of annotators. With two annotators this is Scott’s π.',
)

export const fleissFound = fleiss(
  'found',
  'Fleiss’ κ over what was found',
  'How much more than by chance do any number of annotators agree on the tag of what at least one of them marked, where a thing that was missed counts as tagged nothing? What nobody marked is not counted, so two annotators can never agree on nothing here, and the value comes out low, often below zero. Texts may have been read by different numbers of annotators. With two annotators this is Scott’s π.',
)
