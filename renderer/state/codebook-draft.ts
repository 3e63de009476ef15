import { adopt } from '../../src/core/codebook/adopt'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import { type Outcome, ok } from '../../src/base/outcome'
import type { Codebook } from '../../src/core/codebook/codebook'
import { withLastingIds } from './codebook-ids'
import { rebased, same } from './codebook-merging'

export interface CodebookDraftView {
  /** The codebook that there is. */
  readonly base: Codebook
  /** What it is to become; the same as `base` while nothing is changed. */
  readonly draft: Codebook
  readonly saving: boolean
}

/** The changes of the codebook that are not saved yet. They outlive the panel in which they are made. */
export class CodebookDraft {
  readonly view: StoreApi<CodebookDraftView>
  readonly #client: Client

  constructor(client: Client, base: Codebook) {
    this.#client = client
    this.view = createStore<CodebookDraftView>(() => ({ base, draft: base, saving: false }))
  }

  /** While it is being saved nothing changes: what was saved is what was shown. */
  change(edit: (draft: Codebook) => Codebook): void {
    this.view.setState((view) => (view.saving ? view : { draft: edit(view.draft) }))
  }

  /** Takes over a codebook from a file. */
  adopt(foreign: Codebook): void {
    this.view.setState(({ base }) => ({ draft: adopt(base, foreign) }))
  }

  discard(): void {
    this.view.setState(({ base }) => ({ draft: base }))
  }

  /**
   * Hears that the codebook is another one now. What is changed here stays, on top of it. Says whether there was
   * anything to be put on top.
   */
  follow(now: Codebook): boolean {
    const { base, draft, saving } = this.view.getState()
    if (now.version <= base.version) return false
    const ours = saving && same(nextOf(base, draft), now)
    const changed = !ours && !same(draft, base)
    this.view.setState({ base: now, draft: changed ? rebased(base, draft, now) : now })
    return changed
  }

  /** Makes the draft the next version. Gives it as it was saved; a refusal leaves the draft as it is. */
  async save(): Promise<Outcome<Codebook>> {
    const { base, draft } = this.view.getState()
    this.view.setState({ saving: true })
    const saved = await this.#client.send('codebook.save', { codebook: nextOf(base, draft) })
    this.view.setState({ saving: false })
    if (!saved.ok) return saved
    const { codebook } = saved.value
    // Unless the announcement of it came before the answer.
    this.view.setState((view) =>
      view.base.version < codebook.version ? { base: codebook, draft: codebook } : view,
    )
    return ok(codebook)
  }
}

const nextOf = (base: Codebook, draft: Codebook): Codebook => ({
  ...withLastingIds(draft),
  id: base.id,
  version: base.version + 1,
})
