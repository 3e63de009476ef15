import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRawText } from '../../testing/texts'
import { canonical } from './text'

test.each([
  ['one\ntwo\n', 'one\ntwo\n', 'lf'],
  ['one\r\ntwo\r\n', 'one\ntwo\n', 'crlf'],
  ['one\rtwo\r', 'one\ntwo\n', 'cr'],
  ['one\r\ntwo\nthree', 'one\ntwo\nthree', 'mixed'],
  ['one\r\rtwo', 'one\n\ntwo', 'cr'],
  ['one\r\r\ntwo', 'one\n\ntwo', 'mixed'],
  ['one line', 'one line', 'lf'],
  ['', '', 'lf'],
  ['\uFEFFCafé\u2028e\u0301', 'Café\u2028e\u0301', 'lf'],
  ['a\uFEFFb', 'a\uFEFFb', 'lf'],
  ['\uFEFF\uFEFFtwice', 'twice', 'lf'],
])('%j becomes %j', (raw, text, lineEnding) => {
  expect(canonical(raw)).toEqual({ text, lineEnding })
})

const letters = (text: string): string => text.replace(/[\r\n]/g, '').replace(/^\uFEFF+/, '')

test('a canonical text is canonical, and differs in nothing but marks and line ends', () => {
  fc.assert(
    fc.property(anyRawText, (raw) => {
      const { text } = canonical(raw)
      expect(text).not.toMatch(/\r|^\uFEFF/)
      expect(canonical(text)).toEqual({ text, lineEnding: 'lf' })
      expect(letters(text)).toBe(letters(raw))
    }),
  )
})
