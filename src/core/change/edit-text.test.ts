import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../base/intervals'
import { expectOk } from '../../base/outcome'
import { anyRecords } from '../../testing/annotated'
import { marked } from '../../testing/marked'
import { ada, annotationOf, authorOf, ben, linkOf, setBy, time } from '../../testing/records'
import { anyWords } from '../../testing/texts'
import type { Comment } from '../annotation/comment'
import { isExact } from '../annotation/span'
import type { LineStyle } from '../document/blocks'
import { graphemeAt, tidySpan } from '../document/words'
import { applyAll } from './apply'
import { edit as editSchema } from './change'
import { type Correction, correct } from './edit-text'
import { undoEdit } from './edits'
import { type DocumentState, emptyState, stateOf } from './state'

/** Does it, has it written down and read, takes it back, and gives the state in between. */
function perform(state: DocumentState, { edit }: Correction): DocumentState {
  expect(editSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
  const after = expectOk(applyAll(state, edit.changes))
  expect(expectOk(applyAll(after, undoEdit(authorOf(ben), edit).changes))).toEqual(state)
  return after
}

/**
 * `piece` marks what is tagged, `given` what gives way to `words`; what then is tagged is marked in what comes back.
 * Nothing is marked when the tag is lost.
 */
function corrected(piece: string, given: string, words: string): string {
  const { text, ranges } = marked(piece)
  const before = stateOf(text, {
    sets: [setBy(ada)],
    annotations: [annotationOf('a', 'claim', text, ranges)],
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  })
  const after = perform(before, correct(before, authorOf(ben), marked(given).range, words)!)
  return (after.annotations.get('a')?.span ?? []).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    after.text,
  )
}

test.each([
  ['before it', 'the [cat] sat', '[the] cat sat', 'a', 'a [cat] sat'],
  ['after it', 'the [cat] sat', 'the cat [sat]', 'sits', 'the [cat] sits'],
  ['inside it', 'the [cet sat]', 'the c[e]t sat', 'a', 'the [cat sat]'],
  ['an insertion inside it', 'the [ct] sat', 'the c[]t sat', 'a', 'the [cat] sat'],
  ['all of it', 'the [cat] sat', 'the [cat] sat', 'dog', 'the [dog] sat'],
  ['all of it, by more of the same', 'the [cat] sat', 'the [cat] sat', 'cats', 'the [cats] sat'],
  ['its last word', 'the [cat sat].', 'the cat [sat].', 'lay', 'the [cat lay].'],
  ['its first word', '[the cat] sat', '[the] cat sat', 'a', '[a cat] sat'],
  ['an insertion at its end', 'the [cat] sat', 'the cat[] sat', 's', 'the [cat]s sat'],
  ['an insertion at its start', 'the [cat] sat', 'the []cat sat', 'tom', 'the tom[cat] sat'],
  ['over its end', 'the [cat] sat', 'the c[at s]at', 'onf', 'the [c]onfat'],
  ['over its start', 'the [cat] sat', 'th[e c]at sat', 'r', 'thr[at] sat'],
  ['over all of it', 'the [cat] sat', '[the cat s]at', 'it', 'itat'],
  ['its removal', 'the [cat] sat', 'the [cat ]sat', '', 'the sat'],
  ['between its pieces', '[the] cat [sat]', 'the [cat] sat', 'dog', '[the] dog [sat]'],
  ['all between its pieces', '[the] cat [sat]', 'the[ cat ]sat', '', '[thesat]'],
  ['over both pieces', '[the] cat [sat]', 'th[e cat s]at', 'ink', '[th]ink[at]'],
  ['one of its pieces', '[the] cat [sat]', '[the ]cat sat', '', 'cat [sat]'],
  ['an accent that follows it', 'the caf[e] au', 'the cafe[] au', '\u0301', 'the caf[e\u0301] au'],
])('a correction of %s', (_, piece, given, words, expected) => {
  expect(corrected(piece, given, words)).toBe(expected)
})

test('the change is no larger than it must be, and cuts no emoji in two', () => {
  const { text, range } = marked('[fell 📉 by 10%]')
  const { changes } = correct(emptyState(text), authorOf(ada), range, 'fell 📊 by 10%')!.edit
  expect(changes).toEqual([
    {
      of: 'text',
      kind: 'replace',
      start: 5,
      from: { words: '📉', styles: [] },
      to: { words: '📊', styles: [] },
    },
  ])
  expect(correct(emptyState(text), authorOf(ada), range, text)).toBeUndefined()
})

test('what is read from the words of a figure is read anew', () => {
  const { text, range } = marked('by [10 percnt]')
  const author = authorOf(ada)
  const figure = annotationOf('a', 'figure', text, [range], { attributes: { value: 10, unit: 'typed' } })
  const state = stateOf(text, {
    sets: [setBy(ada)],
    annotations: [figure],
    links: [],
    comments: [],
    verdicts: [],
    answers: [],
  })
  const { changed } = correct(state, author, { start: 3, end: 5 }, '12')!
  expect(changed).toMatchObject([{ attributes: { value: 12, unit: 'typed' }, modified: figure.modified }])
})

