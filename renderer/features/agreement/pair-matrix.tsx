import { type CSSProperties, useMemo } from 'react'
import type { Survey, SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import type { Agreement } from '../../state/agreement'
import { useSession } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { behindPairs, pairKey } from './behind'
import { CELL_HEADS, cellColumns, cellWords, figureWords, intervalWords, valueOf } from './figures'
import type { Names } from './names'
import { openDifferences } from './opening'
import { HeatMap } from './plots/heat-map'
import { PlotSection } from './plots/plot-section'
import { useRoving } from './roving'

interface Props {
  readonly agreement: Agreement
  readonly survey: Survey
  readonly measure: SurveyedMeasure
  readonly names: Names
}

/** Every two annotators: how far they agree, and a way to what they differ in. */
export function PairMatrix({ agreement, survey, measure, names }: Props) {
  const session = useSession()
  const people = survey.annotators.map(({ id }) => id)
  const cells = useMemo(
    () => new Map(measure.byPair.map((one) => [pairKey(one.first, one.second), one.cell])),
    [measure],
  )
  const read = useMemo(
    () => new Map(survey.pairs.map((one) => [pairKey(one.first, one.second), one.documents])),
    [survey],
  )
  const keys = people.flatMap((row) =>
    people.flatMap((column) => (row === column ? [] : [`${row}\n${column}`])),
  )
  const { ofTable, ofButton } = useRoving(keys)
  const open = (row: string, column: string, words: string): void => {
    const name = `Differences of ${names.person(row)} and ${names.person(column)}: ${words}`
    openDifferences(session, agreement, behindPairs(survey, name, { pair: pairKey(row, column) }))
  }
  return (
    <PlotSection
      title="By annotators"
      note="A cell opens the differences of two."
      kept={keptAs(survey, measure, names)}
    >
      <div className="table-frame">
        <table className="heat" data-crowded={people.length > 5} {...ofTable}>
          <caption className="unseen">{measure.name} of every two annotators</caption>
          <thead>
            <tr>
              <td />
              {people.map((id) => (
                <th key={id} scope="col">
                  <span className="heat-name">{names.person(id)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((row) => (
              <tr key={row}>
                <th scope="row">
                  <span className="heat-name">{names.person(row)}</span>
                </th>
                {people.map((column) => {
                  const cell = cells.get(pairKey(row, column))
                  if (row === column || !cell) return <td key={column} className="heat-none" />
                  const words = cellWords(cell)
                  const documents = read.get(pairKey(row, column)) ?? 0
                  return (
                    <td key={column} style={heatOf(valueOf(cell.figure) ?? 0)}>
                      <button
                        type="button"
                        {...ofButton(`${row}\n${column}`)}
                        aria-label={`${names.person(row)} and ${names.person(column)}: ${words}, ${counted(documents, 'article')}`}
                        title={`${words}, ${counted(documents, 'article')}`}
                        onClick={() => open(row, column, words)}
                      >
                        <span>{figureWords(cell.figure)}</span>
                        {'low' in cell.interval && <small>{intervalWords(cell)}</small>}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PlotSection>
  )
}

/** The ground of a cell: the darker, the more. The number is there as well. */
export const heatOf = (share: number): CSSProperties =>
  ({ '--heat': Math.min(1, Math.max(0, share)) }) as CSSProperties

function keptAs(survey: Survey, measure: SurveyedMeasure, names: Names) {
  const people = survey.annotators.map(({ id }) => id)
  const title = `${measure.name} by annotators`
  return {
    name: `agreement-by-annotators-${measure.id}`,
    heads: ['measure', 'first annotator', 'second annotator', 'articles', ...CELL_HEADS],
    rows: () =>
      measure.byPair.map(({ first, second, cell }) => [
        measure.name,
        names.person(first),
        names.person(second),
        survey.pairs.find((one) => one.first === first && one.second === second)?.documents,
        ...cellColumns(cell),
      ]),
    plot: (
      <HeatMap
        title={title}
        axes={['', '']}
        rows={people.map(names.person)}
        columns={people.map(names.person)}
        cells={measure.byPair.flatMap(({ first, second, cell }) => {
          const [row, column] = [people.indexOf(first), people.indexOf(second)]
          const one = { words: figureWords(cell.figure), share: Math.max(0, valueOf(cell.figure) ?? 0) }
          return [
            { row, column, ...one },
            { row: column, column: row, ...one },
          ]
        })}
      />
    ),
  }
}
