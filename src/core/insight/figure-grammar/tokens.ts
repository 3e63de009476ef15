import type { Interval } from '../../../base/intervals'

/** A run of digits, a word, or any other character; offsets are UTF-16 units of the whole text, end-exclusive. */
export interface Token extends Interval {
  readonly kind: 'number' | 'word' | 'sign'
  readonly raw: string
  /** For looking up words only: its length may differ from that of `raw`. */
  readonly lower: string
  /** It begins where the token before it ends. */
  readonly glued: boolean
}
export type Tokens = readonly Token[]

// A number may hold separators between its digits; of blanks only those that do not break a line, before groups of three.
// A word is of one script that puts blanks between words: where there are none, a number stands against its neighbours.
// What carries marks (a keycap, an accent) is taken with them, and so never equals a word or number of the grammar.
const TOKEN =
  /(?<number>\p{Nd}{1,3}(?:[\u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?|\p{Nd}+(?:[.,'’٫٬]\p{Nd}+)*|(?<![\p{L}\p{Nd}.])\.\p{Nd}+)|(?<word>[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+(?:['’][\p{L}\p{M}]+)*)|(?<sign>[^ \t\u00a0\u2000-\u200a\u202f\u3000])/gv
const MARKS = /[\p{M}\u200d]+/vy

/** The tokens of a stretch of the text, in order. Linear in its length. */
export function tokensOf(text: string, { start, end }: Interval): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = start
  for (let match = TOKEN.exec(text); match && match.index < end; match = TOKEN.exec(text)) {
    const groups = match.groups!
    const kind = groups.number !== undefined ? 'number' : groups.word !== undefined ? 'word' : 'sign'
    MARKS.lastIndex = TOKEN.lastIndex
    const marked = MARKS.test(text)
    const to = marked ? MARKS.lastIndex : TOKEN.lastIndex
    TOKEN.lastIndex = to
    const raw = text.slice(match.index, to)
    const glued = tokens.at(-1)?.end === match.index
    tokens.push({
      kind: marked ? 'sign' : kind,
      start: match.index,
      end: to,
      raw,
      lower: raw.toLowerCase(),
      glued,
    })
  }
  return tokens
}

/** The word at an index, in lower case; an empty string when what stands there is none. */
export function wordOf(tokens: Tokens, at: number): string {
  const token = tokens[at]
  return token?.kind === 'word' ? token.lower : ''
}

/** The character at an index that is neither of a word nor of a number; an empty string when there is none. */
export function signOf(tokens: Tokens, at: number): string {
  const token = tokens[at]
  return token?.kind === 'sign' ? token.raw : ''
}

export const isNumber = (tokens: Tokens, at: number): boolean => tokens[at]?.kind === 'number'
export const isGlued = (tokens: Tokens, at: number): boolean => tokens[at]?.glued === true

/** Whether a hyphen joins what is before it to what is after it: `30-day`. */
export const isHyphen = (tokens: Tokens, at: number): boolean =>
  /^[-‐‑]$/.test(signOf(tokens, at)) && isGlued(tokens, at) && isGlued(tokens, at + 1)

/** Whether a hyphen or dash stands between the ends of a range: `12–15`. */
export const isDash = (tokens: Tokens, at: number): boolean =>
  /^[-‐‑–−]$/.test(signOf(tokens, at)) && isGlued(tokens, at) && isGlued(tokens, at + 1)

/**
 * The entry of a table whose key is the longest row of words from `from` on, with the index after it. Keys are in
 * lower case, their words a blank apart; in the text a hyphen may stand for the blank.
 */
export function longest<T>(
  tokens: Tokens,
  from: number,
  table: ReadonlyMap<string, T>,
  most = 4,
): { readonly to: number; readonly entry: T } | undefined {
  let found: { readonly to: number; readonly entry: T } | undefined
  let key = ''
  for (let at = from, count = 0; count < most; count++) {
    const word = wordOf(tokens, at)
    if (!word) break
    key = key ? `${key} ${word}` : word
    at++
    const entry = table.get(key)
    if (entry !== undefined) found = { to: at, entry }
    if (isHyphen(tokens, at)) at++
    else if (isGlued(tokens, at)) break
  }
  return found
}
