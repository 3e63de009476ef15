import { memo } from 'react'
import type { Survey } from '../../../src/core/agreement/survey-result'
import { CELL_HEADS, cellColumns } from './figures'
import { PlotSection } from './plots/plot-section'
import { TimeLine } from './plots/time-line'

const MOST_SINGLE = 60 // documents that can be told apart in a line

/** How agreement went, by the first of the measures to begin with. */
export const OverTime = memo(function OverTime({ survey }: { readonly survey: Survey }) {
  const { measure, by, points } = survey.overTime
  const name = survey.measures.find(({ id }) => id === measure)?.name ?? measure
  const title = `${name} over time`
  if (points.length < 2 || points.length > MOST_SINGLE)
    return (
      <PlotSection title="Over time">
        <p className="plot-note">All of it was done at one time: there is nothing to follow.</p>
      </PlotSection>
    )
  const kept = {
    name: `agreement-over-time-${measure}`,
    heads: ['measure', 'from', 'to', 'articles', ...CELL_HEADS],
    rows: () =>
      points.map(({ from, to, documents, cell }) => [name, from, to, documents, ...cellColumns(cell)]),
    plot: <TimeLine title={title} by={by} points={points} />,
  }
  return (
    <PlotSection
      title="Over time"
      note={
        by === 'month'
          ? `${name}, by the month in which an article was last worked on.`
          : `${name}, by the order of the articles in the list.`
      }
      kept={kept}
    >
      <TimeLine title={title} by={by} points={points} />
    </PlotSection>
  )
})
