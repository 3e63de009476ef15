import type { LineStyle } from '../document/blocks'
import type { TextChange } from './change'
import { stylesWithin } from './correct'
import { linesIn } from './passage'
import type { DocumentState } from './state'

type Styled = Pick<DocumentState, 'text' | 'lines'>

/**
 * The one correction that makes the text of `now`, with the styles of its lines, that of `then`: as little as has
 * both, except that line ends are replaced by themselves where lines are styled otherwise. Undefined when nothing
 * differs. The style of the first line of all belongs to no correction.
 */
export function textChangeBetween(now: Styled, then: Styled): TextChange | undefined {
  if (now.text === then.text && firstDifference(now, then) === undefined) return undefined
  const start = Math.min(prefixLength(now.text, then.text), firstDifference(now, then) ?? Infinity)
  const room = Math.min(now.text.length, then.text.length) - start
  const kept = Math.min(suffixLength(now.text, then.text, room), afterLastDifference(now, then))
  return {
    of: 'text',
    kind: 'replace',
    start,
    from: passageOf(now, start, now.text.length - kept),
    to: passageOf(then, start, then.text.length - kept),
  }
}

function passageOf({ text, lines }: Styled, start: number, end: number): TextChange['from'] {
  const words = text.slice(start, end)
  return { words, styles: stylesWithin(lines, linesIn(text.slice(0, start)), linesIn(words)) }
}

/** How many units two texts have in common at their start; never half of a character. */
export function prefixLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++
  return length > 0 && length < Math.max(one.length, other.length) && isHigh(one.charCodeAt(length - 1))
    ? length - 1
    : length
}

/** How many units two texts have in common at their end, but not more than `room`; never half of a character. */
export function suffixLength(one: string, other: string, room: number): number {
  let length = 0
  while (
    length < room &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  )
    length++
  return length > 0 && isLow(one.charCodeAt(one.length - length)) ? length - 1 : length
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Offset in both texts of the line end before the first line that is styled otherwise, counted from the start. */
function firstDifference(now: Styled, then: Styled): number | undefined {
  const line = Math.min(
    ...differing(
      now.lines.map((style) => [style.line, style]),
      then.lines.map((style) => [style.line, style]),
    ).filter((number) => number > 0),
  )
  return lineEndBefore(now.text, line)
}

/** How many units stand in both texts after the line end of the last line that is styled otherwise, from the end. */
function afterLastDifference(now: Styled, then: Styled): number {
  const fromEnd = ({ text, lines }: Styled): [number, LineStyle][] => {
    const last = linesIn(text)
    return lines.map((style) => [last - style.line, style])
  }
  const line = Math.min(...differing(fromEnd(now), fromEnd(then)))
  if (!Number.isFinite(line)) return Infinity
  const end = lineEndBefore(now.text, linesIn(now.text) - line)
  return end === undefined ? Infinity : now.text.length - end - 1
}

/** The numbers of lines that are styled in one way here and in another there. */
function differing(
  here: readonly (readonly [number, LineStyle])[],
  there: readonly (readonly [number, LineStyle])[],
): number[] {
  const some = new Map(here.map(([line, style]) => [line, looks(style)]))
  const others = new Map(there.map(([line, style]) => [line, looks(style)]))
  return [...new Set([...some.keys(), ...others.keys()])].filter(
    (line) => some.get(line) !== others.get(line),
  )
}

const looks = ({ kind, level }: LineStyle): string => `${kind} ${level ?? ''}`

/** Where the line end lies after which line number `line` begins; undefined for the first line and beyond the last. */
function lineEndBefore(text: string, line: number): number | undefined {
  if (line < 1) return undefined
  let at = -1
  for (let count = 0; count < line; count++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return undefined
  }
  return at
}
