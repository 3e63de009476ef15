import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LineStyle, blocksOf } from '../../src/core/document/blocks'
import { SECTION, documentOf, renewedDocument } from './document'

const built = (text: string, styles: LineStyle[] = []) => documentOf(text, blocksOf(text, styles))

test('blocks keep their kind, their level and every character', () => {
  const doc = built('Title\n\n - item\t😀', [
    { line: 0, kind: 'heading', level: 1 },
    { line: 2, kind: 'item' },
  ])
  const blocks = [0, 1, 2].map((k) => doc.child(0).child(k))
  expect(blocks.map(({ attrs }) => attrs)).toEqual([
    { kind: 'heading', level: 1 },
    { kind: 'blank', level: null },
    { kind: 'item', level: null },
  ])
  expect(blocks.map(({ textContent }) => textContent)).toEqual(['Title', '', ' - item\t😀'])
})

test('sections hold the same number of blocks, the last one the rest', () => {
  const doc = built('x\n'.repeat(2 * SECTION + 3))
  expect(doc.content.content.map(({ childCount }) => childCount)).toEqual([SECTION, SECTION, 4])
})

test('a block of 100 KB is one text', () => {
  const text = 'word '.repeat(20_000)
  const block = built(text).child(0).child(0)
  expect(block.childCount).toBe(1)
  expect(block.textContent).toBe(text)
})

const lines = (text: string): unknown => built(text).child(0).attrs['lines']

test('a section guesses its lines from the length of its blocks', () => {
  expect(lines('short')).toBe(1)
  expect(lines('a'.repeat(700))).toBe(10)
  expect(lines('a\n'.repeat(SECTION - 1) + 'a')).toBe(SECTION)
})

const line = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'é', 'ש'), maxLength: 3 })
const cut = fc.record({
  start: fc.nat(),
  length: fc.nat(90),
  words: fc.array(line).map((list) => list.join('\n')),
})

test('a renewed document is the one of the new text, with the sections that read the same', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 3 * SECTION }), fc.array(cut, { maxLength: 4 }), (list, cuts) => {
      let text = list.join('\n')
      let doc = built(text)
      for (const { start, length, words } of cuts) {
        const at = start % (text.length + 1)
        text = text.slice(0, at) + words + text.slice(at + length)
        const before = doc
        doc = renewedDocument(before, text, blocksOf(text))
        doc.check()
        const fresh = built(text)
        expect(doc.childCount).toBe(fresh.childCount)
        fresh.forEach((section, _, index) => {
          expect(doc.child(index).content.eq(section.content)).toBe(true)
          if (before.maybeChild(index)?.content.eq(section.content)) {
            expect(doc.child(index)).toBe(before.child(index))
          }
        })
      }
    }),
  )
})
