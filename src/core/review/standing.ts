import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { DocumentState } from '../change/state'
import type { Answer } from './answer'
import { type Case, sayTheSame } from './cases'
import { type Verdict, compareVerdicts, isSettled, stillSays } from './verdict'

/**
 * How far a case has come. `again` is one that was decided before something of it changed or came, `objected` one to
 * whose verdict an annotator objects.
 */
export type Standing = 'open' | 'again' | 'discussed' | 'objected' | 'settled'

/** What was decided about a document so far, by what it was decided about. */
export interface Review {
  /** The latest verdict on each annotation and link, by the id of what was judged. */
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** The latest answer to each verdict, by the id of the verdict. */
  readonly answers: ReadonlyMap<string, Answer>
  /** The adjudicated annotation or link that came of an annotator's, by the id of the latter. */
  readonly resultOf: (recordId: string) => Annotation | Link | undefined
}

export function reviewOf({
  verdicts,
  answers,
  annotations,
  links,
}: Pick<DocumentState, 'verdicts' | 'answers' | 'annotations' | 'links'>): Review {
  const latest = new Map<string, Verdict>()
  for (const verdict of [...verdicts.values()].toSorted(compareVerdicts))
    latest.set(verdict.judged.id, verdict)
  const answered = new Map<string, Answer>()
  for (const answer of [...answers.values()].toSorted(compareAnswers)) answered.set(answer.on, answer)
  return {
    verdicts: latest,
    answers: answered,
    resultOf(recordId) {
      const result = latest.get(recordId)?.result
      return result === undefined ? undefined : (annotations.get(result) ?? links.get(result))
    },
  }
}

/** By age, then by id, so that it is the same on every machine. */
const compareAnswers = (a: Answer, b: Answer): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1

export function standingOf(one: Case, review: Review): Standing {
  const members = [...one.members.values()]
  const given = members.map((member) => standingVerdict(member, review))
  if (given.some((verdict) => verdict && review.answers.get(verdict.id)?.kind === 'object')) return 'objected'
  if (given.every((verdict) => verdict !== undefined && isSettled(verdict))) return 'settled'
  if (given.some((verdict) => verdict?.decision === 'discuss')) return 'discussed'
  return members.some(({ id }) => review.verdicts.has(id)) ? 'again' : 'open'
}

/**
 * The verdict on a record as it is now: that on what it was does not count once it changed, unless it changed into
 * what the verdict made of it, nor does one when what came of it is gone.
 */
export function standingVerdict(record: Annotation | Link, review: Review): Verdict | undefined {
  const verdict = review.verdicts.get(record.id)
  const result = review.resultOf(record.id)
  if (!verdict || (verdict.result !== undefined && !result)) return undefined
  const holds = stillSays(verdict, record) || (result && saysWhatCame(record, result, review.resultOf))
  return holds ? verdict : undefined
}

/** Whether a record says what was settled; `resultOf` gives what came of the ends of a link. */
export function saysWhatCame(
  record: Annotation | Link,
  result: Annotation | Link,
  resultOf: Review['resultOf'],
): boolean {
  if ('span' in record) return 'span' in result && sayTheSame(record, result)
  if ('span' in result || record.type !== result.type) return false
  return resultOf(record.from)?.id === result.from && resultOf(record.to)?.id === result.to
}
