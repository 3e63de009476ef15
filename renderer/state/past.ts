import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Undo } from '../../src/base/scope'
import type { Edit } from '../../src/core/change/change'
import type { DocumentState } from '../../src/core/change/state'
import { type Block, blocksOf } from '../../src/core/document/blocks'
import { AnnotationOrder } from './annotation-order'
import type { OpenArticle } from './open-article'
import type { StatusLine } from './status'
import { Walk } from './walk'

/** What a person is told when the host does not tell of what was done before. */
export const UNREAD_PAST = 'What was done before could not be read. Try again in a moment.'

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

/** The history of an open article: its edits, and its states after each of them, found on demand. */
export class Past {
  readonly view: StoreApi<PastView>
  readonly #article: OpenArticle
  readonly #status: StatusLine
  readonly #walk: Walk
  readonly #stop: Undo

  constructor(status: StatusLine, article: OpenArticle) {
    this.#status = status
    this.#article = article
    const { revision, edits } = article.view.getState()
    this.view = createStore<PastView>(() => ({
      chosen: revision,
      shown: undefined,
      last: revision,
      edits,
      first: firstOf(article),
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
    const known = await this.#article.knowFrom(revision)
    if (!known) this.#status.warn(UNREAD_PAST)
    return known
  }

  close(): void {
    this.#stop()
  }

  #show(revision: number, state: DocumentState): void {
    const blocks = blocksOf(state.text, state.lines)
    const places = new AnnotationOrder(state.annotations.values())
    this.view.setState({ shown: { revision, state, blocks, places } })
  }

  /** Takes up edits that are made in the meantime, and older ones that were asked for. */
  #follow(): void {
    const { revision, edits } = this.#article.view.getState()
    const { last, edits: before } = this.view.getState()
    if (edits === before) return
    if (revision > last) this.#walk.know(revision, this.#article.confirmed)
    this.view.setState({ last: revision, edits, first: firstOf(this.#article) })
  }
}

/** The revision that the first of the known edits made. */
export function firstOf({ view }: OpenArticle): number {
  const { revision, edits } = view.getState()
  return revision - edits.length + 1
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
