import { SaxesParser, type SaxesTagNS } from 'saxes'

/** Where the walk is: the place in the file, and how many elements are open, the outermost being 1. */
export interface XmlPlace {
  readonly line: number
  readonly column: number
  readonly depth: number
}

export interface XmlListener {
  open?(tag: SaxesTagNS, place: XmlPlace): void
  /** Words between tags, entities resolved; what stands in a CDATA section too. */
  text?(words: string): void
  close?(tag: SaxesTagNS, place: XmlPlace): void
}

/** Ends the walk at the first thing that is wrong; what follows it is not to be believed. */
class Halt extends Error {}

/**
 * Goes through XML once, in the order of the file, and says what ended it early: `line 12, column 4: unclosed tag`;
 * undefined when it went to the end. A DOCTYPE ends it, since in one a few bytes can be made to stand for very many;
 * so do more than `deepest` elements within one another.
 */
export function walkXml(xml: string, listener: XmlListener, deepest: number): string | undefined {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  const place = (): XmlPlace => ({ line: parser.line, column: parser.column, depth })
  const halt = (why: string): never => {
    throw new Halt(`line ${parser.line}, column ${parser.column}: ${why}`)
  }
  parser.on('doctype', () => halt('it has a DOCTYPE, which is not read for safety'))
  parser.on('error', ({ message }) => halt(message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')))
  parser.on('opentag', (tag) => {
    if (++depth > deepest) halt(`more than ${deepest} elements are nested`)
    listener.open?.(tag, place())
  })
  parser.on('text', (words) => listener.text?.(words))
  parser.on('cdata', (words) => listener.text?.(words))
  parser.on('closetag', (tag) => {
    listener.close?.(tag, place())
    depth--
  })
  try {
    parser.write(xml.replace(/^\uFEFF+/, '')).close()
    return undefined
  } catch (error) {
    if (error instanceof Halt) return error.message
    throw error
  }
}

// Half a character, most controls, and two code points that are none: XML 1.0 has no form for them, not even an escaped one.
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** The text as XML can hold it: what `write` gives, U+FFFD unless it is told otherwise, for each character that it cannot. */
export const writable = (text: string, write: (character: string) => string = () => '\uFFFD'): string =>
  text.replace(UNWRITABLE, write)
