import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { blocksOf, lineStyle } from '../../core/document/blocks'
import { canonical } from '../../core/document/text'
import { anyRawText } from '../../testing/texts'
import { readArticle, readerFor, readers } from './index'

const seeds = resolve(import.meta.dirname, '../../../seeds')
const seed = (name: string): Uint8Array => new Uint8Array(readFileSync(resolve(seeds, name)))
const filesIn = (folder: string): string[] =>
  readdirSync(resolve(seeds, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => `${folder}${name}`)

test.each([
  ['a.txt', 'text'],
  ['A.TXT', 'text'],
  ['notes', 'text'],
  ['Interview 3. May', 'text'],
  ['draft.2', 'text'],
  ['.hidden', 'text'],
  ['a.md', 'markdown'],
  ['a.txt.Markdown', 'markdown'],
  ['report.docx', undefined],
  ['a.html', undefined],
])('%s is read by %s', (name, reader) => {
  expect(readerFor(name)?.id).toBe(reader)
})

test('no extension has two readers', () => {
  const all = readers.flatMap(({ extensions }) => extensions)
  expect(new Set(all).size).toBe(all.length)
})

test('another kind of file is refused with what can be opened', () => {
  expect(readArticle(seed('port-strike.txt'), 'report.docx')).toEqual({
    ok: false,
    refusal: {
      code: 'invalid',
      message:
        '“report.docx” cannot be opened. What can be is Plain text (.txt, .text) and Markdown (.md, .markdown).',
    },
  })
})

/** What must be true of every reading: that it is canonical, and its styles are of lines that there are. */
function checkReading(bytes: Uint8Array, name: string) {
  const reading = expectOk(readArticle(bytes, name))
  const { text, lines, title } = reading
  expect(canonical(text)).toEqual({ text, lineEnding: 'lf' })
  expect(text.isWellFormed()).toBe(true)
  expect(title).toMatch(/\S/)
  for (const style of lines) expect(lineStyle.parse(style)).toEqual(style)
  const count = blocksOf(text).length
  expect(lines.every(({ line }, k) => line < count && (k === 0 || lines[k - 1]!.line < line))).toBe(true)
  expect(new TextDecoder(reading.encoding).encoding).toBe(reading.encoding)
  return reading
}

test.each([...filesIn(''), ...filesIn('awkward/')])('the sample %s is read', (name) => {
  const { title, text } = checkReading(seed(name), name)
  expect(text.length).toBeGreaterThan(100)
  expect(title).not.toMatch(/^By |Photograph:/)
})

test.each<[string, string, string, string]>([
  [
    'crlf.txt',
    'utf-8',
    'crlf',
    'Ferry fares to rise for a third time, operator says\n\nBy Odile Marchetti\n',
  ],
  ['latin1.txt', 'windows-1252', 'lf', 'Café owners reject £2.40 cap on coffee\n\nBy Renée Dubarry-Coyle\n'],
  ['utf16.txt', 'utf-16le', 'lf', 'Storm leaves one in six homes without power\n'],
  ['emoji.txt', 'utf-8', 'lf', '📉 Crime, police said, fell 12% in May.\n'],
  ['chinese.txt', 'utf-8', 'lf', '临港市六月房租同比上涨百分之十二，'],
  ['right-to-left.txt', 'utf-8', 'lf', 'قالت هيئة المياه في مدينة الرملية'],
  ['caption-first.txt', 'utf-8', 'lf', 'Commuters wait for a replacement bus at Tolland Junction'],
  ['no-final-newline.txt', 'utf-8', 'lf', 'Museum to return 14 bronzes, but not the 15th\n'],
  ['one-line.txt', 'utf-8', 'lf', 'BRANNOCK, July 8 — Wheat prices rose'],
])('the awkward %s is %s with %s', (name, encoding, lineEnding, beginning) => {
  const reading = checkReading(seed(`awkward/${name}`), name)
  expect(reading).toMatchObject({ encoding, lineEnding, reader: 'text' })
  expect(reading.text.slice(0, beginning.length)).toBe(beginning)
  expect(reading.text).not.toContain('\uFFFD')
})

test('what makes the awkward ones awkward is kept', () => {
  const text = (name: string): string => checkReading(seed(`awkward/${name}`), name).text
  expect(text('emoji.txt')).toMatch(/👨‍👩‍👧‍👦[^]*Ren(é|e\u0301)e/u)
  expect(text('latin1.txt')).toMatch(/city’s café.*£9m/s)
  expect(text('utf16.txt')).toContain('“We count meters,” said Pål')
  expect(text('no-final-newline.txt')).not.toMatch(/\n$/)
  expect(text('one-line.txt').trimEnd()).not.toContain('\n')
  expect(checkReading(seed('awkward/caption-first.txt'), 'a.txt').lines).toEqual([
    { line: 0, kind: 'caption' },
  ])
})

test('a plain text is read as it is, captions marked', () => {
  const source = 'Photo by Jane Roe\r\n\r\n  The  headline\r\nwords\r\n'
  expect(readArticle(new TextEncoder().encode(source), 'x')).toEqual({
    ok: true,
    value: {
      title: 'The headline',
      text: 'Photo by Jane Roe\n\n  The  headline\nwords\n',
      lines: [{ line: 0, kind: 'caption' }],
      encoding: 'utf-8',
      lineEnding: 'crlf',
      reader: 'text',
    },
  })
})

const anyName = fc.constantFrom('a.txt', 'a.md', 'a')
const prefixes = [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x2d, 0x2d, 0x2d, 0x0a]]
const anyBytes = fc
  .tuple(
    fc.constantFrom(...prefixes),
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      anyRawText.map((text) => new TextEncoder().encode(text)),
    ),
  )
  .map(([start, rest]) => Uint8Array.from([...start, ...rest]))

