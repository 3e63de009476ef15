import { everyTwo } from './in-scheme'
import { kept, keptOfTwo } from './kept'
import type { Figure, Measure } from './measure'
import type { Mark, Reading } from './reading'

/** What two annotators found, and how much of it is the same. */
export interface Shared {
  readonly both: number
  readonly mine: number
  readonly theirs: number
}

/**
 * F1 as agreement: 2·both / (mine + theirs), which is the same whoever of the two is taken as right. For more than
 * two annotators the counts of every two are added up before dividing (micro average). The convention that two who
 * mark nothing have an F1 of 1 is not used: such texts add nothing, and all of them together are no data. The
 * tally is 2·both, mine + theirs, and the number of comparisons.
 */
export const f1Measure = <T extends object>(
  about: Pick<Measure, 'id' | 'name' | 'answers' | 'source'>,
  prepare: (reading: Reading) => T,
  share: (mine: T, theirs: T) => Shared,
): Measure => {
  // All annotators are compared in pairs, and then each pair by itself.
  const prepared = kept(prepare)
  const shared = keptOfTwo(share)
  return {
    ...about,
    compares: 'any',
    tally(text, scheme) {
      const tally = new Float64Array(3)
      for (const [first, second] of everyTwo(text, scheme, prepared)) {
        const { both, mine, theirs } = shared(first, second)
        tally[0]! += 2 * both
        tally[1]! += mine + theirs
        tally[2]! += 1
      }
      return tally
    },
    figure: ([both, all, comparisons]) => ratio(both!, all!, comparisons!),
  }
}

/** `part` / `whole`, or why there is none. */
export function ratio(part: number, whole: number, comparisons: number): Figure {
  if (comparisons === 0) return { undefined: 'one annotator only' }
  return whole === 0 ? { undefined: 'no data' } : { value: part / whole }
}

/** The same for marks with the same tag and the same ranges, and for no others. */
export const markKey = ({ tag, ranges }: Mark): string =>
  `${ranges.map(({ start, end }) => `${start}-${end}`).join()} ${tag}`

/** How many there are of each; the same thing twice answers the same thing twice. */
export function counted(keys: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

export function inBoth(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let both = 0
  for (const [key, count] of some) both += Math.min(count, others.get(key) ?? 0)
  return both
}
