import { type Outcome, ok, refuse } from '../../base/outcome'
import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { Change } from '../change/change'
import type { Author } from '../change/edits'
import type { DocumentState } from '../change/state'
import { Adjudication } from './adjudication'
import { type AnnotationCase, type Case, type LinkCase, sayTheSame } from './cases'
import { type Review, reviewOf, standingVerdict } from './standing'
import type { Decision, SettlementRule } from './verdict'
import { VerdictsGiven } from './verdicts-given'

/** What is decided about one case, and why. */
export interface Ruling {
  readonly decision: Decision
  /** Whose version holds, by the annotator's id; the first member's when absent and something is to hold. */
  readonly holds?: string
  readonly reason?: string
  readonly rule?: SettlementRule
}

/**
 * Collects the changes of one or many rulings on the cases of a document, so that one edit carries all of them: the
 * verdicts, what they add to the adjudicated set, and what they take back of earlier ones.
 */
export class Judging {
  readonly #cases: readonly Case[]
  readonly #before: Review
  readonly #changes: Change[] = []
  readonly #verdicts: VerdictsGiven
  readonly #adjudication: Adjudication
  #members: ReadonlyMap<string, Member> | undefined

  constructor(state: DocumentState, author: Author, cases: readonly Case[]) {
    this.#cases = cases
    this.#before = reviewOf(state)
    this.#verdicts = new VerdictsGiven(state, author, this.#changes)
    this.#adjudication = new Adjudication(state, author, this.#changes)
  }

  /** All that was ruled, in an order in which it can be performed. */
  get changes(): readonly Change[] {
    return this.#changes
  }

  /** The adjudicated annotation or link that came of a record. */
  resultOf(recordId: string): Annotation | Link | undefined {
    const result = this.#verdicts.latest(recordId)?.result
    return result === undefined ? undefined : this.#adjudication.find(result)
  }

  /**
   * Rules on a case; what was ruled on it before gives way. Whoever accepts a link accepts what it joins, where that
   * is open; a rule does not, and is refused. Nothing happens when it is refused.
   */
  rule(one: Case, ruling: Ruling): Outcome<void> {
    if (one.of === 'annotation') {
      const holds = holding<Annotation>(one, ruling)
      if (!holds.ok) return holds
      this.#ruleAnnotation(one, ruling, holds.value)
      return ok(undefined)
    }
    const holds = holding<Link>(one, ruling)
    if (!holds.ok) return holds
    return this.#ruleLink(one, ruling, holds.value)
  }

  /** Gives the verdict that some members of a case have to those that have none and say what came of it. */
  carryOver(one: Case, result: Annotation | Link, rule: SettlementRule): void {
    for (const member of one.members.values()) {
      if (standingVerdict(member, this.#before)) continue
      this.#verdicts.giveWay(member.id)
      this.#verdicts.give(member, { decision: 'accept', reason: '', rule, result: result.id })
    }
  }

  /** Takes back what was ruled on a case, with what came of it; nothing happens when nothing was. */
  takeBack(one: Case): void {
    this.#dropOrphans([...one.members.values()].flatMap(({ id }) => this.#verdicts.takeBack(id)))
  }

  #ruleAnnotation(one: AnnotationCase, ruling: Ruling, holds: Annotation | undefined): void {
    const earlier = this.#giveWay(one)
    const result = holds && this.#adjudication.annotationLike(holds, earlier.filter(this.#isFree))
    this.#dropOrphans(earlier, result)
    for (const member of one.members.values())
      this.#give(member, ruling, holds === undefined || sayTheSame(member, holds), result)
  }

  #ruleLink(one: LinkCase, ruling: Ruling, holds: Link | undefined): Outcome<void> {
    const ends = holds && this.#endsOf(holds, ruling)
    if (ends && !ends.ok) return ends
    const earlier = this.#giveWay(one)
    const result = holds && ends && this.#adjudication.linkLike(holds, ...ends.value)
    this.#dropOrphans(earlier, result)
    for (const member of one.members.values()) this.#give(member, ruling, true, result)
    return ok(undefined)
  }

