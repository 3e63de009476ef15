import type { Interval } from '../../base/intervals'

/** Closing marks by their opening one. Straight marks open and close with the same character. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
  '‘': '’',
  '"': '"',
}

/**
 * The quotations of one line, inner ones after those around them, with their marks. One that is not closed ends with
 * its line, as in news that open every paragraph of a long quotation anew.
 */
function quotationsIn(text: string, { start, end }: Interval): Interval[] {
  const found: Interval[] = []
  const open: { readonly start: number; readonly closing: string }[] = []
  for (let at = start; at < end; at++) {
    const character = text[at]!
    const last = open.at(-1)
    if (last?.closing === character && !isApostrophe(text, at)) {
      open.pop()
      found.push({ start: last.start, end: at + 1 })
    } else {
      const closing = PAIRS[character]
      if (closing !== undefined) open.push({ start: at, closing })
    }
  }
  for (const left of open) if (end > left.start + 1) found.push({ start: left.start, end })
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** Between two letters the mark is an apostrophe, even where it might close a quotation: ‘I can’t.’ */
const isApostrophe = (text: string, at: number): boolean =>
  text[at] === '’' && /^\p{L}’\p{L}$/u.test(text.slice(at - 1, at + 2))

/** The innermost quotation of its line that holds the caret, with its marks. */
export const quotationAt = (text: string, caret: number): Interval | undefined =>
  quotationsIn(text, lineAt(text, caret))
    .filter(({ start, end }) => start < caret && caret < end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]

/** The first quotation that begins behind the caret; line by line, however long the text. */
export function nextQuotation(text: string, caret: number): Interval | undefined {
  for (let line = lineAt(text, caret); ; line = lineAt(text, line.end + 1)) {
    const found = quotationsIn(text, line).find(({ start }) => start > caret)
    if (found || line.end >= text.length) return found
  }
}

/** The last quotation that begins before the caret. */
export function previousQuotation(text: string, caret: number): Interval | undefined {
  for (let line = lineAt(text, caret); ; line = lineAt(text, line.start - 1)) {
    const found = quotationsIn(text, line).findLast(({ start }) => start < caret)
    if (found || line.start === 0) return found
  }
}

/** Where the words of a quotation begin and end, inside its marks. */
export function insideOf(text: string, { start, end }: Interval): Interval {
  const isClosed = text[end - 1] === PAIRS[text[start]!] && end - start > 1
  return { start: start + 1, end: isClosed ? end - 1 : end }
}

/** The line that holds `at`, without its line end. */
export function lineAt(text: string, at: number): Interval {
  const start = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0
  const end = text.indexOf('\n', at)
  return { start, end: end < 0 ? text.length : end }
}
