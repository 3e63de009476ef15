import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Reply } from '../../src/api/contract'
import { Emitter } from '../../src/base/emitter'
import type { NewId } from '../../src/base/id'
import { Scope } from '../../src/base/scope'
import type { Annotation } from '../../src/core/annotation/annotation'
import type { Edit } from '../../src/core/change/change'
import type { Codebook } from '../../src/core/codebook/codebook'
import type { Author } from '../../src/core/change/edits'
import type { ArticleEditor } from '../editor/editor'
import type { ConnectionState, Platform } from '../platform/platform'
import type { AgreementChoices } from './agreement'
import { isWritten, saveWritten } from './attributing'
import { CodebookDraft } from './codebook-draft'
import { CommentDrafts, saveReworded } from './commenting'
import { Draft } from './draft'
import { CorrectionRun } from './correction-run'
import { Finding } from './finding'
import { type Library, type LibraryView, createLibrary } from './library'
import { ONLY_LOOKING } from './modes'
import { saveNote } from './noting'
import { OpenArticle } from './open-article'
import { type PreferencesStore, createPreferences } from './preferences'
import {
  HIDDEN_AT_FIRST,
  type Intent,
  type Pane,
  type Panel,
  type ReadingPlace,
  type SessionView,
} from './session-view'
import { type StatusLine, createStatusLine } from './status'

export interface Surroundings {
  readonly newId: NewId
  readonly now: () => string
  /** Whether keys are those of a Mac. */
  readonly mac: boolean
}

/** Everything a window is doing: what is open, what is picked, and the parts that own the rest. */
export class Session {
  readonly view: StoreApi<SessionView>
  readonly library: Library
  readonly preferences: PreferencesStore
  readonly status: StatusLine = createStatusLine()
  /** The note that is being written. */
  readonly draft = new Draft((annotation, words) => saveNote(this, annotation, words))
  /** The attribute that is being written. */
  readonly written = new Draft(
    (place, words) => saveWritten(this, place, words),
    (place, words) => isWritten(this, place, words),
  )
  /** The comments that are begun, and the one that is being reworded. */
  readonly comments = new CommentDrafts(this)
  readonly reworded = new Draft((comment, words) => saveReworded(this, comment, words))
  /** The changes of the codebook that are not saved yet. */
  readonly codebookDraft: CodebookDraft
  /** What is being typed into the text. */
  readonly typing = new CorrectionRun(this)
  /** What is looked for in the texts. */
  readonly finding = new Finding(this)
  /** Asks a pane to take the focus. */
  readonly focus = new Emitter<Pane>()
  /** Where each article of this window was left, by document. */
  readonly left = new Map<string, ReadingPlace>()
  /** Of what agreement was looked at last. */
  agreementLeft: AgreementChoices | undefined
  /** What a tag's key means now, with the place of the caret when that was settled. */
  #intent: { readonly means: Intent; readonly head: number } = { means: 'caret', head: 0 }
  /** Id of the annotation that was let go of because the caret left it, until another is picked: the last one meant. */
  leftBehind: string | undefined
  /** The mounted editor of the open article, set by the screen that shows it. */
  editor: ArticleEditor | undefined

  readonly platform: Platform
  readonly workspace: Reply<'workspace.open'>
  readonly mac: boolean
  readonly #newId: NewId
  readonly #now: () => string
  readonly #scope = new Scope()
  #articleScope = new Scope()

