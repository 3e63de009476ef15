import { memo } from 'react'
import type { SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { CELL_HEADS, boundsOf, cellColumns } from './figures'
import type { Names } from './names'
import { IntervalBars } from './plots/interval-bars'
import { PlotSection } from './plots/plot-section'

interface Props {
  readonly measure: SurveyedMeasure
  readonly names: Names
}

/** How far they agree on each tag. */
export const TagIntervals = memo(function TagIntervals({ measure, names }: Props) {
  if (measure.byTag.length === 0)
    return (
      <PlotSection title="By tag">
        <p className="plot-note">This measure says nothing of one tag by itself.</p>
      </PlotSection>
    )
  const title = `${measure.name} by tag`
  const bars = measure.byTag.map(({ tag, cell }) => {
    const { id, ...named } = names.tag(tag)
    return { key: id, ...named, cell }
  })
  const kept = {
    name: `agreement-by-tag-${measure.id}`,
    heads: ['measure', 'tag', ...CELL_HEADS],
    rows: () => bars.map(({ name, cell }) => [measure.name, name, ...cellColumns(cell)]),
    plot: <IntervalBars title={title} bars={bars} />,
  }
  return (
    <PlotSection
      title="By tag"
      note={
        bars.some(({ cell }) => boundsOf(cell.interval))
          ? 'The line is where the figure lies in 95 of 100 samples of as many documents.'
          : 'There are too few documents for intervals.'
      }
      kept={kept}
    >
      <IntervalBars title={title} bars={bars} />
    </PlotSection>
  )
})
