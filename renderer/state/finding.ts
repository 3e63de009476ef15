import type { Session } from './session'

/** Shows the field in which words of the article are looked for. */
export function startFinding(session: Session): void {
  session.status.hint('Words cannot be found yet')
}

/** Shows the field in which words of all articles are looked for. */
export function startFindingEverywhere(session: Session): void {
  session.status.hint('Words cannot be found yet')
}

/** Selects the next place, or the one before. */
export function findNeighbour(session: Session, step: 1 | -1): void {
  session.status.hint(`There is no place ${step} yet`)
}
