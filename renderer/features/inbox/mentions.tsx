import type { Comment } from '../../../src/core/annotation/comment'
import { lookAtMention } from '../../state/inbox'
import { useSession } from '../../state/session-context'
import { ago, exactly, useMinute } from '../../ui/moment'

/** The comments that speak to whoever sits here and are not answered yet. */
export function Mentions({ mentions }: { readonly mentions: readonly Comment[] }) {
  const session = useSession()
  const now = useMinute()
  if (mentions.length === 0) return null
  return (
    <section className="mentions" aria-labelledby="mentions-head">
      <h3 id="mentions-head">You are asked</h3>
      <ul>
        {mentions.map((comment) => (
          <li key={comment.id}>
            <button type="button" className="mention" onClick={() => lookAtMention(session, comment)}>
              <span className="letter-head">
                <b>{comment.author.name}</b>{' '}
                <span title={exactly(comment.created)}>{ago(comment.created, now)}</span>
              </span>
              <span>{comment.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
