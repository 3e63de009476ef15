import type { Session } from './session'

/** Shows the field in which words of the article are looked for. */
export function startFinding(session: Session): void {
  session.finding.show('article')
  session.focus.emit('find')
}

/** Shows the field in which words of all articles are looked for. */
export function startFindingEverywhere(session: Session): void {
  session.finding.show('library')
  session.focus.emit('find')
}

/** Selects the next place, or the one before. */
export function findNeighbour(session: Session, step: 1 | -1): void {
  if (!session.finding.view.getState().shown) return startFinding(session)
  session.finding.step(step)
}
