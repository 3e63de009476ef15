import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../src/api/wire'
import type { Reply } from '../../src/api/contract'
import { Emitter } from '../../src/base/emitter'
import type { NewId } from '../../src/base/id'
import { Scope } from '../../src/base/scope'
import type { Annotation } from '../../src/core/annotation/annotation'
import type { Author } from '../../src/core/change/edits'
import type { ArticleEditor } from '../editor/editor'
import type { Platform } from '../platform/platform'
import { type Library, createLibrary } from './library'
import { OpenArticle } from './open-article'
import { type PreferencesStore, createPreferences } from './preferences'
import { type StatusLine, createStatusLine } from './status'

/** Something beside the text that is open; never more than one, and never in the way of reading. */
export type Panel = 'palette' | 'keys' | 'export' | 'person'

/** Where the focus may be sent by a command. */
export type Pane = 'documents' | 'search' | 'article' | 'annotations' | 'note' | 'next' | 'previous'

export interface SessionView {
  readonly person: Reply<'workspace.open'>['person']
  readonly article: OpenArticle | undefined
  /** Id of the document that is being opened. */
  readonly opening: string | undefined
  /** Why the document that was asked for is not open. */
  readonly failure: { readonly id: string; readonly message: string } | undefined
  /** Id of the picked annotation. */
  readonly picked: string | undefined
  /** The one tag that the list of annotations shows; undefined shows all. */
  readonly filter: string | undefined
  readonly panel: Panel | undefined
}

/** Everything a window is doing: what is open, what is picked, and the parts that own the rest. */
export class Session {
  readonly view: StoreApi<SessionView>
  readonly library: Library
  readonly preferences: PreferencesStore
  readonly status: StatusLine = createStatusLine()
  /** Asks a pane to take the focus. */
  readonly focus = new Emitter<Pane>()
  /** The mounted editor of the open article, set by the screen that shows it. */
  editor: ArticleEditor | undefined

  readonly platform: Platform
  readonly workspace: Reply<'workspace.open'>
  readonly #newId: NewId
  readonly #now: () => string
  readonly #scope = new Scope()
  #articleScope = new Scope()

  constructor(
    platform: Platform,
    workspace: Reply<'workspace.open'>,
    { newId, now }: { readonly newId: NewId; readonly now: () => string },
  ) {
    this.platform = platform
    this.workspace = workspace
    this.#newId = newId
    this.#now = now
    this.library = createLibrary(this.client, workspace)
    this.preferences = createPreferences(this.client, this.status, workspace.preferences)
    this.view = createStore<SessionView>(() => ({
      person: workspace.person,
      article: undefined,
      opening: undefined,
      failure: undefined,
      picked: undefined,
      filter: undefined,
      panel: undefined,
    }))
    this.#scope.add(this.library.follow())
    this.#scope.add(this.client.on('article.requested', ({ id }) => void this.open(id)))
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

  /** Who edits here and now. */
  get author(): Author {
    const { person } = this.view.getState()
    return { person, codebook: this.workspace.codebook, now: this.#now, newId: this.#newId }
  }

  /** Opens a document in the window; the one that was open is let go once nothing of it is pending. */
  async open(id: string): Promise<void> {
    if (this.article?.article.id === id) return
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
        this.status.warn(`“${edit.name}” was taken back. ${refusal.message}`),
      ),
    )
    this.view.setState({ article, opening: undefined })
    this.preferences.set({ document: id })
    const warning = opened.value.warnings[0]
    if (warning) this.status.warn(warning)
  }

  /** Shows no article. */
  leave(): void {
    this.#articleScope.close()
    this.#articleScope = new Scope()
    this.view.setState({ article: undefined, opening: undefined, failure: undefined, picked: undefined })
  }

  /**
   * Picks an annotation, or none. `reveal` brings it into view and puts the caret at its start, for picks that do
   * not come from the text itself.
   */
  pick(id: string | undefined, { reveal = false } = {}): void {
    const before = this.view.getState().picked
    if (before === id && !reveal) return
    this.view.setState({ picked: id })
    for (const changed of [before, id]) {
      const annotation = changed === undefined ? undefined : this.article?.state.annotations.get(changed)
      if (annotation) this.editor?.repaint(annotation.span)
    }
    const first = this.picked?.span[0]
    if (reveal && first) this.editor?.select({ anchor: first.start, head: first.start }, { reveal: true })
  }

  show(panel: Panel | undefined): void {
    this.view.setState({ panel })
  }

  close(): void {
    this.leave()
    this.#scope.close()
  }
}
