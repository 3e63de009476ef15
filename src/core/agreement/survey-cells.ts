import { type Interval95, type Resampling, intervalsOf } from './bootstrap'
import { isDefined } from './measure'
import { type SparseTallies, beside, documentsIn, emptyIn, totalOf, withoutEmpty } from './sparse-tallies'
import type { Plan, Source } from './survey-plan'
import type { Cell } from './survey-result'

/**
 * The figures of all sources of a plan with their intervals. What is tallied in one scheme and counts in the same
 * documents is drawn and added up at once, since measures have much of it in common; and what counts in as many
 * documents follows on each other, because the draws are the same.
 */
export function cellsOf(
  { measures }: Plan,
  columns: readonly (readonly SparseTallies[])[],
  resampling: Resampling,
): ReadonlyMap<Source, Cell> {
  const groups = new Map<string, Group>()
  for (const { all, byTag, byPair } of measures) {
    for (const source of [all, ...byTag.map((one) => one.source), ...byPair]) {
      const tallies = columns[source.column]![source.tally]!
      const key = `${source.column} ${emptyIn(tallies)}`
      let group = groups.get(key)
      if (!group) groups.set(key, (group = { size: documentsIn(withoutEmpty(tallies)), members: new Map() }))
      group.members.set(tallies, [...(group.members.get(tallies) ?? []), source])
    }
  }
  const cells = new Map<Source, Cell>()
  for (const { members } of [...groups.values()].toSorted((a, b) => a.size - b.size)) {
    const { tallies, offsets } = beside([...members.keys()])
    const sources = [...members.values()].flatMap((own, k) =>
      own.map((source) => ({
        source,
        figure: (total: Float64Array) => source.figure(total.subarray(offsets[k], offsets[k + 1])),
      })),
    )
    for (const [k, cell] of cellsOfOne(tallies, sources, resampling).entries())
      cells.set(sources[k]!.source, cell)
  }
  return cells
}

/** Tallies that are empty for the same documents, with what is made of them. */
interface Group {
  /** How many documents count something. */
  readonly size: number
  readonly members: Map<SparseTallies, Source[]>
}

/** An undefined figure has no interval, for the same reason. */
export function cellsOfOne(
  tallies: SparseTallies,
  sources: readonly Pick<Source, 'figure'>[],
  resampling: Resampling,
): Cell[] {
  const total = totalOf(tallies)
  const figures = sources.map(({ figure }) => figure(total))
  const intervals = intervalsOf(
    tallies,
    sources.map(({ figure }) => figure),
    resampling,
  )
  return figures.map((figure, k) => ({
    figure,
    interval: isDefined(figure) ? intervals[k]! : (figure satisfies Interval95),
  }))
}
