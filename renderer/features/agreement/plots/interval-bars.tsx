import type { Cell } from '../../../../src/core/agreement/survey-result'
import { counted } from '../../../ui/amounts'
import { boundsOf, cellWords, figureWords, intervalWords, valueOf } from '../figures'
import { Plot, fitting } from './plot'
import { agreementScale, tickWords } from './scale'

export interface IntervalBar {
  readonly key: string
  readonly name: string
  readonly glyph: string
  /** The custom property that holds its colour. */
  readonly property: string
  readonly cell: Cell
}

interface Props {
  readonly title: string
  readonly bars: readonly IntervalBar[]
}

const WIDTH = 640
const ROW = 28
const FOOT = 22
const FROM = 148
const TO = 470
/** Where words begin that stand in for an interval, or say it. */
const WORDS = 486

/** A bar a thing with its value, and the interval as a line through its end. */
export function IntervalBars({ title, bars }: Props) {
  const values = bars.flatMap(({ cell }) => [valueOf(cell.figure) ?? 0, ...(boundsOf(cell.interval) ?? [])])
  const { at, ticks } = agreementScale(values, FROM, TO)
  const height = bars.length * ROW + FOOT
  return (
    <Plot
      title={title}
      description={bars.map(({ name, cell }) => `${name}: ${cellWords(cell)}`).join('; ')}
      width={WIDTH}
      height={height}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'plot-axis' : 'plot-grid'}
            x1={at(tick)}
            x2={at(tick)}
            y1={0}
            y2={height - FOOT}
          />
          <text className="plot-soft plot-middle" x={at(tick)} y={height - 6}>
            {tickWords(tick)}
          </text>
        </g>
      ))}
      {bars.map((bar, k) => (
        <Bar key={bar.key} bar={bar} y={k * ROW + ROW / 2} at={at} />
      ))}
    </Plot>
  )
}

function Bar({
  bar,
  y,
  at,
}: {
  readonly bar: IntervalBar
  readonly y: number
  readonly at: (value: number) => number
}) {
  const { name, glyph, property, cell } = bar
  const value = valueOf(cell.figure)
  const bounds = boundsOf(cell.interval)
  const zero = at(0)
  return (
    <g>
      <text
        className="plot-glyph tinted"
        style={{ '--colour': `var(${property}, gray)` } as object}
        x={0}
        y={y + 4}
      >
        {glyph}
      </text>
      <text className="plot-label" x={20} y={y + 4}>
        {fitting(name, FROM - 32)}
      </text>
      {value !== undefined && (
        <>
          <rect
            className="plot-bar"
            x={Math.min(zero, at(value))}
            y={y - 6}
            width={Math.abs(at(value) - zero)}
            height={12}
            rx={2}
          />
          {bounds && (
            <path
              className="plot-interval"
              fill="none"
              d={`M${at(bounds[0])} ${y - 5}v10m0-5H${at(bounds[1])}m0-5v10`}
            />
          )}
          <circle className="plot-dot" cx={at(value)} cy={y} r={4} />
        </>
      )}
      <text className="plot-figure" x={WORDS} y={y + 4}>
        {figureWords(cell.figure)}
        <tspan className="plot-soft" dx={6}>
          {bounds
            ? intervalWords(cell)
            : 'tooFew' in cell.interval
              ? `(${counted(cell.interval.tooFew, 'document')})`
              : ''}
        </tspan>
      </text>
    </g>
  )
}
