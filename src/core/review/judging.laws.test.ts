import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ReviewStep, anyReviewStep, anyReviewed, takeStep } from '../../testing/any-review'
import { anyGesture, editBy } from '../../testing/gestures'
import { ReviewDesk } from '../../testing/review-desk'
import { ada } from '../../testing/records'
import type { DocumentState } from '../change/state'
import { isAdjudicated } from './adjudicated'
import { type Case, sayTheSame } from './cases'

const anySteps = fc.array(anyReviewStep, { maxLength: 12 })

/** What was settled came of verdicts that count, each of which can say what came of it. */
function checkSettled({ state, review }: ReviewDesk): void {
  const named = new Set<string>()
  for (const { result } of review.verdicts.values()) {
    if (result === undefined) continue
    named.add(result)
    expect(state.annotations.has(result) || state.links.has(result)).toBe(true)
  }
  const ours = (record: { readonly set: string }) => isAdjudicated(state.sets.get(record.set)!)
  const annotations = [...state.annotations.values()].filter(ours)
  const links = [...state.links.values()].filter(ours)
  expect([...annotations, ...links].map(({ id }) => id).toSorted()).toEqual([...named].toSorted())
  for (const { from, to } of links) for (const end of [from, to]) expect(named).toContain(end)
}

test('whatever is ruled, taken back, settled, answered and changed, what is settled came of what counts', () => {
  fc.assert(
    fc.property(anyReviewed, anySteps, (state, steps) => {
      const desk = new ReviewDesk(state)
      for (const step of steps) {
        takeStep(desk, step)
        checkSettled(desk)
      }
    }),
  )
})

test('every ruling can be performed and undone, whatever was done to what was settled', () => {
  const anyDoings = fc.array(fc.oneof(anyReviewStep, anyGesture), { maxLength: 15 })
  fc.assert(
    fc.property(anyReviewed, anyDoings, (state, doings) => {
      const desk = new ReviewDesk(state)
      for (const doing of doings) {
        if (!('kind' in doing)) takeStep(desk, doing)
        else {
          const edit = editBy(desk.author(ada), desk.state, doing)
          if (edit) desk.perform(edit)
        }
      }
    }),
  )
})

function deskAfter(state: DocumentState, steps: readonly ReviewStep[]): ReviewDesk {
  const desk = new ReviewDesk(state)
  for (const step of steps) takeStep(desk, step)
  return desk
}

/** Somewhere in a review, with numbers that say which case is looked at and whose version of it. */
const checkCase = (check: (desk: ReviewDesk, one: Case, holds: string) => void): void =>
  fc.assert(
    fc.property(anyReviewed, anySteps, fc.nat(), fc.nat(), (state, steps, number, other) => {
      const desk = deskAfter(state, steps)
      const one = desk.cases[number % desk.cases.length]
      if (one) check(desk, one, [...one.members.keys()][other % one.members.size]!)
    }),
  )

const idsOf = ({ members }: Case): string[] => [...members.values()].map(({ id }) => id)

test('what is accepted is settled as the version that holds, of which each member is told', () => {
  checkCase((desk, one, holds) => {
    const before = desk.state
    const done = desk.try(one.id, { decision: 'accept', holds })
    if (!done.ok) {
      expect(one.of).toBe('link')
      expect(desk.state).toBe(before)
      return
    }
    expect(desk.standing(one.id)).toBe('settled')
    const result = done.value!
    for (const id of idsOf(one)) expect(desk.verdict(id).result).toBe(result)
    if (one.of === 'link') return
    const version = one.members.get(holds)!
    expect(sayTheSame(desk.annotation(result), version)).toBe(true)
    for (const member of one.members.values())
      expect(desk.verdict(member.id).decision).toBe(sayTheSame(member, version) ? 'accept' : 'fix')
  })
})

test('what is taken back is open, and what was not ruled on stays', () => {
  checkCase((desk, one) => {
    const standings = new Map(desk.cases.map(({ id }) => [id, desk.standing(id)]))
    desk.takeBack(one.id)
    expect(desk.standing(one.id)).toBe('open')
    for (const id of idsOf(one)) expect(desk.verdict(id)).toBeUndefined()
    for (const { id, of } of desk.cases)
      if (of === 'annotation' && id !== one.id) expect(desk.standing(id)).toBe(standings.get(id))
  })
})

test('settling twice does nothing the second time', () => {
  const anyRules = fc.record({ majority: fc.boolean(), alone: fc.constantFrom('person-ada', 'person-cleo') })
  fc.assert(
    fc.property(anyReviewed, anySteps, anyRules, (before, steps, rules) => {
      const desk = deskAfter(before, steps)
      const { open } = desk.settle(rules)
      const { state } = desk
      expect(desk.settle(rules)).toEqual({ settled: { unanimous: 0, majority: 0, alone: 0 }, open })
      expect(desk.state).toBe(state)
      expect(desk.cases.filter(({ id }) => desk.standing(id) !== 'settled')).toHaveLength(open)
    }),
  )
})
