import * as fc from 'fast-check'
import type { LineStyle } from '../core/document/blocks'

const WORDS = [
  'the',
  'deal',
  'nearly 10 percent',
  '“worth”',
  'café',
  'U.S.',
  '21.5%',
  '—',
  '€2.40',
  'Mme. Dubarry-Coyle’s',
]
const EMOJI = ['📉', '👍🏿', '👨‍👩‍👧‍👦', '👮🏻‍♀️', '🇩🇪', '🇫🇷🇮🇹', '1️⃣']
const COMBINING = ['e\u0301', 'a\u0323\u0302', 'Z\u0351\u036b\u0343', 'न\u093fक', '각']
const RIGHT_TO_LEFT = ['قالت هيئة المياه', 'שלום', '«18%»', '\u200f', 'خلال 30 يوماً']
const CHINESE = ['临港市六月房租', '同比上涨百分之十二，', '𠮷野家', '。']
const BLANKS = [' ', ' ', ' ', '\n', '\n\n', '\t', '\u00a0', '\u2028']

const parts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  fc.constantFrom(...EMOJI),
  fc.constantFrom(...COMBINING),
  fc.constantFrom(...RIGHT_TO_LEFT),
  fc.constantFrom(...CHINESE),
  { weight: 4, arbitrary: fc.constantFrom(...BLANKS) },
  fc.string({ unit: 'grapheme', maxLength: 5 }).map((text) => text.replace(/\r/g, '')),
)

/** Canonical texts with everything that articles are full of: emoji, accents, two directions, Chinese, blanks. */
export const anyText: fc.Arbitrary<string> = fc
  .array(parts, { minLength: 1, maxLength: 40 })
  .map((list) => list.join('').replace(/^\uFEFF+/, ''))

/** Texts with at least one character that is not blank. */
export const anyWords: fc.Arbitrary<string> = anyText.filter((text) => /\S/.test(text))

/** Texts as they come from outside: with the line ends of all systems, and sometimes a byte order mark. */
export const anyRawText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.array(fc.oneof(parts, fc.constantFrom('\r\n', '\r', '\n')), { maxLength: 40 }),
  )
  .map(([mark, list]) => mark + list.join(''))

const anyLook = fc.constantFrom<Omit<LineStyle, 'line'> | undefined>(
  undefined,
  { kind: 'heading', level: 2 },
  { kind: 'item' },
  { kind: 'quote' },
  { kind: 'caption' },
)

/** How the lines of a text, whatever it is, may be styled. */
export const anyStyles: fc.Arbitrary<(text: string) => LineStyle[]> = fc
  .array(anyLook, { minLength: 1, maxLength: 12 })
  .map(
    (looks) => (text) =>
      text.split('\n').flatMap((_, line): LineStyle[] => {
        const look = looks[line % looks.length]
        return look ? [{ line, ...look }] : []
      }),
  )
