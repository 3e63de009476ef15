import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { caretIn, marked, shown } from '../../testing/marked'
import { anyText } from '../../testing/texts'
import { graphemeAt, tidySpan, wordAt } from './words'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The edges of user-perceived characters, found by walking through the whole text. */
const edgesOf = (text: string): Set<number> =>
  new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length))

const FLAGS = '🇩🇪'.repeat(200)
const STACKED = `Z${'\u0301'.repeat(300)}`
const hardText = fc.oneof(
  anyText,
  fc.tuple(anyText, fc.constantFrom(FLAGS, STACKED, '👨‍👩‍👧‍👦'.repeat(60)), anyText).map((parts) => parts.join('')),
)

test('a tidy span never cuts a character that people see as one, and only grows to keep it whole', () => {
  fc.assert(
    fc.property(hardText, fc.nat(), fc.nat(), (text, one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)]
      const tidy = tidySpan(text, { start, end })
      const asked = text.slice(Math.min(start, end), Math.max(start, end))
      if (!tidy) {
        expect(asked.trim()).toBe('')
        return
      }
      const edges = edgesOf(text)
      expect([edges.has(tidy.start), edges.has(tidy.end)], shown(text, tidy)).toEqual([true, true])
      expect(text.slice(tidy.start, tidy.end)).toContain(asked.trim())
      expect(tidySpan(text, tidy)).toEqual(tidy)
    }),
  )
})

test.each([
  ['the[ cat ]sat', 'the [cat] sat'],
  ['the [cat\n\n]sat', 'the [cat]\n\nsat'],
  ['a [\u00a0cat\u2028]sat', 'a \u00a0[cat]\u2028sat'],
  ['caf[e]\u0301 bar', 'caf[e\u0301] bar'],
  ['👨‍👩[‍👧]‍👦 family', '[👨‍👩‍👧‍👦] family'],
  ['🇩🇪🇫[🇷]🇮🇹', '🇩🇪[🇫🇷]🇮🇹'],
])('%s is tidied to %s', (source, expected) => {
  const { text, range } = marked(source)
  expect(shown(text, tidySpan(text, range))).toBe(shown(marked(expected).text, marked(expected).range))
})

test('a span dragged backwards or beyond the text is that of the words in it', () => {
  expect(tidySpan('the cat', { start: 99, end: 4 })).toEqual({ start: 4, end: 7 })
  expect(tidySpan('the cat', { start: -5, end: 3 })).toEqual({ start: 0, end: 3 })
})

test('of blanks alone there is no span', () => {
  expect(tidySpan('a \n b', { start: 1, end: 4 })).toBeUndefined()
  expect(tidySpan('', { start: 0, end: 0 })).toBeUndefined()
})

test.each([
  ['the c|at sat', 'the [cat] sat'],
  ['the |cat sat', 'the [cat] sat'],
  ['the cat| sat', 'the [cat] sat'],
  ['|the cat', '[the] cat'],
  ['the cat|', 'the [cat]'],
  ['one\nt|wo', 'one\n[two]'],
  ['one|\ntwo', '[one]\ntwo'],
  ['one\n|two', 'one\n[two]'],
  ['rose 21.|5% in', 'rose [21.5]% in'],
  ['the dealer’|s word', 'the [dealer’s] word'],
  ['cafe|\u0301 noir', '[cafe\u0301] noir'],
  ['قالت هي|ئة المياه', 'قالت [هيئة] المياه'],
])('the word at %s is %s', (source, expected) => {
  const { text, at } = caretIn(source)
  expect(shown(text, wordAt(text, at))).toBe(expected)
})

test.each(['one | two', 'one\n|\ntwo', '|', '— |— —'])('there is no word at %j', (source) => {
  const { text, at } = caretIn(source)
  expect(wordAt(text, at)).toBeUndefined()
})

test('a word is whole on its line, however long the line is, and never cuts a character', () => {
  const long = 'ab'.repeat(2000)
  expect(wordAt(`${long} end`, 2001)).toEqual({ start: 0, end: 4000 })
  fc.assert(
    fc.property(hardText, fc.nat(), (text, number) => {
      const at = number % (text.length + 1)
      const word = wordAt(text, at)
      if (!word) return
      expect(word.start <= at && at <= word.end && word.start < word.end).toBe(true)
      expect(text.slice(word.start, word.end)).not.toContain('\n')
      const edges = edgesOf(text)
      expect([edges.has(word.start), edges.has(word.end)], shown(text, word)).toEqual([true, true])
    }),
  )
})

test('the character at a unit is the one that a walk through the text finds', () => {
  fc.assert(
    fc.property(
      hardText.filter((text) => text !== ''),
      fc.nat(),
      (text, number) => {
        const at = number % text.length
        const { index, segment } = segmenter.segment(text).containing(at)!
        expect(graphemeAt(text, at)).toEqual({ start: index, end: index + segment.length })
      },
    ),
  )
})
