import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { marked } from '../../testing/marked'
import { ada, authorOf, ben, linkOf } from '../../testing/records'
import { newsCodebook } from '../codebook/news'
import { applyAll } from './apply'
import type { Edit } from './change'
import { annotate, redoEdit, retag, setOf, tagSpan, undoEdit, untag } from './edits'
import { type DocumentState, emptyState } from './state'

const { text, ranges } = marked('[Crime], police said, [fell 12%]')
const [claim, source] = newsCodebook.tags
const perform = (state: DocumentState, edit: Edit): DocumentState => expectOk(applyAll(state, edit.changes))

function tagged() {
  const author = authorOf(ada)
  const { edit, annotation } = tagSpan(emptyState(text), author, claim!, ranges)
  return { author, edit, annotation, state: perform(emptyState(text), edit) }
}

test('the first tag of a person begins their set, the next ones use it', () => {
  const { author, edit, annotation, state } = tagged()
  expect(edit.name).toBe('Tag as claim')
  expect(edit.changes.map(({ of }) => of)).toEqual(['set', 'annotation'])
  expect(setOf(state, ada)?.id).toBe(annotation.set)
  const again = tagSpan(state, author, source!, [ranges[0]!])
  expect(again.edit.changes).toEqual([{ of: 'annotation', kind: 'add', record: again.annotation }])
  expect(setOf(state, ben)).toBeUndefined()
})

test('a tag covers all pieces, and knows its codebook and its time', () => {
  const { annotation } = tagged()
  expect(annotation.span.map(({ exact }) => exact)).toEqual(['Crime', 'fell 12%'])
  expect(annotation).toMatchObject({ tag: 'claim', codebook: 2, note: '', attributes: {} })
  expect(annotation.created).toBe(annotation.modified)
})

test('another tag keeps everything but the tag and the time', () => {
  const { author, annotation } = tagged()
  const edit = retag(author, { ...annotation, note: 'kept' }, source!)
  expect(edit.name).toBe('Change to source')
  const [change] = edit.changes
  expect(change).toMatchObject({ kind: 'replace', to: { id: annotation.id, tag: 'source', note: 'kept' } })
})

test.each([
  ['', 'new', 'Add note'],
  ['old', 'new', 'Change note'],
  ['old', '', 'Remove note'],
])('from %j to %j is “%s”', (before, after, name) => {
  const { author, annotation } = tagged()
  const edit = annotate(author, { ...annotation, note: before }, after)
  expect(edit.name).toBe(name)
  expect(edit.changes).toMatchObject([{ kind: 'replace', from: { note: before }, to: { note: after } }])
})

test('removing an annotation removes the links at both its ends, and undo brings all of them back', () => {
  const { author, annotation, state } = tagged()
  const other = tagSpan(state, author, source!, [ranges[0]!])
  const linked = expectOk(
    applyAll(perform(state, other.edit), [
      {
        of: 'link',
        kind: 'add',
        record: linkOf('l1', 'same-as', annotation.id, other.annotation.id, { set: annotation.set }),
      },
      {
        of: 'link',
        kind: 'add',
        record: linkOf('l2', 'same-as', other.annotation.id, annotation.id, { set: annotation.set }),
      },
    ]),
  )
  const edit = untag(linked, author, annotation, 'Claim')
  expect(edit.name).toBe('Remove claim')
  const without = perform(linked, edit)
  expect([without.annotations.size, without.links.size]).toEqual([1, 0])
  const undo = undoEdit(author, edit)
  expect(undo).toMatchObject({ name: 'Remove claim', undoes: edit.id })
  expect(perform(without, undo)).toEqual(linked)
  const redo = redoEdit(author, edit)
  expect(redo).toMatchObject({ name: 'Remove claim', redoes: edit.id, changes: edit.changes })
  expect(new Set([edit.id, undo.id, redo.id]).size).toBe(3)
})
