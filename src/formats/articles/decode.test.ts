import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { anyText } from '../../testing/texts'
import { decode, MOST_BYTES } from './decode'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytesOf = (...parts: (readonly number[] | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  )
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(big ? bytes.swap16() : bytes)
}
const read = (bytes: Uint8Array) => expectOk(decode(bytes, 'a.txt'))
const sentenceFor = (bytes: Uint8Array, name = 'a.txt'): string => {
  const decoded = decode(bytes, name)
  return decoded.ok ? `opened: ${decoded.value.encoding}` : decoded.refusal.message
}

const prose = 'The city’s café owners — all 31 of them — said “no”: prices fell 12%.'

test.each<[string, Uint8Array, string, string]>([
  ['ASCII', utf8('plain words'), 'plain words', 'utf-8'],
  ['UTF-8', utf8(prose), prose, 'utf-8'],
  ['UTF-8 with its mark', bytesOf([0xef, 0xbb, 0xbf], 'words'), 'words', 'utf-8'],
  ['UTF-16, little end first, with its mark', bytesOf([0xff, 0xfe], [...utf16(prose)]), prose, 'utf-16le'],
  ['UTF-16, big end first, with its mark', bytesOf([0xfe, 0xff], [...utf16(prose, true)]), prose, 'utf-16be'],
  ['UTF-16, little end first', utf16(prose), prose, 'utf-16le'],
  ['UTF-16, big end first', utf16(prose, true), prose, 'utf-16be'],
  [
    'windows-1252',
    bytesOf('The caf\xe9\x92s owners \x96 all of them \x96 said \x93no\x94 to \x80 2.40'),
    'The café’s owners – all of them – said “no” to € 2.40',
    'windows-1252',
  ],
  ['one accent', bytesOf('naive caf\xe9'), 'naive café', 'windows-1252'],
  ['a few bytes that could be anything', bytesOf('\xa3 9m'), '£ 9m', 'windows-1252'],
])('%s is read', (_, bytes, raw, encoding) => {
  expect(read(bytes)).toEqual({ raw, encoding })
})

test('Japanese in Shift JIS is known by its letters', () => {
  const words = 'これは日本語の文章です。'
  const bytes = [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]
  const rest = [0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42]
  const repeated = Array.from({ length: 20 }, () => [...bytes, ...rest])
  expect(read(bytesOf(...repeated))).toEqual({ raw: words.repeat(20), encoding: 'shift_jis' })
})

test('Russian in windows-1251 is known by its letters', () => {
  const words = 'Цены на жильё выросли на двенадцать процентов, сообщило статистическое управление. '
  const bytes = Uint8Array.from(Array.from(words.repeat(4)), (letter) => {
    const point = letter.codePointAt(0)!
    return point < 0x80 ? point : point === 0x451 ? 0xb8 : point - 0x410 + 0xc0
  })
  expect(read(bytes)).toEqual({ raw: words.repeat(4), encoding: 'windows-1251' })
})

test('a text that was cut within a letter is read as what it is, and shows where it is damaged', () => {
  const whole = utf8(`${prose} ${'Überall stieg die Miete; “größere” Städte… '.repeat(10)}é`)
  const { raw, encoding } = read(whole.subarray(0, -1))
  expect(encoding).toBe('utf-8')
  expect(raw.startsWith(prose)).toBe(true)
  expect(raw.endsWith('\uFFFD')).toBe(true)
})

test('every text comes back from UTF-8 and from UTF-16 with a mark', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => /\S/.test(text) && !/[^\P{Cc}\n\t]/u.test(text)),
      (text) => {
        expect(read(utf8(`\uFEFF${text}`)).raw).toBe(text)
        expect(read(utf16(`\uFEFF${text}`)).raw).toBe(text)
        expect(read(utf8(text))).toEqual({ raw: text, encoding: 'utf-8' })
      },
    ),
  )
})

test.each<[string, Uint8Array]>([
  ['a PDF document', bytesOf('%PDF-1.7\n…')],
  ['a zip archive', bytesOf('PK\x03\x04\x14\x00')],
  ['an older Office document', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ['a Rich Text document', bytesOf('{\\rtf1\\ansi words}')],
  ['a PNG picture', bytesOf('\x89PNG\r\n\x1a\n')],
  ['a JPEG picture', bytesOf([0xff, 0xd8, 0xff, 0xe0])],
  ['a WebP picture', bytesOf('RIFF\x24\x00\x00\x00WEBPVP8 ')],
  ['a film', bytesOf('\x00\x00\x00\x18ftypmp42')],
  ['a gzip archive', bytesOf([0x1f, 0x8b, 8, 0])],
  ['a database', bytesOf('SQLite format 3\x00')],
])('%s is refused by what it is, and by its name', (kind, bytes) => {
  expect(sentenceFor(bytes, 'minutes.txt')).toMatch(new RegExp(`^“minutes.txt” seems to be ${kind}`))
})

test.each<[string, Uint8Array, RegExp]>([
  ['bytes full of zeros', bytesOf('a\0\0\0\0\0bcd\0\0ef\0'), /is no text/],
  ['control characters', bytesOf('abc\x01\x02\x03def'), /is no text/],
  ['UTF-32', bytesOf([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), /is in UTF-32\. Save it as UTF-8/],
  ['nothing', bytesOf(''), /is empty/],
  ['blanks', utf8(' \r\n\t\u00a0\n'), /is empty/],
  ['a mark and nothing else', bytesOf([0xef, 0xbb, 0xbf]), /is empty/],
  [
    'more than there may be',
    new Uint8Array(MOST_BYTES + 1).fill(65),
    /“a.txt” has 33 MB; the most that can be opened is 32 MB/,
  ],
])('%s is refused', (_, bytes, sentence) => {
  expect(sentenceFor(bytes)).toMatch(sentence)
})

test('one stray control character in a page of words is no reason to refuse it', () => {
  expect(read(utf8(`${prose.repeat(10)}\f\u0000`)).encoding).toBe('utf-8')
})
