import { expect, test } from 'vitest'
import { type LineStyle, blocksOf } from '../../src/core/document/blocks'
import { SECTION, documentOf } from './document'

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
