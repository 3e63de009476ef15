import type { Interval } from '../../../base/intervals'
import { sameRanges } from '../../../core/annotation/ranges'

/** The types of `#` lines: brat's own for notes, and ours for what brat's lines cannot hold, each with JSON. */
export const NOTES = {
  note: 'AnnotatorNotes',
  /** Attributes that are no choices: an object. */
  attributes: 'AssayAttributes',
  /** The ranges of a span that its T line does not tell exactly: pairs of positions. */
  span: 'AssaySpan',
  /** The annotation is another annotator's, and stands here because a link ends at it: the name of their folder. */
  copy: 'AssayCopy',
} as const

/** How an `annotation.conf` of ours begins. */
export const OURS = '# Assay'

// What readers of lines take for an end of a line or of a column; no other control character helps anybody either.
const BREAK = /[\p{Cc}\u2028\u2029]/u
const CUT = /[\p{Cc}\u2028\u2029][\s\p{Cc}]*/gu
const BLANKS = /^[\s\p{Cc}]*$/u

/** The ranges as brat has them: cut at every line end and tab, the blanks behind it skipped. May be none. */
export function fragmentsOf(text: string, ranges: readonly Interval[]): Interval[] {
  return ranges.flatMap(({ start, end }) => {
    const fragments: Interval[] = []
    let from = start
    for (const cut of text.slice(start, end).matchAll(CUT)) {
      fragments.push({ start: from, end: start + cut.index })
      from = start + cut.index + cut[0].length
    }
    return [...fragments, { start: from, end }].filter((fragment) => fragment.start < fragment.end)
  })
}

/** Whether two fragments are one piece that was cut between them: nothing but blanks is there, and a line end. */
export const isCut = (gap: string): boolean => BLANKS.test(gap) && BREAK.test(gap)

/** What these fragments are taken for when they are read. */
export function piecesOf(text: string, fragments: readonly Interval[]): Interval[] {
  const pieces: Interval[] = []
  for (const { start, end } of fragments) {
    const last = pieces.at(-1)
    if (last && isCut(text.slice(last.end, start))) pieces[pieces.length - 1] = { start: last.start, end }
    else pieces.push({ start, end })
  }
  return pieces
}

/** Whether a T line alone tells these ranges. */
export const isTold = (text: string, ranges: readonly Interval[]): boolean =>
  sameRanges(piecesOf(text, fragmentsOf(text, ranges)), ranges)

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const coded = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A note on one line. */
export const escapeNote = (note: string): string =>
  note.replace(/[\\\p{Cc}\p{Cs}\u2028\u2029]/gu, (character) => ESCAPES[character] ?? coded(character))

/** The note as it was; one that `escapeNote` cannot have made is taken as it stands. */
export function unescapeNote(line: string): string {
  let ours = true
  const note = line.replace(/\\(u[0-9a-f]{4}|[^])?/g, (_, code: string | undefined) => {
    if (code?.length === 5) return String.fromCharCode(parseInt(code.slice(1), 16))
    const found = Object.entries(ESCAPES).find(([, escape]) => escape === `\\${code}`)
    if (!found) ours = false
    return found?.[0] ?? ''
  })
  return ours ? note : line
}

/** JSON without anything that a reader of lines could take for the end of one. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(/[\p{Cc}\u2028\u2029]/gu, coded)
