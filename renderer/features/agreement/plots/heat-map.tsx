import { Plot, fitting } from './plot'

export interface HeatCell {
  readonly row: number
  readonly column: number
  readonly words: string
  /** How dark, from 0 to 1. */
  readonly share: number
}

interface Props {
  readonly title: string
  /** What the rows and the columns are. */
  readonly axes: readonly [rows: string, columns: string]
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly HeatCell[]
}

const LABEL = 130
const ROW = 34
const HEAD = 44

/** So dark at most that the number in it can be read in both themes. */
export const DARKEST = 0.42

/** A table as a picture, for files: each cell with its number, and darker the more it is. */
export function HeatMap({ title, axes, rows, columns, cells }: Props) {
  const room = Math.max(56, Math.min(110, 560 / columns.length))
  const width = LABEL + columns.length * room
  const head = axes[1] === '' ? HEAD - 20 : HEAD
  return (
    <Plot
      title={title}
      description={cells
        .map(({ row, column, words }) => `${rows[row]} and ${columns[column]}: ${words}`)
        .join('; ')}
      width={width}
      height={head + rows.length * ROW}
    >
      <text className="plot-soft" x={0} y={head - 12}>
        {axes[0]}
      </text>
      <text className="plot-soft" x={LABEL} y={12}>
        {axes[1]}
      </text>
      {columns.map((name, k) => (
        <text key={k} className="plot-label plot-middle" x={LABEL + (k + 0.5) * room} y={head - 12}>
          {fitting(name, room - 4)}
        </text>
      ))}
      {rows.map((name, k) => (
        <text key={k} className="plot-label" x={0} y={head + (k + 0.5) * ROW + 4}>
          {fitting(name, LABEL - 10)}
        </text>
      ))}
      {cells.map(({ row, column, words, share }) => (
        <g key={`${row} ${column}`}>
          <rect
            className="plot-cell"
            fillOpacity={share * DARKEST}
            x={LABEL + column * room}
            y={head + row * ROW}
            width={room}
            height={ROW}
          />
          <text
            className="plot-figure plot-middle"
            x={LABEL + (column + 0.5) * room}
            y={head + (row + 0.5) * ROW + 4}
          >
            {words}
          </text>
        </g>
      ))}
    </Plot>
  )
}
