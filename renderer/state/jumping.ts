import type { Session } from './session'

export type Landmark = 'sentence' | 'figure' | 'quotation' | 'untagged'

/** Moves the caret to the next landmark of the text, or to the one before. */
export function jumpTo(session: Session, landmark: Landmark, step: 1 | -1): void {
  session.status.hint(`The caret cannot jump to a ${landmark} ${step} yet`)
}
