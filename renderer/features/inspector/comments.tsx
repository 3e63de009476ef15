import { type KeyboardEvent, useSyncExternalStore } from 'react'
import { isResolved } from '../../../src/core/annotation/comment'
import { commentsOn, resolve } from '../../state/commenting'
import type { OpenArticle } from '../../state/open-article'
import { useArticle, useSession } from '../../state/session-context'
import { counted } from '../../ui/amounts'
import { Button } from '../../ui/button'
import { useMinute } from '../../ui/moment'
import { CommentEntry } from './comment-entry'

interface Props {
  readonly article: OpenArticle
  /** The id of the annotation or link. */
  readonly on: string
}

/** What was remarked on an annotation or a link, and where to remark something. */
export function Comments({ article, on: id }: Props) {
  const session = useSession()
  const { comments, focus } = session
  const all = useArticle(article, ({ state }) => state.comments)
  const now = useMinute()
  const words = useSyncExternalStore(comments.subscribe, () => comments.wordsOn(id))
  const list = commentsOn(all, id)
  const resolved = isResolved(list)
  const entries = (
    <ul aria-label="Comments" className="comments">
      {list.map((comment) => (
        <li key={comment.id}>
          <CommentEntry comment={comment} now={now} />
        </li>
      ))}
    </ul>
  )
  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) comments.add(id)
    else if (event.key === 'Escape') focus.emit('article')
    else return
    event.preventDefault()
  }
  return (
    <div className="inspector-part">
      <div className="inspector-part-head">
        <h4>Comments</h4>
        {list.length > 0 && !resolved && (
          <button type="button" className="link-button" onClick={() => resolve(session, id)}>
            Resolve
          </button>
        )}
      </div>
      {resolved ? (
        <details className="comments-resolved">
          <summary>
            {counted(list.length - 1, 'comment')}, resolved by {list.at(-1)!.author.name}
          </summary>
          {entries}
        </details>
      ) : (
        list.length > 0 && entries
      )}
      <div className="comment-new">
        <textarea
          className="words-field"
          data-stop="comment"
          aria-label="Comment"
          placeholder="Add a comment"
          rows={1}
          maxLength={100_000}
          value={words}
          onChange={({ target }) => comments.write(id, target.value)}
          onKeyDown={byKey}
        />
        {words.trim() !== '' && (
          <Button title="Add the comment (Ctrl+Enter)" onClick={() => comments.add(id)}>
            Add
          </Button>
        )}
      </div>
    </div>
  )
}
