import { annotate, type Author } from '../../src/core/change/edits'
import type { Edit } from '../../src/core/change/change'
import type { OpenArticle } from './open-article'
import { short } from './quoting'
import type { StatusLine } from './status'

/** What of a session is needed to write a note. */
export interface Noting {
  readonly article: OpenArticle | undefined
  readonly author: Author
  readonly status: StatusLine
  perform(edit: Edit): boolean
}

/**
 * Saves what was typed into the note of an annotation. Nothing happens when it says what it said; the words are
 * shown when there is nothing left to write them to.
 */
export function saveNote(session: Noting, id: string, words: string): void {
  const { article, author, status } = session
  const annotation = article?.state.annotations.get(id)
  const note = words.trim() === '' ? '' : words
  if (!annotation) {
    if (note !== '')
      status.warn(`A note was not saved, because its annotation has been removed. It was: “${note}”`)
    return
  }
  if (annotation.note === note || !session.perform(annotate(author, annotation, note))) return
  status.say(note === '' ? `Removed the note of ${short(annotation)}` : `Noted at ${short(annotation)}`)
}
