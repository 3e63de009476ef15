import type { Session } from './session'

/** Puts a reason on the list that is offered with verdicts, or takes it off. */
export function keepReason(session: Session, reason: string, wanted: boolean): void {
  const { reasons } = session.preferences.view.getState()
  const others = reasons.filter((one) => one !== reason)
  session.preferences.set({ reasons: wanted ? [...others, reason] : others })
  session.status.say(wanted ? `“${reason}” is on the list of reasons` : `“${reason}” is off the list`)
}
