import type { Reply } from '../api/contract'
import { type Outcome, ok } from '../base/outcome'
import type { Announce } from './announcing'
import type { IncomingFile } from './importing'
import type { Library } from './library'
import type { Ports } from './ports'

/** A window subscribes as soon as it has its answer. */
const LISTENS_MS = 500

/** What the command line or the operating system asked to show: for the windows that are open, and for the next. */
export class Requested {
  readonly #library: Library
  readonly #announce: Announce
  readonly #later: Ports['later']
  #document: string | undefined
  /** Trouble that no window may have heard of, because none was at work yet. */
  #unheard: string | undefined
  #atWork = false

  constructor(library: Library, announce: Announce, { later }: Pick<Ports, 'later'>) {
    this.#library = library
    this.#announce = announce
    this.#later = later
  }

  /** The document that no window has opened yet. */
  now(): { readonly requested?: string } {
    return this.#document === undefined ? {} : { requested: this.#document }
  }

  /** To be called when a window begins: it is told of the trouble there was, once it listens. */
  began(): void {
    const message = this.#unheard
    if (message === undefined) return
    this.#unheard = undefined
    this.#later(LISTENS_MS, () => this.#announce('host.trouble', { message }))
  }

  /** To be called when a window opens a document. */
  opened(id: string): void {
    this.#atWork = true
    if (id === this.#document) this.#document = undefined
  }

  /**
   * Adds the files to the library and asks the windows to show the first that can be shown. `troubles` are
   * sentences about files that could not even be read.
   */
  async openFiles(files: readonly IncomingFile[], troubles: readonly string[]): Promise<void> {
    const added = files.length > 0 ? await this.#library.add({ files: [...files] }) : nothing
    if (!added.ok) return this.say([...troubles, added.refusal.message])
    const { refused } = added.value
    this.say([...troubles, ...refused.map(({ message }) => message)])
    const id = added.value.added[0]?.id ?? added.value.already[0]?.id
    if (id === undefined) return
    this.#document = id
    this.#announce('article.requested', { id })
  }

  /** Tells the windows of trouble, in sentences. */
  say(troubles: readonly string[]): void {
    if (troubles.length === 0) return
    const message = troubles.join(' ')
    if (!this.#atWork) this.#unheard = message
    this.#announce('host.trouble', { message })
  }
}

const nothing: Outcome<Reply<'library.add'>> = ok({ added: [], already: [], refused: [] })
