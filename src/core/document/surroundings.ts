import type { Interval } from '../../base/intervals'

/** What stands before and after a place, some `most` units on each side, cut between words where there are any. */
export const surroundingsOf = (
  text: string,
  { start, end }: Interval,
  most: number,
): { readonly before: string; readonly after: string } => ({
  before: beforeOf(text, start, most),
  after: afterOf(text, end, most),
})

function beforeOf(text: string, end: number, most: number): string {
  const from = end - most
  if (from <= 0) return text.slice(0, end)
  const cut = text.slice(isPairAt(text, from) ? from + 1 : from, end)
  // The unit before tells whether a word was cut in two.
  return /\s/.test(text[from - 1]!) ? cut : cut.replace(/^\S+(?=\s)/, '')
}

function afterOf(text: string, start: number, most: number): string {
  const to = start + most
  if (to >= text.length) return text.slice(start)
  const cut = text.slice(start, isPairAt(text, to) ? to - 1 : to)
  return /\s/.test(text[to]!) ? cut : cut.replace(/(?<=\s)\S+$/, '')
}

/** Whether `at` lies inside a character of two units. */
const isPairAt = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff
