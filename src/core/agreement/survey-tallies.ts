import type { ReadText } from './reading'
import { type SparseTallies, SparseRows, blank, joined } from './sparse-tallies'
import { type ComparedPair, PairComparison } from './survey-differences'
import { type Plan, type SurveySetting, type SurveyedText, pairKey, planOf } from './survey-plan'
import { supposed } from './what-if'

/** What was taken of some documents; lots of them are joined. Plain, so that it can be handed from thread to thread. */
export interface Tallied {
  /** Ids of those who were asked, without those who are left out. */
  readonly annotators: readonly string[]
  readonly documents: readonly TalliedDocument[]
  /** By columns of the plan and what is tallied in each, over the documents in their order. */
  readonly columns: readonly (readonly SparseTallies[])[]
  /** By pairs of the plan. */
  readonly pairs: readonly ComparedPair[]
}

export interface TalliedDocument {
  readonly id: string
  readonly title: string
  /** Of those who are asked, in their order, who read it, what they marked there, and when. */
  readonly readers: readonly Reader[]
}

export interface Reader {
  readonly annotator: string
  readonly marks: number
  readonly links: number
  readonly first?: string
  readonly last?: string
}

/**
 * Takes what a survey needs of some documents. `done` is called after each of them, with the number of those that are
 * done.
 */
export function tallied(
  texts: readonly SurveyedText[],
  setting: SurveySetting,
  done: (documents: number) => void = () => undefined,
): Tallied {
  const plan = planOf(setting)
  const columns = plan.columns.map(({ scheme, tallies }) => ({
    scheme,
    rows: tallies.map((tally) => ({ tally, numbers: new SparseRows() })),
  }))
  const pairs = plan.pairs.map((scheme) => ({ scheme, comparison: new PairComparison() }))
  const documents = texts.map((surveyed, k) => {
    const text = anew(supposed(surveyed.text, setting.whatIf))
    for (const { scheme, comparison } of pairs) comparison.add(text, scheme, surveyed.attributes)
    for (const { scheme, rows } of columns)
      for (const { tally, numbers } of rows) numbers.add(tally(text, scheme))
    done(k + 1)
    return documentOf(surveyed, text, plan)
  })
  return {
    annotators: plan.annotators.map(({ id }) => id),
    documents,
    columns: columns.map(({ rows }) => rows.map(({ numbers }) => numbers.tallies())),
    pairs: pairs.map(({ comparison }) => comparison.result()),
  }
}

/**
 * What was taken of several lots of documents, as if it had been taken at once. Of a lot, those may have been asked alone
 * who read any of it; all else must have been the same.
 */
export function joinTallied(lots: readonly Tallied[], setting: SurveySetting): Tallied {
  const plan = planOf(setting)
  const planned = lots.map((lot) => {
    const { columns, pairs } = planOf({
      ...setting,
      annotators: setting.annotators.filter(({ id }) => lot.annotators.includes(id)),
    })
    return {
      lot,
      columnAt: new Map(columns.flatMap(({ keys }, column) => keys.map((key) => [key, column] as const))),
      pairAt: new Map(pairs.map((pair, k) => [pairKey(pair), k])),
    }
  })
  return {
    annotators: plan.annotators.map(({ id }) => id),
    documents: lots.flatMap(({ documents }) => documents),
    columns: plan.columns.map(({ keys: [key], tallies }) =>
      tallies.map((_, tally) =>
        joined(
          planned.map(({ lot, columnAt }) => {
            const column = columnAt.get(key!)
            return column === undefined ? blank(lot.documents.length) : lot.columns[column]![tally]!
          }),
        ),
      ),
    ),
    pairs: plan.pairs.map((pair) => {
      const comparison = new PairComparison()
      for (const { lot, pairAt } of planned) {
        const k = pairAt.get(pairKey(pair))
        if (k !== undefined) comparison.join(lot.pairs[k]!)
      }
      return comparison.result()
    }),
  }
}

/** With lists of marks of its own: what is found out about marks is kept as long as these lists are, and no longer. */
const anew = (text: ReadText): ReadText => ({
  ...text,
  readings: text.readings.map((reading) => ({ ...reading, marks: [...reading.marks] })),
})

function documentOf({ title, worked }: SurveyedText, text: ReadText, plan: Plan): TalliedDocument {
  const tags = new Set(plan.tags)
  const readers = plan.annotators.flatMap(({ id }) => {
    const reading = text.readings.find(({ annotator }) => annotator === id)
    if (!reading) return []
    const marks = reading.marks.filter(({ tag }) => tags.has(tag)).length
    return [{ annotator: id, marks, links: reading.links.length, ...worked.get(id) }]
  })
  return { id: text.document, title, readers }
}
