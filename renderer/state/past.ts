import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Undo } from '../../src/base/scope'
import type { Edit } from '../../src/core/change/change'
import type { DocumentState } from '../../src/core/change/state'
import { type Block, blocksOf } from '../../src/core/document/blocks'
import { AnnotationOrder } from './annotation-order'
import type { OpenArticle } from './open-article'
import type { StatusLine } from './status'
import { Walk } from './walk'

/** An article as it was after one of its edits. */
export interface EarlierState {
  readonly revision: number
  readonly state: DocumentState
  readonly blocks: readonly Block[]
  readonly places: AnnotationOrder
}

export interface PastView {
  /** The revision that is looked at, or on its way; 0 is the article as it was added. */
  readonly chosen: number
  /** What is shown: of the chosen revision as soon as it is found. Undefined shows the article as it is now. */
  readonly shown: EarlierState | undefined
  /** How many edits the article has had. */
  readonly last: number
  /** Edits in order, all from the one that made revision `first` up to the last. */
  readonly edits: readonly Edit[]
  readonly first: number
}

const PAGE = 1000 // edits asked for at once: as many as the host gives

/** The history of an open article: its edits, and its states after each of them, found on demand. */
export class Past {
  readonly view: StoreApi<PastView>
  readonly #article: OpenArticle
  readonly #client: Client
  readonly #status: StatusLine
  readonly #walk: Walk
  readonly #stop: Undo
  #loading: Promise<boolean> | undefined

  constructor(client: Client, status: StatusLine, article: OpenArticle) {
    this.#client = client
    this.#status = status
    this.#article = article
    const { revision, edits } = article.view.getState()
    this.view = createStore<PastView>(() => ({
      chosen: revision,
      shown: undefined,
      last: revision,
      edits,
      first: revision - edits.length + 1,
    }))
    this.#walk = new Walk(revision, article.confirmed, (at) => this.editOf(at)!)
    this.#stop = article.view.subscribe(() => this.#follow())
  }

  /** The edit that made a revision, if it is known yet. */
  editOf(revision: number): Edit | undefined {
    const { first, edits } = this.view.getState()
    return edits[revision - first]
  }

  /** Shows the article as it was at a revision; what was asked for last is what is shown in the end. */
  async choose(revision: number): Promise<void> {
    const { last } = this.view.getState()
    const wanted = Math.min(last, Math.max(0, revision))
    this.view.setState({ chosen: wanted })
    if (!(await this.load(wanted + 1))) return
    for (;;) {
      if (this.view.getState().chosen !== wanted) return
      const come = this.#walk.stride(wanted)
      if (!come.ok) return this.#status.warn(`This state cannot be shown. ${come.refusal.message}`)
      if (come.value.revision === wanted) return this.#show(wanted, come.value.state)
      await pause()
    }
  }

  /** Sees to it that the edit that made a revision is known, and all after it; false when the host does not say. */
  async load(revision: number): Promise<boolean> {
    while (this.view.getState().first > Math.max(1, revision)) {
      this.#loading ??= this.#page().finally(() => (this.#loading = undefined))
      if (!(await this.#loading)) return false
    }
    return true
  }

  close(): void {
    this.#stop()
  }

  async #page(): Promise<boolean> {
    const { first } = this.view.getState()
    const page = await this.#client.send('article.history', {
      id: this.#article.article.id,
      before: first - 1,
      count: PAGE,
    })
    if (!page.ok) {
      this.#status.warn(page.refusal.message)
      return false
    }
    const { edits } = page.value
    // One that does not join on is of another state of things, and is asked for again.
    if (edits.length === 0 || page.value.first + edits.length !== first) return false
    this.view.setState((now) => ({ edits: [...edits, ...now.edits], first: page.value.first }))
    return true
  }

  #show(revision: number, state: DocumentState): void {
    const blocks = blocksOf(state.text, state.lines)
    const places = new AnnotationOrder(state.annotations.values())
    this.view.setState({ shown: { revision, state, blocks, places } })
  }

  /** Takes up edits that are made in the meantime, by other windows. */
  #follow(): void {
    const { revision, edits } = this.#article.view.getState()
    const { last } = this.view.getState()
    if (revision <= last) return
    const news = edits.slice(edits.length - (revision - last))
    if (news.length < revision - last) return
    this.#walk.know(revision, this.#article.confirmed)
    this.view.setState((now) => ({ last: revision, edits: [...now.edits, ...news] }))
  }
}

/** Lets the window draw and hear keys before going on. */
const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve))

/** Ids of the edits among these that are undone as things stand in the end. */
export function undoneAmong(edits: readonly Edit[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { undoes, redoes } of edits) {
    if (undoes !== undefined) undone.add(undoes)
    if (redoes !== undefined) undone.delete(redoes)
  }
  return undone
}
