import { useEffect, useRef } from 'react'
import { shownKeys } from '../../state/keys'
import { useSession } from '../../state/session-context'
import { ArticlesIcon } from '../../ui/icons'
import { KeysShown } from '../../ui/keys-shown'

/** Nothing is open: what can be done about it. */
export function NoArticle() {
  const session = useSession()
  const place = useRef<HTMLElement>(null)
  useEffect(
    () =>
      session.focus.subscribe((pane) => {
        if (pane === 'article') place.current?.focus()
      }),
    [session],
  )
  const ways: readonly [keys: string, what: string][] = [
    ['Mod+O', 'choose files'],
    ['Mod+Shift+V', 'make an article of the copied text'],
    ['Alt+1', 'go to the documents'],
    ['Mod+K', 'see every command'],
  ]
  return (
    <section ref={place} className="no-article" tabIndex={-1} aria-labelledby="no-article">
      <ArticlesIcon />
      <h1 id="no-article">No article is open</h1>
      <p>Choose one on the left, or drop text and Markdown files anywhere in this window.</p>
      <dl>
        {ways.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <KeysShown keys={shownKeys(keys, session.mac)} />
              <span className="unseen">{shownKeys(keys, session.mac)}</span>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
