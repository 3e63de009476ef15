import { useId, useMemo } from 'react'
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Annotation } from '../../../src/core/annotation/annotation'
import { countTags } from '../../../src/core/library'
import { tagProperty } from '../../editor/tones'
import type { ArticleView, OpenArticle } from '../../state/open-article'
import { useCodebook, useSession, useSessionView } from '../../state/session-context'
import { Glyph } from '../../ui/tinted'

const none = createStore<Pick<ArticleView, 'order'>>(() => ({ order: [] }))
const orderOf = ({ order }: Pick<ArticleView, 'order'>): readonly Annotation[] => order

/** Which annotations are listed, with how many there are of each. */
export function TagFilter({ article }: { readonly article: OpenArticle | undefined }) {
  const { tags } = useCodebook()
  const filter = useSessionView((view) => view.filter)
  const order = useStore(article?.view ?? none, orderOf)
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
