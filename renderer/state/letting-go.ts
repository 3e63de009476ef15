import type { Tag } from '../../src/core/codebook/codebook'
import { toggleCorrecting } from './correcting'
import { toggleInbox } from './inbox'
import { resumeReview, toggleReview } from './judging'
import { stopLinking } from './linking'
import { toggleHistory } from './looking-back'
import type { Session } from './session'

/** Whether there is anything that Escape would let go of. */
export function holdsSomething(session: Session): boolean {
  const { linking, lock, mode, zen, review, agreement } = session.view.getState()
  const holds = [linking, lock, review, agreement].some(Boolean)
  return session.picked !== undefined || holds || mode !== 'tag' || zen
}

/** Lets go of one thing, what was begun last first: a link, a mode, the picked annotation, the lock, the bare text. */
export function letGo(session: Session): void {
  const { linking, lock, mode, zen, review, agreement } = session.view.getState()
  if (agreement) session.closeAgreement()
  else if (linking) stopLinking(session)
  else if (mode === 'correct') toggleCorrecting(session)
  else if (mode === 'history') toggleHistory(session)
  else if (mode === 'review') toggleReview(session)
  else if (mode === 'inbox') toggleInbox(session)
  else if (review && mode === 'tag') resumeReview(session)
  else if (session.picked) session.pick(undefined)
  else if (lock !== undefined) releaseLock(session)
  else if (zen) session.view.setState({ zen: false })
}

/** Has every selection tagged so, until it is let go of. */
export function toggleLock(session: Session, tag: Tag): void {
  if (session.view.getState().lock === tag.id) return releaseLock(session)
  session.view.setState({ lock: tag.id })
  session.status.say(`Every selection becomes a ${tag.name.toLowerCase()}, until Escape`)
}

function releaseLock(session: Session): void {
  session.view.setState({ lock: undefined })
  session.status.say('Selections are no longer tagged by themselves')
}
