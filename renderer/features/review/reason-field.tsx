import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { keepReason } from '../../state/reasons'
import type { Reviewing } from '../../state/reviewing'
import { useKeys, usePreferences, useSession } from '../../state/session-context'
import { Button } from '../../ui/button'

/** Why the next verdict is given: a reason of the workspace's list, or other words, which may be kept there. */
export function ReasonField({ review }: { readonly review: Reviewing }) {
  const session = useSession()
  const { withKey } = useKeys()
  const reason = useStore(review.view, (view) => view.reason)
  const reasons = usePreferences((preferences) => preferences.reasons)
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  useEffect(
    () =>
      session.focus.subscribe((pane) => {
        if (pane === 'reason') field.current?.focus()
      }),
    [session],
  )
  const byKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    session.focus.emit('annotations')
  }
  const known = reasons.includes(reason.trim())
  return (
    <div className="reason">
      <input
        ref={field}
        className="value-field"
        aria-label="Reason"
        list={list}
        placeholder={withKey('Reason, if one is needed', 'review.reason')}
        maxLength={1000}
        value={reason}
        autoComplete="off"
        onChange={({ target }) => review.view.setState({ reason: target.value })}
        onKeyDown={byKey}
      />
      <datalist id={list}>
        {reasons.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {reason.trim() !== '' && (
        <Button onClick={() => keepReason(session, reason.trim(), !known)}>
          {known ? 'Take off the list' : 'Keep in the list'}
        </Button>
      )}
    </div>
  )
}
