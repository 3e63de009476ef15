import { equal } from '../../base/equal'
import type { Change, Edit, Stamp } from '../change/change'
import type { DocumentState } from '../change/state'
import {
  type Entry,
  type Kind,
  type Ledger,
  clockAfter,
  eachRecord,
  entryWithoutPast,
  inOrder,
  keyOf,
  latestOf,
} from './ledger'
import { needsOf } from './visible'

/**
 * What is known of a document's records after all edits of its journal, in order; `state` is what they lead to. The
 * clock of a version is the time of the edit, not the record's `modified`, which undo brings back.
 */
export function ledgerOf(edits: readonly Edit[], state: DocumentState): Ledger {
  const drafts = new Drafts()
  for (const edit of edits) drafts.note(edit)
  const ledger = new Map<string, Entry>()
  for (const [key, draft] of drafts.all) ledger.set(key, entryOf(draft))
  for (const { of, record } of eachRecord(state)) {
    const key = keyOf(of, record.id)
    const known = ledger.get(key)
    // As it is now: corrections of the text have carried it along.
    ledger.set(key, known ? ({ ...known, record } as Entry) : entryWithoutPast({ of, record }))
  }
  return ledger
}

interface Draft {
  readonly of: Kind
  record: Entry['record']
  at: string
  gone: string | undefined
  readonly past: string[]
  /** Its latest clock. */
  latest: string
  /** Whether the document holds it, be it because something needs it. */
  here: boolean
}

const entryOf = ({ of, record, at, gone, past }: Draft): Entry =>
  ({ of, record, at, ...(gone === undefined ? {} : { gone }), past: inOrder(past) }) as Entry

/** What an edit does to a record all in all: what comes of it in between is nobody's version. */
interface Net {
  readonly of: Kind
  readonly before: Entry['record'] | undefined
  readonly after: Entry['record'] | undefined
}

class Drafts {
  readonly all = new Map<string, Draft>()
  /** Those that were removed and are here because something needs them. */
  readonly #kept = new Set<string>()

  note({ changes, stamps = [], at }: Edit): void {
    const nets = netOf(changes)
    const stamped = new Set(stamps.map(({ of, id }) => keyOf(of, id)))
    for (const [key, net] of nets) if (!stamped.has(key)) this.#touch(key, net, at)
    for (const stamp of stamps) this.#stamp(stamp, nets.get(keyOf(stamp.of, stamp.id)))
    if (this.#kept.size > 0) this.#confirm(at)
  }

  #touch(key: string, { of, before, after }: Net, time: string): void {
    // What is taken away and put back, or never stays, is no version.
    if (equal(before, after)) return
    const draft = this.all.get(key)
    if (!draft) {
      const at = clockAfter(time, [])
      if (after)
        this.all.set(key, { of, record: after, at, gone: undefined, past: [], latest: at, here: true })
      return
    }
    this.#kept.delete(key)
    if (after) revise(draft, after, time)
    else removeAt(draft, time)
  }

  #stamp({ of, id, at, gone, past, record }: Stamp, net: Net | undefined): void {
    const key = keyOf(of, id)
    const known = this.all.get(key)
    const last = record ?? net?.after ?? known?.record
    if (!last) return
    const here = net ? net.after !== undefined : (known?.here ?? false)
    const latest = latestOf([...past, at, gone ?? ''])
    this.all.set(key, { of, record: last, at, gone, past: [...past], latest, here })
    if (here && gone !== undefined && gone >= at) this.#kept.add(key)
    else this.#kept.delete(key)
  }

  /** What nothing needs any more and is left here all the same is meant to stay. */
  #confirm(time: string): void {
    const needed = this.#needed()
    for (const key of this.#kept) {
      if (needed.has(key)) continue
      const draft = this.all.get(key)!
      revise(draft, draft.record, time)
      this.#kept.delete(key)
    }
  }

  #needed(): ReadonlySet<string> {
    const needed = new Set<string>()
    const visit = (draft: Draft): void => {
      for (const keys of needsOf(draft as Entry)) {
        const key = keys.find((one) => this.all.get(one)?.here)
        if (key === undefined || needed.has(key)) continue
        needed.add(key)
        visit(this.all.get(key)!)
      }
    }
    for (const [key, draft] of this.all) if (draft.here && !this.#kept.has(key)) visit(draft)
    return needed
  }
}

function revise(draft: Draft, record: Entry['record'], time: string): void {
  draft.past.push(draft.at)
  draft.latest = draft.at = clockAfter(time, [draft.latest])
  draft.record = record
  draft.here = true
}

function removeAt(draft: Draft, time: string): void {
  if (draft.gone !== undefined) draft.past.push(draft.gone)
  draft.latest = draft.gone = clockAfter(time, [draft.latest])
  draft.here = false
}

function netOf(changes: readonly Change[]): ReadonlyMap<string, Net> {
  const nets = new Map<string, Net>()
  for (const change of changes) {
    if (change.of === 'text') continue
    const from = change.kind === 'add' ? undefined : change.kind === 'remove' ? change.record : change.from
    const after = change.kind === 'remove' ? undefined : change.kind === 'add' ? change.record : change.to
    const key = keyOf(change.of, (from ?? after)!.id)
    const earlier = nets.get(key)
    nets.set(key, { of: change.of, before: earlier ? earlier.before : from, after })
  }
  return nets
}
