import { describe, expect, test } from 'vitest'
import type { Mark, ReadText } from './reading'
import { type WhatIf, asItIs, mergedTags, supposed } from './what-if'

const mark = (id: string, tag: string, ...ranges: readonly (readonly [number, number])[]): Mark => ({
  id,
  tag,
  ranges: ranges.map(([start, end]) => ({ start, end })),
})
const text = (
  marks: Readonly<Record<string, readonly Mark[]>>,
  links: ReadText['readings'][0]['links'] = [],
): ReadText => ({
  document: 'd',
  length: 100,
  readings: Object.entries(marks).map(([annotator, own]) => ({ annotator, marks: own, links })),
})
const what = (some: Partial<WhatIf>): WhatIf => ({ ...asItIs, ...some })

/** Each annotator's marks as `claim 0-10`. */
const told = ({ readings }: ReadText) =>
  Object.fromEntries(
    readings.map(({ annotator, marks }) => [
      annotator,
      marks.map(({ tag, ranges }) => `${tag} ${ranges.map(({ start, end }) => `${start}-${end}`).join(' ')}`),
    ]),
  )

test('nothing supposed, nothing changed', () => {
  const read = text({ a: [mark('1', 'claim', [0, 10])], b: [] })
  expect(supposed(read, asItIs)).toEqual(read)
})

test('who is left out has not read it', () => {
  const read = text({ a: [], b: [], c: [] })
  expect(Object.keys(told(supposed(read, what({ leaveOut: ['b'] }))))).toEqual(['a', 'c'])
})

const link = (id: string, from: string, to: string) => ({ id, type: 'of', from, to })

describe('merging', () => {
  test.each([
    ['one into another', ['source>claim'], { source: 'claim' }],
    ['one after another', ['a>b', 'b>c'], { a: 'c', b: 'c' }],
    ['into one that is merged already', ['b>c', 'a>b'], { b: 'c', a: 'c' }],
    ['round in a circle', ['a>b', 'b>a'], { a: 'b' }],
    ['into itself', ['a>a'], {}],
  ])('%s', (_, merges, expected) => {
    const merge = merges.map((one) => {
      const [tag, into] = one.split('>')
      return { tag: tag!, into: into! }
    })
    expect(Object.fromEntries(mergedTags(merge))).toEqual(expected)
  })

  test('makes one of two marks that are the same then, with the links of both', () => {
    const read = text(
      { a: [mark('1', 'claim', [0, 10]), mark('2', 'source', [0, 10]), mark('3', 'figure', [20, 30])] },
      [link('x', '1', '3'), link('y', '2', '3'), link('z', '1', '2')],
    )
    const merged = supposed(read, what({ merge: [{ tag: 'source', into: 'claim' }] }))
    expect(told(merged)).toEqual({ a: ['claim 0-10', 'figure 20-30'] })
    expect(merged.readings[0]!.links).toEqual([link('x', '1', '3')])
  })

  test('leaves two that were made with one tag two', () => {
    const read = text({ a: [mark('1', 'source', [0, 10]), mark('2', 'source', [0, 10])] })
    const merged = supposed(read, what({ merge: [{ tag: 'source', into: 'claim' }] }))
    expect(told(merged)).toEqual({ a: ['claim 0-10', 'claim 0-10'] })
  })
})

const ignored = (ignoreShift: number, marks: Readonly<Record<string, readonly Mark[]>>) =>
  told(supposed(text(marks), what({ ignoreShift })))

describe('ignoring shifts', () => {
  test('up to so many characters, the first by id has the word, whoever comes first', () => {
    const marks = { b: [mark('2', 'claim', [2, 12])], a: [mark('1', 'claim', [0, 10])] }
    expect(ignored(2, marks)).toEqual({ a: ['claim 0-10'], b: ['claim 0-10'] })
    expect(ignored(1, marks)).toEqual({ a: ['claim 0-10'], b: ['claim 2-12'] })
  })

  test('from one to the next', () => {
    const marks = {
      a: [mark('1', 'claim', [0, 10])],
      b: [mark('2', 'claim', [0, 14])],
      c: [mark('3', 'claim', [0, 12])],
    }
    expect(ignored(2, marks)).toEqual({ a: ['claim 0-10'], b: ['claim 0-10'], c: ['claim 0-10'] })
  })

  test('another tag, or other pieces, are no shift', () => {
    const marks = {
      a: [mark('1', 'claim', [0, 10]), mark('2', 'claim', [20, 40])],
      b: [mark('3', 'source', [0, 11]), mark('4', 'claim', [20, 29], [31, 40])],
    }
    expect(ignored(50, marks).b).toEqual(['source 0-11', 'claim 20-29 31-40'])
  })
})
