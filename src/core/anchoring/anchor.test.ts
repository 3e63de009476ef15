import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeSpan } from '../annotation/span'
import { anyRanges } from '../../testing/annotated'
import { marked, shown } from '../../testing/marked'
import { anyWords } from '../../testing/texts'
import { anchor } from './anchor'

const pieceOf = (source: string) => {
  const { text, range } = marked(source)
  return describeSpan(text, [range])[0]!
}

/** Where the words of `before` are found in `after`, as `after` would mark it. */
function found(before: string, after: string): string {
  const place = anchor(after, pieceOf(before))
  return place.how === 'lost' ? `lost: ${place.why}` : `${place.how}: ${shown(after, place)}`
}

test.each([
  ['the [cat] sat', 'the cat sat', 'exact: the [cat] sat'],
  ['the [cat] sat', 'Today the cat sat', 'moved: Today the [cat] sat'],
  ['the [cat] sat', 'the dog sat', 'lost: missing'],
  ['a cat, the [cat] sat', 'the cat sat, a cat', 'moved: the [cat] sat, a cat'],
  // The twin that has come to the old place does not win by it.
  ['the [cat] sat', 'his cat ran. the cat sat', 'moved: his cat ran. the [cat] sat'],
  ['a [cat] b', 'xcatx ycaty', 'lost: ambiguous'],
  ['the [cat] sat', 'xcatx', 'doubtful: x[cat]x'],
  ['[cat]', 'cat', 'exact: [cat]'],
])('%s in %j is %s', (before, after, expected) => {
  expect(found(before, after)).toBe(expected)
})

test('of twins with the same surroundings the one at the old place is it', () => {
  expect(found('the cat. the [cat]. the cat.', 'the cat. the cat. the cat.')).toContain('exact')
})

test('in its own text every piece is found where it is', () => {
  const tagged = anyWords.chain((text) => anyRanges(text).map((ranges) => ({ text, ranges })))
  fc.assert(
    fc.property(tagged, ({ text, ranges }) => {
      for (const piece of describeSpan(text, ranges))
        expect(anchor(text, piece)).toMatchObject({ start: piece.start, end: piece.end })
    }),
  )
})

test('among more places than can be looked at, the old one is looked at, and no other is guessed', () => {
  const text = `${'a '.repeat(20_000)}the end`
  const piece = describeSpan(text, [{ start: 39_998, end: 39_999 }])[0]!
  expect(anchor(text, piece)).toMatchObject({ how: 'exact', start: 39_998 })
  expect(anchor(`b ${text}`, piece)).toEqual({ how: 'lost', why: 'ambiguous' })
})
