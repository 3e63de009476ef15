import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval } from '../../base/intervals'
import { caretIn, marked, shown } from '../../testing/marked'
import { anyText } from '../../testing/texts'
import { blocksOf } from './blocks'
import {
  nextSentence,
  plainSentences,
  previousSentence,
  sentenceAt,
  sentenceIntervals,
  sentences as schema,
  shiftSentences,
} from './sentences'

const plain = (text: string): number[] => plainSentences(text, blocksOf(text))

/** The sentences that stand in brackets: `[It fell.] [It rose.]`. */
function given(source: string): { readonly text: string; readonly pairs: number[] } {
  const { text, ranges } = marked(source)
  return { text, pairs: ranges.flatMap(({ start, end }) => [start, end]) }
}

/** The text with its sentences in brackets. */
function bracketed(text: string, pairs: readonly number[]): string {
  let at = 0
  const parts = sentenceIntervals(pairs).map(({ start, end }) => {
    const part = `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
    return part
  })
  return parts.join('') + text.slice(at)
}

/** What holds of all sentences: in order, on one line, without blanks around them, and with all that is not blank. */
function expectWhole(text: string, pairs: readonly number[]): void {
  expect(schema.safeParse(pairs).error?.issues).toBeUndefined()
  const list = sentenceIntervals(pairs).map(({ start, end }) => text.slice(start, end))
  for (const sentence of list) expect(sentence).toMatch(/^\S(?:[^\n]*\S)?$/)
  expect(list.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
}

describe('the sentence at a caret', () => {
  const { text, pairs } = given('[It fell.] [It rose.]\n\n[Then it fell.]  \n')

  test.each([
    ['|It fell. It rose.', 'It fell.'],
    ['It fe|ll. It rose.', 'It fell.'],
    ['It fell.| It rose.', 'It fell.'],
    ['It fell. |It rose.', 'It rose.'],
    ['It fell. It rose.|', 'It rose.'],
    ['It fell. It rose.\n|', 'Then it fell.'],
    ['It fell. It rose.\n\n|', 'Then it fell.'],
    ['It fell. It rose.\n\nThen it fell. |', 'Then it fell.'],
    ['It fell. It rose.\n\nThen it fell.  \n|', undefined],
  ])('%j', (source, expected) => {
    const found = sentenceAt(pairs, caretIn(source).at, text)
    expect(found && text.slice(found.start, found.end)).toBe(expected)
  })

  test('is the second where two touch', () => {
    const close = given('[他来了。][他走了。]')
    expect(shown(close.text, sentenceAt(close.pairs, 4, close.text))).toBe('他来了。[他走了。]')
  })

  test('is none in a text without words', () => expect(sentenceAt([], 3, ' \n \n')).toBeUndefined())
})

const at = (found: Interval | undefined) => found?.start

test('the next sentence begins behind the caret, the previous one before it', () => {
  const { text, pairs } = given('[It fell.] [It rose.] [It fell.]')
  expect([-1, 0, 1, 9, 18, text.length].map((caret) => at(nextSentence(pairs, caret)))).toEqual([
    0,
    9,
    9,
    18,
    undefined,
    undefined,
  ])
  expect([0, 1, 9, 10, text.length].map((caret) => at(previousSentence(pairs, caret)))).toEqual([
    undefined,
    0,
    0,
    9,
    18,
  ])
})

test.each([
  ['an odd number of places', [0, 3, 5], /pairs/],
  ['an empty sentence', [0, 0], /behind/],
  ['two that overlap', [0, 5, 4, 8], /behind/],
  ['a place that is none', [-1, 2], /from 0/],
])('%s is no list of sentences', (_, pairs, message) => {
  expect(schema.safeParse(pairs).error?.message).toMatch(message)
})

describe('a rough cut', () => {
  test.each([
    '[Mr. Smith met Dr. Jones at 5 p.m. on Monday.] [He left.]',
    '[The U.S. Treasury declined.] [He lives in the U.S.] [The plant closed.]',
    '[J. R. Smith paid 3.5 percent for No. 5.] [She did not.]',
    '[“It rains,” she said.] [“It pours!” he said.] [(It did.)] [They left.]',
    '[He said it was …  well … late.] [Wait…] [He left.]',
    '[他来了。][“他走了。”][谁？]',
    '[مرحبا بك.] [من أنت؟] [أنا هنا.]',
    '[Überall regnete es.] [„Es regnet.“] [Niemand kam.]',
    '[« Il pleut. »] [Elle est partie.]',
    '[i went home.] [it was late.]',
    '[A headline]\n\n[A line without a stop]\n[1. An item]',
  ])('%s', (source) => {
    const { text, pairs } = given(source)
    expect(bracketed(text, plain(text))).toBe(bracketed(text, pairs))
  })

  test('leaves nothing out of any text', () => {
    fc.assert(fc.property(anyText, (text) => expectWhole(text, plain(text))))
  })
})

/** `{` and `}` stand around what goes, and `→` before what comes. */
function replaced(source: string): string {
  const [, before, gone, come, after] = /^([^{]*)\{([^→]*)→([^}]*)\}([^]*)$/.exec(source)!
  const old = given(before! + gone! + after!)
  const start = before!.replace(/[[\]]/g, '').length
  const removed = gone!.replace(/[[\]]/g, '').length
  const text = old.text.slice(0, start) + come! + old.text.slice(start + removed)
  return bracketed(text, shiftSentences(old.pairs, { start, removed, inserted: come!.length }, text))
}

describe('after a replacement', () => {
  test.each([
    ['within a sentence', '[It f{e→i}ll.] [It rose.]', '[It fill.] [It rose.]'],
    ['at its end', '[It fell.{→ Then}] [It rose.]', '[It fell. Then] [It rose.]'],
    ['at its beginning', '[It fell.] {→Then }[it rose.]', '[It fell.] [Then it rose.]'],
    ['of the border of two', '[It fell{.] [It→, it} rose.]', '[It fell, it rose.]'],
    ['of a whole one', '[It fell.] {[It rose.] →}[It fell.]', '[It fell.] [It fell.]'],
    ['of everything', '{[It fell.] [It rose.]→}', ''],
    ['by a line end', '[It fell and{ →\n}it rose.]', '[It fell and]\n[it rose.]'],
    ['of a line end', '[It fell]{\n→ }[it rose.] [So.]', '[It fell] [it rose.] [So.]'],
    ['on a blank line', '[It fell.]\n{→New words.}\n[It rose.]', '[It fell.]\n[New words.]\n[It rose.]'],
    ['by blanks', '[It fell.] {→   }[It rose.]', '[It fell.]    [It rose.]'],
    ['of a word by one that is longer', '[{A→Another} one.]\n[It fell.]', '[Another one.]\n[It fell.]'],
  ])('%s', (_, source, expected) => expect(replaced(source)).toBe(expected))

  test('nothing is left out of any text, and lines that it does not touch keep theirs', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), fc.nat(), (old, words, one, other) => {
        const [a, b] = [one % (old.length + 1), other % (old.length + 1)]
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const text = old.slice(0, start) + words + old.slice(end)
        const pairs = plain(old)
        const shifted = shiftSentences(pairs, { start, removed: end - start, inserted: words.length }, text)
        expectWhole(text, shifted)
        const line = old.lastIndexOf('\n', start - 1) + (start > 0 ? 1 : 0)
        const before = (list: readonly number[]) => list.filter((place) => place < line)
        expect(before(shifted)).toEqual(before(pairs))
      }),
    )
  })
})
