import type { Outcome } from '../../base/outcome'
import type { LineStyle } from '../../core/document/blocks'
import type { LineEnding } from '../../core/document/text'

/** An article as a reader understood it. `text` is canonical: from here on an offset means one thing. */
export interface Reading {
  readonly title: string
  readonly text: string
  /** The lines that are more than a paragraph, in order. */
  readonly lines: readonly LineStyle[]
  /** The WHATWG name of the encoding, such as `utf-8`. */
  readonly encoding: string
  readonly lineEnding: LineEnding
}

/** Turns the bytes of one kind of file into an article. Pure: the same bytes give the same reading. */
export interface Reader {
  readonly id: string
  /** As it is shown: “Markdown”. */
  readonly name: string
  /** Without the dot, in lower case. */
  readonly extensions: readonly string[]
  /** `name` is the file's name, for messages and as the last resort for a title. */
  read(bytes: Uint8Array, name: string): Outcome<Reading>
}
