import { expectOk } from '../base/outcome'
import type { Person } from '../core/annotation/set'
import { applyAll } from '../core/change/apply'
import type { Change, Edit } from '../core/change/change'
import { type Author, editOf } from '../core/change/edits'
import { type DocumentState, type Records, emptyState, recordsOf } from '../core/change/state'
import type { Ledger } from '../core/review/ledger'
import { ledgerOf } from '../core/review/ledger-of'
import { type Merge, mergeLedgers } from '../core/review/merge'
import { type Gesture, editBy } from './gestures'
import { marked } from './marked'
import { ada, annotationOf, authorOf, setBy } from './records'

export const cy: Person = { id: 'person-cy', name: 'Cy' }

/** The text of which every replica has a copy. */
export const COPIED = 'Crime, police said, fell 12% in May.'

export const claim = annotationOf(
  'ann-claim',
  'claim',
  COPIED,
  marked('[Crime], police said, [fell 12% in May].').ranges,
)
export const source = annotationOf('ann-source', 'source', COPIED, [marked('Crime, [police] said.').range])
/** What begins an article with these two, tagged by Ada. */
export const START: readonly Change[] = [
  { of: 'set', kind: 'add', record: setBy(ada) },
  { of: 'annotation', kind: 'add', record: claim },
  { of: 'annotation', kind: 'add', record: source },
]

/** Somebody with a copy of the article, whose clock may be wrong by so many seconds. */
export class Replica {
  readonly author: Author
  readonly edits: Edit[] = []
  readonly before: DocumentState[] = []
  state = emptyState(COPIED)

  constructor(person: Person, wrongBy = 0) {
    let last = 0
    const { codebook } = authorOf(person)
    const newId = (kind: string) => `${kind}-${person.name}-${++last}`
    let second = 0
    const now = () => new Date(Date.UTC(2026, 0, 5, 9, 0, ++second + wrongBy)).toISOString()
    this.author = { person, codebook, newId, now }
  }

  does(edit: Edit | undefined): Edit | undefined {
    if (!edit) return undefined
    this.before.push(this.state)
    this.state = expectOk(applyAll(this.state, edit.changes))
    this.edits.push(edit)
    return edit
  }

  makes(name: string, ...changes: Change[]): Edit {
    return this.does(editOf(this.author, name, changes))!
  }

  gestures(gesture: Gesture): void {
    this.does(editBy(this.author, this.state, gesture, this.before))
  }

  get ledger(): Ledger {
    return ledgerOf(this.edits, this.state)
  }

  get records(): unknown {
    return sorted(recordsOf(this.state))
  }

  /** Takes in what was sent at some time. */
  takes(theirs: Ledger, keep: readonly string[] = []): Merge {
    const merge = mergeLedgers(this.state, this.ledger, theirs, this.author, keep)
    const { changes, stamps } = merge
    if (changes.length > 0)
      this.does({ ...editOf(this.author, 'Merge annotations', changes), stamps: [...stamps] })
    return merge
  }
}

/** Records in an order that depends on nothing but them. */
export const sorted = (records: Records): unknown =>
  Object.fromEntries(
    Object.entries(records).map(([kind, list]: [string, readonly { id: string }[]]) => [
      kind,
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )

/** The entries of a ledger in an order that depends on nothing but them. */
export const entriesOf = (ledger: Ledger) => [...ledger].toSorted(([a], [b]) => (a < b ? -1 : 1))
