import type { Interval } from '../../src/base/intervals'
import type { Edit } from '../../src/core/change/change'
import { type Correction, correct } from '../../src/core/change/edit-text'
import type { Author } from '../../src/core/change/edits'
import type { ArticleEditor, TypedWords } from '../editor/editor'
import { carryOffset, differenceOf } from '../editor/difference'
import type { OpenArticle } from './open-article'
import { toldOf } from './correction-told'
import type { StatusLine } from './status'

/** Of quiet after the last key, in ms, until what was typed becomes an edit. */
const QUIET = 700

/** What of a session is needed to correct its text. */
export interface Correcting {
  readonly article: OpenArticle | undefined
  readonly editor: ArticleEditor | undefined
  readonly author: Author
  readonly status: StatusLine
  perform(edit: Edit): boolean
}

/**
 * The words that are being typed into the text. The editor shows them at once; here it is seen to that they become
 * an edit: after a pause, when the caret or the focus goes elsewhere, and before anything else happens to the text.
 */
export class CorrectionRun {
  readonly #session: Correcting
  #timer: ReturnType<typeof setTimeout> | undefined
  #typed = false

  constructor(session: Correcting) {
    this.#session = session
  }

  /** Whether something is typed that is no edit yet. */
  get typed(): boolean {
    return this.#typed
  }

  /** To be told of everything that is typed. */
  type(): void {
    this.#typed = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), QUIET)
  }

  /** Makes an edit of what was typed, if anything was. */
  flush(): void {
    clearTimeout(this.#timer)
    const { article, editor } = this.#session
    if (!this.#typed) return
    this.#typed = false
    const typed = editor?.takeTyped()
    if (!article || !editor || !typed) return
    const place = placeOf(typed, article.text)
    const correction = place && correct(article.state, this.#session.author, place, typed.words)
    if (!place && typed.words !== '')
      this.#session.status.warn(
        `The text was changed elsewhere just where you were typing. You had typed: “${typed.words}”`,
      )
    if (!correction || !this.#perform(correction)) editor.setText(article.text, article.blocks)
  }

  /** Has a range of the text give way to words at once, as one edit, and puts the caret behind them. */
  replace(range: Interval, words: string): void {
    this.flush()
    const { article, editor, author } = this.#session
    if (!article || !editor) return
    const correction = correct(article.state, author, range, words)
    if (!correction) return
    if (!this.#perform(correction)) return
    const caret = range.start + words.length
    editor.select({ anchor: caret, head: caret })
  }

  #perform(correction: Correction): boolean {
    const { article, status } = this.#session
    if (!article || !this.#session.perform(correction.edit)) return false
    const told = toldOf(correction, this.#session.author.codebook)
    if (told !== undefined) status.say(told)
    return true
  }
}

/** Where the words that were typed over lie by now; undefined when they have been changed by somebody else. */
function placeOf({ before, start, end }: TypedWords, text: string): Interval | undefined {
  const difference = differenceOf(before, text)
  if (!difference || end <= difference.start) return { start, end }
  if (start < difference.end) return undefined
  return { start: carryOffset(start, difference), end: carryOffset(end, difference) }
}
