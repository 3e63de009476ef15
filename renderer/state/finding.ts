import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Reply } from '../../src/api/contract'
import type { Interval } from '../../src/base/intervals'
import { findAll } from '../../src/core/document/search'
import type { Client } from '../../src/api/wire'
import type { ArticleEditor } from '../editor/editor'
import type { Library } from './library'
import type { OpenArticle } from './open-article'
import type { StatusLine } from './status'

export type Scope = 'article' | 'library'

/** Places of one document that hold the words that are looked for. */
export type Found = Reply<'library.find'>['found'][number]

/** What is looked for, and what has been found of it so far. */
export interface FindingView {
  readonly shown: boolean
  readonly scope: Scope
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  /** Places in the open article, in order; offsets of its text. */
  readonly places: readonly Interval[]
  /** Which of them is selected, or -1. */
  readonly current: number
  /** In other articles, in the order of the list, while it is looked there. */
  readonly found: readonly Found[]
  /** How many articles have been looked through, of how many. */
  readonly progress: { readonly done: number; readonly all: number } | undefined
}

const AT_ONCE = 25 // documents a call: often enough to show how far it has come
const PAUSE = 200 // ms of quiet before every article is looked through
export const MOST_PLACES = 10_000

/** What of a session is needed to look for words. */
export interface FindingIn {
  readonly article: OpenArticle | undefined
  readonly editor: ArticleEditor | undefined
  readonly client: Client
  readonly library: Library
  readonly status: StatusLine
  readonly focus: { emit(pane: 'article'): void }
  open(id: string): Promise<void>
}

/** Looks for words in the open article and in the whole library. */
export class Finding {
  readonly view: StoreApi<FindingView> = createStore<FindingView>(() => ({
    shown: false,
    scope: 'article',
    words: '',
    matchCase: false,
    wholeWords: false,
    places: [],
    current: -1,
    found: [],
    progress: undefined,
  }))
  readonly #session: FindingIn
  /** Counts searches of the library, so that an old one stops when another begins. */
  #round = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(session: FindingIn) {
    this.#session = session
  }

  /** Shows the field; what is selected in the text is looked for, if it is on one line. */
  show(scope: Scope): void {
    const { article, editor } = this.#session
    const { anchor, head } = editor?.selection ?? { anchor: 0, head: 0 }
    const selected = article?.text.slice(Math.min(anchor, head), Math.max(anchor, head)).trim() ?? ''
    const words =
      selected !== '' && !selected.includes('\n') ? selected.slice(0, 200) : this.view.getState().words
    this.view.setState({ shown: true, scope })
    this.look({ words })
  }

  hide(): void {
    this.#round++
    clearTimeout(this.#timer)
    this.view.setState({ shown: false, progress: undefined })
    this.#session.editor?.showFound([])
  }

  /** Looks for other words, or for them in another way. */
  look(change: Partial<Pick<FindingView, 'words' | 'matchCase' | 'wholeWords' | 'scope'>>): void {
    this.view.setState(change)
    this.refresh()
    this.#round++
    clearTimeout(this.#timer)
    const { scope, words } = this.view.getState()
    this.view.setState({ found: [], progress: undefined })
    if (scope === 'library' && words.trim() !== '')
      this.#timer = setTimeout(() => void this.#lookThroughLibrary(), PAUSE)
  }

  /** Finds the places of the open article anew, as after another article was opened or its text corrected. */
  refresh(): void {
    const { article, editor } = this.#session
    const { words, matchCase, wholeWords, shown } = this.view.getState()
    const wanted = shown && article && words.trim() !== ''
    const places = wanted ? findAll(article.text, words, { matchCase, wholeWords }, MOST_PLACES) : []
    const caret = editor ? Math.min(editor.selection.anchor, editor.selection.head) : 0
    const current = places.findIndex(({ start }) => start >= caret)
    this.view.setState({ places, current: current < 0 && places.length > 0 ? 0 : current })
    this.#mark()
  }

  /** Selects the next place, or the one before, round the ends. */
  step(step: 1 | -1): void {
    const { places, shown } = this.view.getState()
    if (places.length === 0)
      return this.#session.status.hint(shown ? 'These words are not in the article' : 'Nothing is looked for')
    this.choose(this.#neighbour(step))
  }

  /** Selects a place of the open article, by its number in the list. */
  choose(current: number): void {
    const place = this.view.getState().places[current]
    if (!place) return
    this.view.setState({ current })
    this.#session.editor?.select({ anchor: place.start, head: place.end }, { reveal: true })
    this.#mark()
  }

  /** Opens another article at a place in it. */
  async open(id: string, place: Interval): Promise<void> {
    await this.#session.open(id)
    if (this.#session.article?.article.id !== id) return
    this.#session.focus.emit('article')
    this.#session.editor?.select({ anchor: place.start, head: place.end }, { reveal: true })
    this.refresh()
  }

  /** The place after, or before, what is selected now. */
  #neighbour(step: 1 | -1): number {
    const { places, current } = this.view.getState()
    const { anchor, head } = this.#session.editor?.selection ?? { anchor: 0, head: 0 }
    const [start, end] = [Math.min(anchor, head), Math.max(anchor, head)]
    const on = places[current]
    if (on?.start === start && on.end === end) return (current + step + places.length) % places.length
    if (step > 0)
      return Math.max(
        0,
        places.findIndex((place) => place.start >= start),
      )
    const before = places.findLastIndex((place) => place.end <= start)
    return before < 0 ? places.length - 1 : before
  }

  #mark(): void {
    const { places, current } = this.view.getState()
    this.#session.editor?.showFound(places, current)
  }

  async #lookThroughLibrary(): Promise<void> {
    const round = ++this.#round
    const { client, library, status } = this.#session
    const { words, matchCase, wholeWords } = this.view.getState()
    const ids = [...library.view.getState().documents.keys()]
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      this.view.setState({ progress: { done: at, all: ids.length } })
      const documents = ids.slice(at, at + AT_ONCE)
      const answer = await client.send('library.find', { documents, words, matchCase, wholeWords, most: 20 })
      if (round !== this.#round) return
      if (!answer.ok) return this.#stop(answer.refusal.message)
      const { found, troubles } = answer.value
      this.view.setState((view) => ({ found: [...view.found, ...found.filter(({ count }) => count > 0)] }))
      if (troubles[0] !== undefined) status.warn(troubles[0])
    }
    this.view.setState({ progress: { done: ids.length, all: ids.length } })
  }

  #stop(message: string): void {
    this.view.setState({ progress: undefined })
    this.#session.status.warn(message)
  }
}
