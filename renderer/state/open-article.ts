import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Reply } from '../../src/api/contract'
import { Emitter } from '../../src/base/emitter'
import type { Interval } from '../../src/base/intervals'
import type { Refusal, RefusalCode } from '../../src/base/outcome'
import { Scope, type Undo } from '../../src/base/scope'
import type { Annotation } from '../../src/core/annotation/annotation'
import { applyAll } from '../../src/core/change/apply'
import type { Change, Edit } from '../../src/core/change/change'
import { type DocumentState, stateOf } from '../../src/core/change/state'
import { type Timeline, advance } from '../../src/core/change/timeline'
import type { Article } from '../../src/core/document/article'
import { type Block, blocksOf } from '../../src/core/document/blocks'
import { AnnotationOrder } from './annotation-order'
import { ArticleSentences } from './article-sentences'
import { KnownEdits } from './known-edits'

/** What there is to see of an open article; a new object after each change, for React. */
export interface ArticleView {
  readonly state: DocumentState
  /** In reading order. */
  readonly order: readonly Annotation[]
  readonly timeline: Timeline
  /** Whether there are edits before those of the timeline, which can be asked for. */
  readonly older: boolean
  /** How many edits are known to be on disk, and the latest of them in order, with those that were asked for. */
  readonly revision: number
  readonly edits: readonly Edit[]
  /** Ids of edits that are shown but not yet known to be on disk, oldest first. */
  readonly pending: readonly string[]
  /** Ids of the annotations that those edits touch. */
  readonly unsaved: ReadonlySet<string>
  /** Why something pending is not saved, or the article not up to date; it is tried again until it is. */
  readonly trouble: Refusal | undefined
}

/** So many edits of the past are asked for at a time: as many as a host gives. */
const PAST = 1000

const RETRY = 2000 // ms: soon enough after a full disk was cleared, seldom enough to leave it alone

/** With these it is not the edit that is at fault, so it is kept and tried again. */
const PASSING: ReadonlySet<RefusalCode> = new Set<RefusalCode>(['storage', 'locked'])

/**
 * The one owner of an open article's state in the window. An edit is shown at once and sent to the host; it stays
 * pending until the host says that it is on disk. A refusal takes it back, except when the disk or the connection
 * is at fault: then it is kept and tried again.
 */
export class OpenArticle {
  /** As it was imported; what it reads now is `text`. */
  readonly article: Article
  readonly view: StoreApi<ArticleView>
  /** Finds annotations by place. */
  readonly places: AnnotationOrder