  constructor(platform: Platform, workspace: Reply<'workspace.open'>, { newId, now, mac }: Surroundings) {
    this.platform = platform
    this.mac = mac
    this.workspace = workspace
    this.#newId = newId
    this.#now = now
    this.library = createLibrary(this.client, workspace)
    this.preferences = createPreferences(this.client, this.status, workspace.preferences)
    this.codebookDraft = new CodebookDraft(this.client, workspace.codebook)
    this.view = createStore<SessionView>(() => ({
      person: workspace.person,
      article: undefined,
      opening: undefined,
      failure: undefined,
      picked: undefined,
      filter: undefined,
      hidden: HIDDEN_AT_FIRST,
      panel: undefined,
      intake: [],
      codebook: workspace.codebook,
      earlier: workspace.earlier,
      mode: 'tag',
      past: undefined,
      review: undefined,
      inbox: undefined,
      agreement: undefined,
      linking: undefined,
      lock: undefined,
      zen: false,
    }))
    this.#scope.add(this.library.follow())
    this.#scope.add(this.library.view.subscribe((view, before) => this.#leaveRemoved(view, before)))
    this.#scope.add(platform.connection.subscribe((state) => this.#followConnection(state)))
    this.#scope.add(this.client.on('article.requested', ({ id }) => void this.open(id)))
    this.#scope.add(
      this.client.on('codebook.changed', ({ codebook, earlier }) => this.takeCodebook(codebook, earlier)),
    )
    this.#scope.add(this.client.on('host.trouble', ({ message }) => this.status.warn(message)))
  }

  get client(): Client {
    return this.platform.client
  }

  get article(): OpenArticle | undefined {
    return this.view.getState().article
  }

  /** The picked annotation as it is now. */
  get picked(): Annotation | undefined {
    const { article, picked } = this.view.getState()
    return picked === undefined ? undefined : article?.state.annotations.get(picked)
  }

  /** What annotators may say now. */
  get codebook(): Codebook {
    return this.view.getState().codebook
  }

  /** Who edits here and now. */
  get author(): Author {
    const { person, codebook } = this.view.getState()
    return { person, codebook, now: this.#now, newId: this.#newId }
  }

  /** Opens a document in the window; the one that was open is let go once nothing of it is pending. */
  async open(id: string): Promise<void> {
    this.closeAgreement()
    if (this.article?.article.id === id) return this.view.setState({ opening: undefined })
    this.view.setState({ opening: id, failure: undefined })
    const opened = await this.client.send('article.open', { id })
    // A person may have asked for another one in the meantime.
    if (this.view.getState().opening !== id) return
    if (!opened.ok) {
      this.leave()
      this.view.setState({ failure: { id, message: opened.refusal.message } })
      return
    }
    this.leave()
    const article = new OpenArticle(this.client, opened.value)
    this.#articleScope = new Scope()
    this.#articleScope.add(() => void article.whenSaved().then(() => article.close()))
    this.#articleScope.add(
      article.onRefused((edit, refusal) =>
        this.status.warn([`“${edit.name}” was taken back.`, refusal.message, ...wordsLost(edit)].join(' ')),
      ),
    )
    this.view.setState({ article, opening: undefined })
    void article.ensureHistory()
    this.preferences.set({ document: id })
    // At once: another window may be opened on it.
    this.preferences.flush()
    const warning = opened.value.warnings[0]
    if (warning) this.status.warn(warning)
  }

  /** Opens what was asked for at the start, or what was open last. */
  async reopen(): Promise<void> {
    const { requested, preferences, documents } = this.workspace
    const id = requested ?? preferences.document
    if (id === undefined || !documents.some((document) => document.id === id)) return
    await this.open(id)
    if (this.article?.article.id === id) this.focus.emit('article')
  }

  /** Shows no article. */
  leave(): void {
    this.flushFields()
    this.comments.flush()
    this.typing.flush()
    this.closeAgreement()
    this.view.getState().past?.close()
    this.view.getState().review?.close()
    this.#articleScope.close()
    this.#articleScope = new Scope()
    this.view.setState({
      article: undefined,
      opening: undefined,
      failure: undefined,
      picked: undefined,
      linking: undefined,
      mode: 'tag',
      past: undefined,
      review: undefined,
      inbox: undefined,
    })
  }

  /** Shows the article again, if agreement is shown in its place. */
  closeAgreement(): void {
    const { agreement, panel } = this.view.getState()
    if (!agreement) return
    this.agreementLeft = agreement.choices
    agreement.close()
    const itsOwn = panel === 'report' || panel === 'differences'
    this.view.setState({ agreement: undefined, panel: itsOwn ? undefined : panel })
  }

  /** Has an edit shown and saved; says why when it cannot be. */
  perform(edit: Edit): boolean {
    if (this.view.getState().mode === 'history') {
      this.status.hint(ONLY_LOOKING)
      return false
    }
    const refusal = this.article?.perform(edit)
    // From now on undo means this edit, not a document that was removed before it.
    this.library.view.setState({ lastRemoved: undefined, lastTagged: undefined })
    if (refusal) this.status.warn(refusal.message)
    return this.article !== undefined && !refusal
  }

  /**
   * Picks an annotation, or none. `reveal` brings it into view and puts the caret at its start, for picks that do
   * not come from the text itself; `means` is what a tag's key means now.
   */
  pick(
    id: string | undefined,
    { reveal = false, means = 'picked' }: { readonly reveal?: boolean; readonly means?: Intent } = {},
  ): void {
    const before = this.view.getState().picked
    if (before !== id) this.#show(id)
    this.leftBehind = undefined
    const first = this.picked?.span[0]
    if (reveal && first) this.editor?.select({ anchor: first.start, head: first.start }, { reveal: true })
    this.mean(id === undefined ? 'caret' : means)
  }

  #show(id: string | undefined): void {
    const before = this.view.getState().picked
    this.flushFields()
    this.view.setState({ picked: id })
    for (const changed of [before, id]) {
      const annotation = changed === undefined ? undefined : this.article?.state.annotations.get(changed)
      if (annotation) this.editor?.repaint(annotation.span)
    }
  }

  /** What a tag's key means while nothing is selected. */
  get intent(): Intent {
    const { means, head } = this.#intent
    return means === 'caret' || this.editor?.selection.head !== head ? 'caret' : means
  }

  /** Settles what a tag's key means, until the caret is moved. */
  mean(means: Intent): void {
    this.#intent = { means, head: this.editor?.selection.head ?? 0 }
  }

  /** Lists only annotations of one tag, or all; lets go of the picked one when it is not among them. */
  filter(tag: string | undefined): void {
    this.view.setState({ filter: tag })
    if (tag !== undefined && this.picked && this.picked.tag !== tag) this.pick(undefined)
  }

  /** What annotators may say is something else from now on, because of this window or another. */
  takeCodebook(codebook: Codebook, earlier: readonly Codebook[]): void {
    const { lock } = this.view.getState()
    const offered = codebook.tags.some(({ id, retired }) => id === lock && !retired)
    this.view.setState({ codebook, earlier, lock: offered ? lock : undefined })
    if (this.codebookDraft.follow(codebook)) {
      this.status.warn(
        `The codebook was changed in another window. What you have not saved stands on version ${codebook.version} now.`,
      )
    }
  }

  async rename(name: string): Promise<boolean> {
    const renamed = await this.client.send('person.rename', { name })
    if (!renamed.ok) {
      this.status.warn(renamed.refusal.message)
      return false
    }
    this.view.setState({ person: renamed.value.person })
    this.status.say(`You are ${renamed.value.person.name} from now on`)
    return true
  }

  show(panel: Panel | undefined): void {
    this.view.setState({ panel })
  }

  /** Saves what waits for a pause in typing; for when the window may be about to close. */
  flush(): void {
    this.flushFields()
    this.comments.flush()
    this.typing.flush()
    this.preferences.flush()
  }

  /** Saves what is being written of an annotation, for when another one takes its place. */
  flushFields(): void {
    this.draft.flush()
    this.written.flush()
    this.reworded.flush()
  }

  close(): void {
    this.leave()
    this.#scope.close()
  }

  #leaveRemoved({ documents }: LibraryView, before: LibraryView): void {
    const id = this.article?.article.id
    if (id === undefined || documents.has(id) || !before.documents.has(id)) return
    this.leave()
    this.preferences.set({ document: undefined })
  }

  #followConnection(state: ConnectionState): void {
    if (state === 'lost') return this.status.warn(LOST)
    this.status.dismiss(LOST)
    this.status.say('Connected again')
    void this.article?.catchUp()
    void this.library.refresh()
  }
}

const LOST =
  'Assay cannot be reached. What you do is kept in this window and saved when it is back: keep the window open, and see whether Assay still runs.'

/** The words that would be gone with an edit that is taken back, so that nobody has to write them again. */
const wordsLost = ({ changes }: Edit): string[] =>
  changes.flatMap((change) => {
    if (change.of === 'comment' && change.kind !== 'remove')
      return [`The comment was: “${(change.kind === 'add' ? change.record : change.to).words}”`]
    return change.of === 'annotation' && change.kind === 'replace' && change.to.note !== change.from.note
      ? [`The note was: “${change.to.note}”`]
      : []
  })
