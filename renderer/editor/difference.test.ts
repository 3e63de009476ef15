import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryOffset, differenceOf } from './difference'

const words = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })

test('outside the difference two texts read the same, and it cannot be shorter', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const found = differenceOf(before, after)
      expect(found === undefined).toBe(before === after)
      if (!found) return
      const { start, end, newEnd } = found
      expect(after.slice(0, start)).toBe(before.slice(0, start))
      expect(after.slice(newEnd)).toBe(before.slice(end))
      const [left, right] = [before.slice(start, end), after.slice(start, newEnd)]
      expect(left).not.toBe(right)
      if (left === '' || right === '') return
      expect(left[0]).not.toBe(right[0])
      expect(left.at(-1)).not.toBe(right.at(-1))
    }),
  )
})

test('a place keeps the text before it or the text behind it', () => {
  fc.assert(
    fc.property(words, words, fc.nat(12), (before, after, at) => {
      const offset = Math.min(at, before.length)
      const found = differenceOf(before, after)
      const carried = carryOffset(offset, found)
      if (!found || offset <= found.start) expect(carried).toBe(offset)
      else if (offset >= found.end) expect(after.slice(carried)).toBe(before.slice(offset))
      else expect(carried).toBe(found.newEnd)
    }),
  )
})
