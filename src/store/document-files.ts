import type { NewId } from '../base/id'
import { type Outcome, ok, refuse } from '../base/outcome'
import { type Edit, edit as editSchema } from '../core/change/change'
import { correctedIn } from '../core/change/corrected'
import { type DocumentState, emptyState, recordsOf, stateOf } from '../core/change/state'
import type { Article } from '../core/document/article'
import { type ArticleFile, type SetsFile, articleIn, fileKinds, headOf } from './file-kinds'
import type { Files } from './files'
import { Journal } from './journal'
import { type Mark, beginning } from './journal-line'
import { issueOf } from './json-text'
import { settleFolder } from './leftovers'
import { replay } from './replay'
import { type Place, fileIn } from './place'
import { SnapshotFile, readThrough, writeThrough } from './snapshot-file'
import { Refused } from './storage'
import type { StoredDocument, Stretch } from './store'

export const journalName = 'journal.ndjson'

/** Where a document's folder lies: its path, and its path from the workspace. */
export interface DocumentPlace extends Place {
  readonly id: string
}

/** The files of one document. Calls must be made one after the other. What the disk refuses is thrown. */
export class DocumentFiles {
  readonly #files: Files
  readonly #place: DocumentPlace
  readonly #article: SnapshotFile<ArticleFile>
  readonly #sets: SnapshotFile<SetsFile>
  #journal: Journal | undefined

  private constructor(files: Files, place: DocumentPlace, newId: NewId) {
    this.#files = files
    this.#place = place
    this.#article = new SnapshotFile(files, fileIn(place, 'article.json'), fileKinds.article, newId)
    this.#sets = new SnapshotFile(files, fileIn(place, 'sets.json'), fileKinds.sets, newId)
  }

  static async open(files: Files, place: DocumentPlace, newId: NewId): Promise<Outcome<DocumentFiles>> {
    if ((await files.kindOf(place.path)) !== 'folder')
      return refuse('missing', `This workspace has no document “${place.id}”.`)
    await settleFolder(files, place.path)
    return ok(new DocumentFiles(files, place, newId))
  }

