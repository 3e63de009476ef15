import { useEffect, useRef } from 'react'
import { useKeys, useSession } from '../../state/session-context'
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
  const { keysOf } = useKeys()
  const ways: readonly [command: string, what: string][] = [
    ['library.open', 'choose files'],
    ['library.paste', 'make an article of the copied text'],
    ['view.documents', 'go to the documents'],
    ['view.palette', 'see every command'],
  ]
  return (
    <section ref={place} className="no-article" tabIndex={-1} aria-labelledby="no-article">
      <ArticlesIcon />
      <h1 id="no-article">No article is open</h1>
      <p>Choose one on the left, or drop text and Markdown files anywhere in this window.</p>
      <dl>
        {ways.flatMap(([command, what]) => {
          const [keys] = keysOf(command)
          if (keys === undefined) return []
          return (
            <div key={command}>
              <dt>
                <KeysShown keys={keys} />
                <span className="unseen">{keys}</span>
              </dt>
              <dd>{what}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
