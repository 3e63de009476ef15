import { z } from 'zod'
import { id } from '../../base/id'
import { type Person, person } from './set'

/** What somebody remarks on an annotation or a link; several in a row are a conversation. */
export const comment = z.object({
  id,
  /** Id of the annotation or the link. */
  on: id,
  author: person,
  words: z.string().min(1).max(100_000),
  /** Whether it settles what was talked about; another comment after it takes the talk up again. */
  resolves: z.literal(true).optional(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Comment = z.infer<typeof comment>

/** The order of a conversation: by age, then by id, so that it is the same on every machine. */
export const compareComments = (a: Comment, b: Comment): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** Whether a conversation, in its order, is settled. */
export const isResolved = (thread: readonly Comment[]): boolean => thread.at(-1)?.resolves === true

/** Words of a comment: plain, or the name of a person who is spoken to, with the @ before it. */
export interface CommentWords {
  readonly words: string
  readonly mentions?: Person
}

/**
 * A comment cut where it speaks to one of these people: “@Ana Ruiz, see below”. Case does not matter; of two names of
 * which one begins like the other, the longer is meant.
 */
export function wordsOfComment(words: string, people: readonly Person[]): CommentWords[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length)
  const parts: CommentWords[] = []
  let plain = 0
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const mentions = byLength.find(({ name }) => isNamedAt(words, at + 1, name))
    if (!mentions) continue
    if (at > plain) parts.push({ words: words.slice(plain, at) })
    plain = at + 1 + mentions.name.length
    parts.push({ words: words.slice(at, plain), mentions })
    at = plain - 1
  }
  if (plain < words.length) parts.push({ words: words.slice(plain) })
  return parts
}

/** Whether a comment speaks to this person, of these. */
export const mentionsPerson = ({ words }: Comment, personId: string, people: readonly Person[]): boolean =>
  wordsOfComment(words, people).some(({ mentions }) => mentions?.id === personId)

function isNamedAt(words: string, at: number, name: string): boolean {
  const there = words.slice(at, at + name.length)
  if (there.toLowerCase() !== name.toLowerCase()) return false
  return !/^[\p{L}\p{N}]/u.test(words.slice(at + name.length))
}
