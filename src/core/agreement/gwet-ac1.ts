import { type Over, silence } from './items'
import type { Figure, Measure } from './measure'
import { agreementTallies, chanceCorrected, perCategory } from './percent'

/**
 * AC1 = (Pa − Pe) / (1 − Pe) of an `agreementTally`, with Pe = Σ_q π_q (1 − π_q) / (Q − 1), where π_q is the
 * mean over the items of n_iq / n_i and Q the number of categories that could be chosen, used or not. For any number
 * of annotators: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29–48. Where all chose one
 * category, Pe is 0 and AC1 is 1: that is what it was made for, and unlike κ and α it is defined.
 */
export function gwetAc1(tally: Float64Array): Figure {
  const categories = perCategory(tally).length
  return categories < 2
    ? { undefined: 'one category only' }
    : chanceCorrected(
        tally,
        (shares) => shares.reduce((sum, share) => sum + share * (1 - share), 0) / (categories - 1),
      )
}

const ac1 = (over: Over, name: string, answers: string): Measure => ({
  id: `ac1-${over}`,
  name,
  answers,
  source: 'Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29–48.',
  compares: 'any',
  tally: agreementTallies[over],
  figure: (total, scheme) => silence(perCategory(total), over, scheme) ?? gwetAc1(total),
})

export const ac1Characters = ac1(
  'characters',
  'Gwet’s AC1 over characters',
  'How much do annotators agree on each character, be it on a tag or on none, beyond the chance of agreeing where one is unsure? It does not collapse where one category is by far the most frequent, as κ does; but the sea of text that nobody marks counts as agreement and inflates it, here most of all. It hangs on how many tags the scheme has, also on those that nobody used.',
)

export const ac1Found = ac1(
  'found',
  'Gwet’s AC1 over what was found',
  'How much do annotators agree on the tag of what at least one of them marked, beyond the chance of agreeing where one is unsure? A thing that was missed counts as tagged nothing; what nobody marked is not counted, so two annotators can never agree on nothing here, although the correction for chance supposes that they could. It hangs on how many tags the scheme has, also on those that nobody used.',
)
