import type { Cell, MeasureGroup, SurveyedMeasure } from '../../../src/core/agreement/survey-result'
import { groupNames, whyNoInterval, whyUndefined } from '../../../src/core/agreement/in-words'
import { counted } from '../../ui/amounts'

type Figure = Cell['figure']
type Interval = Cell['interval']

/** A value with two decimals and a true minus sign: “0.71”, “−0.09”. */
export const decimal = (value: number): string => {
  const rounded = value.toFixed(2)
  return Number(rounded) === 0 ? '0.00' : rounded.replace('-', '−')
}

/** “0.71”, or why there is none. */
export const figureWords = (figure: Figure): string =>
  'value' in figure ? decimal(figure.value) : figure.undefined

/** “0.64–0.78”, or why there is none; nothing where the figure itself says why. */
export function intervalWords({ figure, interval }: Cell): string {
  if (!('value' in figure)) return ''
  if ('tooFew' in interval) return `too few documents for an interval (${interval.tooFew})`
  if ('undefined' in interval) return `no interval: ${interval.undefined}`
  return bounds(interval.low, interval.high)
}

const bounds = (low: number, high: number): string =>
  low < 0 || high < 0 ? `${decimal(low)} to ${decimal(high)}` : `${decimal(low)}–${decimal(high)}`

/** “0.71 (0.64–0.78)”. */
export const cellWords = (cell: Cell): string =>
  [figureWords(cell.figure), intervalWords(cell)]
    .filter(Boolean)
    .map((words, k) => (k === 0 ? words : `(${words})`))
    .join(' ')

/** The sentence on an interval: what it is made of, or why there is none. */
export function intervalSentence({ figure, interval }: Cell): string {
  if (!('value' in figure)) return whyUndefined[figure.undefined]
  if (!('low' in interval)) return whyNoInterval(interval) ?? ''
  const left = interval.leftOut > 0 ? `; ${counted(interval.leftOut, 'sample')} without a value left out` : ''
  return `In 95 of 100 samples of as many documents it lies at ${bounds(interval.low, interval.high)} (${counted(interval.draws, 'sample')}${left}).`
}

export const valueOf = (figure: Figure): number | undefined => ('value' in figure ? figure.value : undefined)

/** The bounds of an interval, where there are any. */
export const boundsOf = (interval: Interval): readonly [low: number, high: number] | undefined =>
  'low' in interval ? [interval.low, interval.high] : undefined

/** Value, bounds, and why one of them is missing, as columns of a table. */
export const cellColumns = (cell: Cell): readonly (number | string | undefined)[] => [
  valueOf(cell.figure),
  ...(boundsOf(cell.interval) ?? [undefined, undefined]),
  'value' in cell.figure ? (boundsOf(cell.interval) ? '' : intervalWords(cell)) : cell.figure.undefined,
]

export const CELL_HEADS = ['value', 'low', 'high', 'remark'] as const

export interface Listed {
  readonly name: string
  readonly measures: readonly SurveyedMeasure[]
}

/** The measures as they are listed: those to begin with, then the others by what they are of. */
export function groupsOf(measures: readonly SurveyedMeasure[]): Listed[] {
  const begin = measures.filter(({ recommended }) => recommended)
  const others = measures.filter(({ recommended }) => !recommended)
  return [
    { name: 'To begin with', measures: begin },
    ...(Object.keys(groupNames) as MeasureGroup[]).map((group) => ({
      name: groupNames[group],
      measures: others.filter((measure) => measure.group === group),
    })),
  ].filter((group) => group.measures.length > 0)
}
