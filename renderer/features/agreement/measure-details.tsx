import { memo, useMemo, useState } from 'react'
import type { Survey, SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import type { Agreement } from '../../state/agreement'
import { useAbout } from './about'
import { pairKey } from './behind'
import { DisagreementSplit } from './disagreement-split'
import { DocumentTable } from './document-table'
import { gammaListed } from './gamma-listed'
import { GammaRequest } from './gamma-request'
import { MeasureHead } from './measure-head'
import { useNames } from './names'
import { OverTime } from './over-time'
import { PairChoice } from './pair-choice'
import { PairMatrix } from './pair-matrix'
import { AboutFigures } from './plots/plot-section'
import { TagConfusion } from './tag-confusion'
import { TagIntervals } from './tag-intervals'

interface Props {
  readonly agreement: Agreement
  readonly survey: Survey
  readonly measure: SurveyedMeasure
}

/** What the chosen measure says, of whom and of what, and the differences that stand behind it. */
export const MeasureDetails = memo(function MeasureDetails({ agreement, survey, measure }: Props) {
  const names = useNames(survey)
  const about = useAbout(agreement, survey, names)
  const [wanted, setPair] = useState<string>()
  const pair = usePair(survey, wanted)
  const choice =
    survey.pairs.length > 1 ? (
      <PairChoice survey={survey} names={names} pair={pair} onChoose={setPair} />
    ) : undefined
  return (
    <div className="measure-details" role="region" aria-label="Measure" tabIndex={-1}>
      <MeasureHead survey={survey} measure={measure} />
      <AboutFigures value={about}>
        <div className="measure-sections">
          {measure === gammaListed ? (
            <GammaRequest agreement={agreement} />
          ) : (
            <>
              <PairMatrix agreement={agreement} survey={survey} measure={measure} names={names} />
              <TagIntervals measure={measure} names={names} />
            </>
          )}
          <DisagreementSplit
            agreement={agreement}
            survey={survey}
            names={names}
            pair={pair}
            choice={choice}
          />
          <TagConfusion agreement={agreement} survey={survey} names={names} pair={pair} choice={choice} />
          <OverTime survey={survey} />
          {measure !== gammaListed && <DocumentTable survey={survey} measure={measure} names={names} />}
        </div>
      </AboutFigures>
    </div>
  )
})

/** A pair that is there no more, because somebody is left out, is all of them again. */
function usePair({ pairs }: Survey, wanted: string | undefined): string | undefined {
  return useMemo(
    () => (pairs.some(({ first, second }) => pairKey(first, second) === wanted) ? wanted : undefined),
    [pairs, wanted],
  )
}
