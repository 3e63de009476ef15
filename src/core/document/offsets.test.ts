import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../testing/texts'
import { codePoints, positionsIn } from './offsets'

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

test('positions in bytes are those of the encoded text, and inside a character there is none', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = positionsIn(text, 'bytes')
      const encoder = new TextEncoder()
      const starts = new Map<number, number>()
      for (let at = 0; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
        starts.set(encoder.encode(text.slice(0, at)).length, at)
      const size = encoder.encode(text).length
      for (let byte = 0; byte <= size + 1; byte++) expect(bytes.toUtf16(byte)).toBe(starts.get(byte))
      for (const [byte, at] of starts) expect(bytes.fromUtf16(at)).toBe(byte)
    }),
  )
})

test.each(['utf-16', 'code-points', 'bytes'] as const)('there is no place outside the text in %s', (unit) => {
  const positions = positionsIn('a📉', unit)
  expect([-1, 100].map((at) => positions.toUtf16(at))).toEqual([undefined, undefined])
  expect(positions.toUtf16(positions.fromUtf16(3))).toBe(3)
})
