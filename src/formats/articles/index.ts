import { type Outcome, ok, refuse } from '../../base/outcome'
import { markdown } from './markdown'
import type { Reader, Reading } from './reader'
import { plainText } from './text'

/** The kinds of articles that can be opened, in the order in which dialogs list them. */
export const readers: readonly Reader[] = [plainText, markdown]

// A dot in “Interview 3. May” or “draft.2” begins no extension.
const EXTENSION = /[^/\\]\.([a-z][a-z0-9]{0,9})$/i

/** The reader for a file of this name: by its extension, plain text when it has none. */
export function readerFor(name: string): Reader | undefined {
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase()
  if (extension === undefined) return plainText
  return readers.find(({ extensions }) => extensions.includes(extension))
}

/** Reads an article from the bytes of a file, by its name. Whatever the bytes are, it gives an outcome. */
export function readArticle(bytes: Uint8Array, name: string): Outcome<Reading & { readonly reader: string }> {
  const reader = readerFor(name)
  if (!reader) return refuse('invalid', `“${name}” cannot be opened. What can be is ${listed()}.`)
  const reading = reader.read(bytes, name)
  return reading.ok ? ok({ ...reading.value, reader: reader.id }) : reading
}

const listed = (): string =>
  readers
    .map(({ name, extensions }) => `${name} (${extensions.map((extension) => `.${extension}`).join(', ')})`)
    .join(' and ')
