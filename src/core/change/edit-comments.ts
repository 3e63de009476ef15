import type { Comment } from '../annotation/comment'
import type { Edit } from './change'
import { type Author, editOf } from './edits'

/** Remarks something on an annotation or a link, whose id is `on`. `words` are not empty. */
export function commentOn(
  author: Author,
  on: string,
  words: string,
): { readonly edit: Edit; readonly comment: Comment } {
  const at = author.now()
  const comment: Comment = {
    id: author.newId('comment'),
    on,
    author: author.person,
    words,
    created: at,
    modified: at,
  }
  return { edit: editOf(author, 'Comment', [{ of: 'comment', kind: 'add', record: comment }]), comment }
}

/** Settles what was talked about on an annotation or a link; the conversation is kept. */
export function resolveThread(author: Author, on: string): Edit {
  const at = author.now()
  const record: Comment = {
    id: author.newId('comment'),
    on,
    author: author.person,
    words: 'Resolved',
    resolves: true,
    created: at,
    modified: at,
  }
  return editOf(author, 'Resolve the conversation', [{ of: 'comment', kind: 'add', record }])
}

/** Says it in other words, which are not empty. */
export const rewordComment = (author: Author, comment: Comment, words: string): Edit =>
  editOf(author, 'Change comment', [
    { of: 'comment', kind: 'replace', from: comment, to: { ...comment, words, modified: author.now() } },
  ])

export const removeComment = (author: Author, comment: Comment): Edit =>
  editOf(author, 'Remove comment', [{ of: 'comment', kind: 'remove', record: comment }])
