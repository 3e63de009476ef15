import { type Adapter, Low } from 'lowdb'
import type { NewId } from '../base/id'
import { type Outcome, type Refusal, refuse } from '../base/outcome'
import type { FileKind } from './file-kinds'
import type { Files } from './files'
import { decodeFile, encodeFile } from './json-text'
import type { Place } from './place'
import { previousOf, readWhole, replaceFile } from './replace-file'
import { Refused } from './storage'

/**
 * A JSON file with its previous generation, as lowdb reads and writes it. Reading gives null when there is none, and
 * the previous generation when the newest cannot be read, with a warning; when neither can be read it throws `Refused`.
 */
export class SnapshotFile<T> implements Adapter<T> {
  /** Sentences about what the last reading found amiss. */
  warnings: string[] = []
  readonly #files: Files
  readonly #place: Place
  readonly #kind: FileKind<T>
  readonly #newId: NewId
  /** What lies under the file's own name, as far as is known. */
  #current: 'good' | 'bad' | 'missing' | 'unknown' = 'unknown'

  constructor(files: Files, place: Place, kind: FileKind<T>, newId: NewId) {
    this.#files = files
    this.#place = place
    this.#kind = kind
    this.#newId = newId
  }

  async read(): Promise<T | null> {
    this.warnings = []
    const newest = await this.#decode(this.#place.path)
    this.#current = stateOf(newest)
    if (newest?.ok) return newest.value
    if (newest?.refusal.code === 'newer') throw new Refused(newest.refusal)
    const previous = await this.#decode(previousOf(this.#place.path))
    if (!newest && !previous) return null
    if (previous && !previous.ok && previous.refusal.code === 'newer') throw new Refused(previous.refusal)
    if (!previous?.ok) throw new Refused(this.#damage(newest?.refusal, previous?.refusal))
    this.warnings.push(`${this.#trouble(newest?.refusal)} What it held before was read instead.`)
    return previous.value
  }

  async write(data: T): Promise<void> {
    if (this.#current === 'unknown') this.#current = stateOf(await this.#decode(this.#place.path))
    const current = this.#current
    this.#current = 'unknown'
    await replaceFile(this.#files, this.#place.path, encodeFile(this.#kind, data), current, this.#newId)
    this.#current = 'good'
  }

  /** To be called when what was read turned out to be wrong: the next writing sets it aside instead of dropping it. */
  distrust(): void {
    if (this.#current === 'good') this.#current = 'bad'
  }

  async #decode(path: string): Promise<Outcome<T> | undefined> {
    const bytes = await readWhole(this.#files, path)
    return bytes && decodeFile(this.#kind, bytes, this.#place.name)
  }

  #trouble(refusal: Refusal | undefined): string {
    const { name } = this.#place
    return refusal ? `${name} is damaged: ${refusal.message}.` : `${name} is missing.`
  }

  #damage(newest: Refusal | undefined, previous: Refusal | undefined): Refusal {
    const before = `${previousOf(this.#place.name)}${previous ? ` is damaged too: ${previous.message}` : ' is not there'}.`
    const message = `${this.#trouble(newest)} ${before} Both were left as they are. Put the file back from a backup, or correct it in a text editor.`
    return { code: 'damaged', message }
  }
}

const stateOf = (read: Outcome<unknown> | undefined): 'good' | 'bad' | 'missing' =>
  read === undefined ? 'missing' : read.ok ? 'good' : 'bad'

/** What a file holds, or null when there is none. Lets go of it afterwards: lowdb would keep it. */
export async function readThrough<T>(file: SnapshotFile<T>): Promise<T | null> {
  const low = new Low<T | null>(file as Adapter<T | null>, null)
  await low.read()
  return low.data
}

export async function writeThrough<T>(file: SnapshotFile<T>, data: T): Promise<void> {
  await new Low<T>(file, data).write()
}

/** What would be read again if `data` were written; refuses what could not be. */
export function checkWritable<T>(kind: FileKind<T>, data: T, name: string): Outcome<T> {
  const read = decodeFile(kind, encodeFile(kind, data), name)
  return read.ok ? read : refuse('invalid', `${name} was not written: ${read.refusal.message}.`)
}
