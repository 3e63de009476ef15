import { silence } from './items'
import type { Figure, Measure } from './measure'
import { agreementTallies, chanceCorrected, perCategory } from './percent'

/**
 * κ with free marginals of an `agreementTally`: (Pa − 1/Q) / (1 − 1/Q), where Q is the number of categories that could
 * be chosen, used or not. Of two annotators it is S of Bennett, Alpert & Goldstein 1954 and of Brennan & Prediger
 * 1981, of more that of Randolph 2005; MAXQDA's κ is of this family.
 */
export function freeMarginalKappa(tally: Float64Array): Figure {
  const categories = perCategory(tally).length
  return categories < 2 ? { undefined: 'one category only' } : chanceCorrected(tally, () => 1 / categories)
}

export const freeMarginalFound: Measure = {
  id: 'free-marginal-found',
  name: 'Free-marginal κ over what was found',
  answers:
    'How much do annotators agree on the tag of what at least one of them marked, beyond guessing among all tags alike? How often each tag is used does not matter, but how many tags there are does, also those that nobody used. A thing that was missed counts as tagged nothing.',
  source:
    'Brennan & Prediger 1981, Educational and Psychological Measurement 41:687–699; for more than two annotators Randolph 2005.',
  compares: 'any',
  tally: agreementTallies.found,
  figure: (total, scheme) => silence(perCategory(total), 'found', scheme) ?? freeMarginalKappa(total),
}
