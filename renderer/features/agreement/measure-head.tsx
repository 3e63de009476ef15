import { groupNames } from '../../../src/core/agreement/in-words'
import type { Survey, SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { GAMMA } from '../../state/agreement'
import { counted } from '../../ui/amounts'
import { customaryFor } from './customary'
import { decimal, figureWords, intervalSentence, intervalWords, valueOf } from './figures'
import { gammaListed } from './gamma-listed'
import { Tip } from './tip'

/** The measure's figure, what it answers, and where it is published. */
export function MeasureHead({
  survey,
  measure,
}: {
  readonly survey: Survey
  readonly measure: SurveyedMeasure
}) {
  const { id, name, group, answers, source, all } = measure
  const customary = customaryFor(id)
  return (
    <header className="measure-head">
      <div className="measure-title">
        <h2>{name}</h2>
        <span className="measure-kind">{groupNames[group]}</span>
      </div>
      {measure !== gammaListed && (
        <p className="measure-value">
          <b data-none={valueOf(all.figure) === undefined}>{figureWords(all.figure)}</b>
          {'low' in all.interval && <span>({intervalWords(all)})</span>}
          {customary !== undefined && <Tip name="What is customary?">{customary}</Tip>}
        </p>
      )}
      <p className="measure-answers">{answers}</p>
      {measure !== gammaListed && (
        <p className="measure-soft">
          {intervalSentence(all)} {chanceSentence(all.figure)}
        </p>
      )}
      {id === GAMMA && survey.gamma && <p className="measure-soft">{gammaSentence(survey.gamma)}</p>}
      <p className="measure-soft">Source: {source}.</p>
    </header>
  )
}

function chanceSentence(figure: SurveyedMeasure['all']['figure']): string {
  if (!('value' in figure) || figure.observed === undefined || figure.expected === undefined) return ''
  const { value, observed, expected } = figure
  // Some measures count agreement, some disagreement; the figure tells which it was made of.
  const what = Math.abs(1 - observed / expected - value) < 1e-6 ? 'Disagreement' : 'Agreement'
  return `${what} observed: ${small(observed)}, expected by chance: ${small(expected)}.`
}

/** Of what is nearly nothing, two digits that say something. */
const small = (value: number): string =>
  value > 0 && value < 0.1 ? String(Number(value.toPrecision(2))) : decimal(value)

function gammaSentence(gamma: NonNullable<Survey['gamma']>): string {
  const { position, category, samples, mostSamples, approximated } = gamma
  const exact =
    approximated === 0
      ? 'All articles were aligned exactly.'
      : `${counted(approximated, 'article')} were too large to be aligned exactly and were aligned approximately.`
  return `Place weighs ${position}, the tag ${category}; ${samples} to ${mostSamples} samples of chance. ${exact}`
}
