import type { Params, Reply } from '../api/contract'
import { type Outcome, ok } from '../base/outcome'
import type { Documents } from './documents'
import type { Ports } from './ports'

/** So many texts are remembered with their sentences: as many as documents stay in memory. */
const MOST_KEPT = 8

/** What was found of a text, or is being looked for. */
interface Finding {
  readonly text: string
  readonly sentences: Promise<Outcome<number[]>>
}

/** Tells where the sentences of articles lie. */
export class Sentences {
  readonly #ports: Pick<Ports, 'runTask'>
  readonly #documents: Documents
  readonly #closing: AbortSignal
  /** By document, the latest last. A text is looked at once, however many edits leave it as it is. */
  readonly #found = new Map<string, Finding>()

  constructor(ports: Pick<Ports, 'runTask'>, documents: Documents, closing: AbortSignal) {
    this.#ports = ports
    this.#documents = documents
    this.#closing = closing
  }

  /** Those of the text as it reads now: as they were kept at import, or found anew when it has been corrected. */
  async of({ id }: Params<'article.sentences'>): Promise<Outcome<Reply<'article.sentences'>>> {
    const looked = await this.#documents.look(id)
    if (!looked.ok) return looked
    const { article, state, revision } = looked.value
    if (article.sentences && state.text === article.text)
      return ok({ revision, sentences: [...article.sentences] })
    // The document is free meanwhile: no edit waits for it.
    const found = await this.#find(id, state.text)
    return found.ok ? ok({ revision, sentences: [...found.value] }) : found
  }

  #find(id: string, text: string): Promise<Outcome<number[]>> {
    const known = this.#found.get(id)
    this.#found.delete(id)
    const finding = known?.text === text ? known : { text, sentences: this.#run(text) }
    this.#found.set(id, finding)
    if (this.#found.size > MOST_KEPT) this.#found.delete(this.#found.keys().next().value!)
    // What failed is tried again the next time.
    void finding.sentences.then(({ ok: done }) => {
      if (!done && this.#found.get(id) === finding) this.#found.delete(id)
    })
    return finding.sentences
  }

  async #run(text: string): Promise<Outcome<number[]>> {
    const found = await this.#ports.runTask('article.sentences', { text }, { signal: this.#closing })
    return found.ok ? ok(found.value.sentences) : found
  }
}
