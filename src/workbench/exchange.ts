import type { Params, Reply } from '../api/contract'
import { type Outcome, ok, refuse } from '../base/outcome'
import { correctedIn } from '../core/change/corrected'
import type { DocumentState } from '../core/change/state'
import type { Article } from '../core/document/article'
import type { AnnotatedDocument, Chosen, Codec, Exported } from '../formats/sets/codec'
import { codecById, codecs } from '../formats/sets/index'
import { describeLoss, lossesOf } from '../formats/sets/losses'
import { noFormat } from '../formats/sets/writing'
import type { IndexEntry } from '../store/workspace'
import { cancelled } from './cancelled'
import type { Catalogue } from './catalogue'
import type { Documents } from './documents'
import { fileStem } from './file-stem'
import { ledgerAt } from './intake/journal-ledger'
import type { LongTask, LongTasks } from './long-tasks'
import type { OpenDocument } from './open-document'
import type { Ports } from './ports'
import { sideBySide } from './side-by-side'

interface Exporting {
  readonly documents: readonly string[]
  readonly codec: Codec
  readonly chosen: Chosen
  readonly annotators: readonly string[] | undefined
  readonly task: LongTask
}

/** Writes annotation sets in exchange formats. */
export class Exchange {
  readonly #ports: Pick<Ports, 'now' | 'host' | 'sha256' | 'runTask' | 'store'>
  readonly #catalogue: Catalogue
  readonly #documents: Documents
  readonly #tasks: LongTasks

  constructor(
    ports: Pick<Ports, 'now' | 'host' | 'sha256' | 'runTask' | 'store'>,
    catalogue: Catalogue,
    documents: Documents,
    tasks: LongTasks,
  ) {
    this.#ports = ports
    this.#catalogue = catalogue
    this.#documents = documents
    this.#tasks = tasks
  }

  /**
   * Exports the documents named, each once, or all that are in the list. A document that cannot be read is refused
   * when it was named; of all of them, it is left out and that is said among the losses.
   */
  async export({
    documents,
    format,
    chosen = {},
    annotators,
    task: id,
  }: Params<'sets.export'>): Promise<Outcome<Reply<'sets.export'>>> {
    const codec = codecById(format)
    if (!codec) return refuse('invalid', noFormat(format))
    const task = this.#tasks.begin(id)
    try {
      return await this.#export({ documents, codec, chosen, annotators, task })
    } finally {
      task.end()
    }
  }

