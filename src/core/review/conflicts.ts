import { equal } from '../../base/equal'
import { type Entry, type Kind, type Ledger, clockNow, isAlive, knows } from './ledger'

/** Something that two people made differently without knowing of each other. */
export interface Conflict {
  /** By which the ledgers know it. */
  readonly key: string
  readonly of: Kind
  readonly id: string
  /** Each side's version; undefined where it was removed. */
  readonly mine: Entry['record'] | undefined
  readonly theirs: Entry['record'] | undefined
  /** When each side came to that. */
  readonly mineAt: string
  readonly theirsAt: string
  /** Which one holds unless a person decides otherwise. */
  readonly stands: 'mine' | 'theirs'
  /** That it is the later one; or that something there needs what was removed. */
  readonly why: 'later' | 'needed'
}

/** What each side has, what both know together, and what of each can be seen; by the keys of ledgers. */
export interface Sides {
  readonly mine: Ledger
  readonly theirs: Ledger
  readonly joined: Ledger
  readonly seen: {
    readonly mine: ReadonlyMap<string, Entry>
    readonly theirs: ReadonlyMap<string, Entry>
    readonly joined: ReadonlyMap<string, Entry>
  }
}

/** What is to be decided, or to be known, when two sides come together; in the order of what is known here. */
export function conflictsBetween(sides: Sides): Conflict[] {
  const conflicts: Conflict[] = []
  for (const [key, mine] of sides.mine) {
    const theirs = sides.theirs.get(key)
    const conflict = theirs && conflictAbout(key, mine, theirs, sides)
    if (conflict) conflicts.push(conflict)
  }
  return conflicts
}

function conflictAbout(key: string, mine: Entry, theirs: Entry, sides: Sides): Conflict | undefined {
  // Whose a set is and when it was begun is nothing that people disagree about.
  if (mine.of === 'set') return undefined
  const joined = sides.joined.get(key)!
  const [own, other, result] = [sides.seen.mine, sides.seen.theirs, sides.seen.joined].map(
    (seen) => seen.get(key)?.record,
  )
  if (saysTheSame(own, other)) return undefined
  // Once it is known and kept, it need not be told again.
  const kept = result !== undefined && !isAlive(joined) && !(own !== undefined && !isAlive(mine))
  if (!kept && !apart(mine, theirs)) return undefined
  return {
    key,
    of: mine.of,
    id: mine.record.id,
    mine: own,
    theirs: other,
    mineAt: clockNow(mine),
    theirsAt: clockNow(theirs),
    stands: saysTheSame(result, own) ? 'mine' : 'theirs',
    why: kept ? 'needed' : 'later',
  }
}

/** Whether neither side had seen what the other has. */
function apart(mine: Entry, theirs: Entry): boolean {
  const [here, there] = [clockNow(mine), clockNow(theirs)]
  // Two versions of one millisecond look as if each knew the other.
  if (here === there) return isAlive(mine) !== isAlive(theirs) || !saysTheSame(mine.record, theirs.record)
  return !knows(theirs, here) && !knows(mine, there)
}

/** Whether two versions say the same, whenever that was said and under whichever version of the codebook. */
export const saysTheSame = (one: Entry['record'] | undefined, other: Entry['record'] | undefined): boolean =>
  equal(timeless(one), timeless(other))

const timeless = (record: Entry['record'] | undefined): object | undefined =>
  record && { ...record, created: '', modified: '', codebook: '' }
