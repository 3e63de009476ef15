import { useLayoutEffect, useRef } from 'react'
import type { OpenArticle } from '../../state/open-article'
import { useSession } from '../../state/session-context'
import { mountEditor } from './mount-editor'

/** The article's text. React only gives the place; the editor draws and owns what is in it. */
export function EditorPane({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!scroller.current) return undefined
    return mountEditor(session, article, scroller.current)
  }, [session, article])
  return <div ref={scroller} className="article-scroller" />
}
