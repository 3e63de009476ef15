import { useMemo } from 'react'
import type { Person } from '../../src/core/annotation/set'
import type { DocumentState } from '../../src/core/change/state'
import { isAdjudicated } from '../../src/core/review/adjudicated'
import { useSessionView } from './session-context'

/** Everybody who has a part in a document: who annotated, judged or commented, and whoever sits here. */
export function peopleIn({ sets, verdicts, comments }: DocumentState, here: Person): Person[] {
  const all = [
    ...[...sets.values()].filter((set) => !isAdjudicated(set)).map(({ annotator }) => annotator),
    ...[...verdicts.values()].map(({ by }) => by),
    ...[...comments.values()].map(({ author }) => author),
    here,
  ]
  return [...new Map(all.map((person) => [person.id, person])).values()]
}

/** Those who can be spoken to in a comment on the open article. */
export function usePeople(): readonly Person[] {
  const person = useSessionView((view) => view.person)
  const article = useSessionView((view) => view.article)
  return useMemo(() => (article ? peopleIn(article.state, person) : [person]), [article, person])
}
