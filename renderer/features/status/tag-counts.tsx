import { useMemo } from 'react'
import { countTags } from '../../../src/core/library'
import { tagProperty } from '../../editor/tones'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useCodebook } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { Glyph } from '../../ui/tinted'

/** How many annotations of each tag the article has. */
export function TagCounts({ article }: { readonly article: OpenArticle }) {
  const { tags } = useCodebook()
  const order = useArticle(article, (view) => view.order)
  const counts = useMemo(() => countTags(order), [order])
  const shown = tags.filter(({ id, retired }) => !retired || counts[id])
  return (
    <p className="tag-counts">
      {shown.map(({ id, name, glyph }) => (
        <span key={id}>
          <Glyph glyph={glyph} property={tagProperty(id)} />
          {counted(counts[id] ?? 0, name.toLowerCase())}
        </span>
      ))}
    </p>
  )
}
