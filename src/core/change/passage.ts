import { z } from 'zod'
import { lineStyle } from '../document/blocks'

/** Words that enter or leave the text, with the styles of the lines that begin among them. */
export const passage = z.object({
  words: z.string(),
  /** Lines are counted from the one in which the passage begins, which is 0 and keeps the style it has. */
  styles: z.array(lineStyle.refine(({ line }) => line > 0, 'expected a line that begins in the passage')),
})
export type Passage = z.infer<typeof passage>

/** How many lines begin in some words. */
export function linesIn(words: string): number {
  let lines = 0
  for (let at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) lines++
  return lines
}
