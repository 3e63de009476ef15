import { z } from 'zod'
import { id } from '../../base/id'
import { annotation } from '../annotation/annotation'
import { link } from '../annotation/link'
import { person } from '../annotation/set'

/** What a reviewer can decide: it holds, it does not, it holds once mended, or it is to be talked about. */
export const decision = z.enum(['accept', 'reject', 'fix', 'discuss'])
export type Decision = z.infer<typeof decision>

/** By which rule something was settled that nobody looked at one by one. */
export const settlementRule = z.enum(['unanimous', 'majority', 'alone'])
export type SettlementRule = z.infer<typeof settlementRule>

/**
 * What a reviewer decided about an annotation or a link of an annotator, with what it looked like then: it may be
 * changed or removed afterwards, and the verdict still says what was judged.
 */
export const verdict = z.object({
  id,
  /** What was judged, just as it was. */
  judged: z.union([annotation, link]),
  by: person,
  decision,
  /** Why, in the words of the workspace's list or in others; empty when no reason was given. */
  reason: z.string().max(1000),
  /** Id of the annotation or link of the adjudicated set that came of it; absent when none did. */
  result: id.optional(),
  /** Absent when a person looked at it. */
  rule: settlementRule.optional(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Verdict = z.infer<typeof verdict>

/** Whether it leaves nothing open. */
export const isSettled = ({ decision: decided }: Pick<Verdict, 'decision'>): boolean => decided !== 'discuss'

/** Whether what was judged still is as it was: a verdict on something that changed since must be given again. */
export const stillSays = ({ judged }: Pick<Verdict, 'judged'>, now: { readonly modified: string }): boolean =>
  judged.modified === now.modified

/** The order of lists: by age, then by id, so that it is the same on every machine. */
export const compareVerdicts = (a: Verdict, b: Verdict): number =>
  a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
