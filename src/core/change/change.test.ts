import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { type Gesture, anyGesture, editBy } from '../../testing/gestures'
import { marked } from '../../testing/marked'
import { ada, annotationOf, authorOf, ben, countingIds, linkOf, setBy, time } from '../../testing/records'
import { anyStyles, anyWords } from '../../testing/texts'
import { isExact, span as spanSchema } from '../annotation/span'
import type { LineStyle } from '../document/blocks'
import type { Comment } from '../annotation/comment'
import { apply, applyAll } from './apply'
import { type Change, type Edit, change as changeSchema, edit as editSchema } from './change'
import { redoEdit, undoEdit } from './edits'
import { invert, invertAll } from './invert'
import { restore } from './restore'
import { type DocumentState, type Records, emptyState, noRecords, recordsOf, stateOf } from './state'

const { text, ranges } = marked('the [cat] sat on the [mat]')
const [cat, mat] = ranges
const claim = annotationOf('ann-claim', 'claim', text, [cat!])
const source = annotationOf('ann-source', 'source', text, [mat!])
const attribution = linkOf('link-1', 'attributed-to', claim.id, source.id)
const full: Records = {
  sets: [setBy(ada)],
  annotations: [claim, source],
  links: [attribution],
  comments: [],
  verdicts: [],
  answers: [],
}

const frozen = (records: Records): DocumentState => deepFreeze(stateOf(text, structuredClone(records)))

