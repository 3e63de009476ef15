import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../src/core/document/blocks'
import { SECTION, documentOf } from './document'
import { Layout } from './layout'
import { positionsOf } from './positions'

/** Checks every offset of a text against the document that ProseMirror would show. */
function check(text: string): void {
  const blocks = blocksOf(text)
  const doc = documentOf(text, blocks)
  doc.check()
  const { toPosition, toOffset } = positionsOf(new Layout(text, blocks))
  for (let offset = 0; offset <= text.length; offset++) {
    const position = toPosition(offset)
    const place = doc.resolve(position)
    expect(place.parent.type.name).toBe('block')
    expect(place.parentOffset).toBe(offset - blocks[place.index(0) * SECTION + place.index(1)]!.start)
    expect(doc.textBetween(toPosition(0), position, '\n')).toBe(text.slice(0, offset))
    expect(toOffset(position)).toBe(offset)
  }
  expect(toPosition(text.length)).toBe(doc.content.size - 2)
}

const line = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'é', 'ש', '\t', '\u2028'), maxLength: 4 })

test('position and offset agree for every offset of any text', () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 2 * SECTION + 5 }), (lines) => check(lines.join('\n'))))
})

test.each([
  ['no text', ''],
  ['one line end', '\n'],
  ['a section filled to the last block', 'a\n'.repeat(SECTION - 1)],
  ['one block more than a section', 'a\n'.repeat(SECTION)],
  ['empty blocks on both sides of a border', `a${'\n'.repeat(2 * SECTION)}b`],
])('%s', (_, text) => check(text))

test('a position between blocks is the end of the text before it', () => {
  const text = `one\ntwo${'\n'.repeat(SECTION)}three`
  const blocks = blocksOf(text)
  const doc = documentOf(text, blocks)
  const { toOffset } = positionsOf(new Layout(text, blocks))
  expect([0, 1, 2].map(toOffset)).toEqual([0, 0, 0])
  expect([5, 6, 7].map(toOffset)).toEqual([3, 3, 4])
  expect(toOffset(doc.content.size)).toBe('one\ntwo'.length + SECTION + 'three'.length)
  for (let position = 1; position <= doc.content.size; position++) {
    expect(toOffset(position)).toBeGreaterThanOrEqual(toOffset(position - 1))
  }
})