  #give(
    judged: Annotation | Link,
    { decision, reason = '', rule }: Ruling,
    asItHolds: boolean,
    result: Annotation | Link | undefined,
  ): void {
    this.#verdicts.give(judged, {
      // Who had it otherwise is told what holds instead: theirs was mended, not thrown away.
      decision: decision === 'accept' && !asItHolds ? 'fix' : decision,
      reason,
      ...(result === undefined ? {} : { result: result.id }),
      ...(rule === undefined ? {} : { rule }),
    })
  }

  /** Makes way for new verdicts on the members, and gives the ids of what had come of the earlier ones. */
  #giveWay({ members }: Case): string[] {
    return [...new Set([...members.values()].flatMap(({ id }) => this.#verdicts.giveWay(id)))]
  }

  #isFree = (result: string): boolean => !this.#verdicts.speaksFor(result)

  /** Drops of these results what no verdict speaks for any more, except what was just settled. */
  #dropOrphans(results: readonly string[], kept?: Annotation | Link): void {
    for (const id of results) {
      const record = this.#adjudication.find(id)
      if (record && id !== kept?.id && this.#isFree(id)) this.#drop(record)
    }
  }

  /** Removes what was settled, with the links at it and with the verdicts of which those came. */
  #drop(record: Annotation | Link): void {
    this.#verdicts.takeBackFor(record.id)
    if ('span' in record) for (const link of this.#adjudication.linksAt(record.id)) this.#drop(link)
    this.#adjudication.remove(record)
  }

  /** The adjudicated ends of a link, accepted now where they were open. */
  #endsOf({ from, to }: Link, { rule }: Ruling): Outcome<readonly [from: string, to: string]> {
    const first = this.#endOf(from, rule)
    if (!first.ok) return first
    const second = this.#endOf(to, rule)
    if (!second.ok) return second
    // Asked before anything is accepted, so that a refusal leaves nothing behind.
    return areOne(first.value, second.value)
      ? refuse('conflict', 'Both ends of this link were settled as one annotation.')
      : ok([this.#accepted(first.value), this.#accepted(second.value)])
  }

  #endOf(id: string, rule: SettlementRule | undefined): Outcome<End> {
    const rejected = 'An end of this link was rejected. Accept that first, or reject the link.'
    if (this.#isRejected(id)) return refuse('conflict', rejected)
    const found = this.#memberOf(id)
    const members = found ? [...found.one.members.values()] : []
    // What others made of the same thing was decided when this came: the decision is of the thing.
    const settled = [id, ...members.map((member) => member.id)].flatMap((of) => this.resultOf(of) ?? [])[0]
    if (settled && 'span' in settled) return ok({ says: settled, open: undefined })
    if (!found) return refuse('conflict', 'An end of this link is not among what is compared.')
    if (members.some((member) => this.#isRejected(member.id))) return refuse('conflict', rejected)
    if (rule !== undefined) return refuse('conflict', 'An end of this link is not settled yet.')
    return ok({ says: found.one.members.get(found.annotator)!, open: found })
  }

  #isRejected = (id: string): boolean => this.#verdicts.latest(id)?.decision === 'reject'

  #accepted({ says, open }: End): string {
    if (!open) return says.id
    this.#ruleAnnotation(open.one, { decision: 'accept' }, says)
    return this.resultOf(says.id)!.id
  }

  #memberOf(id: string): Member | undefined {
    this.#members ??= new Map(
      this.#cases.flatMap((one) =>
        one.of === 'annotation'
          ? [...one.members].map(([annotator, member]) => [member.id, { one, annotator }] as const)
          : [],
      ),
    )
    return this.#members.get(id)
  }
}

interface Member {
  readonly one: AnnotationCase
  readonly annotator: string
}

/** What a link ends at: an adjudicated annotation, or an annotator's in a case that is open. */
interface End {
  readonly says: Annotation
  readonly open: Member | undefined
}

/** Whether two ends are one adjudicated annotation, or will be: what says the same is settled as one. */
const areOne = (one: End, other: End): boolean =>
  one.open || other.open ? sayTheSame(one.says, other.says) : one.says.id === other.says.id

/** The version that is to hold; undefined when none is. */
function holding<R>(
  { members }: { readonly members: ReadonlyMap<string, R> },
  { holds, decision }: Ruling,
): Outcome<R | undefined> {
  if (decision === 'reject' || decision === 'discuss') return ok(undefined)
  const version = holds === undefined ? [...members.values()][0] : members.get(holds)
  return version ? ok(version) : refuse('missing', 'Whose version is to hold has none here.')
}
