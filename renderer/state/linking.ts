import type { Session } from './session'

/** Waits for the annotation that the picked one is to be linked or merged with. */
export function startLinking(session: Session, purpose: 'link' | 'merge'): void {
  session.status.hint(`Annotations cannot be ${purpose}ed yet`)
}

/** Links the picked annotation to what was linked last, in the same way. */
export function repeatLink(session: Session): void {
  session.status.hint('Annotations cannot be linked yet')
}

/** Links or merges with this annotation, and is done. */
export function chooseTarget(session: Session, id: string): void {
  session.status.hint(`${id} cannot be linked yet`)
}
