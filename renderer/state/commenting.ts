import { Emitter } from '../../src/base/emitter'
import type { Undo } from '../../src/base/scope'
import { type Comment, compareComments } from '../../src/core/annotation/comment'
import type { Edit } from '../../src/core/change/change'
import { commentOn, removeComment, resolveThread, rewordComment } from '../../src/core/change/edit-comments'
import type { Author } from '../../src/core/change/edits'
import type { OpenArticle } from './open-article'
import type { StatusLine } from './status'

/** What of a session is needed to comment. */
export interface Commenting {
  readonly article: OpenArticle | undefined
  readonly author: Author
  readonly status: StatusLine
  perform(edit: Edit): boolean
}

/** What was said of an annotation, in order. */
export const commentsOn = (comments: ReadonlyMap<string, Comment>, id: string): Comment[] =>
  [...comments.values()].filter(({ on }) => on === id).toSorted(compareComments)

/** How many comments each record has, by its id. */
export function countComments(comments: ReadonlyMap<string, Comment>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { on } of comments.values()) counts.set(on, (counts.get(on) ?? 0) + 1)
  return counts
}

/**
 * Comments that are begun, by the annotation or link that they are on. They are added when somebody says so; what has been
 * begun is kept meanwhile, and added when the article is left, so that nothing typed is lost.
 */
export class CommentDrafts {
  readonly #session: Commenting
  readonly #words = new Map<string, string>()
  readonly #changed = new Emitter<void>()

  constructor(session: Commenting) {
    this.#session = session
  }

  readonly subscribe = (listener: () => void): Undo => this.#changed.subscribe(listener)

  wordsOn = (annotation: string): string => this.#words.get(annotation) ?? ''

  write(annotation: string, words: string): void {
    this.#words.set(annotation, words)
    this.#changed.emit()
  }

  /** Adds the comment that is begun on this annotation; false when there are no words in it, or it is gone. */
  add(annotation: string): boolean {
    const words = this.wordsOn(annotation).trim()
    this.#words.delete(annotation)
    this.#changed.emit()
    if (words === '') return false
    const { article, author, status } = this.#session
    const { annotations, links } = article?.state ?? {}
    if (!article || (!annotations?.has(annotation) && !links?.has(annotation))) {
      status.warn(`A comment was not saved, because what it was on has been removed. It was: “${words}”`)
      return false
    }
    const added = this.#session.perform(commentOn(author, annotation, words).edit)
    if (added) status.say('Added a comment')
    return added
  }

  /** Adds all that are begun. */
  flush(): void {
    for (const annotation of this.#words.keys()) this.add(annotation)
  }
}

/** Saves other words of a comment; without any, it stays as it is. */
export function saveReworded(session: Commenting, id: string, words: string): void {
  const { article, author, status } = session
  const comment = article?.state.comments.get(id)
  const typed = words.trim()
  if (!comment) return status.warn(`A comment was not saved, because it has been removed. It was: “${typed}”`)
  if (typed === comment.words) return
  if (typed === '') return status.hint('A comment needs words: remove it instead')
  if (session.perform(rewordComment(author, comment, typed))) status.say('Changed the comment')
}

/** Settles the conversation on an annotation. */
export function resolve(session: Commenting, annotation: string): void {
  if (session.perform(resolveThread(session.author, annotation)))
    session.status.say('Resolved the conversation')
}

export function takeBackComment(session: Commenting, comment: Comment): void {
  if (session.perform(removeComment(session.author, comment))) session.status.say('Removed the comment')
}
