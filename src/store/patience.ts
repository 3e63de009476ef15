import { codeOf } from './storage'

/** What Windows says while a virus scanner or an indexer looks at a file that has just been written. */
const PASSING = new Set(['EPERM', 'EBUSY', 'EACCES'])
const FIRST_WAIT_MS = 10
const LONGEST_WAIT_MS = 400

/** Does a task again while a file is held by somebody who will soon let go; after `tries`, the error stands. */
export async function patiently<T>(
  task: () => Promise<T>,
  tries: number,
  wait: (ms: number) => Promise<unknown>,
): Promise<T> {
  for (let done = 1; ; done++) {
    try {
      return await task()
    } catch (error) {
      if (done >= tries || !PASSING.has(codeOf(error) ?? '')) throw error
      await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (done - 1)))
    }
  }
}
