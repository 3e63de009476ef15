import type { Session } from './session'

export type Edge = 'start' | 'end'
export type Unit = 'character' | 'word' | 'sentence'

/** Moves one end of the picked annotation by a unit of text. */
export function moveBoundary(session: Session, edge: Edge, unit: Unit, step: 1 | -1): void {
  session.status.hint(`The ${edge} cannot be moved by a ${unit} ${step} yet`)
}

/** Adds the selection to the picked annotation as a piece. */
export function addPiece(session: Session): void {
  session.status.hint('Pieces cannot be added yet')
}

/** Takes the selection out of the picked annotation. */
export function removePiece(session: Session): void {
  session.status.hint('Pieces cannot be taken away yet')
}

/** Makes two annotations of the picked one, at the caret. */
export function splitPicked(session: Session): void {
  session.status.hint('Annotations cannot be split yet')
}
