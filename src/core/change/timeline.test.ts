import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotationOf, ada, authorOf, countingIds, setBy, time } from '../../testing/records'
import type { Edit } from './change'
import { redoEdit, undoEdit } from './edits'
import { type Timeline, advance, emptyTimeline, timelineOf } from './timeline'

const newId = countingIds()
const author = authorOf(ada, newId)
const edit = (name: string): Edit => ({
  id: newId('edit'),
  name,
  author: ada.id,
  at: time(1),
  changes: [
    {
      of: 'annotation',
      kind: 'add',
      record: annotationOf('a', 'claim', 'cat', [{ start: 0, end: 3 }], { set: setBy(ada).id }),
    },
  ],
})

/** What undo and redo would take, as two words: `one two | three`. */
const shown = ({ undo, redo }: Timeline): string =>
  `${undo.map(({ name }) => name).join(' ')} | ${redo.map(({ name }) => name).join(' ')}`.trim()

/** Does what the letters say: `+` an edit, `u` undo, `r` redo. */
function play(steps: string): { readonly history: Edit[]; readonly timeline: Timeline } {
  const history: Edit[] = []
  let timeline = emptyTimeline
  for (const step of steps) {
    const { undo, redo } = timeline
    const next =
      step === '+'
        ? edit(String(history.length + 1))
        : step === 'u'
          ? undo.at(-1) && undoEdit(author, undo.at(-1)!)
          : redo.at(-1) && redoEdit(author, redo.at(-1)!)
    if (!next) continue
    history.push(next)
    timeline = advance(timeline, next)
  }
  return { history, timeline }
}

test.each([
  ['', '|'],
  ['+++', '1 2 3 |'],
  ['+++uu', '1 | 3 2'],
  ['+++uur', '1 2 | 3'],
  ['+++uurr', '1 2 3 |'],
  ['++u+', '1 4 |'],
  ['++u+u', '1 | 4'],
  ['+uru', '| 1'],
  ['uur', '|'],
])('after %j there is %j', (steps, expected) => {
  expect(shown(play(steps).timeline)).toBe(expected)
})

const anySteps = fc.array(fc.constantFrom('+', '+', 'u', 'r'), { maxLength: 40 }).map((list) => list.join(''))

test('the timeline of a history is that of the work that made it, however much of the end is known', () => {
  fc.assert(
    fc.property(anySteps, fc.nat(), (steps, from) => {
      const { history, timeline } = play(steps)
      expect(timelineOf(history)).toEqual(timeline)
      const known = timelineOf(history.slice(from % (history.length + 1)))
      // What is known of it is not wrong: the end of the undo list, in its order.
      expect(timeline.undo.map(({ id }) => id).join(' ')).toContain(known.undo.map(({ id }) => id).join(' '))
    }),
  )
})

test('undo and redo take each other back, and an edit is in one list at most', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { timeline } = play(steps)
      const all = [...timeline.undo, ...timeline.redo]
      expect(new Set(all).size).toBe(all.length)
      const last = timeline.undo.at(-1)
      if (last) {
        const undone = advance(timeline, undoEdit(author, last))
        expect(undone.redo.at(-1)).toEqual(last)
        expect(advance(undone, redoEdit(author, last))).toEqual(timeline)
      }
      expect(advance(timeline, edit('new')).redo).toEqual([])
    }),
  )
})

test('to undo what is not known changes nothing', () => {
  const { timeline } = play('++u')
  expect(advance(timeline, undoEdit(author, edit('elsewhere')))).toEqual(timeline)
  expect(advance(timeline, redoEdit(author, edit('elsewhere')))).toEqual(timeline)
})

test('an edit that shows nothing is nothing to undo, and what was undone before it can be redone', () => {
  const { timeline } = play('++u')
  const record = annotationOf('a', 'claim', 'cat', [{ start: 0, end: 3 }], { set: setBy(ada).id })
  const merge: Edit = {
    ...edit('Merge'),
    changes: [{ of: 'annotation', kind: 'replace', from: record, to: { ...record } }],
  }
  expect(shown(advance(timeline, merge))).toBe('1 | 2')
})
