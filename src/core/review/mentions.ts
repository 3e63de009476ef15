import { type Comment, compareComments, isResolved, mentionsPerson } from '../annotation/comment'
import type { Person } from '../annotation/set'
import type { DocumentState } from '../change/state'

/**
 * The comments that speak to a person by name and that they have not answered: of each conversation that is not
 * settled, the last of others that names them, when nothing of theirs follows it. The newest first.
 */
export function mentionsOf(
  { comments }: DocumentState,
  person: Person,
  people: readonly Person[],
): Comment[] {
  const threads = new Map<string, Comment[]>()
  for (const one of comments.values()) {
    const thread = threads.get(one.on)
    if (thread) thread.push(one)
    else threads.set(one.on, [one])
  }
  return [...threads.values()]
    .map((thread) => thread.toSorted(compareComments))
    .filter((thread) => !isResolved(thread))
    .flatMap((thread) => {
      const answered = thread.findLastIndex(({ author }) => author.id === person.id)
      return thread.slice(answered + 1).findLast((one) => mentionsPerson(one, person.id, people)) ?? []
    })
    .toSorted((a, b) => compareComments(b, a))
}
