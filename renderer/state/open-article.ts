import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Reply } from '../../src/api/contract'
import type { Interval } from '../../src/base/intervals'
import type { Refusal } from '../../src/base/outcome'
import { Scope } from '../../src/base/scope'
import type { Annotation } from '../../src/core/annotation/annotation'
import { applyAll } from '../../src/core/change/apply'
import type { Change, Edit } from '../../src/core/change/change'
import { type DocumentState, stateOf } from '../../src/core/change/state'
import { type Timeline, advance, timelineOf } from '../../src/core/change/timeline'
import type { Article } from '../../src/core/document/article'
import { type Block, blocksOf } from '../../src/core/document/blocks'
import { AnnotationOrder } from './annotation-order'

/** What there is to see of an open article; a new object after each change, for React. */
export interface ArticleView {
  readonly state: DocumentState
  /** In reading order. */
  readonly order: readonly Annotation[]
  readonly timeline: Timeline
  /** Ids of edits that are shown but not yet known to be on disk, oldest first. */
  readonly pending: readonly string[]
  /** Why the oldest pending edit is not saved; it is tried again until it is. */
  readonly trouble: Refusal | undefined
}

const RETRY = 2000 // ms: soon enough after a full disk was cleared, seldom enough to leave it alone

/**
 * The one owner of an open article's state in the window. An edit is shown at once and sent to the host; it stays
 * pending until the host says that it is on disk. A refusal takes it back, except when the disk or the connection
 * is at fault: then it is kept and tried again.
 */
export class OpenArticle {
  readonly article: Article
  readonly blocks: readonly Block[]
  readonly view: StoreApi<ArticleView>
  /** Finds annotations by place. */
  readonly places: AnnotationOrder

  readonly #client: Client
  readonly #scope = new Scope()
  readonly #touched = new Set<(ranges: readonly Interval[]) => void>()
  readonly #refused = new Set<(edit: Edit, refusal: Refusal) => void>()
  /** The state at `#revision`, without what is pending. */
  #confirmed: DocumentState
  #revision: number
  #pending: Edit[] = []
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, opened: Reply<'article.open'>) {
    this.#client = client
    this.article = opened.article
    this.blocks = blocksOf(opened.article.text, opened.article.lines)
    this.#confirmed = stateOf(opened.article.text, opened)
    this.#revision = opened.revision
    this.places = new AnnotationOrder(this.#confirmed.annotations.values())
    this.view = createStore(() => ({
      state: this.#confirmed,
      order: this.places.list,
      timeline: timelineOf(opened.recent),
      pending: [],
      trouble: undefined,
    }))
    this.#scope.add(client.on('article.edited', ({ id, revision, edit }) => this.#hear(id, revision, edit)))
    this.#scope.add(() => clearTimeout(this.#retry))
  }

  get state(): DocumentState {
    return this.view.getState().state
  }

  /** Shows an edit now and has it saved. Gives the refusal when it cannot be done at all; then nothing changed. */
  perform(edit: Edit): Refusal | undefined {
    const next = applyAll(this.state, edit.changes)
    if (!next.ok) return next.refusal
    this.#pending.push(edit)
    this.#show(next.value, edit.changes, advance(this.view.getState().timeline, edit))
    void this.#save(edit)
    return undefined
  }

  /** Tells which stretches of text look different after a change; for the painter. Returns its own undoing. */
  onTouched(listener: (ranges: readonly Interval[]) => void): () => void {
    this.#touched.add(listener)
    return () => void this.#touched.delete(listener)
  }

  /** Tells of edits that were shown and then taken back. Returns its own undoing. */
  onRefused(listener: (edit: Edit, refusal: Refusal) => void): () => void {
    this.#refused.add(listener)
    return () => void this.#refused.delete(listener)
  }

  /** Resolves when nothing is pending any more. */
  whenSaved(): Promise<void> {
    if (this.#pending.length === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const stop = this.view.subscribe(({ pending }) => {
        if (pending.length > 0) return
        stop()
        resolve()
      })
    })
  }

  close(): void {
    this.#scope.close()
  }

  async #save(edit: Edit): Promise<void> {
    const saved = await this.#client.send('article.perform', { id: this.article.id, edit })
    if (saved.ok) return this.#hear(this.article.id, saved.value.revision, edit)
    if (saved.refusal.code === 'storage') return this.#tryAgain(saved.refusal)
    this.#takeBack(edit, saved.refusal)
  }

  /** Keeps what is pending and sends all of it again, in order, after a while. */
  #tryAgain(trouble: Refusal): void {
    this.view.setState({ trouble })
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => {
      for (const edit of this.#pending) void this.#save(edit)
    }, RETRY)
  }

  /** An edit is on disk: ours, or another window's. */
  #hear(id: string, revision: number, edit: Edit): void {
    if (id !== this.article.id || revision <= this.#revision) return
    if (revision > this.#revision + 1) return void this.#catchUp()
    const confirmed = applyAll(this.#confirmed, edit.changes)
    if (!confirmed.ok) return void this.#catchUp()
    this.#confirmed = confirmed.value
    this.#revision = revision
    const ours = this.#pending.some((known) => known.id === edit.id)
    this.#pending = this.#pending.filter((known) => known.id !== edit.id)
    if (!ours) return this.#rebase(advance(this.view.getState().timeline, edit))
    this.view.setState({ pending: this.#pending.map(({ id: known }) => known), trouble: undefined })
  }

  /** Announcements were missed: reads the document anew and puts what is pending on top. */
  async #catchUp(): Promise<void> {
    const opened = await this.#client.send('article.open', { id: this.article.id })
    if (!opened.ok) return this.#tryAgain(opened.refusal)
    const saved = new Set(opened.value.recent.map(({ id }) => id))
    this.#confirmed = stateOf(this.article.text, opened.value)
    this.#revision = opened.value.revision
    this.#pending = this.#pending.filter(({ id }) => !saved.has(id))
    this.#rebase(this.#pending.reduce(advance, timelineOf(opened.value.recent)))
  }

  #takeBack(edit: Edit, refusal: Refusal): void {
    this.#pending = this.#pending.filter(({ id }) => id !== edit.id)
    const { undo, redo } = this.view.getState().timeline
    const without = (edits: readonly Edit[]): Edit[] => edits.filter(({ id }) => id !== edit.id)
    this.#rebase({ undo: without(undo), redo: without(redo) })
    for (const listener of this.#refused) listener(edit, refusal)
  }

  /** The confirmed state with what is pending on top. What no longer fits is dropped here and refused by the host. */
  #rebase(timeline: Timeline): void {
    let state = this.#confirmed
    for (const { changes } of this.#pending) {
      const next = applyAll(state, changes)
      if (next.ok) state = next.value
    }
    this.places.reset(state.annotations.values())
    this.#publish(state, timeline)
    for (const listener of this.#touched) listener([{ start: 0, end: this.article.text.length }])
  }

  #show(state: DocumentState, changes: readonly Change[], timeline: Timeline): void {
    const ranges = this.places.update(changes)
    this.#publish(state, timeline)
    for (const listener of this.#touched) listener(ranges)
  }

  #publish(state: DocumentState, timeline: Timeline): void {
    this.view.setState({
      state,
      timeline,
      order: this.places.list,
      pending: this.#pending.map(({ id }) => id),
    })
  }
}
