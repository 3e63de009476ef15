import { digits, groupNames, whyUndefined } from '../../core/agreement/in-words'
import type { Undefined } from '../../core/agreement/measure'
import {
  type Cell,
  type Survey,
  type SurveyedMeasure,
  measureGroup,
} from '../../core/agreement/survey-result'
import { type Block, type Names, heading, list, paragraph, table } from './methods'

const LEAST_AGREED = 20 // more documents than that are no longer looked at one by one

/** The figures of all, by tag, by pair, over time and of the documents with the least agreement; then what they mean. */
export function figureBlocks(survey: Survey, names: Names): Block[] {
  const { measures, pairs, annotators } = survey
  const missing = new Set<Undefined>()
  const told = (cell: Cell): string => {
    if ('undefined' in cell.figure) missing.add(cell.figure.undefined)
    return cellOf(cell)
  }
  const tagged = measures.filter(({ byTag }) => byTag.length > 0)
  const paired = measures.filter(({ recommended, all }) => recommended || 'undefined' in all.figure)
  const tables = [
    ...measureGroup.options.flatMap((group) => allOf(group, measures, told)),
    ...(tagged.length === 0
      ? []
      : [
          table(
            'By tag',
            ['Measure', ...survey.tags.map((tag) => names.tag(tag))],
            tagged.map(({ name, byTag }) => [name, ...byTag.map(({ cell }) => told(cell))]),
          ),
        ]),
    ...(annotators.length < 3 || paired.length === 0
      ? []
      : [
          table(
            'By pair',
            ['Annotators', ...paired.map(({ name }) => name)],
            pairs.map((pair, k) => [names.pair(pair), ...paired.map(({ byPair }) => told(byPair[k]!.cell))]),
          ),
        ]),
    ...timeOf(survey, told),
    ...leastAgreed(survey, names),
  ]
  return [
    heading('Agreement'),
    ...tables,
    ...(missing.size === 0
      ? []
      : [
          paragraph('Where there is no figure:'),
          list([...missing].map((reason) => `${reason}: ${whyUndefined[reason]}`)),
        ]),
    heading('What each measure answers'),
    table(
      'Measures',
      ['Measure', 'Question', 'Source'],
      measures.map(({ name, answers, source }) => [name, answers, source]),
      false,
    ),
  ]
}

/** `0.815 [0.813, 0.817]`, or why there is none. */
function cellOf({ figure, interval }: Cell): string {
  if ('undefined' in figure) return `– (${figure.undefined})`
  return 'low' in interval
    ? `${digits(figure.value)} [${digits(interval.low)}, ${digits(interval.high)}]`
    : digits(figure.value)
}

const part = (value: number | undefined): string => (value === undefined ? '–' : digits(value))

function allOf(
  group: SurveyedMeasure['group'],
  measures: readonly SurveyedMeasure[],
  told: (cell: Cell) => string,
): Block[] {
  const own = measures.filter((measure) => measure.group === group)
  if (own.length === 0) return []
  return [
    table(
      groupNames[group],
      ['Measure', 'All', 'Observed', 'Expected'],
      own.map(({ name, all }) => [
        name,
        told(all),
        ...('undefined' in all.figure ? ['–', '–'] : [part(all.figure.observed), part(all.figure.expected)]),
      ]),
    ),
  ]
}

function timeOf(
  { overTime: { measure, by, points }, measures }: Survey,
  told: (cell: Cell) => string,
): Block[] {
  if (points.length < 2) return []
  const name = measures.find(({ id }) => id === measure)?.name ?? measure
  return [
    table(
      by === 'month'
        ? `Over time: ${name}, by the month of the last change`
        : `In the order of the documents: ${name}`,
      [by === 'month' ? 'Month' : 'Documents', 'Number', 'All'],
      points.map(({ from, to, documents, cell }) => [
        from === to ? from : `${from}–${to}`,
        String(documents),
        told(cell),
      ]),
    ),
  ]
}

function leastAgreed({ overTime: { measure: id }, measures }: Survey, names: Names): Block[] {
  const shown = measures.find((measure) => measure.id === id)
  const rows = (shown?.byDocument ?? [])
    .flatMap(({ document, figure }) => ('value' in figure ? [{ document, value: figure.value }] : []))
    .toSorted((a, b) => a.value - b.value)
    .slice(0, LEAST_AGREED)
  if (!shown || rows.length < 2) return []
  return [
    table(
      `Documents with the least agreement: ${shown.name}`,
      ['Document', 'All'],
      rows.map(({ document, value }) => [names.document(document), digits(value)]),
    ),
  ]
}
