import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRecords } from '../../testing/annotated'
import { ada, ben } from '../../testing/records'
import { cleo, dora, joined, linesOf, reviewed } from '../../testing/reviewed'
import { anyWords } from '../../testing/texts'
import type { Annotation } from '../annotation/annotation'
import { compareSpans } from '../annotation/span'
import { type DocumentState, recordsOf, stateOf } from '../change/state'
import { newsCodebook } from '../codebook/news'
import { type Case, compareSets, isDisputed } from './cases'

const PEOPLE = [ada.id, ben.id, cleo.id]
const compared = (state: DocumentState, annotators = PEOPLE): Case[] =>
  compareSets(state, annotators, newsCodebook)
const lines = (state: DocumentState): string[] => linesOf(compared(state))

test.each([
  ['[claim Fares rise], he said', '[claim Fares rise], he said', 'agreed'],
  ['[claim Fares rise], he said', '[claim Fares rise, he said]', 'boundary'],
  ['[claim Fares rise], he said', '[source Fares rise], he said', 'tag'],
  ['[claim Fares rise], he said', '[source Fares rise, ]he said', 'tag, boundary'],
  ['[claim kind=fact Fares rise]', '[claim kind=opinion Fares rise]', 'attributes'],
  ['[claim kind=fact Fares rise now]', '[claim Fares rise] now', 'boundary, attributes'],
])('of “%s” and “%s” two annotators say: %s', (one, other, differences) => {
  expect(lines(reviewed({ ada: one, ben: other }))).toEqual([`ada-1 ben-1: ${differences}`])
})

test('what one of two has is theirs alone, and what only remarks differ in is agreed', () => {
  const state = reviewed({ ada: '[claim Fares rise], he said', ben: 'Fares rise, [source he] said' })
  expect(lines(state)).toEqual(['ada-1: alone', 'ben-1: alone'])
  const [alone] = compared(state)
  expect([...alone!.members.keys(), ...alone!.missing]).toEqual([ada.id, ben.id])
  const same = reviewed({ ada: '[claim Fares rise]', ben: '[claim Fares rise]' })
  const noted = [...same.annotations].map(([id, record]) => [id, { ...record, note: `of ${id}` }] as const)
  expect(lines({ ...same, annotations: new Map(noted) })).toEqual(['ada-1 ben-1: agreed'])
})

test('an attribute may have any name', () => {
  const state = reviewed({ ada: '[claim Fares]', ben: '[claim Fares]' })
  const valued = (values: readonly [string, string]) => ({
    ...state,
    annotations: new Map(
      [...state.annotations.values()].map((record, k) => [
        record.id,
        { ...record, attributes: JSON.parse(`{"valueOf":"${values[k]}"}`) as Annotation['attributes'] },
      ]),
    ),
  })
  expect(lines(valued(['x', 'x']))).toEqual(['ada-1 ben-1: agreed'])
  expect(lines(valued(['x', 'y']))).toEqual(['ada-1 ben-1: attributes'])
})

test('of three, one may have missed what two have, or have something else', () => {
  const state = reviewed({
    ada: '[claim Fares rise], [source he] said [figure twice]',
    ben: '[claim Fares rise], [source he] said twice',
    cleo: '[figure Fares rise], he said twice',
  })
  expect(lines(state)).toEqual(['ada-1 ben-1 cleo-1: tag', 'ada-2 ben-2: missed', 'ada-3: alone'])
  expect(compared(state)[1]!.missing).toEqual([cleo.id])
})

test('who read and marked nothing missed all; who did not read missed nothing', () => {
  const state = joined(reviewed({ ada: '[claim Fares] rise' }), reviewed({ ben: 'Fares rise' }))
  expect(lines(state)).toEqual(['ada-1: alone'])
  expect(lines(reviewed({ ada: '[claim Fares] rise' }))).toEqual(['ada-1: agreed'])
  expect(compared(state).filter(isDisputed)).toHaveLength(1)
})

test('only those are compared who are named', () => {
  const state = reviewed({ ada: '[claim Fares]', ben: '[claim Fares]', cleo: 'Fares' })
  expect(linesOf(compared(state, [ben.id, ada.id]))).toEqual(['ada-1 ben-1: agreed'])
  expect(linesOf(compared(state, [ben.id, dora.id]))).toEqual(['ben-1: agreed'])
})

