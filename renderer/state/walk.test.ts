import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../src/base/outcome'
import { applyAll } from '../../src/core/change/apply'
import type { Edit } from '../../src/core/change/change'
import { type DocumentState, emptyState } from '../../src/core/change/state'
import { anyGesture, editBy } from '../../src/testing/gestures'
import { ada, authorOf } from '../../src/testing/records'
import { Walk } from './walk'

const TEXT = 'Fares rise by 6 percent, the operator said.\n\nNobody was asked.'

/** A document's states in order, the first before any edit, with the edits between them. */
function historyOf(gestures: readonly Parameters<typeof editBy>[2][]): {
  readonly states: readonly DocumentState[]
  readonly edits: readonly Edit[]
} {
  const author = authorOf(ada)
  const states = [emptyState(TEXT)]
  const edits: Edit[] = []
  for (const gesture of gestures) {
    const edit = editBy(author, states.at(-1)!, gesture, states)
    if (!edit) continue
    edits.push(edit)
    states.push(expectOk(applyAll(states.at(-1)!, edit.changes)))
  }
  return { states, edits }
}

function stateAt(walk: Walk, revision: number): DocumentState {
  for (;;) {
    const come = expectOk(walk.stride(revision))
    if (come.revision === revision) return come.state
  }
}

test('every earlier state is found, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(
      fc.array(anyGesture, { minLength: 1, maxLength: 260 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      (gestures, asked) => {
        const { states, edits } = historyOf(gestures)
        const last = edits.length
        const walk = new Walk(last, states[last]!, (revision) => edits[revision - 1]!)
        for (const number of asked) {
          const revision = number % (last + 1)
          expect(stateAt(walk, revision)).toEqual(states[revision])
        }
      },
    ),
    { numRuns: 40 },
  )
})

test('going back again to where one was takes at most a hundred edits', () => {
  const edits: Edit[] = Array.from({ length: 1000 }, (_, k) => ({
    id: `edit-${k + 1}`,
    name: 'Correct the text',
    author: ada.id,
    at: '2026-01-05T09:00:00.000Z',
    changes: [
      {
        of: 'text',
        kind: 'replace',
        start: k,
        from: { words: '', styles: [] },
        to: { words: 'a', styles: [] },
      },
    ],
  }))
  let asked = 0
  const walk = new Walk(1000, emptyState('a'.repeat(1000)), (revision) => {
    asked++
    return edits[revision - 1]!
  })
  expect(stateAt(walk, 3).text).toBe('aaa')
  expect(asked).toBe(997)
  asked = 0
  expect(stateAt(walk, 501).text).toHaveLength(501)
  expect(asked).toBeLessThanOrEqual(100)
})
