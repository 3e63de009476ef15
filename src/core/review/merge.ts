import type { Change, Stamp } from '../change/change'
import type { Author } from '../change/edits'
import { restore } from '../change/restore'
import { type DocumentState, stateOf } from '../change/state'
import { type Conflict, conflictsBetween, saysTheSame } from './conflicts'
import {
  type Entry,
  type Ledger,
  clockAfter,
  clocksOf,
  collections,
  eachRecord,
  inOrder,
  joinLedgers,
  keyOf,
  sameEntry,
  stampOf,
} from './ledger'
import { needsOf, recordsIn, visibleIn } from './visible'

/** How many records of each kind that people count. */
export type MergeTally = Record<'annotations' | 'links' | 'comments' | 'verdicts' | 'answers', number>

/** What it takes to know what somebody else knows, too. */
export interface Merge {
  /** To be performed as one edit with these stamps; both empty when nothing is to be learnt. */
  readonly changes: readonly Change[]
  readonly stamps: readonly Stamp[]
  /** What both sides made differently; those decided otherwise among them. */
  readonly conflicts: readonly Conflict[]
  readonly added: MergeTally
  readonly changed: MergeTally
  readonly removed: MergeTally
  /** Of what they have: what is here already, or is newer here. */
  readonly same: MergeTally
  /** Of how many records something is learnt that these numbers do not tell, such as removals of what never was here. */
  readonly unseen: number
}

/**
 * What makes of `state`, of which `mine` is known, what both ledgers say together. `theirs` must be of the same text.
 * Of the conflicts named in `keep`, by the ids of the records, the version holds that would not otherwise; that is a
 * decision of the author's, now, and so it holds wherever it is heard of.
 */
export function mergeLedgers(
  state: DocumentState,
  mine: Ledger,
  theirs: Ledger,
  author: Author,
  keep: readonly string[] = [],
): Merge {
  const { text } = state
  const joined = joinLedgers(mine, theirs)
  const seen = {
    mine: visibleIn(mine, text),
    theirs: visibleIn(theirs, text),
    joined: visibleIn(joined, text),
  }
  const conflicts = conflictsBetween({ mine, theirs, joined, seen })
  const kept = new Set(keep)
  const decided = conflicts.filter(({ id }) => kept.has(id))
  const known = decided.length > 0 ? decide(joined, seen.joined, decided, author.now()) : joined
  const then = stateOf(text, recordsIn(known, text), state.lines)
  const changes = restore(state, then, author, 'Merge annotations')?.changes ?? []
  const stamps = stampsFor(mine, known, then, changes)
  const done = performable(changes, stamps, known, then)
  const tallies = talliesOf(state, then, seen.theirs)
  const told = total(tallies.added) + total(tallies.changed) + total(tallies.removed)
  return { ...done, conflicts, ...tallies, unseen: done.stamps.length - told }
}

/** What is known once these conflicts are decided the other way. */
function decide(
  joined: Ledger,
  seen: ReadonlyMap<string, Entry>,
  conflicts: readonly Conflict[],
  now: string,
): Ledger {
  const known = new Map(joined)
  for (const { key, stands, mine, theirs } of conflicts) {
    const version = stands === 'mine' ? theirs : mine
    if (version) known.set(key, revised(known.get(key)!, version, now))
    else for (const one of withWhatHangsOn(key, seen)) known.set(one, removedAt(known.get(one)!, now))
  }
  return known
}

const revised = (entry: Entry, record: Entry['record'], now: string): Entry =>
  ({
    ...entry,
    record,
    at: clockAfter(now, clocksOf(entry)),
    past: inOrder([...entry.past, entry.at]),
  }) as Entry

const removedAt = (entry: Entry, now: string): Entry => ({
  ...entry,
  gone: clockAfter(now, clocksOf(entry)),
  past: entry.gone === undefined ? entry.past : inOrder([...entry.past, entry.gone]),
})

function withWhatHangsOn(key: string, seen: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const found = new Set([key])
  // A comment on a link of an annotation hangs on it at third hand, and no longer chain is there.
  for (let round = 0; round < 3; round++)
    for (const [one, entry] of seen)
      if (needsOf(entry).some((keys) => keys.some((needed) => found.has(needed)))) found.add(one)
  return found
}

/** One stamp for each record of which something is learnt, and for each that changes. */
function stampsFor(mine: Ledger, known: Ledger, then: DocumentState, changes: readonly Change[]): Stamp[] {
  const changed = new Set(changes.flatMap((change) => keyOfChange(change) ?? []))
  return [...known].flatMap(([key, entry]): Stamp[] => {
    const before = mine.get(key)
    // What comes or goes only because of something else would look like a person's doing.
    if (before && sameEntry(before, entry) && !changed.has(key)) return []
    return [stampOf(entry, then[collections[entry.of]].has(entry.record.id))]
  })
}

function keyOfChange(change: Change): string | undefined {
  if (change.of === 'text') return undefined
  return keyOf(change.of, (change.kind === 'replace' ? change.to : change.record).id)
}

/** An edit must do something: where nothing shows of a merge, a record takes its own place, or a set comes and goes. */
function performable(
  changes: readonly Change[],
  stamps: readonly Stamp[],
  known: Ledger,
  then: DocumentState,
): Pick<Merge, 'changes' | 'stamps'> {
  if (changes.length > 0 || stamps.length === 0) return { changes, stamps }
  for (const { of, record } of eachRecord(then))
    return { changes: [{ of, kind: 'replace', from: record, to: record } as Change], stamps }
  for (const { of, record } of known.values())
    if (of === 'set') {
      const passing: Change[] = [
        { of, kind: 'add', record },
        { of, kind: 'remove', record },
      ]
      return { changes: passing, stamps }
    }
  // Records without a set, which no document of ours has had.
  return { changes: [], stamps: [] }
}

function talliesOf(
  state: DocumentState,
  then: DocumentState,
  theirs: ReadonlyMap<string, Entry>,
): Pick<Merge, 'added' | 'changed' | 'removed' | 'same'> {
  const tallies = { added: noTally(), changed: noTally(), removed: noTally(), same: noTally() }
  for (const of of counted) {
    const [before, after] = [state[collections[of]], then[collections[of]]]
    for (const [id, record] of after) {
      const earlier = before.get(id)
      if (!earlier) tallies.added[collections[of]]++
      else if (!saysTheSame(earlier, record)) tallies.changed[collections[of]]++
      else if (theirs.has(keyOf(of, id))) tallies.same[collections[of]]++
    }
    for (const id of before.keys()) if (!after.has(id)) tallies.removed[collections[of]]++
  }
  return tallies
}

const counted = ['annotation', 'link', 'comment', 'verdict', 'answer'] as const

const noTally = (): MergeTally => ({ annotations: 0, links: 0, comments: 0, verdicts: 0, answers: 0 })

const total = (tally: MergeTally): number => Object.values(tally).reduce((sum, count) => sum + count, 0)
