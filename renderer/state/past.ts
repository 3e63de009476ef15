import type { Session } from './session'

/** Shows the history of the article, or goes back to now. */
export function toggleHistory(session: Session): void {
  session.status.hint('The history cannot be seen yet')
}
