import type { Annotation } from '../annotation/annotation'
import type { Link } from '../annotation/link'
import type { Edit } from '../change/change'
import { type Author, editOf } from '../change/edits'
import type { DocumentState } from '../change/state'
import { type Case, sayTheSame } from './cases'
import { Judging, type Ruling } from './judging'
import { type Review, reviewOf, saysWhatCame, standingOf, standingVerdict } from './standing'
import type { SettlementRule } from './verdict'

/** By which rules what is open is settled in bulk. What all agree on is settled by each of them. */
export interface SettlementRules {
  /** More than half of the annotators compared decide: what they have holds, what they have not does not. */
  readonly majority: boolean
  /** What this annotator alone marked holds. */
  readonly alone?: string
}

export interface Settlement {
  /** Undefined when nothing can be settled by these rules. */
  readonly edit: Edit | undefined
  /** How many cases each rule settles. */
  readonly settled: Readonly<Record<SettlementRule, number>>
  /** How many cases stay open, to be looked at one by one. */
  readonly open: number
}

/**
 * Settles of these cases what is open and falls under the rules, as one edit. Decisions that were made stay; a case
 * that was settled before somebody's annotation came is settled again only when that says what was settled.
 */
export function settle(
  state: DocumentState,
  author: Author,
  cases: readonly Case[],
  rules: SettlementRules,
): Settlement {
  const review = reviewOf(state)
  const judging = new Judging(state, author, cases)
  const settled = { unanimous: 0, majority: 0, alone: 0 }
  let open = 0
  for (const one of annotationsFirst(cases)) {
    const standing = standingOf(one, review)
    if (standing === 'settled') continue
    const ruling = standing === 'open' ? rulingOn(one, rules) : undefined
    const carried = standing === 'again' ? carriedOver(one, review, judging) : undefined
    if (carried) {
      judging.carryOver(one, carried, 'unanimous')
      settled.unanimous++
    } else if (ruling?.rule && judging.rule(one, ruling).ok) settled[ruling.rule]++
    else open++
  }
  const total = settled.unanimous + settled.majority + settled.alone
  const name = `Settle ${total} by rule`
  return {
    edit: judging.changes.length > 0 ? editOf(author, name, judging.changes) : undefined,
    settled,
    open,
  }
}

/** A link is settled only between what is settled, some of which comes after it in the text. */
const annotationsFirst = (cases: readonly Case[]): Case[] => [
  ...cases.filter(({ of }) => of === 'annotation'),
  ...cases.filter(({ of }) => of === 'link'),
]

function rulingOn(one: Case, { majority, alone }: SettlementRules): Ruling | undefined {
  const [first] = one.members.keys()
  const compared = one.members.size + one.missing.length
  if (compared > 1 && one.differences[0] === 'agreed')
    return { decision: 'accept', holds: first!, rule: 'unanimous' }
  if (majority && compared > 1) {
    const group = largestGroup(one)
    if (group.length * 2 > compared) return { decision: 'accept', holds: group[0]!, rule: 'majority' }
    if (one.missing.length * 2 > compared) return { decision: 'reject', rule: 'majority' }
  }
  if (alone !== undefined && one.members.size === 1 && first === alone)
    return { decision: 'accept', holds: alone, rule: 'alone' }
  return undefined
}

/** The annotators of the version that most have. */
function largestGroup({ of, members }: Case): readonly string[] {
  const groups: { readonly of: Annotation | Link; readonly annotators: string[] }[] = []
  for (const [annotator, member] of members) {
    const group = groups.find(
      (one) => of === 'link' || sayTheSame(one.of as Annotation, member as Annotation),
    )
    if (group) group.annotators.push(annotator)
    else groups.push({ of: member, annotators: [annotator] })
  }
  return groups.toSorted((a, b) => b.annotators.length - a.annotators.length)[0]!.annotators
}

/** What a case was settled as, when all who have not been judged since say just that. */
function carriedOver(one: Case, review: Review, judging: Judging): Annotation | Link | undefined {
  const members = [...one.members.values()]
  const results = members.flatMap(({ id }) => review.resultOf(id) ?? [])
  const [result] = results
  if (!result || results.some(({ id }) => id !== result.id)) return undefined
  const unjudged = members.filter((member) => !standingVerdict(member, review))
  // The ends of a link may have been carried over just now.
  const resultOf = (id: string) => judging.resultOf(id)
  return unjudged.every((member) => saysWhatCame(member, result, resultOf)) ? result : undefined
}
