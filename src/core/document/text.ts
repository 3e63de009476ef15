import { z } from 'zod'

/** A place in the canonical text: UTF-16 units from its start. */
export const offset = z.number().int('expected a whole number').min(0, 'expected a number from 0')

export type LineEnding = 'lf' | 'crlf' | 'cr' | 'mixed'

/**
 * The canonical form of a text: `\n` line ends and no byte order mark, otherwise untouched. The Unicode line
 * separators stay: only CRLF and CR are what other tools call line ends.
 */
export function canonical(raw: string): { readonly text: string; readonly lineEnding: LineEnding } {
  const text = raw.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n')
  return { text, lineEnding: lineEndingOf(raw) }
}

function lineEndingOf(raw: string): LineEnding {
  const crlf = raw.includes('\r\n')
  const cr = /\r(?!\n)/.test(raw)
  const lf = /(?<!\r)\n/.test(raw)
  if (Number(crlf) + Number(cr) + Number(lf) > 1) return 'mixed'
  if (crlf) return 'crlf'
  return cr ? 'cr' : 'lf'
}
