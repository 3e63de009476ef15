import { useMemo } from 'react'
import type { Annotation } from '../../src/core/annotation/annotation'
import type { OpenArticle } from './open-article'
import { useArticle, useSessionView } from './session-context'

/** The annotations of an article in reading order, without those of annotators who are hidden. */
export function useShownOrder(article: OpenArticle): readonly Annotation[] {
  const order = useArticle(article, (view) => view.order)
  const sets = useArticle(article, ({ state }) => state.sets)
  const hidden = useSessionView((view) => view.hidden)
  return useMemo(() => {
    const isHidden = [...sets.values()].some(({ annotator }) => hidden.has(annotator.id))
    return isHidden ? order.filter(({ set }) => !hidden.has(sets.get(set)?.annotator.id ?? '')) : order
  }, [order, sets, hidden])
}
