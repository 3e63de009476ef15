import type { NewId } from '../base/id'
import { type Outcome, ok } from '../base/outcome'
import { surveyFrom } from '../core/agreement/survey'
import { joinTallied, tallied } from '../core/agreement/survey-tallies'
import { readArticle } from '../formats/articles/index'
import { findSentences } from '../formats/articles/sentences'
import { readSets } from '../formats/sets/reading'
import { writeSets } from '../formats/sets/writing'
import { SetFile } from '../formats/sets/set-file'
import { cancelled } from './cancelled'
import { planOf } from './intake/plan'
import type { RunTask, Tasks } from './ports'

/** What each task does: the same bytes give the same outcome, whichever thread runs it. */
export type TaskFunctions = {
  readonly [N in keyof Tasks]: (params: Tasks[N]['params']) => Outcome<Tasks[N]['result']>
}

/** `sha256` gives the hash of a text in UTF-8, in hexadecimal. */
export const taskFunctions = (sha256: (text: string) => string, newId: NewId): TaskFunctions => ({
  'article.read': ({ name, bytes }) => {
    const read = readArticle(bytes, name)
    if (!read.ok) return read
    const { text } = read.value
    return ok({ reading: read.value, hash: sha256(text), sentences: findSentences(text), bytes })
  },
  'article.sentences': ({ text }) => ok({ sentences: findSentences(text) }),
  'sets.write': ({ exported, format, chosen }) => writeSets(exported, format, chosen),
  'sets.read': ({ files, format }) =>
    readSets(
      files.map(({ name, bytes }) => new SetFile(name, bytes)),
      format,
    ),
  'sets.plan': (input) => ok(planOf(input, newId)),
  'agreement.tally': ({ texts, setting }) => ok(tallied(texts, setting)),
  'agreement.survey': ({ lots, setting }) => ok(surveyFrom(joinTallied(lots, setting), setting)),
})

/** Runs tasks at once on the caller's own thread: for tests, and for what is over in milliseconds. */
export const inProcess =
  (functions: TaskFunctions): RunTask =>
  async (name, params, { signal } = {}) =>
    signal?.aborted ? cancelled : functions[name](params)
