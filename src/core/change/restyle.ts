import type { BlockKind, LineStyle } from '../document/blocks'
import type { Replacement } from './carry-words'
import type { TextChange } from './change'
import { stylesWithin } from './correct'
import { linesIn } from './passage'
import type { DocumentState } from './state'

type Styled = Pick<DocumentState, 'text' | 'lines'>

/**
 * The change of the text that a replacement is, with the styles of the lines that go and come. As many lines as go
 * keep their styles in turn; otherwise what follows on the last line keeps its own, a new line goes on with the list,
 * the quotation or the code in which it begins, and any other is a paragraph.
 */
export function textChangeOf(state: Styled, replacement: Replacement): TextChange {
  const { start, end, words } = inWholeLines(state.text, replacement)
  const old = state.text.slice(start, end)
  const first = linesIn(state.text.slice(0, start))
  const gone = linesIn(old)
  const come = linesIn(words)
  const leaving = stylesWithin(state.lines, first, gone)
  const begun = state.lines.find(({ line }) => line === first)
  const going = begun && GOING_ON.has(begun.kind) ? begun : undefined
  const tail = isBlankAfter(state.text, end)
    ? going
    : gone === 0
      ? begun
      : leaving.find(({ line }) => line === gone)
  const arriving = Array.from({ length: come }, (_, k) => (k + 1 === come ? tail : going)).flatMap(
    (style, k): LineStyle[] => (style ? [{ ...style, line: k + 1 }] : []),
  )
  return {
    of: 'text',
    kind: 'replace',
    start,
    from: { words: old, styles: leaving },
    to: { words, styles: gone === come ? leaving : arriving },
  }
}

const GOING_ON: ReadonlySet<BlockKind> = new Set<BlockKind>(['item', 'quote', 'code'])

/**
 * The same change of whole lines told from the line end before them instead of the one after. A correction leaves
 * the style of the line in which it begins alone, and that must not be a line that goes, or one that is pushed down.
 */
function inWholeLines(text: string, replacement: Replacement): Replacement {
  const { start, end, words } = replacement
  if (start === 0 || text[start - 1] !== '\n') return replacement
  if (words === '' && text[end - 1] === '\n') return { start: start - 1, end: end - 1, words }
  if (start === end && words.endsWith('\n'))
    return { start: start - 1, end: end - 1, words: `\n${words.slice(0, -1)}` }
  return replacement
}

/** Whether nothing but blanks follows on the line. */
function isBlankAfter(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  return text.slice(at, end < 0 ? text.length : end).trim() === ''
}
