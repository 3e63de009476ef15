import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../src/core/document/blocks'
import { SECTION } from './document'
import { inSection, stretchesOf, touched } from './stretches'

const of = (text: string) => stretchesOf(text, blocksOf(text))

test('a stretch is a block; empty blocks have none', () => {
  expect(of('one\n\nthree')).toEqual([
    { start: 0, end: 3, section: 0, piece: false },
    { start: 5, end: 10, section: 0, piece: false },
  ])
  expect(of('')).toEqual([])
})

test('a very long block is cut after blanks, or else between characters', () => {
  for (const unit of ['word ', '😀', 'x😀']) {
    const text = `first\n${unit.repeat(20_000)}\nlast`
    const pieces = of(text)
    const long = pieces.slice(1, -1)
    expect(long.length).toBeGreaterThan(5)
    expect(pieces.map(({ piece }) => piece)).toEqual([false, ...long.map(() => true), false])
    expect(long.map(({ start, end }) => text.slice(start, end)).join('')).toBe(unit.repeat(20_000))
    for (const { start } of long.slice(1)) {
      expect(text.slice(start)).toMatch(unit === 'word ' ? /^word/ : /^[^\uDC00-\uDFFF]/)
    }
  }
})

test('finds the stretches of a range and of a section as a search through all would', () => {
  const lines = fc.array(fc.constantFrom('', 'a', 'some words'), { maxLength: 2 * SECTION + 9 })
  fc.assert(
    fc.property(lines, fc.nat(300), fc.nat(60), (list, start, length) => {
      const stretches = of(list.join('\n'))
      const range = { start, end: start + length }
      expect(stretches.slice(...touched(stretches, range))).toEqual(
        length === 0 ? [] : stretches.filter((s) => s.start < range.end && start < s.end),
      )
      for (const section of [0, 1, 2, 3]) {
        expect(stretches.slice(...inSection(stretches, section))).toEqual(
          stretches.filter((s) => s.section === section),
        )
      }
    }),
  )
})
