import * as fc from 'fast-check'
import type { Annotation } from '../core/annotation/annotation'
import type { Link } from '../core/annotation/link'
import type { Person } from '../core/annotation/set'
import type { Edit } from '../core/change/change'
import { retag, untag } from '../core/change/edits'
import { unlink } from '../core/change/edit-links'
import { type DocumentState, recordsOf, stateOf } from '../core/change/state'
import { newsCodebook } from '../core/codebook/news'
import { isAdjudicated } from '../core/review/adjudicated'
import { decision } from '../core/review/verdict'
import { adopt, objectTo } from '../core/review/verdict-edits'
import { anyRecords } from './annotated'
import { ada, ben, setBy } from './records'
import { cleo } from './reviewed'
import type { ReviewDesk } from './review-desk'
import { anyWords } from './texts'

const TRIO = [ada, ben, cleo]

/** What three people marked in one text, some of it the same, with verdicts and answers on some of it. */
export const anyReviewed: fc.Arbitrary<DocumentState> = anyWords.chain((text) =>
  fc
    .tuple(anyRecords(text), fc.array(fc.nat({ max: 6 }), { minLength: 6, maxLength: 6 }))
    .map(([records, owners]) => {
      const annotations = records.annotations.flatMap((record, k) => ownedBy(record, whose(owners[k]!)))
      const links = records.links.flatMap((link) => TRIO.map((person) => owned(link, person)))
      const ids = new Set(annotations.map(({ id }) => id))
      return stateOf(text, {
        ...records,
        sets: TRIO.map(setBy),
        annotations,
        links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
        // Some of Ada’s was judged before, whether she still has it or not.
        verdicts: records.verdicts.map((verdict) => ({ ...verdict, judged: judgedOf(verdict.judged) })),
      })
    }),
)

/** Who of the three has an annotation, by a number that stands for some of them. */
const whose = (number: number): Person[] => TRIO.filter((_, k) => ((number + 1) >> k) & 1)

const idOf = (id: string, { name }: Person): string => `${name.toLowerCase()}-${id}`
const ownedBy = (record: Annotation, people: readonly Person[]): Annotation[] =>
  people.map((person) => ({
    ...record,
    attributes: { ...record.attributes },
    id: idOf(record.id, person),
    set: setBy(person).id,
  }))
const owned = (link: Link, person: Person): Link => ({
  ...link,
  id: idOf(link.id, person),
  set: setBy(person).id,
  from: idOf(link.from, person),
  to: idOf(link.to, person),
})
const judgedOf = (judged: Annotation | Link): Annotation | Link =>
  'span' in judged ? ownedBy(judged, [ada])[0]! : owned(judged, ada)

/** What may happen in a review, before it is known what there is to do it to. */
export type ReviewStep = readonly [kind: keyof typeof STEPS, number: number, other: number]

const STEPS = {
  rule(desk: ReviewDesk, number: number, other: number) {
    const one = pick(desk.cases, number)
    const chosen = pick(decision.options, other)!
    const holds = one && pick([...one.members.keys()], other >> 2)
    if (one) desk.try(one.id, { decision: chosen, ...(other % 3 > 0 ? { holds: holds! } : {}) })
  },
  'take back'(desk: ReviewDesk, number: number) {
    const one = pick(desk.cases, number)
    if (one) desk.takeBack(one.id)
  },
  settle(desk: ReviewDesk, number: number, other: number) {
    const alone = pick([undefined, ...TRIO], other)
    desk.settle({ majority: number % 2 === 0, ...(alone ? { alone: alone.id } : {}) })
  },
  object(desk: ReviewDesk, number: number) {
    const verdict = pick([...desk.review.verdicts.values()], number)
    if (verdict) desk.perform(objectTo(desk.author(ada), verdict, 'No'))
  },
  adopt(desk: ReviewDesk, number: number) {
    const verdict = pick([...desk.review.verdicts.values()], number)
    if (verdict) desk.perform(adopt(desk.state, desk.author(ada), verdict))
  },
  change(desk: ReviewDesk, number: number, other: number) {
    const edit = editOfOwn(desk, number, other)
    if (edit) desk.perform(edit)
  },
} satisfies Record<string, (desk: ReviewDesk, number: number, other: number) => void>

/** Something that annotators do to what is theirs. */
function editOfOwn({ state, author }: ReviewDesk, number: number, other: number): Edit | undefined {
  const ours = (record: Annotation | Link) => !isAdjudicated(state.sets.get(record.set)!)
  const annotation = pick(recordsOf(state).annotations.filter(ours), number)
  const link = pick(recordsOf(state).links.filter(ours), number)
  if (link && other % 4 === 0) return unlink(state, author(ada), link, 'link')
  if (!annotation) return undefined
  return other % 3 === 0
    ? untag(state, author(ada), annotation, 'tag')
    : retag(author(ada), annotation, pick(newsCodebook.tags, other)!)
}

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]

export const takeStep = (desk: ReviewDesk, [kind, number, other]: ReviewStep): void =>
  STEPS[kind](desk, number, other)

export const anyReviewStep: fc.Arbitrary<ReviewStep> = fc.tuple(
  fc.constantFrom<ReviewStep[0]>('rule', 'rule', 'rule', ...(Object.keys(STEPS) as ReviewStep[0][])),
  fc.nat({ max: 999 }),
  fc.nat({ max: 999 }),
)