function deepFreeze<T>(value: T): T {
  if (value instanceof Map) {
    for (const name of ['set', 'delete', 'clear'] as const)
      Object.defineProperty(value, name, { value: () => expect.unreachable('a state was mutated') })
    value.forEach(deepFreeze)
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

/** Applies, compares, writes down and reads again, inverts, and is back where it began: the same for every change. */
function check(before: Records, changes: readonly Change[], expected: Partial<Records>): void {
  const state = frozen(before)
  const after = expectOk(applyAll(state, changes))
  expect(recordsOf(after)).toEqual({ ...before, ...expected })

  const written: Edit = { id: 'edit-1', name: 'Change', author: ada.id, at: time(9), changes: [...changes] }
  const read = editSchema.parse(JSON.parse(JSON.stringify(written)))
  expect(read).toEqual(written)
  expect(expectOk(applyAll(state, read.changes))).toEqual(after)

  expect(expectOk(applyAll(after, invertAll(changes)))).toEqual(state)
  expect(invertAll(invertAll(changes))).toEqual(changes)
}

/** A refusal says why, and leaves the state as it was. */
function checkRefused(before: Records, changes: readonly Change[], sentence: string): void {
  const state = frozen(before)
  expect(applyAll(state, changes)).toEqual({ ok: false, refusal: { code: 'conflict', message: sentence } })
  expect(recordsOf(state)).toEqual(before)
}

const added = (record: typeof claim): Change => ({ of: 'annotation', kind: 'add', record })
const replaced = (from: typeof claim, to: typeof claim): Change => ({
  of: 'annotation',
  kind: 'replace',
  from,
  to,
})
const removed = (record: typeof claim): Change => ({ of: 'annotation', kind: 'remove', record })
const tagged: Records = { ...full, links: [] }

test('the first tag begins a set', () =>
  check(noRecords, [{ of: 'set', kind: 'add', record: setBy(ada) }, added(claim)], {
    sets: [setBy(ada)],
    annotations: [claim],
  }))

test('an annotation is replaced in its place', () => {
  const retagged = { ...claim, tag: 'figure', note: 'n', modified: time(5) }
  check(full, [replaced(claim, retagged)], { annotations: [retagged, source] })
})

test('an annotation goes with its links', () =>
  check(full, [{ of: 'link', kind: 'remove', record: attribution }, removed(claim)], {
    annotations: [source],
    links: [],
  }))

test('a link is added, and replaced', () => {
  check(tagged, [{ of: 'link', kind: 'add', record: attribution }], { links: [attribution], comments: [] })
  const other = { ...attribution, type: 'same-as', note: 'the same' }
  check(full, [{ of: 'link', kind: 'replace', from: attribution, to: other }], { links: [other] })
})

test('a set changes its annotator, and an empty one goes', () => {
  const renamed = { ...setBy(ada), annotator: { ...ada, name: 'Ada L.' } }
  check(full, [{ of: 'set', kind: 'replace', from: setBy(ada), to: renamed }], { sets: [renamed] })
  const withBen = { ...full, sets: [setBy(ada), setBy(ben)] }
  check(withBen, [{ of: 'set', kind: 'remove', record: setBy(ben) }], { sets: [setBy(ada)] })
})

test('overlaps are free: the same words may be tagged twice', () => {
  const twin = { ...claim, id: 'ann-twin' }
  check(full, [added(twin)], { annotations: [claim, source, twin] })
})

test.each<[string, Records, Change, string]>([
  ['an id that is taken', full, added({ ...source, id: claim.id }), 'ann-claim is here already.'],
  ['what is gone', tagged, removed({ ...claim, id: 'ann-9' }), 'ann-9 is not here any more.'],
  [
    'what somebody changed',
    tagged,
    removed({ ...claim, note: 'old' }),
    'ann-claim has been changed in the meantime.',
  ],
  [
    'another id',
    full,
    replaced(claim, { ...claim, id: 'ann-9' }),
    'ann-claim cannot become ann-9: an id never changes.',
  ],
  [
    'an annotation without a set',
    full,
    added({ ...claim, id: 'a', set: 'set-9' }),
    'a belongs to no set of this document.',
  ],
  ['a place outside the text', full, added(beyond()), 'a ends outside the text.'],
  ['other words', full, added(misquoted()), 'a quotes other words than the text has there.'],
  ['an annotation that still has links', full, removed(source), 'ann-source still has links.'],
  ['a link to itself', tagged, linked({ to: claim.id }), 'link-1 would link an annotation to itself.'],
  ['a link to nothing', tagged, linked({ to: 'ann-9' }), 'link-1 ends at ann-9, which is not here.'],
  ['a link without a set', tagged, linked({ set: 'set-9' }), 'link-1 belongs to no set of this document.'],
  [
    'a set with annotations',
    full,
    { of: 'set', kind: 'remove', record: setBy(ada) },
    'The set of Ada is not empty.',
  ],
])('%s is refused', (_, before, change, sentence) => {
  checkRefused(before, [change], sentence)
  // What would have been possible before it is not done either.
  checkRefused(before, [added({ ...claim, id: 'ann-possible' }), change], sentence)
  expect(apply(stateOf(text, before), change).ok).toBe(false)
})

function beyond(): typeof claim {
  return { ...claim, id: 'a', span: [{ start: 17, end: 27, exact: 'the mat', prefix: '', suffix: '' }] }
}
function misquoted(): typeof claim {
  return { ...claim, id: 'a', span: [{ ...claim.span[0]!, exact: 'dog' }] }
}
function linked(more: Partial<typeof attribution>): Change {
  return { of: 'link', kind: 'add', record: { ...attribution, ...more } }
}

const remark: Comment = {
  id: 'comment-1',
  on: claim.id,
  author: ben,
  words: 'Why?',
  created: time(3),
  modified: time(3),
}
const remarked = (more: Partial<Comment> = {}): Change => ({
  of: 'comment',
  kind: 'add',
  record: { ...remark, ...more },
})
const corrected = (start: number, from: string, to: string): Change => ({
  of: 'text',
  kind: 'replace',
  start,
  from: { words: from, styles: [] },
  to: { words: to, styles: [] },
})

test('a comment hangs on an annotation or a link', () => {
  check(full, [remarked()], { comments: [remark] })
  check(full, [remarked({ on: attribution.id })], { comments: [{ ...remark, on: attribution.id }] })
})

test.each<[string, Records, Change, string]>([
  ['a comment on nothing', full, remarked({ on: 'ann-9' }), 'comment-1 is on ann-9, which is not here.'],
  [
    'the removal of what still has comments',
    { ...tagged, comments: [remark] },
    removed(claim),
    'ann-claim still has comments.',
  ],
  ['a correction of other words', noRecords, corrected(4, 'dog', 'cow'), 'The text reads otherwise at 4.'],
  ['a correction beyond the text', noRecords, corrected(90, '', 'x'), 'The text reads otherwise at 90.'],
  [
    'a correction of tagged words',
    full,
    corrected(4, 'cat', 'dog'),
    'ann-claim holds words that are to change.',
  ],
  ['a correction inside a tag', full, corrected(5, '', 'h'), 'ann-claim holds words that are to change.'],
])('%s is refused', (_, before, change, sentence) => checkRefused(before, [change], sentence))

test('a correction carries along what stands before and after it', () => {
  const state = frozen(full)
  const after = expectOk(apply(state, corrected(8, 'sat', 'is lying')))
  expect(after.text).toBe('the cat is lying on the mat')
  expect([...after.annotations.values()].map(({ span }) => [span[0]!.start, span[0]!.exact])).toEqual([
    [4, 'cat'],
    [24, 'mat'],
  ])
  expect(expectOk(apply(after, invert(corrected(8, 'sat', 'is lying'))))).toEqual(state)
})

const styled = (kind: 'quote' | 'item') =>
  emptyState('a\nb\nc', [
    { line: 1, kind },
    { line: 2, kind: 'code' },
  ])

test('what is styled otherwise than a correction knew is refused', () => {
  const change: Change = {
    of: 'text',
    kind: 'replace',
    start: 1,
    from: { words: '\n', styles: [{ line: 1, kind: 'quote' }] },
    to: { words: ' ', styles: [] },
  }
  expect(apply(styled('item'), change)).toMatchObject({
    ok: false,
    refusal: { message: 'The lines at 1 are styled otherwise.' },
  })
  const after = expectOk(apply(styled('quote'), change))
  expect(after.lines).toEqual([{ line: 1, kind: 'code' }])
  expect(expectOk(apply(after, invert(change)))).toEqual(styled('quote'))
})

test('of an edit that is refused, nothing is seen of the state before it either', () => {
  const state = frozen(tagged)
  expect(apply(state, { of: 'link', kind: 'add', record: attribution }).ok).toBe(true)
  expect(state.links.size).toBe(0)
})

test('a collection that an edit does not concern is shared, not copied', () => {
  const state = stateOf(text, tagged)
  const after = expectOk(apply(state, replaced(claim, { ...claim, note: 'n' })))
  expect([after.sets === state.sets, after.links === state.links]).toEqual([true, true])
  expect(after.annotations === state.annotations).toBe(false)
})

test('an unknown kind of change is refused where it stands', () => {
  expect(changeSchema.safeParse({ of: 'comment', kind: 'add', record: {} }).success).toBe(false)
  expect(changeSchema.safeParse({ of: 'link', kind: 'move', record: attribution }).success).toBe(false)
})

test('inverting twice is doing nothing', () => {
  for (const change of [added(claim), removed(claim), replaced(claim, { ...claim, note: 'n' })])
    expect(invert(invert(change))).toEqual(change)
})

function perform(state: DocumentState, edit: Edit): DocumentState {
  expect(editSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
  return expectOk(applyAll(state, edit.changes))
}

interface Work {
  readonly words: string
  readonly styles: (text: string) => LineStyle[]
  readonly gestures: readonly Gesture[]
}

const anyWork: fc.Arbitrary<Work> = fc.record({
  words: anyWords,
  styles: anyStyles,
  gestures: fc.array(anyGesture, { maxLength: 30 }),
})

/** Does what several people do in turn, and gives every state and every edit on the way. */
function walk({ words, styles, gestures }: Work) {
  const begin = emptyState(words, styles(words))
  const newId = countingIds()
  const authors = [authorOf(ada, newId), authorOf(ben, newId)]
  const states = [begin]
  const done: Edit[] = []
  for (const [k, gesture] of gestures.entries()) {
    const state = states.at(-1)!
    const edit = editBy(authors[k % 3 === 2 ? 1 : 0]!, state, gesture, states)
    if (!edit) continue
    done.push(edit)
    states.push(perform(state, edit))
  }
  return { author: authors[0]!, states, done, end: states.at(-1)! }
}

test('after any work, undoing all of it brings back the beginning, and redoing all of it the end', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      const { author, states, done, end } = walk(work)
      let state = end
      for (const [k, edit] of [...done.entries()].toReversed()) {
        state = perform(state, undoEdit(author, edit))
        expect(state).toEqual(states[k])
      }
      for (const [k, edit] of done.entries()) {
        state = perform(state, redoEdit(author, edit))
        expect(state).toEqual(states[k + 1])
      }
    }),
  )
})

test('after any work, every earlier state can be restored by one edit, which can be undone', () => {
  fc.assert(
    fc.property(anyWork, fc.nat(), (work, k) => {
      const { author, states, end } = walk(work)
      const earlier = states[k % states.length]!
      const edit = restore(end, earlier, author, 'Restore')
      if (!edit) {
        expect(end).toEqual(earlier)
        return
      }
      const restored = perform(end, edit)
      expect(restored).toEqual(earlier)
      expect(restore(restored, earlier, author, 'Restore')).toBeUndefined()
      expect(perform(restored, undoEdit(author, edit))).toEqual(end)
    }),
  )
})

test('after any work, every annotation quotes the text, and nothing hangs on what is not there', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      const { end } = walk(work)
      for (const { span, set } of end.annotations.values())
        expect([isExact(end.text, span), spanSchema.safeParse(span).success, end.sets.has(set)]).toEqual([
          true,
          true,
          true,
        ])
      for (const { from, to } of end.links.values())
        expect([from !== to, end.annotations.has(from), end.annotations.has(to)]).toEqual([true, true, true])
      for (const { on } of end.comments.values())
        expect(end.annotations.has(on) || end.links.has(on)).toBe(true)
    }),
  )
})
