import { useEffect, useRef } from 'react'
import type { SessionView } from '../../state/session-view'
import { useLibraryView, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'
import { TroubleIcon } from '../../ui/icons'

/** A document that does not open: why, and what to do. */
export function ArticleFailure({ failure }: { readonly failure: NonNullable<SessionView['failure']> }) {
  const session = useSession()
  const title = useLibraryView(({ documents }) => documents.get(failure.id)?.title)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.focus()
  }, [])
  useEffect(() => {
    return session.focus.subscribe((pane) => {
      if (pane === 'article') place.current?.focus()
    })
  }, [session])
  return (
    <section ref={place} className="no-article" tabIndex={-1} aria-labelledby="article-failure">
      <span className="alarming">
        <TroubleIcon />
      </span>
      <h1 id="article-failure">{title ? `“${title}” does not open` : 'This article does not open'}</h1>
      <p>{failure.message}</p>
      <Button onClick={() => void session.open(failure.id)}>Try again</Button>
    </section>
  )
}
