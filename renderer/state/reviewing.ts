import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Undo } from '../../src/base/scope'
import type { Person } from '../../src/core/annotation/set'
import type { Annotation } from '../../src/core/annotation/annotation'
import type { Link } from '../../src/core/annotation/link'
import type { Codebook } from '../../src/core/codebook/codebook'
import type { DocumentState } from '../../src/core/change/state'
import { isAdjudicated } from '../../src/core/review/adjudicated'
import { type Case, type Difference, compareSets, isDisputed } from '../../src/core/review/cases'
import { type Review, type Standing, reviewOf, standingOf } from '../../src/core/review/standing'
import { annotatorsIn } from './annotator-signs'
import type { OpenArticle } from './open-article'

/** Which cases are listed: what is left to decide, everything annotators differ in, or all there is. */
export type Scope = 'open' | 'differences' | 'all'

/** Of the cases, those that are listed. Absent means any. */
export interface CaseFilter {
  readonly scope: Scope
  readonly difference?: Difference | 'link'
  readonly tag?: string
  /** The id of an annotator who is not of the same mind as others. */
  readonly annotator?: string
}

export interface ReviewView {
  /** Who is compared, by ids, and everybody who could be. */
  readonly compared: readonly string[]
  readonly annotators: readonly Person[]
  /** All cases, and those that are listed, in the order of the text. */
  readonly cases: readonly Case[]
  readonly listed: readonly Case[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly review: Review
  /** Id of the case that is looked at, and whose version of it. */
  readonly chosen: string | undefined
  readonly side: string | undefined
  readonly filter: CaseFilter
  /** Whether it is hidden who said what until it is decided. */
  readonly blind: boolean
  /** Why the next verdict is given, in words. */
  readonly reason: string
}

/** What annotators made of the open article, compared, with what has been decided so far. */
export class Reviewing {
  readonly view: StoreApi<ReviewView>
  readonly #article: OpenArticle
  /** The id of whoever reviews. */
  readonly #mine: string
  readonly #codebook: () => Codebook
  readonly #stop: Undo
  #compared: Compared | undefined

  /** `codebook` tells the one of now. */
  constructor(article: OpenArticle, mine: string, codebook: () => Codebook) {
    this.#codebook = codebook
    this.#article = article
    this.#mine = mine
    const annotators = annotatorsOf(article.state, mine)
    const compared = annotators.map(({ id }) => id)
    this.view = createStore<ReviewView>(() => ({
      compared,
      annotators,
      cases: [],
      listed: [],
      standings: new Map(),
      review: reviewOf(article.state),
      chosen: undefined,
      side: undefined,
      filter: { scope: 'open' },
      blind: false,
      reason: '',
    }))
    this.#refresh(article.state)
    this.choose(this.view.getState().listed[0])
    this.#stop = article.view.subscribe(({ state }, before) => {
      if (REVIEWED.some((kind) => state[kind] !== before.state[kind])) this.#refresh(state)
    })
  }

  /** The case that is looked at. */
  get chosen(): Case | undefined {
    const { cases, chosen } = this.view.getState()
    return cases.find(({ id }) => id === chosen)
  }

  /** The version of it that is looked at. */
  get side(): Annotation | Link | undefined {
    const { side } = this.view.getState()
    return side === undefined ? undefined : this.chosen?.members.get(side)
  }

  choose(one: Case | undefined): void {
    const first = this.view.getState().annotators.find(({ id }) => one?.members.has(id))
    this.view.setState({ chosen: one?.id, side: first?.id })
  }

  /** Looks at this annotator's version of the case. */
  chooseSide(annotator: string): void {
    if (this.chosen?.members.has(annotator)) this.view.setState({ side: annotator })
  }

  /** Compares these annotators; two at least. */
  compare(annotators: readonly string[]): void {
    this.view.setState({ compared: annotators })
    this.#refresh(this.#article.state)
    if (!this.chosen) this.choose(this.view.getState().listed[0])
  }

  list(filter: CaseFilter): void {
    this.view.setState({ filter })
    this.#list()
    const { listed } = this.view.getState()
    if (!listed.some(({ id }) => id === this.view.getState().chosen)) this.choose(listed[0])
  }

  /**
   * The case after or before the one looked at among those listed; when that is listed no more, because it was
   * decided, what now follows its place.
   */
  neighbour(step: 1 | -1): Case | undefined {
    const { cases, listed, chosen } = this.view.getState()
    const places = new Map(cases.map(({ id }, k) => [id, k]))
    const here = places.get(chosen ?? '') ?? -1
    return step > 0
      ? listed.find(({ id }) => places.get(id)! > here)
      : listed.findLast(({ id }) => places.get(id)! < here)
  }

  close(): void {
    this.#stop()
  }

  #refresh(state: DocumentState): void {
    const { compared } = this.view.getState()
    this.#compared = compareAgain(state, compared, this.#codebook(), this.#compared)
    const { cases } = this.#compared
    const review = reviewOf(state)
    const standings = new Map(cases.map((one) => [one.id, standingOf(one, review)]))
    this.view.setState({ annotators: annotatorsOf(state, this.#mine), cases, review, standings })
    this.#list()
  }

  #list(): void {
    const { cases, standings, filter } = this.view.getState()
    const listed = cases.filter((one) => isListed(one, standings.get(one.id)!, filter))
    this.view.setState({ listed })
  }
}

const REVIEWED = ['sets', 'annotations', 'links', 'verdicts', 'answers'] as const

function isListed(one: Case, standing: Standing, { scope, difference, tag, annotator }: CaseFilter): boolean {
  const differs = isDisputed(one)
  if (scope === 'open' && (standing === 'settled' || (!differs && standing === 'open'))) return false
  if (scope === 'differences' && !differs) return false
  if (difference === 'link' ? one.of !== 'link' : difference && !one.differences.includes(difference))
    return false
  if (tag !== undefined && ![...one.members.values()].some((member) => 'tag' in member && member.tag === tag))
    return false
  return annotator === undefined || one.members.has(annotator) || one.missing.includes(annotator)
}

/** Everybody who has a set here; what was settled is nobody's. */
const annotatorsOf = ({ sets }: DocumentState, mine: string): Person[] =>
  annotatorsIn(
    [...sets.values()].filter((set) => !isAdjudicated(set)),
    mine,
  )

interface Compared {
  readonly annotators: readonly string[]
  readonly records: readonly (Annotation | Link)[]
  readonly cases: readonly Case[]
}

/** A verdict adds to the adjudicated set and changes nobody's: then what was compared before still holds. */
function compareAgain(
  state: DocumentState,
  annotators: readonly string[],
  codebook: Codebook,
  before: Compared | undefined,
): Compared {
  const own = new Set([...state.sets.values()].flatMap((set) => (isAdjudicated(set) ? [] : [set.id])))
  const records = [...state.annotations.values(), ...state.links.values()].filter(({ set }) => own.has(set))
  const same =
    before?.annotators === annotators &&
    before.records.length === records.length &&
    records.every((record, k) => record === before.records[k])
  return same ? before : { annotators, records, cases: compareSets(state, annotators, codebook) }
}
