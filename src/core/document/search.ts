import type { Interval } from '../../base/intervals'

export interface Search {
  /** Whether `a` and `A` are different. */
  readonly matchCase: boolean
  /** Whether what is found must not be a part of a longer word. */
  readonly wholeWords: boolean
}

/**
 * Where `words` stand in a text, in order, not overlapping; at most `limit` places. Offsets are exact whatever the
 * letters: two match when Unicode's simple case folding makes one character of them, so that nothing changes its
 * length. Straight and curly quotation marks and apostrophes match each other, and a run of blanks matches any run of
 * blanks, line ends included. A character is never found without its accents, and nothing is found by blanks alone.
 */
export function findAll(text: string, words: string, search: Search, limit = Infinity): Interval[] {
  const found: Interval[] = []
  if (!/\S/.test(words)) return found
  const pattern = new RegExp(sourceOf(words, search), search.matchCase ? 'gu' : 'giu')
  for (const match of text.matchAll(pattern)) {
    if (found.length >= limit) break
    found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

const QUOTES = ["'‘’‚‛ʼ", '"“”„‟']
/** What belongs to the character before it. */
const CLINGS = String.raw`[\p{M}\p{Emoji_Modifier}\u200d]`
/** What a word consists of. Scripts that do without blanks are left out: among their letters any place may be one. */
const IN_WORD = String.raw`(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{N}\p{M}_]`
const EDGE = new RegExp(IN_WORD, 'u')

function sourceOf(words: string, { wholeWords }: Search): string {
  const tokens = words.match(/\s+|\S/gu) ?? []
  const body = tokens.map((token, at) => sourceOfToken(token, at === 0)).join('')
  const before = wholeWords && EDGE.test(tokens[0]!) ? `(?<!${IN_WORD})` : ''
  const after = wholeWords && EDGE.test(tokens.at(-1)!) ? `(?!${IN_WORD})` : ''
  return String.raw`(?<!\u200d)${before}${body}(?!${CLINGS})${after}`
}

function sourceOfToken(token: string, first: boolean): string {
  // A run is taken whole, and only entered at its begin: a page of blanks would otherwise be tried from each of them.
  if (/^\s/.test(token)) return first ? String.raw`(?<!\s)\s+(?!\s)` : String.raw`\s+(?!\s)`
  const alike = QUOTES.find((quotes) => quotes.includes(token))
  return alike === undefined ? escaped(token) : `[${alike}]`
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`)
