import { type KeyboardEvent, useEffect, useRef } from 'react'
import { object } from '../../state/inbox'
import type { InboxView } from '../../state/session-view'
import { useSession } from '../../state/session-context'
import { Button } from '../../ui/button'

/** Where it is said why a verdict does not hold. */
export function ObjectionField({ inbox }: { readonly inbox: InboxView }) {
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const write = (objection: string | undefined): void =>
    session.view.setState({ inbox: { ...inbox, objection } })
  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) object(session)
    else if (event.key === 'Escape') {
      write(undefined)
      session.focus.emit('annotations')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="objection">
      <textarea
        ref={field}
        className="words-field"
        aria-label="Objection"
        placeholder="Why it should stay as you had it"
        rows={2}
        maxLength={100_000}
        value={inbox.objection ?? ''}
        onChange={({ target }) => write(target.value)}
        onKeyDown={byKey}
      />
      <Button primary title="Send the objection (Ctrl+Enter)" onClick={() => object(session)}>
        Object
      </Button>
    </div>
  )
}
