import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../src/core/change/change'
import { timelineOf } from '../../src/core/change/timeline'
import { time } from '../../src/testing/records'
import { KnownEdits } from './known-edits'

const plain = (id: string): Edit => ({ id, name: id, author: 'person-ada', at: time(1), changes: [] })

/** `a b -b +b`: does a and b, undoes b, does it again. */
const history = (steps: string): Edit[] =>
  steps.split(' ').map((step, at) => {
    if (step.startsWith('-')) return { ...plain(`${at}${step}`), undoes: step.slice(1) }
    if (step.startsWith('+')) return { ...plain(`${at}${step}`), redoes: step.slice(1) }
    return plain(step)
  })
const ids = (edits: readonly Edit[]): string => edits.map(({ id }) => id).join(' ')

test('edits that come are added, and what is asked for comes before them', () => {
  const edits = history('a b c d')
  const known = new KnownEdits(edits.slice(2), 4)
  expect([known.older, ids(known.timeline.undo)]).toEqual([2, 'c d'])
  known.add(plain('e'))
  expect(known.prepend(1, edits.slice(0, 1))).toBe(false)
  expect(known.prepend(3, [])).toBe(false)
  expect(known.prepend(1, edits.slice(0, 2))).toBe(true)
  expect([known.older, ids(known.timeline.undo)]).toEqual([0, 'a b c d e'])
})

test('what is read anew joins what is known, and stands alone when there is a gap', () => {
  const edits = history('a b c d e f')
  const known = new KnownEdits(edits.slice(0, 3), 3)
  known.renew(edits.slice(2, 5), 5)
  expect([known.older, ids(known.timeline.undo)]).toEqual([0, 'a b c d e'])
  known.renew(edits.slice(5), 6)
  expect([known.older, ids(known.timeline.undo)]).toEqual([0, 'a b c d e f'])
  const gap = new KnownEdits(edits.slice(0, 2), 2)
  gap.renew(edits.slice(4), 6)
  expect([gap.older, ids(gap.timeline.undo)]).toEqual([4, 'e f'])
})

test.each([
  ['a b | c', false],
  ['a | b -b', true], // nothing known is left to undo
  ['a b | -b', true],
  ['a b -b | c +b', true], // b is to be undone next, and not c
  ['a b | c -b', true], // b can be done again
  ['a b | -b c', false], // and now it cannot
])('%s: whether more has to be known is %s', (steps, lacking) => {
  const [before, after] = steps.split(' | ') as [string, string]
  const revision = before.split(' ').length + after.split(' ').length
  expect(new KnownEdits(history(after), revision).lacking).toBe(lacking)
})

test('when nothing is lacking, undo and redo take what they would if all were known', () => {
  const anySteps = fc.array(fc.tuple(fc.constantFrom('do', 'do', 'undo', 'redo'), fc.nat()), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(anySteps, fc.nat(), (steps, cut) => {
      const edits: Edit[] = []
      for (const [kind] of steps) {
        const { undo, redo } = timelineOf(edits)
        const id = `edit-${edits.length}`
        if (kind === 'undo' && undo.length > 0) edits.push({ ...plain(id), undoes: undo.at(-1)!.id })
        else if (kind === 'redo' && redo.length > 0) edits.push({ ...plain(id), redoes: redo.at(-1)!.id })
        else edits.push(plain(id))
      }
      const known = new KnownEdits(edits.slice(cut % (edits.length + 1)), edits.length)
      if (known.lacking) return
      const whole = timelineOf(edits)
      expect(known.timeline.undo.at(-1)).toEqual(whole.undo.at(-1))
      expect(known.timeline.redo.at(-1)).toEqual(whole.redo.at(-1))
    }),
    { numRuns: 1000 },
  )
})
