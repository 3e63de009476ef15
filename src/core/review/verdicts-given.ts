import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { Change } from '../change/change'
import type { Author } from '../change/edits'
import type { DocumentState } from '../change/state'
import type { Answer } from './answer'
import { Groups } from './groups'
import { type Verdict, compareVerdicts } from './verdict'

/** The verdicts of a document while more are given and taken back; each step is added to the changes. */
export class VerdictsGiven {
  readonly #state: DocumentState
  readonly #author: Author
  readonly #changes: Change[]
  readonly #latest = new Map<string, Verdict>()
  /** Everything on record by the id of what was judged, the latest last. */
  readonly #onRecord = new Groups<string, Verdict>()
  /** Those that count, by what came of them. */
  readonly #speaking = new Groups<string, Verdict>()
  readonly #answers: Groups<string, Answer>
  /** When each record was last judged, also by a verdict that has given way since. */
  readonly #lastJudged = new Map<string, string>()

  constructor(state: DocumentState, author: Author, changes: Change[]) {
    this.#state = state
    this.#author = author
    this.#changes = changes
    this.#answers = Groups.by(state.answers.values(), ({ on }) => on)
    for (const verdict of [...state.verdicts.values()].toSorted(compareVerdicts)) this.#count(verdict)
  }

  /** The verdict that counts on a record. */
  latest(recordId: string): Verdict | undefined {
    return this.#latest.get(recordId)
  }

  /** Whether this came of something that is still there and was decided so. */
  speaksFor(result: string): boolean {
    const { annotations, links } = this.#state
    return this.#speaking.of(result).some(({ judged: { id } }) => annotations.has(id) || links.has(id))
  }

  give(judged: Annotation | Link, said: Pick<Verdict, 'decision' | 'reason' | 'result' | 'rule'>): void {
    const at = laterThan(this.#lastJudged.get(judged.id), this.#author.now())
    const record: Verdict = {
      id: this.#author.newId('verdict'),
      judged,
      by: this.#author.person,
      ...said,
      created: at,
      modified: at,
    }
    this.#changes.push({ of: 'verdict', kind: 'add', record })
    this.#count(record)
  }

  /**
   * Makes way for a new verdict on a record, and gives the ids of what had come of earlier ones. One that was answered
   * stays on record; the new one is later and counts.
   */
  giveWay(recordId: string): string[] {
    const earlier = this.#resultsOf(recordId)
    const latest = this.#latest.get(recordId)
    if (!latest) return earlier
    if (this.#answers.of(latest.id).length > 0) this.#discount(latest)
    else this.#remove(latest)
    return earlier
  }

  /** Removes all verdicts on a record, so that none counts again, and gives the ids of what had come of them. */
  takeBack(recordId: string): string[] {
    const earlier = this.#resultsOf(recordId)
    for (const verdict of this.#onRecord.of(recordId)) this.#remove(verdict)
    return earlier
  }

  /** Takes back the verdicts of which this came. */
  takeBackFor(result: string): void {
    for (const { judged } of this.#speaking.of(result)) this.takeBack(judged.id)
  }

  /** The latest first. */
  #resultsOf(recordId: string): string[] {
    const verdicts = this.#onRecord.of(recordId).toReversed()
    return verdicts.flatMap(({ result }) => (result === undefined ? [] : [result]))
  }

  #remove(verdict: Verdict): void {
    for (const record of this.#answers.of(verdict.id))
      this.#changes.push({ of: 'answer', kind: 'remove', record })
    this.#changes.push({ of: 'verdict', kind: 'remove', record: verdict })
    this.#onRecord.delete(verdict.judged.id, verdict)
    this.#discount(verdict)
  }

  /** Has it count as the latest on what it judges. */
  #count(verdict: Verdict): void {
    const { judged, result, created } = verdict
    const before = this.#latest.get(judged.id)
    if (before) this.#discount(before)
    this.#latest.set(judged.id, verdict)
    this.#onRecord.add(judged.id, verdict)
    this.#lastJudged.set(judged.id, created)
    if (result !== undefined) this.#speaking.add(result, verdict)
  }

  #discount(verdict: Verdict): void {
    if (this.#latest.get(verdict.judged.id) === verdict) this.#latest.delete(verdict.judged.id)
    if (verdict.result !== undefined) this.#speaking.delete(verdict.result, verdict)
  }
}

/**
 * Now, or a moment after `than` when that is not past yet: clocks differ, and several verdicts may be given within one
 * tick. Moments are compared as they are written, where “09:00:00Z” comes after “09:00:00.001Z”.
 */
function laterThan(than: string | undefined, now: string): string {
  if (than === undefined || now > than) return now
  const [tick, second] = [1, 1000].map((more) => new Date(Date.parse(than) + more).toISOString())
  return tick! > than ? tick! : second!
}
