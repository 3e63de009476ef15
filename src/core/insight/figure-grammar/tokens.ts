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
const NUMBER = [
  String.raw`\p{Nd}{1,3}(?:[\u00a0\u2009\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?`,
  String.raw`\p{Nd}+(?:[.,'’٫٬]\p{Nd}+)*`,
  String.raw`(?<![\p{L}\p{Nd}.])\.\p{Nd}+`,
].join('|')
// A word is of a script that puts blanks between words: where there are none, a number stands against its neighbours.
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')
const WORD = String.raw`[[\p{L}\p{M}]--[${UNSPACED}]]+(?:['’][\p{L}\p{M}]+)*`
const SIGN = String.raw`[^ \t\u00a0\u2000-\u200a\u202f\u3000]`
const TOKEN = new RegExp(`(${NUMBER})|(${WORD})|${SIGN}`, 'gv')
// What carries marks (a keycap, an accent) is taken with them, and so never equals a word or number of the grammar.
const MARKS = /[\p{M}\u200d]+/vy
const FIRST_MARK = 0x300

/** The tokens of a stretch of the text, in order. Linear in its length. */
export function tokensOf(text: string, { start, end }: Interval): Token[] {
  const tokens: Token[] = []
  let last = -1
  TOKEN.lastIndex = start
  for (let match = TOKEN.exec(text); match && match.index < end; match = TOKEN.exec(text)) {
    const to = endOfMarks(text, TOKEN.lastIndex)
    const kind = to > TOKEN.lastIndex ? 'sign' : match[1] ? 'number' : match[2] ? 'word' : 'sign'
    const raw = text.slice(match.index, to)
    const lower = kind === 'word' ? raw.toLowerCase() : raw
    tokens.push({ kind, start: match.index, end: to, raw, lower, glued: last === match.index })
    TOKEN.lastIndex = last = to
  }
  return tokens
}

/** Where the marks end that begin at an offset. */
function endOfMarks(text: string, at: number): number {
  if (!(text.charCodeAt(at) >= FIRST_MARK)) return at
  MARKS.lastIndex = at
  return MARKS.test(text) ? MARKS.lastIndex : at
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
