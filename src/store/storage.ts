import { type Outcome, type Refusal, refuse } from '../base/outcome'

/** The code of an error of the system, such as `ENOSPC`; undefined for every other error. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('syscall' in error))
    return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** A refusal on its way through an interface that knows only values and errors, such as lowdb's. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room on it, then try again.',
  EDQUOT: 'Your share of the disk is used up. Make room, then try again.',
  EACCES:
    'This account may not write there. Change the permissions of the workspace’s folder, then try again.',
  EPERM: 'The system does not permit it. Change the permissions of the workspace’s folder, then try again.',
  EROFS: 'The disk is read-only. Make it writable, or copy the workspace to another disk.',
  EIO: 'The disk reports an error and may be failing. Copy the workspace to another disk.',
  ENOENT: 'The file or its folder is gone. If the workspace was moved or its disk taken out, put it back.',
  EBUSY: 'Another program holds the file. Close that program, then try again.',
  EMFILE: 'Too many files are open on this computer. Close some programs, then try again.',
}

/**
 * Runs a task of the store. What the disk refuses becomes a refusal that says what to do; bugs go on as errors.
 * `doing` begins the sentence: “The edit was not saved in journal.ndjson”.
 */
export async function guarded<T>(doing: string, task: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await task()
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    const code = codeOf(error)
    if (code === undefined) throw error
    return refuse('storage', `${doing}. ${ADVICE[code] ?? `The system says ${code}.`}`)
  }
}
