import { Plot } from './plot'

interface Props {
  readonly title: string
  readonly kinds: readonly { readonly key: string; readonly name: string; readonly count: number }[]
}

const WIDTH = 640
const ROW = 26
const FROM = 148
const TO = 500

/** How the differences are made up: a bar a kind, with its count and its share of them. */
export function KindBars({ title, kinds }: Props) {
  const sum = kinds.reduce((all, { count }) => all + count, 0)
  const most = Math.max(1, ...kinds.map(({ count }) => count))
  const height = kinds.length * ROW
  return (
    <Plot
      title={title}
      description={kinds.map(({ name, count }) => `${name}: ${count} (${shareWords(count, sum)})`).join('; ')}
      width={WIDTH}
      height={height}
    >
      <line className="plot-axis" x1={FROM} x2={FROM} y1={0} y2={height} />
      {kinds.map(({ key, name, count }, k) => {
        const y = k * ROW + ROW / 2
        const length = (count / most) * (TO - FROM)
        return (
          <g key={key}>
            <text className="plot-label" x={0} y={y + 4}>
              {name}
            </text>
            {count > 0 && <rect className="plot-bar" x={FROM} y={y - 7} width={length} height={14} rx={2} />}
            <text className="plot-figure" x={FROM + length + 8} y={y + 4}>
              {count.toLocaleString('en')}
              <tspan className="plot-soft" dx={6}>
                {shareWords(count, sum)}
              </tspan>
            </text>
          </g>
        )
      })}
    </Plot>
  )
}

export const shareWords = (count: number, sum: number): string =>
  sum === 0 ? '–' : `${Math.round((count / sum) * 100)} %`