const said = '[claim Fares rise], [source he] told [source them]'

test('links of one type between the same things are one case, after that where they begin', () => {
  const state = reviewed({ ada: said, ben: said, cleo: said }, [
    'ada-1 attributed-to ada-3',
    'ada-1 attributed-to ada-2',
    'ben-1 attributed-to ben-2',
    'cleo-1 attributed-to cleo-2',
    'ben-2 same-as ben-3',
    'cleo-1 supports cleo-2',
  ])
  expect(lines(state)).toEqual([
    'ada-1 ben-1 cleo-1: agreed',
    'ada-link-2 ben-link-1 cleo-link-1: agreed',
    'cleo-link-2: alone',
    'ada-link-1: alone',
    'ada-2 ben-2 cleo-2: agreed',
    'ben-link-2: alone',
    'ada-3 ben-3 cleo-3: agreed',
  ])
})

test('the direction of a link counts, unless its type reads the same from both ends', () => {
  const state = reviewed({ ada: said, ben: said }, [
    'ada-2 same-as ada-3',
    'ben-3 same-as ben-2',
    'ada-2 supports ada-3',
    'ben-3 supports ben-2',
  ])
  expect(lines(state).filter((line) => line.includes('link'))).toEqual([
    'ada-link-1 ben-link-1: agreed',
    'ada-link-2: alone',
    'ben-link-2: alone',
  ])
  expect(compareSets(state, PEOPLE).filter(({ of }) => of === 'link')).toHaveLength(4)
})

test('twins of one annotator are cases of their own', () => {
  const state = reviewed({ ada: '[claim [claim Fares]] [source he]', ben: '[claim Fares] [source he]' }, [
    'ada-1 attributed-to ada-3',
    'ada-1 attributed-to ada-3',
    'ben-1 attributed-to ben-2',
  ])
  expect(lines(state)).toEqual([
    'ada-1 ben-1: agreed',
    'ada-link-1 ben-link-1: agreed',
    'ada-link-2: alone',
    'ada-2: alone',
    'ada-3 ben-2: agreed',
  ])
})

test('a link to what another tagged is nobody’s case', () => {
  const state = reviewed({ ada: said, ben: said }, ['ada-1 attributed-to ben-2'])
  expect(lines(state).filter((line) => line.includes('link'))).toEqual([])
})

const anyState = anyWords.chain((text) => anyRecords(text).map((records) => stateOf(text, records)))

test('everything is in exactly one case, at most once an annotator', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const cases = compared(state)
      const owner = (set: string) => state.sets.get(set)!.annotator.id
      const of = (id: string) => owner(state.annotations.get(id)!.set)
      const own = [...state.links.values()].filter(
        ({ set, from, to }) => of(from) === owner(set) && of(to) === owner(set),
      )
      expect(cases.flatMap(({ members }) => [...members.values()].map(({ id }) => id)).toSorted()).toEqual(
        [...state.annotations.keys(), ...own.map(({ id }) => id)].toSorted(),
      )
      for (const { id, members, missing } of cases) {
        expect([...members.keys(), ...missing].toSorted()).toEqual([ada.id, ben.id])
        expect([...members].map(([annotator, { set }]) => [annotator, owner(set)])).toEqual(
          [...members.keys()].toSorted().map((annotator) => [annotator, annotator]),
        )
        expect([...members.values()][0]!.id).toBe(id)
      }
    }),
  )
})

test('the order is that of the text, whatever the order of sets, records and annotators', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const cases = compared(state)
      const spans = cases.flatMap((one) =>
        one.of === 'annotation' ? [[...one.members.values()][0]!.span] : [],
      )
      for (const [k, span] of spans.slice(1).entries())
        expect(compareSpans(spans[k]!, span)).not.toBeGreaterThan(0)
      const { sets, annotations, links, ...others } = recordsOf(state)
      const turned = stateOf(state.text, {
        ...others,
        sets: sets.toReversed(),
        annotations: annotations.toReversed(),
        links: links.toReversed(),
      })
      expect(compared(turned, PEOPLE.toReversed())).toEqual(cases)
    }),
  )
})
