import { useEffect, useRef } from 'react'
import type { OpenArticle } from '../../state/open-article'
import { stopLinking } from '../../state/linking'
import { short } from '../../state/quoting'
import type { Linking } from '../../state/session-view'
import { useArticle, useSession, useSessionView } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { useHoldingStill } from '../../ui/holding-still'
import { CloseIcon } from '../../ui/icons'
import { CandidateList } from './candidate-list'
import { WayChoice } from './way-choice'
import './linking.css'

/** Above the text, while an annotation waits to be linked or merged: what with. */
export function LinkingStrip() {
  const linking = useSessionView((view) => view.linking)
  const article = useSessionView((view) => view.article)
  if (!linking || !article) return null
  return <Strip key={`${linking.from} ${linking.purpose}`} linking={linking} article={article} />
}

function Strip({ linking, article }: { readonly linking: Linking; readonly article: OpenArticle }) {
  const session = useSession()
  const strip = useRef<HTMLDivElement>(null)
  const origin = useArticle(article, ({ state }) => state.annotations.get(linking.from))
  const target = useArticle(article, ({ state }) => state.annotations.get(linking.target ?? ''))
  useHoldingStill(strip, () => strip.current?.parentElement?.querySelector('.article-scroller') ?? null)
  // It may be removed in the meantime, here or in another window.
  useEffect(() => {
    if (!origin) stopLinking(session)
  }, [origin, session])
  return (
    <div
      ref={strip}
      className="linking"
      role="group"
      aria-label={linking.purpose === 'link' ? 'Link' : 'Merge'}
    >
      {origin && (
        <>
          {target ? (
            <WayChoice article={article} origin={origin} target={target} />
          ) : (
            <CandidateList
              article={article}
              origin={origin}
              purpose={linking.purpose}
              label={linking.purpose === 'link' ? `Link ${short(origin)} to` : `Merge ${short(origin)} with`}
            />
          )}
          <IconButton name="Cancel" hint="Cancel (Esc)" onClick={() => stopLinking(session)}>
            <CloseIcon />
          </IconButton>
        </>
      )}
    </div>
  )
}
