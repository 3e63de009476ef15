import { useStore } from 'zustand'
import type { CaseFilter, Reviewing, Scope } from '../../state/reviewing'
import { useCodebook } from '../../state/session-context'
import { DIFFERENCES } from './words'

const SCOPES: readonly (readonly [Scope, string])[] = [
  ['open', 'To decide'],
  ['differences', 'Differences'],
  ['all', 'All'],
]

const KINDS = ['alone', 'tag', 'boundary', 'missed', 'attributes', 'link'] as const

/** Which cases are listed. */
export function CaseFilters({ review }: { readonly review: Reviewing }) {
  const { tags } = useCodebook()
  const filter = useStore(review.view, (view) => view.filter)
  const annotators = useStore(review.view, (view) => view.annotators)
  const compared = useStore(review.view, (view) => view.compared)
  const blind = useStore(review.view, (view) => view.blind)
  const list = (what: Partial<{ [K in keyof CaseFilter]: CaseFilter[K] | undefined }>): void => {
    const next = Object.entries({ ...filter, ...what }).filter(
      ([, value]) => value !== undefined && value !== '',
    )
    review.list(Object.fromEntries(next) as unknown as CaseFilter)
  }
  return (
    <>
      <div className="filter" role="radiogroup" aria-label="Cases shown">
        {SCOPES.map(([scope, name]) => (
          <label key={scope} className="filter-choice">
            <input
              type="radio"
              name="cases-shown"
              checked={filter.scope === scope}
              onChange={() => list({ scope })}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <div className="case-filters">
        <select
          aria-label="Kind of difference"
          value={filter.difference ?? ''}
          onChange={({ target }) => list({ difference: target.value as CaseFilter['difference'] })}
        >
          <option value="">Any difference</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {DIFFERENCES[kind]}
            </option>
          ))}
        </select>
        <select
          aria-label="Tag"
          value={filter.tag ?? ''}
          onChange={({ target }) => list({ tag: target.value })}
        >
          <option value="">Any tag</option>
          {tags.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {!blind && (
          <select
            aria-label="Marked by"
            value={filter.annotator ?? ''}
            onChange={({ target }) => list({ annotator: target.value })}
          >
            <option value="">Marked by any</option>
            {annotators
              .filter(({ id }) => compared.includes(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </div>
    </>
  )
}
