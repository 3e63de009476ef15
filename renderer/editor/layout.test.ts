import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../src/core/document/blocks'
import { Layout } from './layout'

const line = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'é'), maxLength: 6 })
const key = fc.record({ start: fc.nat(12), length: fc.nat(3), words: line })

test('whatever is typed into a block, places agree with those of the text as it reads then', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.nat(4),
      fc.array(key, { maxLength: 5 }),
      (lines, number, keys) => {
        const before = lines.join('\n')
        const layout = new Layout(before, blocksOf(before))
        const index = number % lines.length
        let now = before
        for (const { start, length, words } of keys) {
          const block = { start: layout.startOf(index), end: layout.endOf(index) }
          const from = Math.min(block.start + start, block.end)
          const to = Math.min(from + length, block.end)
          layout.type(index, from, to, words.length)
          now = now.slice(0, from) + words + now.slice(to)
          const expected = blocksOf(now)
          expect(expected.map((_, k) => layout.startOf(k))).toEqual(expected.map((b) => b.start))
          expect(expected.map((_, k) => layout.endOf(k))).toEqual(expected.map((b) => b.end))
        }
        const { typed } = layout
        if (!typed) return
        const words = now.slice(typed.start, typed.start + typed.length)
        expect(before.slice(0, typed.start) + words + before.slice(typed.end)).toBe(now)
        layout.settle(words)
        expect(layout.text).toBe(now)
        expect(layout.typed).toBeUndefined()
        expect(layout.blocks.map(({ start, end }) => now.slice(start, end))).toEqual(now.split('\n'))
      },
    ),
  )
})
