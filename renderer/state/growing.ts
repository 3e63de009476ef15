import type { Tag } from '../../src/core/codebook/codebook'
import type { Session } from './session'

/** Shrinks what was tagged without selecting by one ring. */
export function shrinkPicked(session: Session, tag: Tag): void {
  session.status.hint(`The ${tag.name.toLowerCase()} cannot be shrunk yet`)
}
