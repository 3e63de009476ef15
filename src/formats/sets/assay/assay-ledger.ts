import { z } from 'zod'
import { annotation } from '../../../core/annotation/annotation'
import { comment } from '../../../core/annotation/comment'
import { link } from '../../../core/annotation/link'
import { annotationSet } from '../../../core/annotation/set'
import { type Stamp, stamp } from '../../../core/change/change'
import type { Records } from '../../../core/change/state'
import { answer } from '../../../core/review/answer'
import {
  type Entry,
  type Kind,
  LAST_CLOCK,
  type Ledger,
  clocksOf,
  collections,
  eachRecord,
  entryWithoutPast,
  keyOf,
  stampOf,
} from '../../../core/review/ledger'
import { verdict } from '../../../core/review/verdict'
import type { Problems } from '../problems'
import type { RecordLists } from './assay-document'

/**
 * `ledger.json` of a document in a bundle: of each record that there ever was, its clocks, and of those that are not in
 * `sets.json` the last version, too.
 */
export const ledgerFile = z.object({ entries: z.array(z.unknown()) })

const MOST_PAST = 100_000 // versions of one record; more than anybody makes

/** The file for a document with these records; the order of its entries depends on nothing but them. */
export function writtenLedger(ledger: Ledger, records: Records): { readonly entries: readonly Stamp[] } {
  const there = new Set(Array.from(eachRecord(records), ({ of, record }) => keyOf(of, record.id)))
  const inOrder = [...ledger].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { entries: inOrder.map(([key, entry]) => stampOf(entry, there.has(key))) }
}

/**
 * The ledger of a document whose records are these lists. A record that the ledger does not know, since another
 * program added it, is known by its own time; an entry whose record cannot be had says nothing.
 */
export function readLedger(
  { entries }: z.infer<typeof ledgerFile>,
  lists: RecordLists,
  place: string,
  problems: Problems,
): Ledger {
  const records = recordsIn(lists)
  const ledger = new Map<string, Entry>()
  for (const [k, value] of entries.entries()) {
    const at = `${place} entries[${k}]`
    const checked = problems.checked(stamp, value, at)
    if (!checked) continue
    const entry = entryFrom(checked, records)
    if (entry && !isCredible(entry)) problems.add(at, 'Its times cannot be: it is passed over.')
    else if (entry) ledger.set(keyOf(entry.of, entry.record.id), entry)
  }
  for (const [key, entry] of records) if (!ledger.has(key)) ledger.set(key, entry)
  return ledger
}

function entryFrom({ of, id, record, ...clocks }: Stamp, records: Ledger): Entry | undefined {
  const known = records.get(keyOf(of, id))?.record ?? (record?.id === id ? record : undefined)
  return known && ({ of, record: known, ...clocks, past: clocks.past.toSorted() } as unknown as Entry)
}

const isCredible = (entry: Entry): boolean =>
  entry.past.length <= MOST_PAST && clocksOf(entry).every((clock) => clock <= LAST_CLOCK)

const schemas: { readonly [K in Kind]: z.ZodType } = {
  set: annotationSet,
  annotation,
  link,
  comment,
  verdict,
  answer,
}

/** The records that are right; what is wrong with the others has been told. */
function recordsIn(lists: RecordLists): Ledger {
  const records = new Map<string, Entry>()
  for (const [of, schema] of Object.entries(schemas) as [Kind, z.ZodType][])
    for (const value of lists[collections[of]]) {
      const parsed = schema.safeParse(value)
      if (!parsed.success) continue
      const record = parsed.data as Entry['record']
      records.set(keyOf(of, record.id), entryWithoutPast({ of, record }))
    }
  return records
}
