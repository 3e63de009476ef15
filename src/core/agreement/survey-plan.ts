import type { Person } from '../annotation/set'
import type { Figure, Measure, Scheme } from './measure'
import { GAMMA, type Offered, offered } from './measures'
import { ascending } from './matching'
import type { ReadText } from './reading'
import { type WhatIf, mergedTags } from './what-if'

/** A document as a survey needs it. */
export interface SurveyedText {
  readonly text: ReadText
  readonly title: string
  /** When each annotator began and last changed something in it, ISO 8601 in UTC, by their ids. */
  readonly worked: ReadonlyMap<string, { readonly first: string; readonly last: string }>
  /** What is said by attributes, by the ids of marks, as words that are the same when it is the same. */
  readonly attributes: ReadonlyMap<string, string>
}

/** What is surveyed, and how. */
export interface SurveySetting {
  readonly annotators: readonly Person[]
  /** Ids, in the order of the codebook. */
  readonly tags: readonly string[]
  /** Ids; the order is that of the list of measures, whatever it is here. */
  readonly measures: readonly string[]
  readonly whatIf: WhatIf
  readonly seed: number
  /** How many samples of the documents the intervals are taken from. */
  readonly draws: number
  /** How much place and tag weigh in γ. */
  readonly gamma: { readonly position: number; readonly category: number }
}

/** How γ samples; its own defaults, which are reported with it. */
export const SAMPLING = { samples: 30, precision: 0.05, mostSamples: 300 } as const

type Tally = Measure['tally']

/** One scheme of the survey and what is tallied in it, each once however many measures are computed of it. */
export interface Column {
  readonly scheme: Scheme
  /** What it is a column of, in the terms of any plan: of all, of a pair, of a tag; of two annotators both at once. */
  readonly keys: readonly string[]
  readonly tallies: readonly Tally[]
}

/** Where a figure comes from: the tallies of a column, and what is made of them. */
export interface Source {
  readonly column: number
  readonly tally: number
  readonly figure: (total: Float64Array) => Figure
}

export interface PlannedMeasure extends Omit<Offered, 'byTag'> {
  readonly all: Source
  readonly byTag: readonly { readonly tag: string; readonly source: Source }[]
  readonly byPair: readonly Source[]
}

/** Everything that a survey works out, in the order in which it does. */
export interface Plan {
  /** Those who are not left out, in the order of their ids. */
  readonly annotators: readonly Person[]
  /** Every two of them. */
  readonly pairs: readonly Scheme[]
  /** Without those that are merged into others. */
  readonly tags: readonly string[]
  readonly measures: readonly PlannedMeasure[]
  readonly columns: readonly Column[]
}

/**
 * The plan of a survey. It hangs on the setting alone, so that all who work on parts of it have the same. Schemes with
 * all tags come before those with one, since what is found out about marks is kept for as long as they follow on
 * each other.
 */
export function planOf(setting: SurveySetting): Plan {
  const { whatIf, seed, gamma } = setting
  const annotators = setting.annotators
    .filter(({ id }) => !whatIf.leaveOut.includes(id))
    .toSorted((a, b) => ascending(a.id, b.id))
  const ids = annotators.map(({ id }) => id)
  const called = mergedTags(whatIf.merge)
  const tags = setting.tags.filter((tag) => !called.has(tag))
  const wanted = offered({ seed, ...gamma, ...SAMPLING }).filter(({ measure }) =>
    setting.measures.includes(measure.id),
  )

  const columns = new Columns()
  const all: Scheme = { annotators: ids, tags }
  const pairs = ids.flatMap((first, k) =>
    ids
      .slice(k + 1)
      // Two annotators are one pair, whose figures are those of all.
      .map((second): Scheme => (ids.length === 2 ? all : { annotators: [first, second], tags })),
  )
  const alone = tags.map((tag): Scheme => ({ annotators: ids, tags: [tag] }))
  columns.add(all, 'all')
  for (const scheme of pairs) columns.add(scheme, pairKey(scheme))
  for (const scheme of alone) columns.add(scheme, `tag ${scheme.tags[0]!}`)

  const measures = wanted.map((one): PlannedMeasure => {
    const { measure, byTag } = one
    const whole = columns.source(all, measure)
    return {
      ...one,
      all: whole,
      byPair: pairs.map((scheme) => columns.source(scheme, measure)),
      byTag: tagSources(byTag, tags, (tag, k) =>
        byTag === 'alone'
          ? columns.source(alone[k]!, measure)
          : { ...whole, figure: (total) => byTag!(total, all, tag) },
      ),
    }
  })
  return { annotators, pairs, tags, measures, columns: columns.list }
}

function tagSources(
  byTag: Offered['byTag'],
  tags: readonly string[],
  sourceOf: (tag: string, k: number) => Source,
): PlannedMeasure['byTag'] {
  return byTag === undefined ? [] : tags.map((tag, k) => ({ tag, source: sourceOf(tag, k) }))
}

/** The same for the same two annotators. */
export const pairKey = ({ annotators }: Scheme): string => `pair ${annotators.join('\n')}`

class Columns {
  readonly list: { readonly scheme: Scheme; readonly keys: string[]; readonly tallies: Tally[] }[] = []

  add(scheme: Scheme, key: string): void {
    const known = this.list.find((column) => column.scheme === scheme)
    if (known) known.keys.push(key)
    else this.list.push({ scheme, keys: [key], tallies: [] })
  }

  source(scheme: Scheme, measure: Measure): Source {
    const column = this.list.findIndex((one) => one.scheme === scheme)
    const { tallies } = this.list[column]!
    let tally = tallies.indexOf(measure.tally)
    if (tally < 0) tally = tallies.push(measure.tally) - 1
    return { column, tally, figure: (total) => measure.figure(total, scheme) }
  }
}

/** Whether γ, which samples for each document, is among what is worked out. */
export const isLong = ({ measures }: Pick<SurveySetting, 'measures'>): boolean => measures.includes(GAMMA)