  async #export({
    documents,
    codec,
    chosen,
    annotators,
    task,
  }: Exporting): Promise<Outcome<Reply<'sets.export'>>> {
    const found = await this.#find(documents, { codec, annotators, task })
    if (!found.ok) return found
    const { exported, left } = found.value
    const written = await this.#ports.runTask(
      'sets.write',
      { exported, format: codec.id, chosen },
      { signal: task.signal },
    )
    if (!written.ok) return written
    const { bytes, losses, differences = [] } = written.value
    return ok({
      file: { name: this.#nameOf(exported, codec), bytes },
      mediaType: codec.mediaType,
      losses: [...losses, ...left],
      differences,
    })
  }

  /** What each format would lose of these documents, as sentences by the id of the format. */
  async losses({ documents, chosen }: Params<'sets.losses'>): Promise<Outcome<Reply<'sets.losses'>>> {
    const found = await this.#find(documents)
    if (!found.ok) return found
    const { exported, left } = found.value
    return ok({
      formats: codecs.map((codec) => ({
        id: codec.id,
        losses: [
          ...lossesOf(exported, codec, chosen).map((loss) => describeLoss(loss, codec, chosen)),
          ...left,
        ],
      })),
    })
  }

  /** What is to be exported, and what of it cannot be. */
  async #find(
    documents: readonly string[],
    { codec, annotators, task }: Partial<Pick<Exporting, 'codec' | 'annotators' | 'task'>> = {},
  ): Promise<Outcome<{ readonly exported: Exported; readonly left: readonly string[] }>> {
    const named = documents.length > 0
    const entries = named ? this.#catalogue.find(documents) : ok(this.#catalogue.listed())
    if (!entries.ok) return entries
    // Of some annotators only, it would say that the others removed what they have.
    const withLedgers = codec?.ledgers === true && annotators === undefined
    const gathered = await this.#gather(entries.value, withLedgers, task)
    if (task?.signal.aborted) return cancelled
    const missed = gathered.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome]))
    const found = gathered.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
    if (missed[0] && (named || found.length === 0)) return missed[0]
    if (found.length === 0) return refuse('missing', 'There is no article to export annotations of.')
    const left = gathered.flatMap(({ entry, outcome }) =>
      outcome.ok ? [] : [`“${entry.title}” is not in this file: ${outcome.refusal.message}`],
    )
    const { version } = this.#ports.host
    const exported = {
      documents: found.map((document) => ofAnnotators(document, annotators)),
      codebook: this.#catalogue.codebook,
      at: this.#ports.now(),
      version,
    }
    return ok({ exported, left })
  }

  /** An archive does not tell by its extension what is in it, so that the name does. */
  #nameOf({ documents, at }: Exported, { id, extension }: Codec): string {
    const stem = documents.length === 1 ? fileStem(documents[0]!.article.title) : ''
    const kind = extension === 'zip' ? `.${id}` : ''
    return `${stem || `assay-${at.slice(0, 10)}`}${kind}.${extension}`
  }

  #gather(
    entries: readonly IndexEntry[],
    withLedgers: boolean,
    task: LongTask | undefined,
  ): Promise<{ readonly entry: IndexEntry; readonly outcome: Outcome<AnnotatedDocument> }[]> {
    let done = 0
    return sideBySide(entries, 4, async (entry) => {
      if (task?.signal.aborted) return { entry, outcome: cancelled }
      task?.progress(++done, entries.length)
      const looked = await this.#documents.look(entry.id)
      if (!looked.ok) return { entry, outcome: looked }
      return { entry, outcome: await this.#annotated(looked.value, withLedgers) }
    })
  }

  /** The document as it is now, whatever is done with it while its journal is read. */
  async #annotated(
    { article, state, records, revision }: OpenDocument,
    withLedger: boolean,
  ): Promise<Outcome<AnnotatedDocument>> {
    const document = { article: this.#asItReads(article, state), records }
    if (!withLedger) return ok(document)
    const ledger = await ledgerAt(this.#ports.store, article.id, revision, state)
    return ledger.ok ? ok({ ...document, ledger: ledger.value }) : ledger
  }

  /** What was tagged is the text as it reads now; the sentences that are kept are those of the text as it came. */
  #asItReads(article: Article, state: DocumentState): Article {
    const corrected = correctedIn(article, state)
    if (!corrected) return article
    const { sentences: _, ...rest } = article
    return { ...rest, ...corrected, hash: this.#ports.sha256(corrected.text) }
  }
}

/** The document with the records of these annotators only, by name; a link or comment on what is left out goes with it. */
function ofAnnotators(
  document: AnnotatedDocument,
  annotators: readonly string[] | undefined,
): AnnotatedDocument {
  if (!annotators) return document
  const { article, records } = document
  const sets = records.sets.filter(({ annotator }) => annotators.includes(annotator.name))
  const own = new Set(sets.map(({ id }) => id))
  const annotations = records.annotations.filter(({ set }) => own.has(set))
  const there = new Set(annotations.map(({ id }) => id))
  const links = records.links.filter(({ set, from, to }) => own.has(set) && there.has(from) && there.has(to))
  for (const { id } of links) there.add(id)
  const comments = records.comments.filter(({ on }) => there.has(on))
  const verdicts = records.verdicts.filter(({ judged }) => own.has(judged.set))
  const given = new Set(verdicts.map(({ id }) => id))
  const answers = records.answers.filter(({ on }) => given.has(on))
  return { article, records: { sets, annotations, links, comments, verdicts, answers } }
}
