import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../base/intervals'
import { anyWords } from '../../testing/texts'
import { type Search, findAll } from './search'

const plain: Search = { matchCase: false, wholeWords: false }

/** The text with everything that is found in brackets. */
function found(text: string, words: string, search: Partial<Search> = {}): string {
  let shown = ''
  let at = 0
  for (const { start, end } of findAll(text, words, { ...plain, ...search })) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return shown + text.slice(at)
}

test.each<[string, string, string, Partial<Search>?]>([
  ['in any case', 'Fares rise, FARES fall', '[Fares] rise, [FARES] fall'],
  ['in one case', 'fares rise, FARES fall', '[fares] rise, FARES fall', { matchCase: true }],
  ['as a part of words', 'the fare, Fares', 'the fare, [Fares]'],
  ['next to each other', 'faresfares', '[fares][fares]'],
  ['nowhere', 'prices', 'prices'],
])('words are found %s', (_, text, shown, search) => expect(found(text, 'fares', search)).toBe(shown))

test('not overlapping, and not more than wanted', () => {
  expect(found('aaaaa', 'aa')).toBe('[aa][aa]a')
  expect(findAll('aaaaa', 'a', plain, 2)).toEqual([
    { start: 0, end: 1 },
    { start: 1, end: 2 },
  ])
})

test('what a pattern would mean is found as it is written', () =>
  expect(found('a+b (50%) [x] \\d $1.', '(50%)')).toBe('a+b [(50%)] [x] \\d $1.'))

test.each(['.', '$1.', '\\d', 'a+b', '^', '|', '{2}', '/', '-'])('“%s” stands for itself', (words) =>
  expect(findAll(`x${words}y`, words, plain)).toEqual([{ start: 1, end: 1 + words.length }]),
)

test('letters that become longer or shorter in the other case shift nothing', () => {
  expect(found('İİ İzmir, the cat', 'CAT')).toBe('İİ İzmir, the [cat]')
  expect(found('ẞ ß ﬁ cat', 'Cat')).toBe('ẞ ß ﬁ [cat]')
  expect(found('ΟΔΟΣ οδος', 'οδοσ')).toBe('[ΟΔΟΣ] [οδος]')
})

test('curly and straight marks match each other', () => {
  expect(found("the city's and the city’s", 'city’s')).toBe("the [city's] and the [city’s]")
  expect(found('“Nearly” and "nearly"', '"nearly"')).toBe('[“Nearly”] and ["nearly"]')
  expect(found('"a\'', '\'a"')).toBe('"a\'')
})

test('a run of blanks is any run of blanks', () => {
  expect(found('10 percent, 10\npercent, 10\u00a0 \t percent, 10percent', '10  percent')).toBe(
    '[10 percent], [10\npercent], [10\u00a0 \t percent], 10percent',
  )
  expect(found('a  a', ' a')).toBe('a[  a]')
  expect(found('a  \u0301a', 'a ')).toBe('a  \u0301a')
  expect(found('a b', ' ')).toBe('a b')
})

test.each([
  ['cat', 'cats, the cat, concat, cat’s, cat_1', 'cats, the [cat], concat, [cat]’s, cat_1'],
  ['10%', '10%, 110%, 10%s', '[10%], 110%, [10%]s'],
  ['é', 'é café', '[é] café'],
  ['房租', '六月房租同比', '六月[房租]同比'],
])('as a whole word, “%s”', (words, text, shown) =>
  expect(found(text, words, { wholeWords: true })).toBe(shown),
)

test('no character is cut in two', () => {
  expect(found('cafe\u0301 cafe', 'cafe')).toBe('cafe\u0301 [cafe]')
  expect(found('👮 👮🏻 👮🏻‍♀️', '👮')).toBe('[👮] 👮🏻 👮🏻‍♀️')
  expect(found('👨‍👩‍👧 👧', '👧')).toBe('👨‍👩‍👧 [👧]')
  expect(found('📉', '\ud83d')).toBe('📉')
})

test('a long run of blanks takes no longer for a blank in front', () =>
  expect(findAll(' '.repeat(300_000), ' x', plain)).toEqual([]))

