import { type KeyboardEvent, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type Comment, wordsOfComment } from '../../../src/core/annotation/comment'
import { takeBackComment } from '../../state/commenting'
import { usePeople } from '../../state/people'
import { useSession, useSessionView } from '../../state/session-context'
import { IconButton } from '../../ui/button'
import { RemoveIcon, RewriteIcon } from '../../ui/icons'
import { ago, exactly } from '../../ui/moment'

/** One comment: who said it, when, and the words; one's own can be said otherwise and removed. */
export function CommentEntry({ comment, now }: { readonly comment: Comment; readonly now: number }) {
  const session = useSession()
  const own = useSessionView(({ person }) => person.id === comment.author.id)
  const people = usePeople()
  const [rewording, setRewording] = useState(false)
  const { author, created, modified, words } = comment
  const remove = (): void => {
    takeBackComment(session, comment)
    session.focus.emit('comment')
  }
  return (
    <div className="comment">
      <p className="comment-head">
        <b>{author.name}</b>{' '}
        <span title={exactly(created)}>
          {ago(created, now)}
          {modified !== created && ', changed'}
        </span>
        {own && (
          <span className="comment-tools">
            <IconButton name="Change the comment" onClick={() => setRewording(true)}>
              <RewriteIcon />
            </IconButton>
            <IconButton name="Remove the comment" onClick={remove}>
              <RemoveIcon />
            </IconButton>
          </span>
        )}
      </p>
      {rewording ? (
        <Rewording comment={comment} onDone={() => setRewording(false)} />
      ) : (
        <p className="comment-words">
          {wordsOfComment(words, people).map((part, k) =>
            part.mentions ? <b key={k}>{part.words}</b> : <span key={k}>{part.words}</span>,
          )}
        </p>
      )}
    </div>
  )
}

function Rewording({ comment, onDone }: { readonly comment: Comment; readonly onDone: () => void }) {
  const { reworded, focus } = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const words = useSyncExternalStore(reworded.subscribe, () => reworded.wordsAt(comment.id)) ?? comment.words
  useLayoutEffect(() => field.current?.focus(), [])
  const byKey = (event: KeyboardEvent): void => {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!done || event.nativeEvent.isComposing) return
    event.preventDefault()
    reworded.flush()
    onDone()
    focus.emit('comment')
  }
  return (
    <textarea
      ref={field}
      className="words-field"
      aria-label="Changed comment"
      rows={1}
      maxLength={100_000}
      value={words}
      onChange={({ target }) => reworded.write(comment.id, target.value)}
      onBlur={() => {
        reworded.flush()
        onDone()
      }}
      onKeyDown={byKey}
    />
  )
}
