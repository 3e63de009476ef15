import { useEffect, useState } from 'react'
import type { OpenArticle } from '../../state/open-article'
import { useArticle } from '../../state/session-context'
import { SavedIcon, TroubleIcon, WaitingIcon } from '../../ui/icons'

const PATIENCE = 150 // ms: what is done sooner is not worth telling

/** Whether all that is shown is on disk. */
export function Saved({ article }: { readonly article: OpenArticle }) {
  const oldest = useArticle(article, ({ pending }) => pending[0])
  const trouble = useArticle(article, (view) => view.trouble !== undefined)
  const late = useLate(oldest)
  if (trouble) {
    return (
      <span className="saved not">
        <TroubleIcon />
        <span>Not saved</span>
      </span>
    )
  }
  // Until it is known there is neither word, so that “Saved” is never said too soon.
  if (oldest !== undefined) {
    return (
      <span className="saved waiting">
        <WaitingIcon />
        <span>{late ? 'Saving…' : ''}</span>
      </span>
    )
  }
  return (
    <span className="saved">
      <SavedIcon />
      <span>Saved</span>
    </span>
  )
}

/** Whether the same thing has been waited for long enough to say so. */
function useLate(waited: string | undefined): boolean {
  const [late, setLate] = useState(false)
  const waiting = waited !== undefined
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waiting])
  return late
}
