import { alignPair } from './alignment'
import { kept, keptOfTwo } from './kept'
import type { Reading } from './reading'

/**
 * Of two readings, the number of the pair that each mark at an end of a link is in, by the id of the mark; marks
 * without a partner are not there.
 */
export const linkedPlaces = keptOfTwo((mine: Reading, theirs: Reading) => {
  const [places, others] = [new Map<string, number>(), new Map<string, number>()]
  const [linked, theirLinked] = [endsOf(mine), endsOf(theirs)]
  if (linked.size === 0 && theirLinked.size === 0) return { mine: places, theirs: others }
  const { pairs } = alignPair(mine.marks, theirs.marks)
  for (let k = 0; k < pairs.length; k++) {
    const pair = pairs[k]!
    if (linked.has(pair.mine.id)) places.set(pair.mine.id, k)
    if (theirLinked.has(pair.theirs.id)) others.set(pair.theirs.id, k)
  }
  return { mine: places, theirs: others }
})

const endsOf = kept(({ links }: Reading) => new Set(links.flatMap(({ from, to }) => [from, to])))
