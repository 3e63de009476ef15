import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { caretIn, shown } from '../../testing/marked'
import { anyWords } from '../../testing/texts'
import { nameAt, phrasesAt } from './phrases'

test.each([
  ['“Yes,” said Ines| Falk, who runs it.', '“Yes,” said [Ines Falk], who runs it.'],
  ['Finance Minister Joren |Falk spoke.', '[Finance Minister Joren Falk] spoke.'],
  ['wrote Dr. Lucan| Brandvold, the deputy', 'wrote [Dr. Lucan Brandvold], the deputy'],
  ['J. R. |Holm said', '[J. R. Holm] said'],
  ['The Ba|nk of England said', 'The [Bank of England] said'],
  ['Ursula| von der Leyen said', '[Ursula von der Leyen] said'],
  ['The |World Health Organization recommends', 'The [World Health Organization] recommends'],
  ['Kestrel|’s chief left', '[Kestrel]’s chief left'],
  ['in April, the oper|ator said on', 'in April, [the operator] said on'],
  ['Two senior offi|cials said', '[Two senior officials] said'],
  ['according to |local police and', 'according to [local police] and'],
  ['the U.S. Trea|sury said', 'the [U.S. Treasury] said'],
  ['The Institute for |Field Epidemiology, which', 'The [Institute for Field Epidemiology], which'],
  ['It was said in Apr|il by', 'It was said in [April] by'],
  ['临港市六|月', '临港市[六月]'],
])('%j', (source, expected) => {
  const { text, at } = caretIn(source)
  expect(shown(text, nameAt(text, at))).toBe(expected)
})

test('a noun phrase lies in the larger one that says more of it', () => {
  const { text, at } = caretIn('said a spokesman for the mini|stry on Monday')
  expect(phrasesAt(text, at).map(({ start, end }) => text.slice(start, end))).toEqual([
    'the ministry',
    'a spokesman for the ministry',
  ])
})

test('wherever the caret touches a word, there is something, and it touches the caret', () => {
  fc.assert(
    fc.property(anyWords, fc.nat(), (text, number) => {
      const caret = number % (text.length + 1)
      const found = nameAt(text, caret)
      if (!found) return
      expect(found.start).toBeLessThan(found.end)
      expect(found.start).toBeLessThanOrEqual(caret)
      expect(text.slice(found.start, found.end)).not.toContain('\n')
    }),
  )
})
