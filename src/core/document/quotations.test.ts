import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { caretIn, shown } from '../../testing/marked'
import { anyWords } from '../../testing/texts'
import { insideOf, nextQuotation, previousQuotation, quotationAt } from './quotations'

test.each([
  ['He said “it |rains” and left.', 'He said [“it rains”] and left.'],
  [
    '“Every office said, ‘ready’ and «so| on»,” he said.',
    '“Every office said, ‘ready’ and [«so on»],” he said.',
  ],
  ['He said, ‘I can’t b|ind it.’ Well.', 'He said, [‘I can’t bind it.’] Well.'],
  ['She said "we| know" twice.', 'She said ["we know"] twice.'],
  ['“Not |closed\nand more', '[“Not closed]\nand more'],
  ['他说：「今|天」。', '他说：[「今天」]。'],
])('%j', (source, expected) => {
  const { text, at } = caretIn(source)
  expect(shown(text, quotationAt(text, at))).toBe(expected)
})

test('outside of all marks there is none', () => {
  const { text, at } = caretIn('“It rains,” she| said. “It pours.”')
  expect(quotationAt(text, at)).toBeUndefined()
  expect(shown(text, nextQuotation(text, at))).toBe('“It rains,” she said. [“It pours.”]')
  expect(shown(text, previousQuotation(text, at))).toBe('[“It rains,”] she said. “It pours.”')
})

test('going on meets each once and comes to an end; each holds a caret behind its mark', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyWords, fc.constantFrom('“', '”', '"', '\n', '«', '»'))), (parts) => {
      const text = parts.join('')
      let steps = 0
      for (let found = nextQuotation(text, -1); found; found = nextQuotation(text, found.start)) {
        expect(steps++).toBeLessThan(text.length)
        expect(found.end).toBeLessThanOrEqual(text.length)
        const inside = insideOf(text, found)
        expect(inside.start).toBeLessThanOrEqual(inside.end)
      }
    }),
  )
})
