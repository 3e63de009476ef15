import { useMemo } from 'react'
import { offeredTags } from '../../../src/core/codebook/codebook'
import { countTags } from '../../../src/core/library'
import { tagProperty } from '../../editor/tones'
import type { OpenArticle } from '../../state/open-article'
import { useCodebook } from '../../state/session-context'
import { useShownOrder } from '../../state/shown-order'
import { counted } from '../../ui/amounts'
import { Glyph } from '../../ui/tinted'

const FEW = 5

/** How many annotations of each tag the article has. */
export function TagCounts({ article }: { readonly article: OpenArticle }) {
  const codebook = useCodebook()
  const { tags } = codebook
  const order = useShownOrder(article)
  const counts = useMemo(() => countTags(order), [order])
  // There is room for all of a few; of many, those that the article has.
  const few = offeredTags(codebook).length <= FEW
  const shown = tags.filter(({ id, retired }) => counts[id] || (few && !retired))
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