test.each<[string, LineStyle[], string, string, string, LineStyle[]]>([
  [
    'a heading that is divided is two',
    [{ line: 1, kind: 'heading', level: 2 }],
    'a\nHead[]ing',
    '\n',
    'a\nHead\ning',
    [
      { line: 1, kind: 'heading', level: 2 },
      { line: 2, kind: 'heading', level: 2 },
    ],
  ],
  [
    'after a heading comes a paragraph',
    [{ line: 0, kind: 'heading' }],
    'Heading[]',
    '\ntext',
    'Heading\ntext',
    [{ line: 0, kind: 'heading' }],
  ],
  [
    'a list goes on',
    [{ line: 0, kind: 'item' }],
    'one[]',
    '\ntwo',
    'one\ntwo',
    [
      { line: 0, kind: 'item' },
      { line: 1, kind: 'item' },
    ],
  ],
  [
    'a line before a heading pushes it down',
    [{ line: 1, kind: 'heading' }],
    'a\n[]Heading',
    'b\n',
    'a\nb\nHeading',
    [{ line: 2, kind: 'heading' }],
  ],
  [
    'a heading comes up when the blank line before it goes',
    [{ line: 2, kind: 'heading' }],
    'a\n[\n]Heading',
    '',
    'a\nHeading',
    [{ line: 1, kind: 'heading' }],
  ],
  ['a heading goes with its line', [{ line: 1, kind: 'heading' }], 'a\n[Heading\n]b', '', 'a\nb', []],
  ['what is joined to a line becomes of its kind', [{ line: 1, kind: 'item' }], 'a[\n]b', ' ', 'a b', []],
  [
    'as many lines as there were keep their styles',
    [{ line: 1, kind: 'quote' }],
    '[a\nb]\nc',
    'x\ny',
    'x\ny\nc',
    [{ line: 1, kind: 'quote' }],
  ],
])('%s', (_, lines, given, words, text, expected) => {
  const place = marked(given)
  const before = emptyState(place.text, lines)
  const after = perform(before, correct(before, authorOf(ada), place.range, words)!)
  expect({ text: after.text, lines: after.lines }).toEqual({ text, lines: expected })
})

test('what loses all its words goes with its links and all comments, and undo brings them back', () => {
  const { text, ranges } = marked('[Fares] rise, [he] said')
  const [fares, he] = ranges.map((range, k) =>
    annotationOf(`a${k}`, 'claim', text, [range], { set: setBy(k === 0 ? ada : ben).id }),
  )
  const comments: Comment[] = ['a0', 'l', 'a1'].map((on) => ({
    id: `c-${on}`,
    on,
    author: ben,
    words: 'Why?',
    created: time(1),
    modified: time(1),
  }))
  const state = stateOf(text, {
    sets: [setBy(ada), setBy(ben)],
    annotations: [fares!, he!],
    links: [linkOf('l', 'supports', 'a0', 'a1')],
    comments,
    verdicts: [],
    answers: [],
  })
  const correction = correct(state, authorOf(ada), { start: 0, end: 6 }, 'They')!
  expect(correction.lost).toEqual([fares])
  expect(correction.edit.name).toBe('Correct the text')
  const after = perform(state, correction)
  expect([...after.annotations.keys()]).toEqual(['a1'])
  expect([...after.links.keys(), ...after.comments.keys()]).toEqual(['c-a1'])
})

/** One unit of a text with the annotations that hold it. */
interface Held {
  readonly unit: string
  readonly by: ReadonlySet<string>
}

const heldIn = ({ text, annotations }: DocumentState): Held[] =>
  Array.from({ length: text.length }, (_, at) => ({
    unit: text[at]!,
    by: new Set(
      [...annotations.values()]
        .filter(({ span }) => span.some(({ start, end }) => start <= at && at < end))
        .map(({ id }) => id),
    ),
  }))

/** On one line, for a difference to be seen. */
const written = (row: readonly Held[]): string =>
  row.map(({ unit, by }) => `${unit}(${[...by].toSorted().join(' ')})`).join('')

const byAll = (list: readonly Held[]): string[] =>
  list.length === 0 ? [] : [...list[0]!.by].filter((id) => list.every(({ by }) => by.has(id)))

/** The reference: a correction of a row of units, each of which knows by whom it is held. */
function correctHeld(row: readonly Held[], { start, end }: Interval, words: string): Held[] {
  const given = row.slice(start, end)
  const old = Array.from(given.map(({ unit }) => unit).join(''))
  const fresh = Array.from(words)
  const same = [0, 0]
  while (same[0]! < Math.min(old.length, fresh.length) && old[same[0]!] === fresh[same[0]!]) same[0]!++
  const room = Math.min(old.length, fresh.length) - same[0]!
  while (same[1]! < room && old.at(-1 - same[1]!) === fresh.at(-1 - same[1]!)) same[1]!++
  const from = start + old.slice(0, same[0]).join('').length
  const to = end - old.slice(old.length - same[1]!).join('').length
  const around = from > 0 && to < row.length ? byAll([row[from - 1]!, row[to]!]) : []
  const by = new Set(from < to ? byAll(row.slice(from, to)) : [...around, ...byAll(given)])
  const come = fresh.slice(same[0], fresh.length - same[1]!).join('')
  return [...row.slice(0, from), ...come.split('').map((unit) => ({ unit, by })), ...row.slice(to)]
}

