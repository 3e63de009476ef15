import type { Annotation } from '../../../src/core/annotation/annotation'
import { isAdjudicated } from '../../../src/core/review/adjudicated'
import { compareVerdicts } from '../../../src/core/review/verdict'
import type { OpenArticle } from '../../state/open-article'
import { useArticle } from '../../state/session-context'
import { exactly } from '../../ui/moment'

const RULES = {
  unanimous: 'because all agree',
  majority: 'because most agree',
  alone: 'as theirs alone',
} as const

interface Props {
  readonly article: OpenArticle
  readonly annotation: Annotation
}

/** Whose what was settled on was, who settled it, when and why. */
export function Provenance({ article, annotation }: Props) {
  const state = useArticle(article, (view) => view.state)
  const set = state.sets.get(annotation.set)
  if (!set || !isAdjudicated(set)) return null
  const verdicts = [...state.verdicts.values()]
    .filter(({ result }) => result === annotation.id)
    .toSorted(compareVerdicts)
  return (
    <div className="inspector-part">
      <h4>Settled from</h4>
      <ul className="provenance" aria-label="Settled from">
        {verdicts.map(({ id, judged, by, decision, created, reason, rule }) => (
          <li key={id}>
            <b>{state.sets.get(judged.set)?.annotator.name ?? 'Somebody'}</b>
            {decision === 'fix' ? ', mended' : ''} by {by.name} on {exactly(created)}
            {rule !== undefined && `, ${RULES[rule]}`}
            {reason !== '' && `: ${reason}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
