import type { Interval } from '../../../base/intervals'
import { codePoints } from '../../../core/document/offsets'

/** A token as Prodigy has it; its place in code points. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly id: number
  /** Whether one blank follows that is no token. */
  readonly ws: boolean
}

/** A text in tokens. */
export interface Tokens {
  readonly list: readonly Token[]
  /** Where a span lies, in code points and in tokens, of which the last is one of it. */
  placeOf(span: Interval): TokenPlace
}

export interface TokenPlace {
  readonly start: number
  readonly end: number
  readonly token_start: number
  readonly token_end: number
}

/**
 * Cuts a text into words, marks and blanks, as spaCy does: one blank after a token belongs to it, any other is a token.
 * A token also begins or ends wherever one of `spans` does. spaCy would find a span that lies across its tokens nowhere
 * (its warning W030) and train without it.
 */
export function tokensOf(text: string, spans: readonly Interval[]): Tokens {
  const points = codePoints(text)
  // A span that cuts a character of two units is taken with the whole of it.
  const endOf = (at: number): number => points.toUtf16(points.fromUtf16(at))
  const startOf = (at: number): number => (endOf(at) === at ? at : at - 1)
  const starts = new Set(spans.map(({ start }) => startOf(start)))
  const ends = new Set(spans.map(({ end }) => endOf(end)))
  const cuts = [...new Set([...starts, ...ends])]
    .filter((at) => at > 0 && at < text.length)
    .toSorted((a, b) => a - b)
  const list: Token[] = []
  const startingAt = new Map<number, number>()
  const endingAt = new Map<number, number>()
  let from = 0
  for (const to of [...cuts, text.length]) {
    for (const match of text
      .slice(from, to)
      .matchAll(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]|\s+/gu))
      add(match[0], from + match.index)
    from = to
  }
  return {
    list,
    placeOf(span) {
      const [start, end] = [startOf(span.start), endOf(span.end)]
      return {
        start: points.fromUtf16(start),
        end: points.fromUtf16(end),
        token_start: startingAt.get(start)!,
        token_end: endingAt.get(end)!,
      }
    },
  }

  function add(words: string, at: number): void {
    const last = list.length - 1
    // The blank after a token is the token's own, unless a span begins or ends with it.
    const isOwn =
      words.startsWith(' ') && last >= 0 && !list[last]!.ws && !starts.has(at) && !ends.has(at + 1)
    if (isOwn) list[last] = { ...list[last]!, ws: true }
    const [rest, start] = isOwn ? [words.slice(1), at + 1] : [words, at]
    if (rest === '') return
    startingAt.set(start, list.length)
    endingAt.set(start + rest.length, list.length)
    list.push({
      text: rest,
      start: points.fromUtf16(start),
      end: points.fromUtf16(start + rest.length),
      id: list.length,
      ws: false,
    })
  }
}