// A reference that knows nothing of patterns: it walks through both texts character by character.

/** What the characters of the property fold to: Unicode's simple case folding, written out. */
const FOLDS = new Map(Array.from('ABIS').map((letter) => [letter, letter.toLowerCase()]))
for (const [from, to] of [
  ['Σ', 'σ'],
  ['ς', 'σ'],
  ['É', 'é'],
  ['ſ', 's'],
  ['ẞ', 'ß'],
] as const)
  FOLDS.set(from, to)

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)
const isInWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}_]/u.test(character) && !/\p{sc=Han}/u.test(character)
const clings = (character: string | undefined): boolean =>
  character !== undefined && /[\p{M}\p{Emoji_Modifier}\u200d]/u.test(character)

function fold(character: string, { matchCase }: Search): string {
  if ("'’‘".includes(character)) return "'"
  if ('"“”'.includes(character)) return '"'
  return matchCase ? character : (FOLDS.get(character) ?? character)
}

/** After which character the words end that begin at `at`. */
function endAt(
  text: readonly string[],
  words: readonly string[],
  at: number,
  search: Search,
): number | undefined {
  let here = at
  for (let k = 0; k < words.length; k++) {
    if (isBlank(words[k])) {
      if (!isBlank(text[here]) || (k === 0 && isBlank(text[at - 1]))) return undefined
      while (isBlank(words[k + 1])) k++
      while (isBlank(text[here])) here++
    } else {
      const character = text[here]
      if (character === undefined || fold(character, search) !== fold(words[k]!, search)) return undefined
      here++
    }
  }
  if (clings(text[here]) || text[at - 1] === '\u200d') return undefined
  const cut =
    (isInWord(words[0]) && isInWord(text[at - 1])) || (isInWord(words.at(-1)) && isInWord(text[here]))
  return search.wholeWords && cut ? undefined : here
}

function naive(text: string, words: string, search: Search): Interval[] {
  const characters = Array.from(text)
  const places = [0]
  for (const character of characters) places.push(places.at(-1)! + character.length)
  const list: Interval[] = []
  for (let at = 0; at < characters.length; at++) {
    const end = endAt(characters, Array.from(words), at, search)
    if (end === undefined) continue
    list.push({ start: places[at]!, end: places[end]! })
    at = end - 1
  }
  return list
}

const anyLetters = fc
  .array(fc.constantFrom(...Array.from('aAbBiIİısSſßẞΣσςéÉ\'’"“ \n\t.+(_1房租📉👮🏻'), 'e\u0301', '\u200d'), {
    maxLength: 40,
  })
  .map((list) => list.join(''))
const anySearch = fc.record({ matchCase: fc.boolean(), wholeWords: fc.boolean() })

test('it finds what walking through the text character by character finds', () => {
  const anyCase = anyLetters.chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.oneof(
        anyLetters.map((words) => words.slice(0, 3)),
        fc
          .tuple(fc.nat(text.length), fc.nat(4))
          .map(([at, length]) => text.slice(at, at + length).toLowerCase()),
      ),
    ),
  )
  fc.assert(
    fc.property(anyCase, anySearch, ([text, words], search) => {
      fc.pre(/\S/.test(words) && words.isWellFormed())
      expect(findAll(text, words, search)).toEqual(naive(text, words, search))
    }),
    { numRuns: 2000 },
  )
})

test('in any text, what is found reads as the words do, and lies in order', () =>
  fc.assert(
    fc.property(anyWords, fc.nat(), fc.nat(12), (text, from, length) => {
      const start = from % text.length
      const words = text.slice(start, start + length)
      let last = 0
      for (const { start: at, end } of findAll(text, words, { matchCase: true, wholeWords: false })) {
        expect(bare(text.slice(at, end))).toBe(bare(words))
        expect(at).toBeGreaterThanOrEqual(last)
        last = end
      }
    }),
  ))

const bare = (part: string): string =>
  part
    .replace(/\s+/g, ' ')
    .replace(/['‘’‚‛ʼ]/g, "'")
    .replace(/["“”„‟]/g, '"')
