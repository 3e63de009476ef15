import { type Outcome, ok, refuse } from '../base/outcome'
import { readArticle } from '../formats/articles/index'
import type { RunTask, Tasks } from './ports'

/** What each task does: the same bytes give the same outcome, whichever thread runs it. */
export type TaskFunctions = {
  readonly [N in keyof Tasks]: (params: Tasks[N]['params']) => Outcome<Tasks[N]['result']>
}

/** `sha256` gives the hash of a text in UTF-8, in hexadecimal. */
export const taskFunctions = (sha256: (text: string) => string): TaskFunctions => ({
  'article.read': ({ name, bytes }) => {
    const read = readArticle(bytes, name)
    return read.ok ? ok({ reading: read.value, hash: sha256(read.value.text), bytes }) : read
  },
})

/** Runs tasks at once on the caller's own thread: for tests, and for what is over in milliseconds. */
export const inProcess =
  (functions: TaskFunctions): RunTask =>
  async (name, params, { signal } = {}) =>
    signal?.aborted ? cancelled : functions[name](params)

export const cancelled = refuse('cancelled', 'This was cancelled before it was done.')
