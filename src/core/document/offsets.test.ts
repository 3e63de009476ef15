import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../testing/texts'
import { codePoints } from './offsets'

// Halves of pairs on their own too: a text from outside may hold them.
const anyUnits = fc.oneof(
  anyText,
  fc.array(fc.constantFrom('a', '😀', '\ud83d', '\ude00', '\n')).map((list) => list.join('')),
)

test('offsets and code points are those of a walk through the characters', () => {
  fc.assert(
    fc.property(anyUnits, (text) => {
      const points = codePoints(text)
      let offset = 0
      let point = 0
      for (const character of text) {
        expect(points.fromUtf16(offset)).toBe(point)
        expect(points.toUtf16(point)).toBe(offset)
        // Inside of a pair, the pair counts.
        if (character.length === 2) expect(points.fromUtf16(offset + 1)).toBe(point + 1)
        offset += character.length
        point += 1
      }
      expect([points.fromUtf16(text.length), points.toUtf16(point)]).toEqual([point, text.length])
    }),
  )
})

test('slices by code points are slices by offsets', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const points = codePoints(text)
      const characters = Array.from(text)
      const [start, end] = [one, other].map((n) => n % (characters.length + 1)).toSorted((a, b) => a - b)
      expect(text.slice(points.toUtf16(start!), points.toUtf16(end!))).toBe(
        characters.slice(start, end).join(''),
      )
    }),
  )
})

test('an emoji in front moves everything by one', () => {
  const points = codePoints('📉 Crime, police said, fell 12% in May.')
  expect([3, 8, 23, 38].map((offset) => points.fromUtf16(offset))).toEqual([2, 7, 22, 37])
  expect([2, 7, 22, 37].map((point) => points.toUtf16(point))).toEqual([3, 8, 23, 38])
})
