/** Why a request could not be met. `message` is a sentence for a person; `code` is for programs. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
}

export type RefusalCode =
  | 'invalid' // the request or the file is not of the right form
  | 'missing' // what it names is not here
  | 'conflict' // somebody else changed it first
  | 'unreadable' // bytes that cannot be understood
  | 'damaged' // a file of ours that is not as it was written
  | 'newer' // written by a newer version
  | 'locked' // in use by another host
  | 'storage' // the disk refused
  | 'cancelled'
  | 'internal' // a bug; details are in the log

/** The two ways an expected operation ends. Bugs throw instead. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (code: RefusalCode, message: string): Outcome<never> => ({
  ok: false,
  refusal: { code, message },
})

/** For the places where a refusal would be a bug: gives the value or throws with the refusal's sentence. */
export function expectOk<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`${outcome.refusal.code}: ${outcome.refusal.message}`)
}
