import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../testing/texts'
import { blockAt, blocksOf, lineStyle } from './blocks'

const kindsOf = (text: string, ...styles: Parameters<typeof blocksOf>[1] & {}): string[] =>
  blocksOf(text, styles).map(({ kind }) => kind)

test('blocks are the lines of the text, in order, without their ends', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const blocks = blocksOf(text)
      expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n'))
      expect(blocks.slice(1).map(({ start }) => start)).toEqual(blocks.slice(0, -1).map(({ end }) => end + 1))
    }),
  )
})

test('a line without words is blank, whatever a style says of it', () => {
  expect(kindsOf('')).toEqual(['blank'])
  expect(kindsOf('one\n\n \u00a0\t\ntwo\n')).toEqual(['paragraph', 'blank', 'blank', 'paragraph', 'blank'])
  expect(kindsOf('one\n\ntwo', { line: 1, kind: 'heading', level: 1 })).toEqual([
    'paragraph',
    'blank',
    'paragraph',
  ])
})

test('styles say what a line is more than a paragraph', () => {
  const blocks = blocksOf('Title\n\nwords', [{ line: 0, kind: 'heading', level: 2 }])
  expect(blocks[0]).toEqual({ start: 0, end: 5, kind: 'heading', level: 2 })
  expect(blocks[2]).toEqual({ start: 7, end: 12, kind: 'paragraph' })
})

test('a style beyond the text changes nothing', () => {
  expect(blocksOf('one', [{ line: 7, kind: 'code' }])).toEqual(blocksOf('one'))
})

test('the block at an offset is the one whose line holds it, line end included', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, number) => {
      const offset = number % (text.length + 1)
      const linesBefore = text.slice(0, offset).split('\n').length - 1
      expect(blockAt(blocksOf(text), offset)).toBe(linesBefore)
    }),
  )
})

test.each([
  { line: -1, kind: 'code' },
  { line: 0, kind: 'table' },
  { line: 0, kind: 'heading', level: 7 },
])('%j is no style', (wrong) => {
  expect(lineStyle.safeParse(wrong).success).toBe(false)
})
