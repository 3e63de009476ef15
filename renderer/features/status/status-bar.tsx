import { useEffect, useRef } from 'react'
import type { OpenArticle } from '../../state/open-article'
import { useKeys, useLibraryView, useSession, useSessionView, useStatus } from '../../state/session-context'
import { Saved } from './saved'
import { TagCounts } from './tag-counts'
import { Trouble } from './trouble'
import { REMOVAL, UndoButton, UndoButtons } from './undo-buttons'
import './status.css'

/** What just happened, whether it is saved, what there is, and what can be taken back. */
export function StatusBar() {
  const session = useSession()
  const article = useSessionView((view) => view.article)
  const { withKey } = useKeys()
  const bar = useRef<HTMLElement>(null)
  useEffect(
    () =>
      session.focus.subscribe((pane) => {
        if (pane === 'status') bar.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
      }),
    [session],
  )
  return (
    <footer ref={bar} className="status" data-pane="status">
      <Trouble article={article} />
      <div className="status-line">
        {article && <Saved article={article} />}
        <Message />
        {article ? <Standing article={article} /> : <RemovalOnly />}
        <button
          type="button"
          className="status-button"
          title={withKey('All commands', 'view.palette')}
          onClick={() => session.show('palette')}
        >
          All commands
        </button>
        <button
          type="button"
          className="status-button"
          title={withKey('Keys', 'help.keys')}
          onClick={() => session.show('keys')}
        >
          Keys
        </button>
      </div>
    </footer>
  )
}

function Standing({ article }: { readonly article: OpenArticle }) {
  return (
    <>
      <TagCounts article={article} />
      <UndoButtons article={article} />
    </>
  )
}

/** Without an article there is still one thing to undo: that it was taken out of the list. */
function RemovalOnly() {
  const removed = useLibraryView(({ lastRemoved }) => lastRemoved !== undefined)
  return removed ? <UndoButton name={REMOVAL} /> : null
}

function Message() {
  const message = useStatus((status) => status.message)
  const kind = useStatus((status) => status.kind)
  const count = useStatus((status) => status.count)
  return (
    <p className={`status-message ${kind}`} role="status" aria-live="polite" title={message}>
      <span key={count}>{message}</span>
    </p>
  )
}
