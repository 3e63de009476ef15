import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { anyGesture, editBy } from '../../testing/gestures'
import { ada, annotationOf, authorOf, ben, setBy, time } from '../../testing/records'
import { applyAll } from '../change/apply'
import type { Change, Edit } from '../change/change'
import { type DocumentState, emptyState, recordsOf } from '../change/state'
import { type Entry, type Ledger, clockAfter, isAlive, joinLedgers, keyOf } from './ledger'
import { ledgerOf } from './ledger-of'
import { recordsIn } from './visible'

const TEXT = 'the cat sat on the mat'

const anyClock = fc.nat({ max: 5 }).map(time)

/** Few records, clocks and versions, so that ties and concurrent versions are common. */
const anyLedger: fc.Arbitrary<Ledger> = fc
  .array(
    fc.record({
      number: fc.nat({ max: 3 }),
      at: anyClock,
      gone: fc.option(anyClock, { nil: undefined }),
      past: fc.uniqueArray(anyClock, { maxLength: 3 }),
      note: fc.constantFrom('', 'a', 'b'),
    }),
    { maxLength: 5 },
  )
  .map((list) => {
    const entries = list.map(({ number, at, gone, past, note }): [string, Entry] => {
      const record = annotationOf(`ann-${number}`, 'claim', TEXT, [{ start: 4, end: 7 }], { note })
      const clocks = { at, ...(gone === undefined ? {} : { gone }), past: past.toSorted() }
      return [keyOf('annotation', record.id), { of: 'annotation', record, ...clocks }]
    })
    return new Map([[keyOf('set', setBy(ada).id), entryOfSet], ...entries])
  })

const entryOfSet: Entry = { of: 'set', record: setBy(ada), at: time(0), past: [] }

const inOrder = (ledger: Ledger) => [...ledger].toSorted(([a], [b]) => (a < b ? -1 : 1))

describe('what two know together', () => {
  test('does not depend on who is asked first', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (one, other) => {
        expect(inOrder(joinLedgers(one, other))).toEqual(inOrder(joinLedgers(other, one)))
      }),
    )
  })

  test('does not depend on which two come together first', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, anyLedger, (one, other, third) => {
        expect(inOrder(joinLedgers(joinLedgers(one, other), third))).toEqual(
          inOrder(joinLedgers(one, joinLedgers(other, third))),
        )
      }),
    )
  })

  test('does not depend on how often it is heard', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (one, other) => {
        const joined = joinLedgers(one, other)
        expect(inOrder(joinLedgers(one, one))).toEqual(inOrder(one))
        expect(inOrder(joinLedgers(joined, other))).toEqual(inOrder(joined))
        expect(inOrder(joinLedgers(joined, one))).toEqual(inOrder(joined))
      }),
    )
  })
})

test('a clock is later than all that were known', () => {
  expect(clockAfter('2026-01-05T09:00:00Z', [])).toBe('2026-01-05T09:00:00.000Z')
  expect(clockAfter(time(1), [time(2), time(0)])).toBe('2026-01-05T09:00:02.001Z')
  expect(clockAfter(time(3), [time(2)])).toBe(time(3))
})

/** Performs edits of these changes, a second apart, on a text without annotations. */
function journalOf(...steps: readonly (readonly Change[])[]) {
  let state = emptyState(TEXT)
  const edits = steps.map((changes, k): Edit => {
    state = expectOk(applyAll(state, changes))
    return { id: `edit-${k}`, name: 'Edit', author: ada.id, at: time(k), changes: [...changes] }
  })
  return { edits, state }
}

const begin: Change = { of: 'set', kind: 'add', record: setBy(ada) }
const cat = annotationOf('ann-cat', 'claim', TEXT, [{ start: 4, end: 7 }])
const noted = { ...cat, note: 'black' }
const tagged: Change = { of: 'annotation', kind: 'add', record: cat }

const entryOfCat = (...steps: readonly (readonly Change[])[]): Entry | undefined => {
  const { edits, state } = journalOf([begin], [tagged], ...steps)
  return ledgerOf(edits, state).get(keyOf('annotation', cat.id))
}

describe('the ledger of a journal', () => {
  const note: Change = { of: 'annotation', kind: 'replace', from: cat, to: noted }
  const remove: Change = { of: 'annotation', kind: 'remove', record: cat }

  test('knows when a record was last changed, and when before', () => {
    expect(entryOfCat([note])).toEqual({ of: 'annotation', record: noted, at: time(2), past: [time(1)] })
  })

  test('knows the last version of what was removed', () => {
    const entry = entryOfCat([remove])!
    expect(entry).toEqual({ of: 'annotation', record: cat, at: time(1), gone: time(2), past: [] })
    expect(isAlive(entry)).toBe(false)
  })

  test('gives what came back a clock of its own, whatever the record says of its time', () => {
    const entry = entryOfCat([remove], [tagged])!
    expect(entry).toEqual({ of: 'annotation', record: cat, at: time(3), gone: time(2), past: [time(1)] })
    expect(isAlive(entry)).toBe(true)
  })

  test('passes over what an edit takes away and puts back', () => {
    expect(entryOfCat([remove, tagged])).toEqual({
      of: 'annotation',
      record: cat,
      at: time(1),
      past: [],
    })
  })

  test('has records of which the journal says nothing at the time that they say', () => {
    const { state } = journalOf([begin], [tagged])
    expect(ledgerOf([], state).get(keyOf('annotation', cat.id))).toEqual({
      of: 'annotation',
      record: cat,
      at: time(1),
      past: [],
    })
  })

  test('of any journal says what is there', () => {
    const anyNumber = fc.array(anyGesture, { maxLength: 25 })
    fc.assert(
      fc.property(anyNumber, (gestures) => {
        const author = authorOf(ben)
        const edits: Edit[] = []
        const before: DocumentState[] = []
        let state = emptyState(TEXT)
        for (const gesture of gestures) {
          const edit = editBy(author, state, gesture, before)
          if (!edit) continue
          before.push(state)
          edits.push(edit)
          state = expectOk(applyAll(state, edit.changes))
        }
        expect(sorted(recordsIn(ledgerOf(edits, state), state.text))).toEqual(sorted(recordsOf(state)))
      }),
    )
  })
})

const sorted = (records: ReturnType<typeof recordsIn>) =>
  Object.values(records).map((list: readonly { id: string }[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
