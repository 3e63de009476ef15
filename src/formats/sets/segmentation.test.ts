import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '../../core/document/words'
import { anyText } from '../../testing/texts'
import { tokensIn } from './segmentation'

const tokens = (text: string): string[] => tokensIn(text).map(({ start, end }) => text.slice(start, end))

test('words, figures and marks are tokens, blanks are not', () => {
  expect(tokens('📉 Crime, police said,\n fell\u00a012% in “May”.')).toEqual(
    '📉 Crime , police said , fell 12 % in “ May ” .'.split(' '),
  )
})

test('tokens cover all but the blanks, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0
      let between = ''
      for (const { start, end } of tokensIn(text)) {
        expect(text.slice(start, end)).toMatch(/^\S+$/)
        between += text.slice(at, start)
        at = end
      }
      expect((between + text.slice(at)).trim()).toBe('')
    }),
  )
})

test('plain words are cut as a segmenter cuts them', () => {
  const anyWord = fc
    .tuple(fc.stringMatching(/^[a-zéßøǆIJ0-9]{1,6}$/), fc.constantFrom('', '.', ',', ';', ':', '!', '?', ')'))
    .map(([word, mark]) => word + mark)
  fc.assert(
    fc.property(anyWord, (word) => {
      expect(tokens(word)).toEqual(Array.from(words.segment(word), ({ segment }) => segment))
    }),
  )
})

test('a line of a megabyte is cut in time, with blanks and without', () => {
  expect(tokensIn('The deal, nearly 10 percent. '.repeat(35_000))).toHaveLength(245_000)
  expect(tokensIn('同比上涨百分之十二，'.repeat(10_000)).length).toBeGreaterThan(10_000)
})