/** Whatever comes in, there is a reading that holds or a refusal that says which file it is about. */
function checkOutcome(bytes: Uint8Array, name: string): void {
  const outcome = readArticle(bytes, name)
  if (outcome.ok) checkReading(bytes, name)
  else expect(outcome.refusal.message).toContain(`“${name}”`)
}

test('any bytes give an outcome', () => {
  fc.assert(fc.property(anyBytes, anyName, checkOutcome), { numRuns: 500 })
})

test('any file that was cut off or hit by a bad byte gives an outcome', () => {
  const files = [...filesIn(''), ...filesIn('awkward/')].map((name) => [name, seed(name)] as const)
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 255 }),
      ([name, bytes], cut, at, byte) => {
        checkOutcome(bytes.subarray(0, cut % bytes.length), name)
        const hit = bytes.slice()
        hit[at % hit.length] = byte
        checkOutcome(hit, name)
      },
    ),
  )
})

test('words in Markdown mark-up of every kind give an outcome', () => {
  const marks = fc.constantFrom(
    '# ',
    '- ',
    '1. ',
    '> ',
    '```\n',
    '`',
    '*',
    '**',
    '_',
    '[',
    '](x)',
    '![',
    '<b>',
    '<',
    '&#x',
    ';',
    '\n',
    '\n\n',
    '    ',
    '---\n',
    '\\',
    'a',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, anyRawText), { maxLength: 30 }), (parts) => {
      checkOutcome(new TextEncoder().encode(parts.join('')), 'a.md')
    }),
  )
})

test.each<[string, Uint8Array]>([
  ['lines', new TextEncoder().encode('a\n'.repeat(16 * 1024 * 1024))],
  ['one line', new TextEncoder().encode('word '.repeat(6_500_000))],
  ['blanks', new Uint8Array(32 * 1024 * 1024).fill(32)],
  ['zeros', new Uint8Array(32 * 1024 * 1024)],
  ['bytes of no encoding', new Uint8Array(32 * 1024 * 1024).fill(0xe9)],
])(
  '32 MB of %s give an outcome',
  (_, bytes) => {
    const outcome = readArticle(bytes, 'a.txt')
    if (outcome.ok) expect(outcome.value.text.length).toBeGreaterThan(30_000_000)
    else expect(outcome.refusal.message).toContain('“a.txt”')
  },
  60_000,
)
