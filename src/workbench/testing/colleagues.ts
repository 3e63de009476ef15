import type { Handlers } from '../../api/wire'
import { expectOk } from '../../base/outcome'
import type { Annotation } from '../../core/annotation/annotation'
import type { Person } from '../../core/annotation/set'
import { linkTo } from '../../core/change/edit-links'
import { type Author, tagSpan } from '../../core/change/edits'
import { type DocumentState, stateOf } from '../../core/change/state'
import { marked } from '../../testing/marked'
import { authorOf, countingIds } from '../../testing/records'

type Host = Pick<Handlers, 'article.open' | 'article.perform'>

/** Several people who annotate one article, as if their sets had been imported. */
export class Colleagues {
  readonly #host: Host
  readonly id: string

  constructor(host: Host, id: string) {
    this.#host = host
    this.id = id
  }

  /** Tags what stands in brackets; the words around it must be the article’s. */
  async tag(
    person: Person,
    source: string,
    tag = 'claim',
    attributes: Annotation['attributes'] = {},
  ): Promise<Annotation> {
    const { text, ranges } = marked(source)
    const { state, author } = await this.#at(person)
    if (text !== state.text) throw new Error(`the article is “${state.text}”`)
    const known = author.codebook.tags.find(({ id }) => id === tag)!
    const { edit, annotation } = tagSpan(state, author, known, ranges, attributes)
    expectOk(await this.#host['article.perform']({ id: this.id, edit }))
    return annotation
  }

  async link(person: Person, from: Annotation, to: Annotation, type = 'attributed-to'): Promise<void> {
    const { state, author } = await this.#at(person)
    const known = author.codebook.links.find(({ id }) => id === type)!
    const { edit } = linkTo(state, author, known, from, to)
    expectOk(await this.#host['article.perform']({ id: this.id, edit }))
  }

  /** The document as it is now. */
  async state(): Promise<DocumentState> {
    const opened = expectOk(await this.#host['article.open']({ id: this.id }))
    return stateOf(opened.article.text, opened)
  }

  async #at(person: Person): Promise<{ readonly state: DocumentState; readonly author: Author }> {
    const opened = expectOk(await this.#host['article.open']({ id: this.id }))
    const ids = countingIds()
    const unique = (kind: string): string => `${ids(kind)}-${this.id}-r${opened.revision}`
    return { state: stateOf(opened.article.text, opened), author: authorOf(person, unique) }
  }
}
