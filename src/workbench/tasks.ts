import { type Outcome, ok, refuse } from '../base/outcome'
import { blocksOf } from '../core/document/blocks'
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
    if (!read.ok) return read
    const { text } = read.value
    return ok({ reading: read.value, hash: sha256(text), sentences: sentencesOf(text), bytes })
  },
  'article.sentences': ({ text }) => ok({ sentences: sentencesOf(text) }),
})

/** A line is a sentence, until there is a better way to tell. */
const sentencesOf = (text: string): number[] =>
  blocksOf(text).flatMap(({ start, end, kind }) => (kind === 'blank' ? [] : [start, end]))

/** Runs tasks at once on the caller's own thread: for tests, and for what is over in milliseconds. */
export const inProcess =
  (functions: TaskFunctions): RunTask =>
  async (name, params, { signal } = {}) =>
    signal?.aborted ? cancelled : functions[name](params)

export const cancelled = refuse('cancelled', 'This was cancelled before it was done.')