interface Attempt {
  readonly places: readonly [number, number]
  readonly words: string
}

const attempts = (words: fc.Arbitrary<string>): fc.Arbitrary<Attempt[]> =>
  fc.array(fc.record({ places: fc.tuple(fc.nat(), fc.nat({ max: 12 })), words }), { maxLength: 6 })

/** A range that cuts no character of two units. */
function rangeOf(text: string, [first, length]: readonly [number, number]): Interval {
  const whole = (at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at)
  const start = whole(first % (text.length + 1))
  return { start, end: Math.max(start, whole(Math.min(text.length, start + length))) }
}

const commented = (text: string) =>
  anyRecords(text).map((records) => ({
    text,
    records: {
      ...records,
      comments: [...records.annotations, ...records.links].map(({ id }): Comment => ({
        id: `c-${id}`,
        on: id,
        author: ben,
        words: 'Why?',
        created: time(1),
        modified: time(1),
      })),
    },
  }))

const plainText = (minLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '📉', '中'), { minLength, maxLength: 40 })
    .map((list) => list.join(''))

test('after any corrections everybody holds what a row of units would say, and only what holds nothing is lost', () => {
  const anyWork = fc.record({
    begin: plainText(1).chain(commented),
    work: attempts(plainText(0).map((words) => words.slice(0, 6).replace(/[\uD800-\uDBFF]$/, ''))),
  })
  fc.assert(
    fc.property(anyWork, ({ begin, work }) => {
      let state = stateOf(begin.text, begin.records)
      let row = heldIn(state)
      for (const { places, words } of work) {
        const range = rangeOf(state.text, places)
        const correction = correct(state, authorOf(ben), range, words)
        if (!correction) continue
        const after = perform(state, correction)
        row = correctHeld(row, range, words)
        expect(written(heldIn(after))).toBe(written(row))

        const lost = new Set(correction.lost.map(({ id }) => id))
        expect([...after.annotations.keys()].toSorted()).toEqual(
          [...state.annotations.keys()].filter((id) => !lost.has(id)).toSorted(),
        )
        const links = [...state.links.values()].filter(({ from, to }) => !lost.has(from) && !lost.has(to))
        expect([...after.links.values()]).toEqual(links)
        expect([...after.comments.values()]).toEqual(
          [...state.comments.values()].filter(({ on }) => after.annotations.has(on) || after.links.has(on)),
        )
        for (const { span } of after.annotations.values()) expect(isExact(after.text, span)).toBe(true)
        for (const annotation of correction.changed)
          expect(after.annotations.get(annotation.id)).toEqual(annotation)
        state = after
      }
    }),
  )
})

/** Whether no piece cuts a user-perceived character in two. */
const isWhole = ({ text, annotations }: DocumentState): boolean =>
  [...annotations.values()].every(({ span }) =>
    span.every(({ start, end }) =>
      [start, end].every((at) => at === text.length || graphemeAt(text, at).start === at),
    ),
  )

test('whatever is typed beside and into whole characters, every piece stays on whole characters', () => {
  const typed = fc.constantFrom(
    '',
    'e',
    '\u0301',
    '🇩🇪',
    '\u{1F1E9}',
    '\u200d',
    '👍',
    '🏿',
    ' ',
    '\n',
    'न',
    '\u093f',
  )
  const anyWork = fc.record({
    text: anyWords,
    places: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 })), { maxLength: 5 }),
    work: attempts(fc.oneof(typed, anyWords)),
  })
  fc.assert(
    fc.property(anyWork, ({ text, places, work }) => {
      const annotations = places.flatMap((place, k) => {
        const range = tidySpan(text, rangeOf(text, place))
        return range ? [annotationOf(`a${k}`, 'claim', text, [range])] : []
      })
      let state = stateOf(text, {
        sets: [setBy(ada)],
        annotations,
        links: [],
        comments: [],
        verdicts: [],
        answers: [],
      })
      expect(isWhole(state)).toBe(true)
      for (const { places: where, words } of work) {
        const range = rangeOf(state.text, where)
        const correction = correct(state, authorOf(ben), range, words)
        if (!correction) continue
        const wanted = correctHeld(heldIn(state), range, words)
        state = perform(state, correction)
        expect(isWhole(state)).toBe(true)
        for (const [at, { by }] of heldIn(state).entries())
          for (const id of wanted[at]!.by) expect(by.has(id)).toBe(true)
      }
    }),
  )
})
