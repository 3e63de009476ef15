import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphemeAt } from '../../src/core/document/words'
import { caretIn, marked, shown } from '../../src/testing/marked'
import { movedBoundary } from './boundary'

/** Moves an end of what is in brackets to where the bar is in the same text. */
function moved(source: string, edge: 'start' | 'end', caret: string, byWord = false): string {
  const { text, range } = marked(source)
  const { text: same, at } = caretIn(caret)
  expect(same).toBe(text)
  return shown(text, movedBoundary(text, [range], { piece: 0, edge }, at, byWord)[0])
}

describe('a boundary', () => {
  test('goes where it is dragged', () => {
    expect(moved('the [old] ferry', 'end', 'the old fe|rry')).toBe('the [old fe]rry')
    expect(moved('the [old] ferry', 'start', 't|he old ferry')).toBe('t[he old] ferry')
  })

  test('goes to the nearest edge of a word when asked', () => {
    expect(moved('the [old] ferry', 'end', 'the old fer|ry', true)).toBe('the [old ferry]')
    expect(moved('the [old] ferry', 'start', 't|he old ferry', true)).toBe('[the old] ferry')
  })

  test('leaves at least one character', () => {
    expect(moved('the [old] ferry', 'end', '|the old ferry')).toBe('the [o]ld ferry')
    expect(moved('the [old] ferry', 'start', 'the old ferry|')).toBe('the ol[d] ferry')
  })

  test('does not cut an emoji or an accent', () => {
    const family = '👨‍👩‍👧'
    expect(moved(`[so] ${family}!`, 'end', `so ${family.slice(0, 2)}|${family.slice(2)}!`)).toBe(
      `[so ]${family}!`,
    )
    expect(moved('[caf]e\u0301s', 'end', 'cafe|\u0301s')).toBe('[caf]e\u0301s')
  })

  test('does not reach the next piece', () => {
    const text = 'one two three'
    const ranges = [
      { start: 0, end: 3 },
      { start: 8, end: 13 },
    ]
    expect(movedBoundary(text, ranges, { piece: 0, edge: 'end' }, 12, false)[0]).toEqual({ start: 0, end: 7 })
    expect(movedBoundary(text, ranges, { piece: 1, edge: 'start' }, 0, false)[1]).toEqual({
      start: 4,
      end: 13,
    })
  })

  test('always gives a range of whole characters', () => {
    const unit = fc.constantFrom('a', ' ', 'é', 'e\u0301', '👍🏽', '🇩🇪', 'ש', '中', '\n')
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.boolean(),
        (units, at, word) => {
          const text = units.join('')
          const whole = { start: 0, end: text.length }
          for (const edge of ['start', 'end'] as const) {
            const [{ start, end } = whole] = movedBoundary(
              text,
              [whole],
              { piece: 0, edge },
              at % (text.length + 1),
              word,
            )
            expect(start).toBeLessThan(end)
            expect(graphemeAt(text, start).start).toBe(start)
            expect(graphemeAt(text, end - 1).end).toBe(end)
          }
        },
      ),
    )
  })
})
