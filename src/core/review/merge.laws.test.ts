import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Gesture, anyGesture } from '../../testing/gestures'
import { ada, ben } from '../../testing/records'
import { COPIED, Replica, START, entriesOf, sorted, cy } from '../../testing/replica'
import type { Change } from '../change/change'
import type { Ledger } from './ledger'
import { recordsIn } from './visible'

/** Everybody gives everybody what they have, until nobody learns anything. */
function exchangeAll(replicas: readonly Replica[]): number {
  let rounds = 0
  for (let news = true; news; rounds++) {
    news = false
    for (const one of replicas)
      for (const other of replicas)
        if (one !== other && one.takes(other.ledger).stamps.length > 0) news = true
  }
  return rounds
}

/** Something that one of several does, or takes in from another: what they have now or had at some time. */
interface Step {
  readonly who: number
  readonly does: Gesture | { readonly from: number; readonly when: number } | 'review'
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  who: fc.nat({ max: 2 }),
  does: fc.oneof(
    // The text stays as it is: with another text there is nothing to merge.
    { weight: 6, arbitrary: anyGesture.filter(({ kind }) => kind !== 'correct') },
    { weight: 3, arbitrary: fc.record({ from: fc.nat({ max: 2 }), when: fc.nat() }) },
    { weight: 1, arbitrary: fc.constant('review' as const) },
  ),
})

/** What reviewing does to records: a verdict with an answer comes, or the verdict goes with its answers. */
function review(replica: Replica): void {
  const { state, author } = replica
  const [verdict] = state.verdicts.values()
  const [judged] = state.annotations.values()
  if (verdict) {
    const answers = [...state.answers.values()].filter(({ on }) => on === verdict.id)
    const gone = answers.map((record): Change => ({ of: 'answer', kind: 'remove', record }))
    replica.makes('Take back', ...gone, { of: 'verdict', kind: 'remove', record: verdict })
  } else if (judged) {
    const at = { created: author.now(), modified: author.now() }
    const by = author.person
    const given = { id: author.newId('verdict'), judged, by, decision: 'accept' as const, reason: '', ...at }
    const said = { id: author.newId('answer'), on: given.id, by, kind: 'adopt' as const, words: '', ...at }
    replica.makes(
      'Judge',
      { of: 'verdict', kind: 'add', record: given },
      { of: 'answer', kind: 'add', record: said },
    )
  }
}

/** Three who begin with one article, after all these steps; with everything that was ever sent. */
function threeAfter(steps: readonly Step[], wrongBy: readonly [number, number, number]) {
  const replicas = [ada, ben, cy].map((person, k) => new Replica(person, wrongBy[k]))
  replicas[0]!.makes('Tag', ...START)
  const sent: Ledger[][] = replicas.map(({ ledger }) => [ledger])
  for (const { who, does } of steps) {
    const replica = replicas[who]!
    if (does === 'review') review(replica)
    else if ('kind' in does) replica.gestures(does)
    else {
      const theirs = sent[does.from]!
      replica.takes(theirs[does.when % theirs.length]!)
    }
    sent[who]!.push(replica.ledger)
  }
  return { replicas, sent }
}

const anySteps = fc.array(anyStep, { maxLength: 30 })
const anySkew = fc.constantFrom<[number, number, number]>(
  [0, 0, 0],
  [0, -3600, 0],
  [5, 0, -7],
  [0, 86_400, 1],
)

describe('three who exchange what they have', () => {
  test('end with the same records, whatever each did and took in before', () => {
    fc.assert(
      fc.property(anySteps, anySkew, (steps, wrongBy) => {
        const { replicas } = threeAfter(steps, wrongBy)
        exchangeAll(replicas)
        const [first, ...others] = replicas
        for (const other of others) {
          expect(other.records).toEqual(first!.records)
          expect(entriesOf(other.ledger)).toEqual(entriesOf(first!.ledger))
        }
      }),
    )
  })

  test('have at any time just what their ledgers say', () => {
    fc.assert(
      fc.property(anySteps, anySkew, (steps, wrongBy) => {
        for (const { ledger, records } of threeAfter(steps, wrongBy).replicas)
          expect(sorted(recordsIn(ledger, COPIED))).toEqual(records)
      }),
    )
  })

  test('learn nothing from what was sent before, and lose nothing by it', () => {
    fc.assert(
      fc.property(anySteps, anySkew, (steps, wrongBy) => {
        const { replicas, sent } = threeAfter(steps, wrongBy)
        exchangeAll(replicas)
        for (const replica of replicas)
          for (const theirs of sent.flat()) {
            const { changes, stamps, unseen } = replica.takes(theirs)
            expect([changes, stamps, unseen]).toEqual([[], [], 0])
          }
      }),
      { numRuns: 30 },
    )
  })
})

test('somebody who gets everything in any order, and some of it again, ends the same', () => {
  const order = fc.infiniteStream(fc.nat())
  fc.assert(
    fc.property(anySteps, anySkew, order, (steps, wrongBy, numbers) => {
      const all = threeAfter(steps, wrongBy).sent.flat()
      const inTurn = new Replica(cy)
      for (const theirs of all) inTurn.takes(theirs)
      const shuffled = new Replica(cy)
      const left = [...all, ...all.slice(0, 3)]
      while (left.length > 0) {
        const { value } = numbers.next()
        shuffled.takes(left.splice(value % left.length, 1)[0]!)
      }
      expect(shuffled.records).toEqual(inTurn.records)
      expect(entriesOf(shuffled.ledger)).toEqual(entriesOf(inTurn.ledger))
    }),
    { numRuns: 30 },
  )
})
