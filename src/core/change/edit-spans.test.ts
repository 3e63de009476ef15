import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { anyRanges } from '../../testing/annotated'
import { caretIn, marked } from '../../testing/marked'
import { ada, annotationOf, authorOf, ben, linkOf, setBy, time } from '../../testing/records'
import { anyWords } from '../../testing/texts'
import type { Annotation } from '../annotation/annotation'
import type { Comment } from '../annotation/comment'
import type { Link } from '../annotation/link'
import { quoteOf, span as spanSchema } from '../annotation/span'
import { newsCodebook } from '../codebook/news'
import { applyAll } from './apply'
import { type Edit, edit as editSchema } from './change'
import { mergeInto, respan, splitAt, tagAll } from './edit-spans'
import { undoEdit } from './edits'
import { type DocumentState, stateOf } from './state'

const [claim, , figure] = newsCodebook.tags

const stateWith = (
  text: string,
  annotations: readonly Annotation[],
  { links = [], comments = [] }: { links?: readonly Link[]; comments?: readonly Comment[] } = {},
): DocumentState =>
  stateOf(text, { sets: [setBy(ada), setBy(ben)], annotations, links, comments, verdicts: [], answers: [] })

const commentOf = (id: string, on: string): Comment => ({
  id,
  on,
  author: ben,
  words: 'Why?',
  created: time(3),
  modified: time(3),
})

