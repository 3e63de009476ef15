import { expectOk, type Outcome } from '../base/outcome'
import type { Annotation } from '../core/annotation/annotation'
import type { Person } from '../core/annotation/set'
import type { Link } from '../core/annotation/link'
import type { Edit } from '../core/change/change'
import type { Author } from '../core/change/edits'
import type { DocumentState } from '../core/change/state'
import { newsCodebook } from '../core/codebook/news'
import { type Case, compareSets } from '../core/review/cases'
import type { Ruling } from '../core/review/judging'
import { type SettlementRules, type Settlement, settle } from '../core/review/settlement'
import { type Review, type Standing, reviewOf, standingOf } from '../core/review/standing'
import type { Verdict } from '../core/review/verdict'
import { judge, takeBackVerdict } from '../core/review/verdict-edits'
import { ada, ben } from './records'
import { authors, cleo, dora, performed } from './reviewed'

/** Dora at work on a document: every edit that she or others make is performed, and can be undone. */
export class ReviewDesk {
  state: DocumentState
  readonly author: (person: Person) => Author
  readonly #compared: readonly string[]

  constructor(state: DocumentState, compared: readonly Person[] = [ada, ben, cleo], author = authors()) {
    this.state = state
    this.author = author
    this.#compared = compared.map(({ id }) => id)
  }

  get cases(): Case[] {
    return compareSets(this.state, this.#compared, newsCodebook)
  }

  get review(): Review {
    return reviewOf(this.state)
  }

  /** The case to which a record belongs. */
  caseOf(id: string): Case {
    const one = this.cases.find(({ members }) => [...members.values()].some((member) => member.id === id))
    if (!one) throw new Error(`${id} is in no case`)
    return one
  }

  /** How the case of a record stands. */
  standing(id: string): Standing {
    return standingOf(this.caseOf(id), this.review)
  }

  /** The verdict that counts on a record. */
  verdict(id: string): Verdict {
    return this.review.verdicts.get(id)!
  }

  annotation(id: string): Annotation {
    return this.state.annotations.get(id)!
  }

  link(id: string): Link {
    return this.state.links.get(id)!
  }

  perform(edit: Edit): void {
    this.state = performed(this.state, edit)
  }

  /** Rules on the case of a record, if that can be. */
  try(id: string, ruling: Ruling): Outcome<string | undefined> {
    const { cases, state, author } = this
    const done = judge(state, author(dora), cases, this.caseOf(id), ruling, 'claim')
    if (!done.ok) return done
    this.perform(done.value.edit)
    return { ok: true, value: done.value.result }
  }

  /** Rules on the case of a record, and gives the id of what came of it. */
  rule(id: string, decision: Ruling['decision'], more: Omit<Ruling, 'decision'> = {}): string | undefined {
    return expectOk(this.try(id, { decision, ...more }))
  }

  /** Takes back what was ruled on the case of a record; whether there was anything. */
  takeBack(id: string): boolean {
    const edit = takeBackVerdict(this.state, this.author(dora), this.cases, this.caseOf(id))
    if (edit) this.perform(edit)
    return edit !== undefined
  }

  settle(rules: SettlementRules = { majority: false }): Omit<Settlement, 'edit'> {
    const { edit, ...counts } = settle(this.state, this.author(dora), this.cases, rules)
    if (edit) this.perform(edit)
    return counts
  }
}
