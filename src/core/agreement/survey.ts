import { Resampling } from './bootstrap'
import { gammaTexts } from './gamma'
import { ascending } from './matching'
import { GAMMA } from './measures'
import { type SparseTallies, only, tallyOf, totalOf } from './sparse-tallies'
import { cellsOf, cellsOfOne } from './survey-cells'
import {
  type Plan,
  type PlannedMeasure,
  SAMPLING,
  type SurveySetting,
  type SurveyedText,
  planOf,
} from './survey-plan'
import type { Cell, Survey, SurveyedMeasure } from './survey-result'
import { tablesOf } from './survey-tables'
import { type Tallied, type TalliedDocument, tallied } from './survey-tallies'
import { overTime } from './survey-time'

/**
 * How far the annotators agree on these texts, each read by any of them: every measure, of all, by tag, by pair and by
 * document, with intervals by bootstrap over documents, and the differences behind the figures. Neither the order of
 * the annotators nor that of the texts changes a figure. `progress` is told after each text.
 */
export const surveyOf = (
  texts: readonly SurveyedText[],
  setting: SurveySetting,
  progress?: (done: number, of: number) => void,
): Survey =>
  surveyFrom(
    tallied(texts, setting, (done) => progress?.(done, texts.length)),
    setting,
  )

/** The survey of what was taken of all texts. */
export function surveyFrom({ documents, columns, pairs }: Tallied, setting: SurveySetting): Survey {
  const plan = planOf(setting)
  const { seed, draws } = setting
  const resampling = new Resampling({ seed, draws })
  // Which documents are drawn hangs on their order: they are put in one that is the same however they are listed.
  const inOrder = [...documents.keys()].toSorted((a, b) => ascending(documents[a]!.id, documents[b]!.id))
  const sorted = columns.map((column) => column.map((tallies) => only(tallies, inOrder)))
  const cells = cellsOf(plan, sorted, resampling)
  const measures = plan.measures.map((planned): SurveyedMeasure => {
    const { measure, group, recommended, all, byTag, byPair } = planned
    const { id, name, answers, source } = measure
    return {
      id,
      name,
      group,
      recommended,
      answers,
      source,
      all: cells.get(all)!,
      byTag: byTag.map((one) => ({ tag: one.tag, cell: cells.get(one.source)! })),
      byPair: byPair.map((one, k) => ({ ...pairOf(plan, k), cell: cells.get(one)! })),
      byDocument: byDocument(planned, columns, documents),
    }
  })
  return {
    annotators: plan.annotators.map(({ id, name }) => ({ id, name, ...workOf(id, documents) })),
    documents: documents.map(({ id, title, readers }) => ({
      id,
      title,
      readers: readers.map(({ annotator }) => annotator),
      marks: sumOf(readers.map(({ marks }) => marks)),
    })),
    pairs: pairs.map(({ documents: read }, k) => ({ ...pairOf(plan, k), documents: read })),
    tags: [...plan.tags],
    measures,
    ...tablesOf(plan, pairs),
    overTime: wentOverTime(plan, columns, documents, (tallies, figure, those) =>
      cellOf(
        only(
          tallies,
          inOrder.filter((k) => those.has(k)),
        ),
        figure,
        resampling,
      ),
    ),
    whatIf: setting.whatIf,
    seed,
    draws,
    texts: documents.filter(({ readers }) => readers.length >= 2).length,
    ...gammaOf(plan, columns, setting),
  }
}

const cellOf = (
  tallies: SparseTallies,
  figure: PlannedMeasure['all']['figure'],
  resampling: Resampling,
): Cell => cellsOfOne(tallies, [{ figure }], resampling)[0]!

const pairOf = ({ pairs }: Plan, k: number) => {
  const [first, second] = pairs[k]!.annotators
  return { first: first!, second: second! }
}

/** What one annotator did in all documents. */
function workOf(annotator: string, documents: readonly TalliedDocument[]) {
  const readings = documents.flatMap(({ readers }) => readers.filter((one) => one.annotator === annotator))
  const first = readings.flatMap((one) => one.first ?? []).toSorted()[0]
  const last = readings
    .flatMap((one) => one.last ?? [])
    .toSorted()
    .at(-1)
  return {
    documents: readings.length,
    marks: sumOf(readings.map(({ marks }) => marks)),
    links: sumOf(readings.map(({ links }) => links)),
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
  }
}

function byDocument(
  { all: { column, tally, figure } }: PlannedMeasure,
  columns: Tallied['columns'],
  documents: readonly TalliedDocument[],
): SurveyedMeasure['byDocument'] {
  const tallies = columns[column]![tally]!
  return documents.flatMap(({ id, readers }, k) =>
    readers.length < 2 ? [] : [{ document: id, figure: figure(tallyOf(tallies, k)) }],
  )
}

/** Of the first measure, which is a recommended one unless others were asked for. */
function wentOverTime(
  { measures }: Plan,
  columns: Tallied['columns'],
  documents: readonly TalliedDocument[],
  cell: (tallies: SparseTallies, figure: PlannedMeasure['all']['figure'], those: ReadonlySet<number>) => Cell,
): Survey['overTime'] {
  const shown = measures.find(({ recommended }) => recommended) ?? measures[0]
  if (!shown) return { measure: '', by: 'order', points: [] }
  const { column, tally, figure } = shown.all
  return overTime(documents, shown.measure.id, (those) =>
    cell(columns[column]![tally]!, figure, new Set(those)),
  )
}

function gammaOf(
  { measures }: Plan,
  columns: Tallied['columns'],
  { gamma }: SurveySetting,
): Pick<Survey, 'gamma'> {
  const planned = measures.find(({ measure }) => measure.id === GAMMA)
  if (!planned) return {}
  const { approximated } = gammaTexts(totalOf(columns[planned.all.column]![planned.all.tally]!))
  return { gamma: { ...gamma, ...SAMPLING, approximated } }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
