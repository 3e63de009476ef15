import type { Survey } from '../../../../src/core/agreement/survey-result'
import { boundsOf, cellWords, figureWords, valueOf } from '../figures'
import { Plot } from './plot'
import { agreementScale, tickWords } from './scale'

type Points = Survey['overTime']['points']

interface Props {
  readonly title: string
  readonly by: Survey['overTime']['by']
  readonly points: Points
}

const WIDTH = 640
const HEIGHT = 210
const TOP = 22
const BOTTOM = HEIGHT - 40
const FROM = 44
const TO = WIDTH - 24

/** Points in their order, joined, each with its interval as a line up and down. */
export function TimeLine({ title, by, points }: Props) {
  const values = points.flatMap(({ cell }) => [valueOf(cell.figure) ?? 0, ...(boundsOf(cell.interval) ?? [])])
  const { at, ticks } = agreementScale(values, BOTTOM, TOP)
  const step = (TO - FROM) / points.length
  const x = (k: number): number => FROM + (k + 0.5) * step
  // Of very many only some are named, so that names do not run into each other.
  const named = Math.ceil(points.length / Math.floor((TO - FROM) / 62))
  return (
    <Plot
      title={title}
      description={points.map((point) => `${pointName(point, by)}: ${cellWords(point.cell)}`).join('; ')}
      width={WIDTH}
      height={HEIGHT}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'plot-axis' : 'plot-grid'}
            x1={FROM}
            x2={TO}
            y1={at(tick)}
            y2={at(tick)}
          />
          <text className="plot-soft plot-end" x={FROM - 8} y={at(tick) + 4}>
            {tickWords(tick)}
          </text>
        </g>
      ))}
      {runsOf(points).map((run) => (
        <polyline
          key={run[0]}
          className="plot-line"
          points={run.map((k) => `${x(k)},${at(valueOf(points[k]!.cell.figure)!)}`).join(' ')}
        />
      ))}
      {points.map((point, k) => {
        const value = valueOf(point.cell.figure)
        const bounds = boundsOf(point.cell.interval)
        return (
          <g key={point.from}>
            {bounds && (
              <path
                className="plot-interval"
                d={`M${x(k) - 5} ${at(bounds[0])}h10m-5 0V${at(bounds[1])}m-5 0h10`}
                fill="none"
              />
            )}
            {value !== undefined && <circle className="plot-dot" cx={x(k)} cy={at(value)} r={4.5} />}
            {k % named === 0 && (
              <>
                <text
                  className="plot-figure plot-middle"
                  x={x(k)}
                  y={value === undefined ? BOTTOM - 6 : at(bounds?.[1] ?? value) - 8}
                >
                  {figureWords(point.cell.figure)}
                </text>
                <text className="plot-label plot-middle" x={x(k)} y={BOTTOM + 18}>
                  {pointName(point, by)}
                </text>
                <text className="plot-soft plot-middle" x={x(k)} y={BOTTOM + 34}>
                  {point.documents === 1 ? '' : `n = ${point.documents}`}
                </text>
              </>
            )}
          </g>
        )
      })}
    </Plot>
  )
}

/** Runs of points that have a value: a line is drawn through what is there only. */
function runsOf(points: Points): number[][] {
  const runs: number[][] = [[]]
  for (const [k, { cell }] of points.entries()) {
    if (valueOf(cell.figure) === undefined) runs.push([])
    else runs.at(-1)!.push(k)
  }
  return runs.filter((run) => run.length > 1)
}

/** “Jan 2026”, or the numbers of the documents in their order. */
export function pointName({ from, to }: Points[number], by: Survey['overTime']['by']): string {
  if (by === 'order') return from === to ? from : `${from}–${to}`
  return new Date(`${from}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
