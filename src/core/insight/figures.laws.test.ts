import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown } from '../../testing/marked'
import { anyText } from '../../testing/texts'
import { figureAt, figures, nextFigure, previousFigure } from './figures'
import { parseFigure } from './parse-figure'

const PIECES = (
  'a an one two three five ten twelve twenty hundred thousand million billion dozen half third thirds quarter quarters fifth ' +
  'in for out of to or and between from over about nearly more than less no at least up some just well the No. May Sept. ' +
  '1 2 5 7 9 10 12 30 45 2019 2024 1,200 3.5 3,5 1.2.3 ½ 1/2 5–4 12-15 80th 1990s 12:30 30-day 3.4pc £1.5bn $ € % - – − . , ' +
  'percent per cent percentage point points people ships days hours hour minutes years year km m second seconds dollars p.m. a.m.'
).split(' ')
/** Texts in which nearly every word could belong to a figure, run together in every way. */
const numerical = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', ' ', '', '-', '\n')), {
    maxLength: 30,
  })
  .map((pairs) => pairs.flat().join(''))
const texts = fc.oneof(
  numerical,
  anyText,
  fc.tuple(numerical, anyText).map((two) => two.join('')),
)

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const all = (text: string) => figures(text, { start: 0, end: text.length })

test('each figure is trimmed, of whole characters, on one line, apart from the next, and found from every offset in it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0
      const edges = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length))
      for (const figure of all(text)) {
        expect([edges.has(figure.start), edges.has(figure.end)], shown(text, figure)).toEqual([true, true])
        const quote = text.slice(figure.start, figure.end)
        expect([quote, quote.includes('\n')]).toEqual([quote.trim(), false])
        expect(figure.start < figure.end && figure.start >= end).toBe(true)
        end = figure.end
        for (let at = figure.start; at < figure.end; at++) expect(figureAt(text, at)).toEqual(figure)
      }
    }),
    { numRuns: 500 },
  )
})

test('what a caret finds touches it, on its line, and is found again from every offset in it', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, number) => {
      const at = number % (text.length + 1)
      const figure = figureAt(text, at)
      if (!figure) return
      expect(figure.start <= at && at <= figure.end && figure.start < figure.end).toBe(true)
      const quote = text.slice(figure.start, figure.end)
      expect([quote, quote.includes('\n')]).toEqual([quote.trim(), false])
      for (let inside = figure.start; inside < figure.end; inside++)
        expect(figureAt(text, inside)).toEqual(figure)
    }),
    { numRuns: 500 },
  )
})

test('jumping forwards or backwards meets the figures of the whole text, each once', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const forwards = []
      for (let next = nextFigure(text, -1); next; next = nextFigure(text, next.start)) forwards.push(next)
      const backwards = []
      for (let back = previousFigure(text, text.length); back; back = previousFigure(text, back.start))
        backwards.push(back)
      expect([forwards, backwards.toReversed()]).toEqual([all(text), all(text)])
    }),
  )
})

test('the quote of a figure is a figure as a whole, whatever stood around it, and can be parsed', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { start, end } of all(text)) {
        const quote = text.slice(start, end)
        // Of “for over two years” the preposition before it says that “over” is no time.
        if (/^(over|under|above|below) /i.test(quote)) continue
        expect(figureAt(quote, 0), shown(text, { start, end })).toEqual({ start: 0, end: quote.length })
        expect(() => parseFigure(quote)).not.toThrow()
      }
    }),
    { numRuns: 500 },
  )
})

const LONG = 100_000
const repeated = (part: string): string => part.repeat(Math.ceil(LONG / part.length)).slice(0, LONG)

// Were the work quadratic in the length of a line, these would not come back.
test.each([
  ['1,', 0],
  ['1-', 0],
  ['1/', 0],
  ['1:', 0],
  ['1.', 0],
  ['9', 0],
  ['$', 0],
  ['-', 0],
  ['million ', 0],
  ['nearly ', 0],
  ['no more than ', 0],
  ['between ', 0],
  ['a hundred and ', 1],
  ['a little over ', 0],
  ['1 million ', LONG / 10],
  ['5 to ', LONG / 5 / 2],
])('a line of 100 KB of “%s” has its figures found', (part, atLeast) => {
  const text = repeated(part)
  const found = all(text)
  expect(found.length).toBeGreaterThanOrEqual(atLeast)
  expect(found.length === 0).toBe(atLeast === 0)
  const middle = figureAt(text, LONG / 2)
  if (atLeast > 0) expect(middle && middle.start <= LONG / 2 && LONG / 2 <= middle.end).toBe(true)
})

test('only the lines on the way to the next figure are read', () => {
  const text = `none\n5 percent\n${'6 ships in 2019\n'.repeat(200_000)}`
  for (let times = 0; times < 2000; times++) expect(nextFigure(text, 0)).toEqual({ start: 5, end: 14 })
})
