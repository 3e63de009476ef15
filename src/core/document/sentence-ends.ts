import type { Interval } from '../../base/intervals'
import { ABBREVIATED_TITLES, isOpener } from './closed-classes'

/** Marks that close whatever is open, wherever they stand. */
const CLOSING = new Set('”’»›)]}」』）】》〉')
/** Marks that close when nothing but a blank or a mark follows: “ closes „, and « closes », in German. */
const MAYBE_CLOSING = new Set('"\'“«‹')
/** Whether a unit ends sentences, in any script. */
const isTerminal = (unit: string): boolean =>
  unit < '\u0080' ? unit === '.' || unit === '!' || unit === '?' : unit === '…' || TERMINAL.test(unit)
const TERMINAL = /\p{Sentence_Terminal}/u
/** What follows a mark that closes. */
const AFTER_CLOSING = /[\s.,;:!?…”’»›)\]}"']/

/**
 * Where a sentence that ends at `at` really ends: behind the marks that close its quotations and brackets, behind
 * the number of a note, and behind further stops. Nothing beyond `limit` is looked at.
 */
export function pastClosing(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit) {
    const mark = text[end]!
    const next = text[end + 1]
    if (CLOSING.has(mark) || isTerminal(mark)) end++
    else if (MAYBE_CLOSING.has(mark) && (end + 1 >= limit || AFTER_CLOSING.test(next!))) end++
    else {
      const more = /^(?:\[\d{1,3}\]|\s[»›](?=\s|$)|(?:\s\.)+(?=\s|$))/.exec(
        text.slice(end, Math.min(limit, end + 8)),
      )
      if (!more) return end
      end += more[0].length
    }
  }
  return end
}

/** Unicode takes every quotation mark behind a stop for one that closes; one with a word behind it opens. */
function beforeOpening(text: string, at: number, start: number): number {
  let end = at
  while (end > start && OPENING.test(text.slice(end - 1, end + 1))) end--
  return end
}

