import { type Outcome, ok, refuse } from '../../base/outcome'
import { blocksOf, type LineStyle } from '../../core/document/blocks'
import { titleOf } from '../../core/document/title'
import type { Decoded } from './decode'
import type { Reading } from './reader'

const MOST_LINES = 1_000_000 // each line is a block of the editor's document

/** Makes a reading of what a reader found: finds the title when the file states none, and refuses what has no words. */
export function readingOf(
  found: Omit<Reading, 'title' | 'encoding'> & { readonly title?: string | undefined },
  { encoding }: Decoded,
  name: string,
): Outcome<Reading> {
  const { text, lines, lineEnding } = found
  if (!/\S/.test(text)) return refuse('invalid', `“${name}” has no words in it to read.`)
  if (hasTooManyLines(text))
    return refuse('invalid', `“${name}” has more than a million lines. Split it first.`)
  const title = found.title ?? titleOf(text, blocksOf(text, lines), withoutExtension(name))
  return ok({ title, text, lines, encoding, lineEnding })
}

export function hasTooManyLines(text: string): boolean {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines++
  return lines > MOST_LINES
}

/** Lines that credit a picture, as a style for `line`. */
export const captionAt = (line: number): LineStyle => ({ line, kind: 'caption' })

const withoutExtension = (name: string): string => name.replace(/(?<=.)\.[^.]*$/, '') || 'Untitled'
