import type { Client } from '../../src/api/wire'
import type { Article } from '../../src/core/document/article'
import type { Block } from '../../src/core/document/blocks'
import { plainSentences } from '../../src/core/document/sentences'

/** What the sentences are asked of: the text now, and as far as the host knows it. */
export interface Reading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly confirmed: { readonly text: string; readonly revision: number }
}

/**
 * Where the sentences of an open article lie: start, end, start, end, …. They come with the article; once its text has
 * been corrected they are asked for anew, once a text, and found by the marks alone until they are there.
 */
export class ArticleSentences {
  readonly #client: Client
  readonly #article: Article
  #kept: { readonly text: string; readonly list: readonly number[]; readonly exact: boolean } | undefined
  #asking = false

  constructor(client: Client, article: Article) {
    this.#client = client
    this.#article = article
  }

  /** Those of a text, at once. `now` tells what is read when an answer comes. */
  of(now: () => Reading): readonly number[] {
    const { text, blocks } = now()
    if (text === this.#article.text && this.#article.sentences) return this.#article.sentences
    if (this.#kept?.text !== text) this.#kept = { text, list: plainSentences(text, blocks), exact: false }
    if (!this.#kept.exact && !this.#asking) void this.#ask(now)
    return this.#kept.list
  }

  /** A host that does not tell is asked again the next time that somebody wants to know. */
  async #ask(now: () => Reading): Promise<void> {
    const { text, confirmed } = now()
    // The host does not know yet what is pending.
    if (confirmed.text !== text) return
    this.#asking = true
    const told = await this.#client
      .send('article.sentences', { id: this.#article.id })
      .finally(() => (this.#asking = false))
    const later = now()
    if (!told.ok || told.value.revision !== later.confirmed.revision || later.text !== later.confirmed.text)
      return
    this.#kept = { text: later.text, list: told.value.sentences, exact: true }
  }
}