/** Does it, has it written down and read, takes it back, and gives the state in between. */
function perform(state: DocumentState, edit: Edit): DocumentState {
  expect(editSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
  const after = expectOk(applyAll(state, edit.changes))
  expect(expectOk(applyAll(after, undoEdit(authorOf(ada), edit).changes))).toEqual(state)
  return after
}

const quotesOf = ({ annotations }: DocumentState): string[] =>
  [...annotations.values()].map(({ span }) => quoteOf(span))

test('a span gets other ranges in whatever order they come, and keeps all else', () => {
  const { text, ranges } = marked('[Crime], police said, [fell 12%] in [May]')
  const [crime, fell, may] = ranges
  const before = annotationOf('a', 'claim', text, [crime!], {
    note: 'kept',
    attributes: { kind: 'fact' },
    modified: time(0),
  })
  const state = stateWith(text, [before], { comments: [commentOf('c', 'a')] })
  const wanted = [may!, crime!, fell!, { start: 2, end: 9 }]
  const edit = respan(state, authorOf(ada), before, wanted, 'Add a piece')!
  expect(edit.name).toBe('Add a piece')
  const after = perform(state, edit).annotations.get('a')!
  expect(quoteOf(after.span)).toBe('Crime, po … fell 12% … May')
  expect(after).toEqual({ ...before, span: after.span, modified: after.modified })
  expect(after.modified).not.toBe(before.modified)
})

test('a span is not made of nothing, nor of what it is already', () => {
  const { text, range } = marked('the [cat]')
  const before = annotationOf('a', 'claim', text, [range])
  const state = stateWith(text, [before])
  const within = { start: 5, end: 6 }
  for (const ranges of [[], [{ start: 3, end: 3 }], [{ start: 90, end: 99 }], [range], [range, within]])
    expect(respan(state, authorOf(ada), before, ranges, 'Move the end')).toBeUndefined()
})

test('what was read from the words of a figure follows them, what was typed stays', () => {
  const text = 'nearly 10 percent'
  const before = annotationOf('a', 'figure', text, [{ start: 7, end: 9 }], {
    attributes: { value: 10, kind: 'money' },
  })
  const state = stateWith(text, [before])
  const edit = respan(state, authorOf(ada), before, [{ start: 0, end: 17 }], 'Move the start')!
  expect(perform(state, edit).annotations.get('a')!.attributes).toMatchObject({
    value: 10,
    kind: 'money',
    comparator: 'nearly',
  })
})

test('spans ten deep, twins, and spans at the borders of lines are moved each for itself', () => {
  const anyMoves = anyWords.chain((text) =>
    fc.record({
      text: fc.constant(text),
      // Of ten spans in four places some are always twins.
      spans: fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 10, maxLength: 12 }),
      choices: fc.array(anyRanges(text), { minLength: 4, maxLength: 4 }),
      moves: fc.array(fc.tuple(fc.nat(), anyRanges(text)), { maxLength: 6 }),
    }),
  )
  fc.assert(
    fc.property(anyMoves, ({ text, spans, choices, moves }) => {
      const annotations = spans.map((k, n) => annotationOf(`a${n}`, 'claim', text, choices[k]!))
      let state = stateWith(text, annotations)
      for (const [number, ranges] of moves) {
        const one = state.annotations.get(`a${number % annotations.length}`)!
        const edit = respan(state, authorOf(ada), one, ranges, 'Move the end')
        if (!edit) continue
        const after = perform(state, edit)
        for (const [id, { span }] of after.annotations) {
          expect(spanSchema.safeParse(span).success).toBe(true)
          if (id !== one.id) expect(span).toBe(state.annotations.get(id)!.span)
        }
        state = after
      }
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['at a word', '[Fares rise, trains wait]', 'Fares rise, |trains wait', ['Fares rise,', 'trains wait']],
  ['before a blank', '[Fares rise]', 'Fares| rise', ['Fares', 'rise']],
  ['between pieces', '[Fares], he said, [rise]', 'Fares, he| said, rise', ['Fares', 'rise']],
  [
    'in a piece of several',
    '[Fares], he said, [rise now]',
    'Fares, he said, rise |now',
    ['Fares … rise', 'now'],
  ],
  ['at a line end', '[One.\n\nTwo.]', 'One.\n|\nTwo.', ['One.', 'Two.']],
  ['inside an emoji', '[a 👨‍👩‍👧‍👦 b]', 'a 👨|‍👩‍👧‍👦 b', ['a', '👨‍👩‍👧‍👦 b']],
])('an annotation is split %s', (_, piece, caret, expected) => {
  const { text, ranges } = marked(piece)
  const before = annotationOf('a', 'claim', text, ranges, { note: 'n', attributes: { kind: 'fact' } })
  const state = stateWith(text, [before], { comments: [commentOf('c', 'a')] })
  const { edit, annotation } = splitAt(state, authorOf(ada), before, caretIn(caret).at)!
  expect(edit.name).toBe('Split claim')
  const after = perform(state, edit)
  expect(quotesOf(after)).toEqual(expected)
  expect(after.annotations.get('a')).toMatchObject({ note: 'n', attributes: { kind: 'fact' } })
  expect(after.comments).toEqual(state.comments)
  expect(after.annotations.get(annotation.id)).toMatchObject({
    tag: 'claim',
    set: before.set,
    note: '',
    attributes: { kind: 'fact' },
  })
})

test.each(['|Fares rise', ' Fares rise|', 'Fares rise |again'])(
  'nothing is split at the caret of %j',
  (caret) => {
    const { text, at } = caretIn(caret)
    const start = text.indexOf('Fares')
    const before = annotationOf('a', 'claim', text, [{ start, end: start + 10 }])
    expect(splitAt(stateWith(text, [before]), authorOf(ada), before, at)).toBeUndefined()
  },
)

test('two annotations become one, with the words, the notes, the links and the comments of both', () => {
  const { text, ranges } = marked('[Fares] [rise], [he] said, [now]')
  const [fares, rise, he, now] = ranges.map((range, k) => annotationOf(`a${k}`, 'claim', text, [range]))
  const kept = { ...fares!, note: 'one', attributes: { kind: 'fact' } }
  const gone = { ...rise!, note: 'two', attributes: { kind: 'opinion', status: 'disputed' } }
  const state = stateWith(text, [kept, gone, he!, now!], {
    links: [
      linkOf('between', 'supports', 'a0', 'a1'),
      linkOf('had', 'supports', 'a0', 'a2', { note: 'first' }),
      linkOf('again', 'supports', 'a1', 'a2', { note: 'second' }),
      linkOf('hers', 'supports', 'a1', 'a2', { set: setBy(ben).id }),
      linkOf('round', 'contradicts', 'a3', 'a0'),
      linkOf('even', 'contradicts', 'a1', 'a3'),
      linkOf('other', 'supports', 'a3', 'a1'),
    ],
    comments: ['a1', 'between', 'again', 'other', 'a2'].map((on) => commentOf(`c-${on}`, on)),
  })
  const edit = mergeInto(state, authorOf(ada), kept, gone)
  expect(edit.name).toBe('Merge into claim')
  const after = perform(state, edit)
  expect(after.annotations.has('a1')).toBe(false)
  expect(after.annotations.get('a0')).toMatchObject({
    note: 'one\n\ntwo',
    attributes: { kind: 'fact', status: 'disputed' },
  })
  expect(quoteOf(after.annotations.get('a0')!.span)).toBe('Fares … rise')
  expect([...after.links.values()].map(({ id, from, to, note }) => [id, from, to, note])).toEqual([
    ['had', 'a0', 'a2', 'first\n\nsecond'],
    ['hers', 'a0', 'a2', ''],
    ['round', 'a3', 'a0', ''],
    ['other', 'a3', 'a0', ''],
  ])
  expect([...after.comments.values()].map(({ id, on }) => [id, on])).toEqual([
    ['c-a1', 'a0'],
    ['c-between', 'a0'],
    ['c-again', 'had'],
    ['c-other', 'other'],
    ['c-a2', 'a2'],
  ])
})

test('attributes of another tag do not come over', () => {
  const { text, ranges } = marked('[Fares rise], [he] said')
  const kept = annotationOf('a', 'claim', text, [ranges[0]!])
  const gone = annotationOf('b', 'source', text, [ranges[1]!], { attributes: { kind: 'media' } })
  const state = stateWith(text, [kept, gone])
  const after = perform(state, mergeInto(state, authorOf(ada), kept, gone))
  expect(after.annotations.get('a')!.attributes).toEqual({})
})

test('many places are tagged in one edit, but for those that the author has tagged so already', () => {
  const { text, ranges } = marked('[10] of [20] of [30]')
  const [ten, twenty, thirty] = ranges
  const mine = annotationOf('mine', 'figure', text, [ten!])
  const hers = annotationOf('hers', 'figure', text, [twenty!], { set: setBy(ben).id })
  const other = annotationOf('other', 'claim', text, [thirty!])
  const state = stateWith(text, [mine, hers, other])
  const spans = [...ranges, twenty!].map((range) => [range])
  const { edit, annotations } = tagAll(state, authorOf(ada), figure!, spans)!
  expect(edit.name).toBe('Tag 2 places as figure')
  expect(annotations.map(({ span, attributes }) => [quoteOf(span), attributes['value']])).toEqual([
    ['20', 20],
    ['30', 30],
  ])
  const after = perform(state, edit)
  expect(after.annotations.size).toBe(5)
  expect(tagAll(after, authorOf(ada), figure!, spans)).toBeUndefined()
  expect(tagAll(after, authorOf(ada), claim!, [[ten!]])!.edit.name).toBe('Tag as claim')
})