  readonly #client: Client
  readonly #sentences: ArticleSentences
  readonly #scope = new Scope()
  readonly #touched = new Emitter<readonly Interval[]>()
  readonly #refused = new Emitter<{ readonly edit: Edit; readonly refusal: Refusal }>()
  /** The state at `#revision`, and the edits up to it, without what is pending. */
  #confirmed: DocumentState
  readonly #known: KnownEdits
  #revision: number
  #pending: Edit[] = []
  /** Ids of the pending edits that the host has been sent and not yet answered. */
  readonly #sent = new Set<string>()
  #behind = false
  #blocks: { text: string; lines: DocumentState['lines']; list: readonly Block[] } | undefined
  #reading = false
  #asking: Promise<boolean> = Promise.resolve(true)
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, opened: Reply<'article.open'>) {
    this.#client = client
    this.article = opened.article
    this.#sentences = new ArticleSentences(client, opened.article)
    this.#confirmed = stateFrom(opened)
    this.#known = new KnownEdits(opened.recent, opened.revision)
    this.#revision = opened.revision
    this.places = new AnnotationOrder(this.#confirmed.annotations.values())
    this.view = createStore(() => ({
      state: this.#confirmed,
      order: this.places.list,
      timeline: this.#known.timeline,
      older: this.#known.older > 0,
      revision: this.#revision,
      edits: this.#known.edits,
      pending: [],
      unsaved: new Set<string>(),
      trouble: undefined,
    }))
    this.#scope.add(client.on('article.edited', ({ id, revision, edit }) => this.#hear(id, revision, edit)))
    this.#scope.add(() => clearTimeout(this.#retry))
  }

  get state(): DocumentState {
    return this.view.getState().state
  }

  /** The state at the view's revision, without what is pending. */
  get confirmed(): DocumentState {
    return this.#confirmed
  }

  /** The text as it reads now, with what is pending. */
  get text(): string {
    return this.state.text
  }

  /** The blocks of the text as it reads now; the same list until it is corrected. */
  get blocks(): readonly Block[] {
    const { text, lines } = this.state
    if (this.#blocks?.text !== text || this.#blocks.lines !== lines)
      this.#blocks = { text, lines, list: blocksOf(text, lines) }
    return this.#blocks.list
  }

  /** Where the sentences lie in the text as it reads now, at once: start, end, start, end, …. */
  get sentences(): readonly number[] {
    return this.#sentences.of(() => ({
      text: this.text,
      blocks: this.blocks,
      confirmed: { text: this.#confirmed.text, revision: this.#revision },
    }))
  }

  /** Shows an edit now and has it saved. Gives the refusal when it cannot be done at all; then nothing changed. */
  perform(edit: Edit): Refusal | undefined {
    const next = applyAll(this.state, edit.changes)
    if (!next.ok) return next.refusal
    this.#pending.push(edit)
    const ranges = this.places.update(edit.changes)
    this.#publish(next.value, advance(this.view.getState().timeline, edit))
    this.#touched.emit(ranges)
    void this.#save(edit)
    return undefined
  }

  /** Tells which stretches of text look different after a change; for the painter. Returns its own undoing. */
  onTouched(listener: (ranges: readonly Interval[]) => void): Undo {
    return this.#touched.subscribe(listener)
  }

  /** Tells of edits that were shown and then taken back. Returns its own undoing. */
  onRefused(listener: (edit: Edit, refusal: Refusal) => void): Undo {
    return this.#refused.subscribe(({ edit, refusal }) => listener(edit, refusal))
  }

  /** Whether there is something to undo, be it known yet or not. */
  undoable(): boolean {
    const { timeline, older } = this.view.getState()
    return timeline.undo.length > 0 || older
  }

  /** Whether `ensureHistory` has to be waited for before undo or redo. */
  get lacksHistory(): boolean {
    return this.#known.lacking
  }

  /** Asks for as much of the past as undo and redo need next; false when the host does not tell. */
  ensureHistory(): Promise<boolean> {
    return this.#askWhile(() => this.#known.lacking)
  }

  /** Asks for the past until the edit that made `revision` is known; false when the host does not tell. */
  knowFrom(revision: number): Promise<boolean> {
    return this.#askWhile(() => this.#known.older >= Math.max(1, revision))
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

  /** Reads the document anew and puts what is pending on top, for when announcements may have been missed. */
  async catchUp(): Promise<void> {
    this.#behind = true
    if (this.#reading) return
    this.#reading = true
    const opened = await this.#client
      .send('article.open', { id: this.article.id })
      .finally(() => (this.#reading = false))
    if (!opened.ok) return this.#tryAgain(opened.refusal)
    this.#behind = false
    // What was heard in the meantime may be newer than what was read.
    if (opened.value.revision < this.#revision) return
    const saved = new Set(opened.value.recent.map(({ id }) => id))
    this.#confirmed = stateFrom(opened.value)
    this.#known.renew(opened.value.recent, opened.value.revision)
    this.#revision = opened.value.revision
    this.#pending = this.#pending.filter(({ id }) => !saved.has(id))
    this.view.setState({ trouble: undefined })
    this.#rebase()
  }

  /** What is asked for is asked for in turn, so that nothing is asked for twice. */
  #askWhile(isLacking: () => boolean): Promise<boolean> {
    this.#asking = this.#asking.then(() => this.#askHistory(isLacking))
    return this.#asking
  }

  async #askHistory(isLacking: () => boolean): Promise<boolean> {
    while (isLacking()) {
      const before = this.#known.older
      const params = { id: this.article.id, before, count: PAST }
      const told = await this.#client.send('article.history', params)
      if (!told.ok) return false
      const fits = this.#known.prepend(told.value.first, told.value.edits)
      // What is known may have been renewed in the meantime; otherwise it would be the same answer again.
      if (!fits && before === this.#known.older) return false
      if (fits) this.#publish(this.state, this.#pending.reduce(advance, this.#known.timeline))
    }
    return true
  }

  close(): void {
    this.#scope.close()
  }

  async #save(edit: Edit): Promise<void> {
    if (this.#sent.has(edit.id)) return
    this.#sent.add(edit.id)
    const saved = await this.#client
      .send('article.perform', { id: this.article.id, edit })
      .finally(() => this.#sent.delete(edit.id))
    if (saved.ok) return this.#hear(this.article.id, saved.value.revision, edit)
    if (PASSING.has(saved.refusal.code)) return this.#tryAgain(saved.refusal)
    this.#takeBack(edit, saved.refusal)
  }

  /** Keeps what is pending and sends all of it again, in order, after a while. */
  #tryAgain(trouble: Refusal): void {
    this.view.setState({ trouble })
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => {
      if (this.#behind) void this.catchUp()
      for (const edit of this.#pending) void this.#save(edit)
    }, RETRY)
  }

  /** An edit is on disk: ours, or another window's. */
  #hear(id: string, revision: number, edit: Edit): void {
    if (id !== this.article.id) return
    if (revision <= this.#revision) return void this.#settle(edit)
    const confirmed = applyAll(this.#confirmed, edit.changes)
    if (revision > this.#revision + 1 || !confirmed.ok) return void this.catchUp()
    this.#confirmed = confirmed.value
    this.#known.add(edit)
    this.#revision = revision
    if (!this.#settle(edit)) this.#showOther(edit)
  }

  /** An edit that is shown already is no longer pending; false when it is not ours, or was settled before. */
  #settle(edit: Edit): boolean {
    const waiting = this.#pending.filter(({ id }) => id !== edit.id)
    if (waiting.length === this.#pending.length) return false
    this.#pending = waiting
    const { state, timeline } = this.view.getState()
    this.view.setState({ trouble: undefined })
    this.#publish(state, timeline)
    this.#touched.emit(rangesOf(edit.changes))
    return true
  }

  /** Shows an edit of another window under what is pending here. */
  #showOther(edit: Edit): void {
    const next = applyAll(this.state, edit.changes)
    if (!next.ok) return this.#rebase()
    const ranges = this.places.update(edit.changes)
    this.#publish(next.value, this.#pending.reduce(advance, this.#known.timeline))
    this.#touched.emit(ranges)
  }

  #takeBack(edit: Edit, refusal: Refusal): void {
    if (!this.#pending.some(({ id }) => id === edit.id)) return
    this.#pending = this.#pending.filter(({ id }) => id !== edit.id)
    this.#rebase()
    this.#refused.emit({ edit, refusal })
  }

  /** The confirmed state with what is pending on top. What no longer fits is dropped here and refused by the host. */
  #rebase(): void {
    let state = this.#confirmed
    let timeline = this.#known.timeline
    for (const edit of this.#pending) {
      const next = applyAll(state, edit.changes)
      if (!next.ok) continue
      state = next.value
      timeline = advance(timeline, edit)
    }
    this.places.reset(state.annotations.values())
    this.#publish(state, timeline)
    this.#touched.emit([{ start: 0, end: state.text.length }])
  }

  #publish(state: DocumentState, timeline: Timeline): void {
    this.view.setState({
      state,
      timeline,
      older: this.#known.older > 0,
      revision: this.#revision,
      edits: this.#known.edits,
      order: this.places.list,
      pending: this.#pending.map(({ id }) => id),
      unsaved: new Set(this.#pending.flatMap(({ changes }) => changes.flatMap(recordId))),
    })
  }
}

const stateFrom = (opened: Reply<'article.open'>): DocumentState => {
  const { text, lines } = opened.corrected ?? opened.article
  return stateOf(text, opened, lines)
}

const recordId = (change: Change): string[] =>
  change.of === 'text' ? [] : [change.kind === 'replace' ? change.from.id : change.record.id]

const rangesOf = (changes: readonly Change[]): Interval[] =>
  changes.flatMap((change) =>
    change.of !== 'annotation' ? [] : change.kind === 'replace' ? change.to.span : change.record.span,
  )