const OPENING = /^[“‘„«「『（([]\S$/

/** Units around an end that are looked at: more than any abbreviation has. */
const NEAR = 48
/** Words in small letters by nature, with which a sentence may begin: “iPhone sales rose.” */
const INNER_CAPITAL = /^\p{Ll}{1,3}\p{Lu}/u
const LIST_NUMBER = /^[([]?(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)]$/iu
/** Abbreviations beside the titles on which no sentence ends, without their stop. */
const NEVER_LAST = /^(?:cf|e\.g|i\.e|vs|v|viz|ph|approx|figs?|pp|vol|ca)$/i

/**
 * Whether the sentence from `start` to `end` goes on beyond `end`, whatever its last mark says. In these cases it does:
 * a small letter or a comma follows (“It rains!” she said), unless the whole block is without capitals; the mark
 * stands inside a word (www.example.com, Ph.D.); its last word is a title (Dr.) or another word that needs a next
 * one (cf.); or it is nothing but the number of an item (1.).
 */
export function goesOn(
  text: string,
  { start, end }: Interval,
  limit: number,
  hasCapitals: () => boolean,
): boolean {
  const before = text.slice(Math.max(start, end - NEAR), end)
  const after = text.slice(end, Math.min(limit, end + NEAR))
  const next = after.trimStart()
  if (next === '') return false
  if (next === after && !isGlued(before, after)) return true
  if (/^[,;:]/.test(next)) return true
  if (/^\p{Ll}/u.test(next) && !INNER_CAPITAL.test(next) && hasCapitals()) return true
  if (end - start <= 6 && LIST_NUMBER.test(before)) return true
  const word = lastWord(before)
  return word !== undefined && (isTitle(word) || NEVER_LAST.test(word))
}

/** With a capital: “Rep.” stands before a name, a union's “rep.” may end a sentence. */
const isTitle = (word: string): boolean => /^\p{Lu}/u.test(word) && ABBREVIATED_TITLES.has(word.toLowerCase())

/**
 * Two sentences without a blank between them (“left.Then”): a word in small letters before the mark, a capital or an
 * opening quotation mark after it, and no further mark inside what follows, as addresses have. Chinese has none.
 */
function isGlued(before: string, after: string): boolean {
  if (/(?![.!?])\p{Sentence_Terminal}\P{L}*$/u.test(before)) return true
  if (!/(?:\p{Ll}{2}[.!?…]+|[.!?…][”’"')\]\d]+)$/u.test(before)) return false
  const run = /^\S*/.exec(after)![0]
  return /^(?:[“‘"«„([]|\p{Lu}[\p{Ll}’'])/u.test(run) && !/[./@]\p{L}/u.test(run)
}

/** The word before the stop at the end of `before`, with the stops inside it: “p.m”, “Inc”. */
const lastWord = (before: string): string | undefined =>
  /(?:^|[\s“‘"'([«—–-])([\p{L}\p{M}.]*[\p{L}\p{M}])\.[”’"')\]»]*$/u.exec(before)?.[1]

/** Abbreviations on which a sentence may end or not, without their stop; those with a stop inside are recognised. */
const MAYBE_LAST =
  /^(?:\p{L}|.*\..*|st|inc|corp|ltd|co|llc|plc|jr|sr|bros|no|nos|etc|al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|dept|univ|assn|ave|blvd|rd|mt|ft|tel|est|min|max|calif|fla|mass|pa|conn|ill|tenn|wash|colo|ariz|mich|minn|tex|ore|va)$/iu

/**
 * Ends that a rough look finds: behind every terminal mark, unless it belongs to an abbreviation and what follows
 * is not a word with which sentences begin. They are not yet checked with `goesOn`.
 */
export function* roughEnds(text: string, { start, end: limit }: Interval): Generator<number> {
  for (let at = start; at < limit; at++) {
    if (!isTerminal(text[at]!)) continue
    const end = pastClosing(text, at + 1, limit)
    if (!isAbbreviated(text, { start, end }, limit)) yield end
    at = end - 1
  }
}

function isAbbreviated(text: string, { start, end }: Interval, limit: number): boolean {
  const before = text.slice(Math.max(start, end - NEAR), end)
  const word = lastWord(before)
  const isElision = /(?:…|\.\s?\.\s?\.)[”’"')\]]*$/.test(before)
  if (/\s(?:…|\.\s?\.\s?\.)$/.test(before)) return true // what a speaker was left out, or never said
  if (!isElision && (word === undefined || !MAYBE_LAST.test(word))) return false
  return !opensClearly(text.slice(end, Math.min(limit, end + NEAR)))
}

function opensClearly(after: string): boolean {
  const [, quote, word] = /^\s*([“‘"'«„(]?)(\p{Lu}[\p{L}’']*)?/u.exec(after)!
  return quote !== '' || (word !== undefined && (isOpener(word) || /^(?:Mr|Mrs|Ms|Dr)$/.test(word)))
}

/** Ends of the kinds that a trained splitter is known to miss. */
const MISSED = new RegExp(
  [
    /\p{L}\.(?=\s+(?:Mr|Mrs|Ms|Dr)\.\s)/u, // at 6 p.m. Mr. Rourke declined
    /\d(?:m|bn|tn|k|km|kg|pc)\.(?=\s+[“‘"'(]?\p{Lu})/u, // it cost £1.2m. The company paid
    /(?<!\p{L})\p{Lu}\.(?=\s+(?:He|She|It|They|We|The|But)\s+\p{Ll})/u, // this was plan B. He had no other
    /[.!?…][’'](?=\s+[“‘"'(]?\p{Lu})/u, // ‘No.’ She left
    /(?<=\p{L})(?:…|\.\.\.)(?=\s+\p{Lu})/u, // Wait… He left
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

/**
 * Where `MISSED` finds ends in a block: an ellipsis is one only before a word with which sentences begin. They are not
 * yet checked with `goesOn`.
 */
export function* missedEnds(text: string, { start, end: limit }: Interval): Generator<number> {
  for (const { 0: found, index } of text.slice(start, limit).matchAll(MISSED)) {
    const end = start + index + found.length
    const isElision = /^(?:…|\.\.\.)$/.test(found)
    if (!isElision || opensClearly(text.slice(end, Math.min(limit, end + NEAR)))) yield end
  }
}

/**
 * The `ends` of a block that `goesOn` lets stand, moved between what closes and what opens there. They must ascend, and so does what
 * comes of them.
 */
export function* settledEnds(text: string, block: Interval, ends: Iterable<number>): Generator<number> {
  let capitals: boolean | undefined
  const hasCapitals = (): boolean => (capitals ??= /\p{Lu}/u.test(text.slice(block.start, block.end)))
  let start = pastBlanks(text, block.start, block.end)
  for (const found of ends) {
    if (found <= start || found >= block.end) continue
    const end = pastClosing(text, beforeOpening(text, found, start), block.end)
    if (end <= start || goesOn(text, { start, end }, block.end, hasCapitals)) continue
    yield end
    start = pastBlanks(text, end, block.end)
  }
}

/**
 * Appends the pieces of a block between `ends`, which ascend, to `pairs` as start, end, start, end, without blanks
 * around them: all that is not blank in the block lies in one of them.
 */
export function cutAt(text: string, block: Interval, ends: Iterable<number>, pairs: number[]): void {
  let start = pastBlanks(text, block.start, block.end)
  for (const end of [...ends, block.end]) {
    let last = end
    while (last > start && /\s/.test(text[last - 1]!)) last--
    if (last > start) pairs.push(start, last)
    start = pastBlanks(text, Math.max(start, end), block.end)
  }
}

function pastBlanks(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /\s/.test(text[at]!)) at++
  return at
}
