import { type Interval95, type Resampling, intervalsOf } from './bootstrap'
import { isDefined } from './measure'
import { type SparseTallies, documentsIn, totalOf, withoutEmpty } from './sparse-tallies'
import type { Plan, Source } from './survey-plan'
import type { Cell } from './survey-result'

/**
 * The figures of all sources of a plan with their intervals. Measures that are made of the same tallies have them drawn
 * and added up once; and what counts in as many documents follows on each other, since for these the draws are the same.
 */
export function cellsOf(
  { measures }: Plan,
  columns: readonly (readonly SparseTallies[])[],
  resampling: Resampling,
): ReadonlyMap<Source, Cell> {
  const groups = new Map<SparseTallies, Source[]>()
  for (const { all, byTag, byPair } of measures) {
    for (const source of [all, ...byTag.map((one) => one.source), ...byPair]) {
      const tallies = columns[source.column]![source.tally]!
      groups.set(tallies, [...(groups.get(tallies) ?? []), source])
    }
  }
  const inOrder = [...groups]
    .map(([tallies, sources]) => ({ tallies, sources, size: sizeOf(tallies) }))
    .toSorted((a, b) => a.size - b.size)
  return new Map(
    inOrder.flatMap(({ tallies, sources }) => {
      const cells = cellsOfOne(tallies, sources, resampling)
      return sources.map((source, k) => [source, cells[k]!] as const)
    }),
  )
}

const sizeOf = (tallies: SparseTallies): number => documentsIn(withoutEmpty(tallies))

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
