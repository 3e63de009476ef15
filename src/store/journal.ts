import { dirname, join } from 'node:path'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Edit } from '../core/change/change'
import type { Files, OpenFile } from './files'
import { type JournalEnd, describeDamage, findEnd } from './journal-end'
import { type Mark, beginning, claimOf, idIn, readLine, writeLine } from './journal-line'
import { linesBackFrom, linesFrom } from './lines'
import { freeName, writeNew } from './replace-file'
import type { Place } from './place'

/**
 * The edits of one document, one a line, only ever appended to. Calls must be made one after the other. What the disk
 * refuses is thrown.
 */
export class Journal {
  readonly #files: Files
  readonly #place: Place
  #file: OpenFile | undefined
  #mark: Mark
  #torn: number
  /** Whether the file's name is sure to outlast a power cut. */
  #named: boolean
  /** Whether something that was refused may lie after the last line. */
  #soiled = false

  private constructor(files: Files, place: Place, file: OpenFile | undefined, { mark, torn }: JournalEnd) {
    this.#files = files
    this.#place = place
    this.#file = file
    this.#named = file !== undefined
    this.#mark = mark
    this.#torn = torn
  }

  /** Opens a journal at its end, whatever its length; one that is missing is empty, and made by the first edit. */
  static async open(files: Files, place: Place): Promise<Outcome<Journal>> {
    const size = await files.sizeOf(place.path)
    if (size === undefined) return ok(new Journal(files, place, undefined, { mark: beginning, torn: 0 }))
    const file = await files.open(place.path, 'change')
    try {
      const end = await findEnd(file, size)
      if (!end) {
        const refusal = await damage(file, place, size)
        await file.close()
        return refusal
      }
      // What a killed process wrote may not be on the disk yet, and will be counted on once it is read.
      await file.sync()
      return ok(new Journal(files, place, file, end))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** After the last sound line. */
  get mark(): Mark {
    return this.#mark
  }

  /** How many bytes of an unfinished line follow it; they are kept in a file of their own before the next edit. */
  get torn(): number {
    return this.#torn
  }

  /**
   * Adds an edit; resolves when it is on disk. When the disk refuses, the journal is as it was. A journal that was
   * changed by somebody else is refused as a conflict and has to be opened again.
   */
  async append(edit: Edit): Promise<Outcome<Mark>> {
    const file = await this.#prepare()
    if (!file.ok) return file
    const { bytes, after } = writeLine(edit, this.#mark)
    this.#soiled = true
    try {
      await file.value.write(bytes, this.#mark.end)
      await file.value.sync()
    } catch (error) {
      await this.#cleanQuietly()
      throw error
    }
    this.#soiled = false
    this.#mark = after
    return ok(after)
  }

  /** The edits after `from`, each with its mark, in order; a refusal is the last. */
  async *editsFrom(from: Mark): AsyncGenerator<Outcome<{ readonly edit: Edit; readonly after: Mark }>> {
    let mark = from
    if (!this.#file) return
    for await (const { bytes } of linesFrom(this.#file, from.end, this.#mark.end)) {
      const read = readLine(bytes, mark)
      if (!read.ok) return void (yield await damage(this.#file, this.#place, this.#mark.end))
      mark = read.after
      yield ok({ edit: read.edit, after: mark })
    }
    if (mark.chain !== this.#mark.chain) yield await damage(this.#file, this.#place, this.#mark.end)
  }

  /** The last edits in order: `count` of them, or as many as take up `bytes` in the journal, but at least one. */
  async recent(count: number, bytes = Infinity): Promise<Outcome<Edit[]>> {
    const found = await this.before(this.#mark.revision, count, bytes)
    return found.ok ? ok(found.value.edits) : found
  }

  /**
   * The edits up to revision `before`, limited as in `recent`; the first of them made revision `first`. Reads back
   * from the end: what lies further back costs nothing.
   */
  async before(
    before: number,
    count: number,
    bytes = Infinity,
  ): Promise<Outcome<{ readonly first: number; readonly edits: Edit[] }>> {
    const last = Math.min(before, this.#mark.revision)
    const edits: Edit[] = []
    if (last <= 0 || count <= 0) return ok({ first: Math.max(1, last + 1), edits })
    const from = await this.#startOf(last, count, bytes)
    for await (const step of this.editsFrom(from)) {
      if (!step.ok) return step
      edits.push(step.value.edit)
      if (step.value.after.revision === last) break
    }
    return ok({ first: from.revision + 1, edits })
  }

  /** Ids of the last `count` edits in order; what they did is not read. */
  async recentIds(count: number): Promise<Outcome<string[]>> {
    const ids: string[] = []
    if (!this.#file || count <= 0) return ok(ids)
    for await (const { bytes } of linesBackFrom(this.#file, this.#mark.end)) {
      const id = idIn(bytes)
      if (id === undefined) return damage(this.#file, this.#place, this.#mark.end)
      if (ids.push(id) === count) break
    }
    return ok(ids.toReversed())
  }

  /** The mark after that many edits; undefined when there are not as many. Reads from the end. */
  async markAt(revision: number): Promise<Mark | undefined> {
    if (revision === this.#mark.revision) return this.#mark
    if (revision === 0) return beginning
    if (!this.#file || revision > this.#mark.revision) return undefined
    for await (const { bytes, end } of linesBackFrom(this.#file, this.#mark.end)) {
      const claim = claimOf(bytes)
      if (claim?.revision === revision) return { ...claim, end }
    }
    return undefined
  }

  /** Whether a mark that was taken once is one of this journal. */
  async fits(mark: Mark): Promise<boolean> {
    if (mark.revision === 0) return mark.end === 0
    if (!this.#file || mark.end > this.#mark.end) return false
    for await (const { bytes, whole } of linesBackFrom(this.#file, mark.end)) {
      const claim = claimOf(bytes)
      return whole && claim?.revision === mark.revision && claim.chain === mark.chain
    }
    return false
  }

  async close(): Promise<void> {
    if (this.#soiled) await this.#cleanQuietly()
    await this.#file?.close()
    this.#file = undefined
  }

  /** Where the edits up to revision `last` begin of which so many are wanted; reading on from it checks that. */
  async #startOf(last: number, count: number, bytes: number): Promise<Mark> {
    let used = 0
    for await (const line of linesBackFrom(this.#file!, this.#mark.end)) {
      const claim = claimOf(line.bytes)
      // Reading on from a line before it will find out what is wrong with it.
      if (!claim || claim.revision > last) continue
      used += line.bytes.length
      if (claim.revision < last && (last - claim.revision >= count || used > bytes))
        return { ...claim, end: line.end }
    }
    return beginning
  }

  /** Makes sure that the next line can only come right after the last one. */
  async #prepare(): Promise<Outcome<OpenFile>> {
    const { path, name } = this.#place
    this.#file ??= await this.#files.open(path, 'new')
    if (!this.#named) await this.#files.syncFolder(dirname(path))
    this.#named = true
    if (this.#soiled) await this.#clean()
    const { size, linked } = await this.#file.state()
    if (!linked || size !== this.#mark.end + this.#torn) {
      return refuse(
        'conflict',
        `The edit was not saved: ${name} was changed by another program. Open the article again to see what is there.`,
      )
    }
    if (this.#torn > 0) await this.#keepTorn(this.#file)
    return ok(this.#file)
  }

  async #keepTorn(file: OpenFile): Promise<void> {
    const folder = dirname(this.#place.path)
    const bytes = await file.read(this.#mark.end, this.#torn)
    const kept = await freeName(this.#files, join(folder, `journal.torn-${this.#mark.revision + 1}`))
    await writeNew(this.#files, kept, bytes)
    await this.#files.syncFolder(folder)
    await this.#clean()
    this.#torn = 0
  }

  /** Cuts off what lies after the last line. */
  async #clean(): Promise<void> {
    await this.#file!.truncate(this.#mark.end)
    await this.#file!.sync()
    this.#soiled = false
  }

  async #cleanQuietly(): Promise<void> {
    try {
      await this.#clean()
    } catch {
      // It stays soiled, and is cleaned before anything else is written; what was refused first is what counts.
    }
  }
}

const damage = async (file: OpenFile, { name }: Place, size: number): Promise<Outcome<never>> =>
  refuse(
    'damaged',
    `${name} is damaged at ${await describeDamage(file, size)} The file was left as it is; put it back from a backup.`,
  )
