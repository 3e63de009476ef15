import { useMemo } from 'react'
import { annotatorsIn, signsOf } from '../../state/annotator-signs'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useSession, useSessionView } from '../../state/session-context'
import { toggleAnnotator } from '../../state/shown-sets'

/** Whose annotations are shown; only where several people have annotated the article. */
export function AnnotatorFilter({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const sets = useArticle(article, ({ state }) => state.sets)
  const hidden = useSessionView((view) => view.hidden)
  const mine = useSessionView(({ person }) => person.id)
  const people = useMemo(() => annotatorsIn([...sets.values()], mine), [sets, mine])
  const signs = useMemo(() => signsOf(people), [people])
  if (people.length < 2) return null
  return (
    <div className="annotator-filter" role="group" aria-label="Annotators shown">
      {people.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={!hidden.has(id)} onChange={() => toggleAnnotator(session, id)} />
          <span className="sign" aria-hidden="true">
            {signs.get(id)?.sign}
          </span>
          <span>{name}</span>
        </label>
      ))}
    </div>
  )
}
