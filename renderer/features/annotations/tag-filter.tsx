import { useId, useMemo } from 'react'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { countTags } from '../../../src/core/library'
import { tagProperty } from '../../editor/tones'
import type { OpenArticle } from '../../state/open-article'
import { useCodebook, useSession, useSessionView } from '../../state/session-context'
import { useShownOrder } from '../../state/shown-order'
import { Glyph } from '../../ui/tinted'

/** Which annotations are listed, with how many there are of each. */
export function TagFilter({ article }: { readonly article: OpenArticle | undefined }) {
  return article ? <CountedFilter article={article} /> : <Filter order={NONE} />
}

const NONE: readonly Annotation[] = []

const CountedFilter = ({ article }: { readonly article: OpenArticle }) => (
  <Filter order={useShownOrder(article)} />
)

function Filter({ order }: { readonly order: readonly Annotation[] }) {
  const { tags } = useCodebook()
  const filter = useSessionView((view) => view.filter)
  const counts = useMemo(() => countTags(order), [order])
  // One that is no longer offered is of interest as long as there is something to be found by it.
  const shown = tags.filter(({ id, retired }) => !retired || counts[id] || id === filter)
  return (
    <div className="filter" role="radiogroup" aria-label="Show">
      <Choice tag={undefined} name="All" count={order.length} />
      {shown.map(({ id, name, glyph }) => (
        <Choice key={id} tag={id} name={name} glyph={glyph} count={counts[id] ?? 0} />
      ))}
    </div>
  )
}

interface ChoiceProps {
  readonly tag: string | undefined
  readonly name: string
  readonly glyph?: string
  readonly count: number
}

function Choice({ tag, name, glyph, count }: ChoiceProps) {
  const session = useSession()
  const chosen = useSessionView(({ filter }) => filter === tag)
  const id = useId()
  return (
    <label className="filter-choice">
      <input
        type="radio"
        name="annotations-shown"
        checked={chosen}
        aria-labelledby={`${id}name`}
        aria-describedby={`${id}count`}
        onChange={() => session.filter(tag)}
      />
      {tag !== undefined && glyph !== undefined && <Glyph glyph={glyph} property={tagProperty(tag)} />}
      <span id={`${id}name`}>{name}</span>
      <span id={`${id}count`} className="filter-count">
        {count}
      </span>
    </label>
  )
}
