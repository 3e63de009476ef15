import { equal } from '../../base/equal'
import type { Change, Stamp } from '../change/change'
import type { DocumentState, Records } from '../change/state'

/** What a document holds, kind by kind; the text is none of them. */
export type Kind = Stamp['of']
export type RecordOf<K extends Kind> = Extract<Change, { readonly of: K; readonly kind: 'add' }>['record']

/** What is known of one record of a kind: its last version, and which versions gave way to it. */
export interface EntryOf<K extends Kind> {
  readonly of: K
  /** As it is now, or was when it was last here. */
  readonly record: RecordOf<K>
  /** Its clock: when it was last made or changed. Later than those of all versions that were known then. */
  readonly at: string
  /** When it was last removed. It is removed unless `at` is later. */
  readonly gone?: string
  /** The clocks of the versions and removals that gave way, in order. */
  readonly past: readonly string[]
}
export type Entry = { readonly [K in Kind]: EntryOf<K> }[Kind]

/**
 * What somebody knows of all records that a document ever had, by `keyOf`. It only grows: two of them can be joined in
 * any order and any number of times. (A register a record in which the last writer wins, as in Shapiro et al. 2011, “A
 * comprehensive study of convergent and commutative replicated data types”, with one clock for the record and one for
 * its removal; `past` tells who had seen what.)
 */
export type Ledger = ReadonlyMap<string, Entry>

/** Of an entry: two kinds may have the same id, since ids of other programs are kept as they come. */
export const keyOf = (of: Kind, id: string): string => `${of} ${id}`

export const isAlive = ({ at, gone }: Pick<Entry, 'at' | 'gone'>): boolean => gone === undefined || at > gone

/** The clock of what holds now: of the version, or of its removal. */
export const clockNow = ({ at, gone = '' }: Pick<Entry, 'at' | 'gone'>): string => (at > gone ? at : gone)

/** Whether whoever has this entry had seen the version or removal of this clock. */
export const knows = ({ at, gone, past }: Entry, clock: string): boolean =>
  at === clock || gone === clock || past.includes(clock)

/** The clock of what happens at a time to a record of which these clocks are known: later than each of them. */
export function clockAfter(time: string, known: Iterable<string>): string {
  const latest = latestOf(known)
  const now = new Date(time).toISOString()
  return now > latest ? now : new Date(Date.parse(latest) + 1).toISOString()
}

/** The latest of some clocks; empty when there are none. */
export function latestOf(clocks: Iterable<string>): string {
  let latest = ''
  for (const clock of clocks) if (clock > latest) latest = clock
  return latest
}

/** Every clock of an entry. */
export const clocksOf = ({ at, gone, past }: Entry): string[] => [
  ...past,
  at,
  ...(gone === undefined ? [] : [gone]),
]

/** What two know together. Whose knowledge comes first makes no difference, nor how often it comes. */
export function joinLedgers(one: Ledger, other: Ledger): Ledger {
  const joined = new Map(one)
  for (const [key, entry] of other) {
    const known = joined.get(key)
    joined.set(key, known ? joinEntries(known, entry) : entry)
  }
  return joined
}

function joinEntries(one: Entry, other: Entry): Entry {
  if (one === other) return one
  const later = compareVersions(one, other) >= 0 ? one : other
  const gone = laterOf(one.gone, other.gone)
  const past = inOrder([
    ...one.past,
    ...other.past,
    ...lost(one.at, other.at),
    ...lost(one.gone ?? '', other.gone ?? ''),
  ])
  const { of, record, at } = later
  const joined = { of, record, at, ...(gone === undefined ? {} : { gone }), past } as Entry
  return sameEntry(joined, one) ? one : joined
}

/** Whether two entries say the same: that nothing is to be learnt of the one from the other. */
export const sameEntry = (one: Entry, other: Entry): boolean =>
  one.at === other.at &&
  one.gone === other.gone &&
  equal(one.past, other.past) &&
  equal(one.record, other.record)

/** Two versions of the same clock are made in the same millisecond; which is the later must be the same everywhere. */
function compareVersions(one: Entry, other: Entry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  if (equal(one.record, other.record)) return 0
  return canonicalJson(one.record) < canonicalJson(other.record) ? -1 : 1
}

/** The JSON of a value with the keys of its objects in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The clock of two that gives way to the other. */
const lost = (one: string, other: string): string[] => {
  const earlier = one < other ? one : other
  return one === other || earlier === '' ? [] : [earlier]
}

const laterOf = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other > one) ? other : one

/** Each clock once, the earliest first. */
export const inOrder = (clocks: readonly string[]): string[] => [...new Set(clocks)].toSorted()

/** Every record that is there, as kind and record. */
export function* eachRecord(records: DocumentState | Records): Generator<Pick<Entry, 'of' | 'record'>> {
  for (const of of kinds) for (const record of records[collections[of]].values()) yield { of, record }
}

/** Where a state keeps the records of a kind. */
export const collections = {
  set: 'sets',
  annotation: 'annotations',
  link: 'links',
  comment: 'comments',
  verdict: 'verdicts',
  answer: 'answers',
} as const satisfies { readonly [K in Kind]: keyof Records }

const kinds = Object.keys(collections) as Kind[]

/**
 * The last clock that is believed of others: a later one is a mistake or a trick, and after it there would be no room
 * for the clocks of what happens next.
 */
export const LAST_CLOCK = '8999-12-31T23:59:59.999Z'

/** An entry of a record of whose making nothing is known but what it says itself. */
export function entryWithoutPast({ of, record }: Pick<Entry, 'of' | 'record'>): Entry {
  const said = new Date('modified' in record ? record.modified : record.created).toISOString()
  const at = said < LAST_CLOCK ? said : LAST_CLOCK
  return { of, record, at, past: [] } as unknown as Entry
}

/** An entry as it is written down; with its record where that does not stand elsewhere. */
export function stampOf({ of, record, at, gone, past }: Entry, elsewhere: boolean): Stamp {
  const clocks = { at, ...(gone === undefined ? {} : { gone }), past: [...past] }
  return { of, id: record.id, ...clocks, ...(elsewhere ? {} : { record }) } as Stamp
}