  async read(): Promise<Outcome<StoredDocument>> {
    const article = await this.#readArticle()
    if (!article.ok) return article
    const opened = await this.#open()
    if (!opened.ok) return opened
    const journal = opened.value
    const warnings = journal.torn > 0 ? [this.#describeTorn(journal)] : []
    const sets = await this.#readSets(journal, warnings)
    const state = await this.#stateOf(article.value, sets, journal, warnings)
    if (!state.ok) return this.#withSnapshot(state, sets)
    const { revision, end } = journal.mark
    return ok({
      article: article.value,
      text: state.value.text,
      lines: state.value.lines,
      records: recordsOf(state.value),
      revision,
      journal: end,
      warnings: [...this.#article.warnings, ...warnings],
    })
  }

  async append(edit: Edit): Promise<Outcome<{ readonly revision: number; readonly journal: number }>> {
    const readable = editSchema.safeParse(JSON.parse(JSON.stringify(edit)))
    if (!readable.success) return refuse('invalid', `The edit was not saved: ${issueOf(readable.error)}.`)
    const journal = await this.#open()
    if (!journal.ok) return journal
    const mark = await journal.value.append(edit)
    if (mark.ok) return ok({ revision: mark.value.revision, journal: mark.value.end })
    await this.close()
    return mark
  }

  async saveSnapshot(state: DocumentState, revision: number): Promise<Outcome<void>> {
    const article = await this.#readArticle()
    if (!article.ok) return article
    const journal = await this.#open()
    if (!journal.ok) return journal
    const mark = await journal.value.markAt(revision)
    if (!mark) {
      const { name } = fileIn(this.#place, journalName)
      return refuse('invalid', `The snapshot was not saved: ${name} has no edit ${revision}.`)
    }
    const corrected = correctedIn(article.value, state)
    await writeThrough(this.#sets, {
      ...headOf('sets'),
      revision,
      journal: mark.end,
      chain: mark.chain,
      ...recordsIn(state),
      ...(corrected ? { corrected } : {}),
    })
    return ok(undefined)
  }

  async recentEdits(count: number, bytes?: number): Promise<Outcome<Edit[]>> {
    const journal = await this.#open()
    return journal.ok ? journal.value.recent(count, bytes) : journal
  }

  async recentIds(count: number): Promise<Outcome<string[]>> {
    const journal = await this.#open()
    return journal.ok ? journal.value.recentIds(count) : journal
  }

  async editsBefore(before: number, count: number, bytes?: number): Promise<Outcome<Stretch>> {
    const journal = await this.#open()
    return journal.ok ? journal.value.before(before, count, bytes) : journal
  }

  /** Size of the journal in bytes; undefined when it has not been opened. */
  get journalSize(): number | undefined {
    return this.#journal?.mark.end
  }

  /** Lets go of the open file; the next call opens it again. */
  async close(): Promise<void> {
    const journal = this.#journal
    this.#journal = undefined
    await journal?.close()
  }

  async #readArticle(): Promise<Outcome<Article>> {
    const file = await readThrough(this.#article)
    const { id, name } = this.#place
    if (!file) {
      return refuse(
        'damaged',
        `${name}/article.json is missing, and with it the text. Put it back from a backup; everything else was left as it is.`,
      )
    }
    const article = articleIn(file)
    if (article.id === id) return ok(article)
    return refuse(
      'damaged',
      `${name}/article.json belongs to another document, “${article.id}”. Put it back from a backup.`,
    )
  }

  async #open(): Promise<Outcome<Journal>> {
    if (this.#journal) return ok(this.#journal)
    const place = fileIn(this.#place, journalName)
    const opened = await Journal.open(this.#files, place)
    if (!opened.ok) return opened
    const lost = opened.value.mark.revision === 0 ? ((await readThrough(this.#sets))?.revision ?? 0) : 0
    if (lost === 0) {
      this.#journal = opened.value
      return opened
    }
    await opened.value.close()
    return refuse(
      'damaged',
      `${place.name} is missing or empty, although sets.json beside it holds what ${lost} edits made. Nothing was changed; put it back from a backup.`,
    )
  }

  /** The snapshot, when it can be read and is of this journal. */
  async #readSets(journal: Journal, warnings: string[]): Promise<SetsFile | undefined> {
    try {
      const sets = await readThrough(this.#sets)
      warnings.push(...this.#sets.warnings)
      if (!sets || (await journal.fits(markOf(sets)))) return sets ?? undefined
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code !== 'damaged') throw error
      warnings.push(`${error.message} The annotations were made again from the journal.`)
      return undefined
    }
    this.#distrust('is of another journal than the one beside it', warnings)
    return undefined
  }

  async #stateOf(
    article: Article,
    sets: SetsFile | undefined,
    journal: Journal,
    warnings: string[],
  ): Promise<Outcome<DocumentState>> {
    const { name } = fileIn(this.#place, journalName)
    const whole = (): Promise<Outcome<DocumentState>> =>
      replay(emptyState(article.text, article.lines), journal.editsFrom(beginning), 1, name)
    if (!sets) return whole()
    const tail = await replay(
      snapshotState(article, sets),
      journal.editsFrom(markOf(sets)),
      sets.revision + 1,
      name,
    )
    if (tail.ok) return tail
    const again = await whole()
    if (again.ok) this.#distrust('does not lead to what the journal holds', warnings)
    return again.ok ? again : tail
  }

  #distrust(why: string, warnings: string[]): void {
    this.#sets.distrust()
    const { name } = fileIn(this.#place, 'sets.json')
    warnings.push(
      `${name} ${why}. The annotations were made again from the journal; the file is kept as ${name}.aside when the next one is written.`,
    )
  }

  #describeTorn({ mark: { revision } }: Journal): string {
    const { name } = fileIn(this.#place, journalName)
    return (
      `${name}: line ${revision + 1} was not written to its end, as happens when the computer stops, and is left out. ` +
      `${revision === 0 ? 'There is nothing' : `All ${revision} edits`} before it ${revision === 0 ? '' : 'are here'}`.trimEnd() +
      '.'
    )
  }

  /** Adds what else is there to a refusal: the snapshot may know more than the sound part of the journal. */
  #withSnapshot(
    refused: Outcome<never> | Outcome<DocumentState>,
    sets: SetsFile | undefined,
  ): Outcome<never> {
    if (refused.ok) throw new Error('expected a refusal')
    if (!sets || refused.refusal.code !== 'damaged') return refused
    return refuse(
      'damaged',
      `${refused.refusal.message} sets.json beside it holds the annotations as they were after edit ${sets.revision}.`,
    )
  }
}

/** The records as a file holds them: lists that may be written. */
function recordsIn(
  state: DocumentState,
): Pick<SetsFile, 'sets' | 'annotations' | 'links' | 'comments' | 'verdicts' | 'answers'> {
  const { sets, annotations, links, comments, verdicts, answers } = recordsOf(state)
  return {
    sets: [...sets],
    annotations: [...annotations],
    links: [...links],
    comments: [...comments],
    verdicts: [...verdicts],
    answers: [...answers],
  }
}

const snapshotState = (article: Article, sets: SetsFile): DocumentState =>
  stateOf(sets.corrected?.text ?? article.text, sets, sets.corrected?.lines ?? article.lines)

const markOf = ({ revision, journal, chain }: SetsFile): Mark => ({ revision, end: journal, chain })
