import { canonical } from '../../core/document/text'
import type { IncomingDocument } from '../../formats/sets/incoming'
import type { IndexEntry } from '../../store/workspace'

/** Which document of ours a document of a file is, and how that is known. */
export interface Match {
  readonly entry: IndexEntry
  readonly how: 'hash' | 'id' | 'name' | 'said'
}

/** What is asked of the catalogue. */
export interface Known {
  get(id: string): IndexEntry | undefined
  withHash(hash: string): IndexEntry | undefined
  listed(): readonly IndexEntry[]
}

/** The documents that are here when an import begins, found by what a file says of them. */
export class Matching {
  readonly #known: Known
  readonly #sha256: (text: string) => string
  readonly #named = new Map<string, IndexEntry[]>()

  constructor(known: Known, sha256: (text: string) => string) {
    this.#known = known
    this.#sha256 = sha256
    for (const entry of known.listed())
      for (const name of new Set([plainName(entry.title), plainName(entry.file ?? '')]))
        this.#named.set(name, [...(this.#named.get(name) ?? []), entry])
  }

  /**
   * The document that a file speaks of: the one with the same text, else the one that it names by our own id, else the
   * only one that has its name, as a title or as the name of a file.
   */
  matchOf({ id, hash, text, name }: IncomingDocument): Match | undefined {
    const hashes = [hash, text === undefined ? undefined : this.#sha256(canonical(text).text)]
    for (const known of hashes) {
      const entry = known === undefined ? undefined : this.#known.withHash(known)
      if (entry) return { entry, how: 'hash' }
    }
    const own = id === undefined ? undefined : this.#known.get(id)
    if (own) return { entry: own, how: 'id' }
    const plain = plainName(name)
    const called = plain === '' ? [] : (this.#named.get(plain) ?? [])
    return called.length === 1 ? { entry: called[0]!, how: 'name' } : undefined
  }
}

/** A name without folders, extension, case and marks. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/(?<=.)\.[A-Za-z0-9]{1,5}$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Whether two texts are versions of one another: at least half of the lines of the one are in the other. Two articles
 * of the same name are not.
 */
export function areAlike(theirs: string, ours: string): boolean {
  const lines = new Set(ours.split('\n').map((line) => line.trim()))
  const asked = canonical(theirs)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const found = asked.filter((line) => lines.has(line)).length
  return asked.length > 0 && found * 2 >= asked.length
}
