import { expect, test } from 'vitest'
import { addShifts, boundaryShift, meanShift, NO_SHIFT } from './boundary-shift'
import type { Mark, ReadText } from './reading'

const mark = (tag: string, ...bounds: (readonly [number, number])[]): Mark => ({
  id: `${tag} ${bounds.join()}`,
  tag,
  ranges: bounds.map(([start, end]) => ({ start, end })),
})
const text = (...marked: Mark[][]): ReadText => ({
  document: 'text',
  length: 60,
  readings: marked.map((marks, k) => ({ annotator: 'abc'[k]!, marks, links: [] })),
})
const scheme = { annotators: ['a', 'b', 'c'], tags: ['claim', 'source', 'figure'] }

test('the fixture that can be checked by hand', () => {
  const shifts = boundaryShift(
    text(
      [mark('claim', [0, 10]), mark('source', [20, 26]), mark('claim', [30, 40])],
      [mark('claim', [0, 10]), mark('source', [20, 30]), mark('figure', [50, 60])],
    ),
    scheme,
  )
  expect(shifts).toEqual({ pairs: 2, start: 0, end: 4 })
  expect(meanShift(shifts)).toEqual({ start: 0, end: 2 })
})

test('of pieces, the outer bounds count; of other tags, nothing', () => {
  const read = text([mark('claim', [0, 5], [20, 25])], [mark('claim', [3, 22])], [mark('source', [2, 22])])
  expect(boundaryShift(read, scheme)).toEqual({ pairs: 1, start: 3, end: 3 })
})

test('distances do not cancel out, and the annotators may be exchanged', () => {
  const [early, late] = [[mark('claim', [0, 10])], [mark('claim', [4, 12])]]
  for (const read of [text(early, late), text(late, early)])
    expect(boundaryShift(read, scheme)).toEqual({ pairs: 1, start: 4, end: 2 })
  const both = addShifts(boundaryShift(text(early, late), scheme), boundaryShift(text(late, early), scheme))
  expect(meanShift(both)).toEqual({ start: 4, end: 2 })
})

test('without a matched pair there is no mean', () => {
  expect(boundaryShift(text([mark('claim', [0, 10])]), scheme)).toEqual(NO_SHIFT)
  expect(meanShift(NO_SHIFT)).toBeUndefined()
})
