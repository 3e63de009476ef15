import type { EventName, Payload } from '../api/contract'

/** An event of the contract with what it says. */
export type Announcement = {
  [E in EventName]: { readonly event: E; readonly payload: Payload<E> }
}[EventName]

/** Tells every window. */
export type Announce = <E extends EventName>(event: E, payload: Payload<E>) => void
