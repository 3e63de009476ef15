import type { Session } from './session'

/** Opens the text for corrections, or locks it again. */
export function toggleCorrecting(session: Session): void {
  session.status.hint('The text cannot be corrected yet')
}
