import { expect, test } from 'vitest'
import type { Interval } from '../../base/intervals'
import { marked } from '../../testing/marked'
import { withSelection, withoutSelection } from './pieces'

/** The text with every range in brackets. */
const shownAll = (text: string, ranges: readonly Interval[]): string =>
  ranges.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  )

/** `pieces` and `selected` mark the same text: what an annotation covers, and what is selected. */
function added(pieces: string, selected: string): string | undefined {
  const { text, ranges } = marked(pieces)
  const now = withSelection(text, ranges, marked(selected).range)
  return now && shownAll(text, now)
}

function taken(pieces: string, selected: string): string | undefined {
  const { text, ranges } = marked(pieces)
  const now = withoutSelection(text, ranges, marked(selected).range)
  return now && shownAll(text, now)
}

test.each([
  ['[Crime], police said, fell', 'Crime, police said,[ fell]', '[Crime], police said, [fell]'],
  ['[Crime] fell by 12%', 'Crime fell[ by ]12%', '[Crime] fell [by] 12%'],
  ['[nearly] 10 percent', 'nearly [10 percent]', '[nearly 10 percent]'],
  ['nearly [10] percent', '[nearly] 10 percent', '[nearly 10] percent'],
  ['[a] b [c]', 'a [b] c', '[a b c]'],
  ['a [long] way', 'a l[on]g way', 'a [long] way'],
  ['[a] 👨‍👩‍👧‍👦', 'a 👨[‍👩‍👧]‍👦', '[a 👨‍👩‍👧‍👦]'],
])('to %j is added %j', (pieces, selected, expected) => {
  expect(added(pieces, selected)).toBe(expected)
})

test.each([
  ['[nearly 10 percent]', '[nearly ]10 percent', 'nearly [10 percent]'],
  ['[nearly 10 percent]', 'nearly [10] percent', '[nearly] 10 [percent]'],
  ['[a] b [c d]', 'a b [c] d', '[a] b c [d]'],
  ['[a] b [c]', 'a [b c]', '[a] b c'],
  ['[a] b', '[a b]', 'a b'],
])('from %j is taken %j', (pieces, selected, expected) => {
  expect(taken(pieces, selected)).toBe(expected)
})

test('blanks add nothing, and what holds nothing of it takes nothing away', () => {
  expect(added('[a] b', 'a[ ]b')).toBeUndefined()
  expect(taken('[a b]', 'a[ ]b')).toBeUndefined()
  expect(taken('[a] b', 'a [b]')).toBeUndefined()
})
