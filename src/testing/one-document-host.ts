import type { Params, Payload, Reply } from '../api/contract'
import { type Answer, type Client, client } from '../api/wire'
import { Emitter } from '../base/emitter'
import { type RefusalCode, expectOk, ok, refuse } from '../base/outcome'
import { applyAll } from '../core/change/apply'
import type { Edit } from '../core/change/change'
import { recordsOf, stateOf, type DocumentState } from '../core/change/state'
import { ada, articleOf, setBy } from './records'

/** A host with one document, for tests: it can refuse, keep silent, and let other windows edit. */
export class OneDocumentHost {
  readonly client: Client
  readonly id = 'doc-1'
  /** The refusals that edits get next, in order; undefined is none. */
  readonly refusals: (RefusalCode | undefined)[] = []
  /** Whether announcements reach the window. */
  announcing = true
  /** Whether answers to edits are held back until `release`. */
  holding = false
  /** How many of the latest edits are sent on opening. */
  recent = Infinity
  state: DocumentState
  revision = 0
  readonly #edits: Edit[] = []
  readonly #events = new Emitter<Payload<'article.edited'>>()
  #held: (() => void)[] = []

  constructor(text: string) {
    this.state = stateOf(text, {
      sets: [setBy(ada)],
      annotations: [],
      links: [],
      comments: [],
      verdicts: [],
      answers: [],
    })
    this.client = client(
      async (call, params) => structuredClone(await this.#answer(call, params)),
      (listener) => this.#events.subscribe((payload) => listener('article.edited', structuredClone(payload))),
    )
  }

  get edits(): readonly Edit[] {
    return this.#edits
  }

  opened(): Reply<'article.open'> {
    const { sets, annotations, links, comments, verdicts, answers } = recordsOf(this.state)
    return {
      article: articleOf(this.id, this.state.text),
      sets: [...sets],
      annotations: [...annotations],
      links: [...links],
      comments: [...comments],
      verdicts: [...verdicts],
      answers: [...answers],
      revision: this.revision,
      recent: this.#edits.slice(Math.max(0, this.#edits.length - this.recent)),
      warnings: [],
    }
  }

  /** What another window does. */
  editElsewhere(edit: Edit): void {
    this.state = expectOk(applyAll(this.state, edit.changes))
    this.#edits.push(edit)
    this.revision++
    if (this.announcing) this.#events.emit({ id: this.id, revision: this.revision, edit })
  }

  release(): void {
    for (const answer of this.#held.splice(0)) answer()
  }

  async #answer(call: string, params: unknown): Promise<Answer> {
    const { holding } = this
    await Promise.resolve() // No carrier answers before the call has returned.
    if (call === 'article.open') return ok(this.opened())
    if (call === 'article.history') return this.#history(params as Params<'article.history'>)
    if (call === 'article.sentences')
      return ok({ revision: this.revision, sentences: [0, this.state.text.length] })
    const { edit } = params as { readonly edit: Edit }
    if (holding) await new Promise<void>((resolve) => this.#held.push(resolve))
    const code = this.refusals.shift()
    if (code) return refuse(code, `Refused: ${code}.`)
    const known = this.#edits.findIndex(({ id }) => id === edit.id)
    if (known >= 0) return ok({ revision: known + 1 })
    const next = applyAll(this.state, edit.changes)
    if (!next.ok) return next
    this.editElsewhere(edit)
    return ok({ revision: this.revision })
  }

  #history({ before, count }: Params<'article.history'>): Answer {
    const code = this.refusals.shift()
    if (code) return refuse(code, `Refused: ${code}.`)
    const start = Math.max(0, before - count)
    return ok({ first: start + 1, edits: this.#edits.slice(start, before) })
  }
}
