import { useMemo } from 'react'
import { inboxOf } from '../../../src/core/review/inbox'
import { mentionsOf } from '../../../src/core/review/mentions'
import { toggleInbox, unanswered } from '../../state/inbox'
import type { OpenArticle } from '../../state/open-article'
import { peopleIn } from '../../state/people'
import { useArticle, useKeys, useSession, useSessionView } from '../../state/session-context'
import { counted } from '../../ui/amounts'

/** That colleagues decided about one's annotations and wait for an answer. */
export function InboxBadge({ article }: { readonly article: OpenArticle }) {
  const session = useSession()
  const { withKey } = useKeys()
  const person = useSessionView((view) => view.person)
  const state = useArticle(article, (view) => view.state)
  const waiting = useMemo(() => {
    const verdicts = state.verdicts.size > 0 ? unanswered(inboxOf(state, person.id)).length : 0
    const mentions = state.comments.size > 0 ? mentionsOf(state, person, peopleIn(state, person)).length : 0
    return [
      ...(verdicts > 0 ? [`${counted(verdicts, 'verdict')} to answer`] : []),
      ...(mentions > 0 ? [counted(mentions, 'question')] : []),
    ].join(', ')
  }, [state, person])
  if (waiting === '') return null
  return (
    <button
      type="button"
      className="link-button inbox-badge"
      title={withKey('Verdicts on your work', 'inbox.show')}
      onClick={() => toggleInbox(session)}
    >
      {waiting}
    </button>
  )
}
