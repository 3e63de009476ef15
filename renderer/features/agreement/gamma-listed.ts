import type { SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { GAMMA } from '../../state/agreement'

const unknown = { undefined: 'no data' } as const

/** γ as it is listed before it has been worked out; a test holds its words to those of the measure. */
export const gammaListed: SurveyedMeasure = {
  id: GAMMA,
  name: 'Gamma (γ)',
  group: 'place-and-tag',
  recommended: false,
  answers:
    'When the annotations of all are aligned as well as can be, how much less do they differ in place and tag than chance would have it?',
  source: 'Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3), pp. 437–479',
  all: { figure: unknown, interval: unknown },
  byTag: [],
  byPair: [],
  byDocument: [],
}
