import { expect, test } from 'vitest'
import { ReviewDesk } from '../../testing/review-desk'
import { ada, ben } from '../../testing/records'
import { cleo, goldOf, joined, reviewed, verdictsOf } from '../../testing/reviewed'
import { retag } from '../change/edits'
import { newsCodebook } from '../codebook/news'
import { objectTo } from './verdict-edits'

const pair = [ada, ben]
const said = '[claim Fares rise], [source he] said'
const nothing = { unanimous: 0, majority: 0, alone: 0 }

test('what all agree on is settled by each of them, with the links between', () => {
  const links = ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2']
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }, links))
  expect(desk.settle()).toEqual({ settled: { ...nothing, unanimous: 3 }, open: 0 })
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”', 'source “he”', '“Fares rise” attributed-to “he”'])
  expect(verdictsOf(desk.state)).toEqual(
    ['ada-1', 'ada-2', 'ada-link-1', 'ben-1', 'ben-2', 'ben-link-1'].map((id) => `${id}: accept, unanimous`),
  )
  expect(desk.settle()).toEqual({ settled: nothing, open: 0 })
})

test('what they differ in stays open, and what one person alone compared does not agree with itself', () => {
  const desk = new ReviewDesk(reviewed({ ada: '[claim Fares] rise', ben: '[claim Fares rise]' }))
  expect(desk.settle({ majority: true })).toEqual({ settled: nothing, open: 1 })
  const single = new ReviewDesk(reviewed({ ada: said }))
  expect(single.settle({ majority: true })).toEqual({ settled: nothing, open: 2 })
})

test('a link on which all agree waits until its ends are settled', () => {
  const links = ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2']
  const desk = new ReviewDesk(reviewed({ ada: said, ben: '[claim Fares rise, ][source he] said' }, links))
  expect(desk.settle()).toEqual({ settled: { ...nothing, unanimous: 1 }, open: 2 })
  expect(goldOf(desk.state)).toEqual(['source “he”'])
  desk.rule('ada-1', 'accept', { holds: ben.id })
  expect(desk.settle()).toEqual({ settled: { ...nothing, unanimous: 1 }, open: 0 })
  expect(goldOf(desk.state)).toHaveLength(3)
})

test('more than half decide; the others are told', () => {
  const desk = new ReviewDesk(
    reviewed({
      ada: '[claim Fares rise], [source he] said [figure twice]',
      ben: '[claim Fares rise, ][source he] said twice',
      cleo: '[claim Fares rise, ][source kind=named he] said twice',
    }),
  )
  expect(desk.settle({ majority: true })).toEqual({ settled: { ...nothing, majority: 3 }, open: 0 })
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise, ”', 'source “he”'])
  expect(verdictsOf(desk.state)).toEqual([
    'ada-1: fix, majority',
    'ada-2: accept, majority',
    'ada-3: reject, majority',
    'ben-1: accept, majority',
    'ben-2: accept, majority',
    'cleo-1: accept, majority',
    'cleo-2: fix, majority',
  ])
})

test('where no version has more than half, nobody decides', () => {
  const desk = new ReviewDesk(
    reviewed({ ada: '[claim Fares] rise', ben: '[claim Fares rise]', cleo: '[figure Fares] rise' }),
  )
  expect(desk.settle({ majority: true }).open).toBe(1)
})

test('links are settled by majority as well: most have it, or most do not', () => {
  const links = ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2', 'cleo-1 supports cleo-2']
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said, cleo: said }, links))
  const { settled, open } = desk.settle({ majority: true })
  expect({ settled, open }).toEqual({ settled: { unanimous: 2, majority: 2, alone: 0 }, open: 0 })
  expect(goldOf(desk.state)).toContain('“Fares rise” attributed-to “he”')
  expect(verdictsOf(desk.state)).toContain('cleo-link-1: reject, majority')
})

test('what one annotator alone marked holds when they are trusted', () => {
  const state = reviewed({ ada: said, ben: 'Fares rise, he [figure said]' }, ['ada-1 attributed-to ada-2'])
  const desk = new ReviewDesk(state, pair)
  const counts = desk.settle({ majority: true, alone: ada.id })
  expect(counts).toEqual({ settled: { ...nothing, alone: 3 }, open: 1 })
  expect(goldOf(desk.state)).toHaveLength(3)
  expect(verdictsOf(desk.state)).toEqual(['ada-1', 'ada-2', 'ada-link-1'].map((id) => `${id}: accept, alone`))
})

test('decisions that were made stay', () => {
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }))
  desk.rule('ada-1', 'reject')
  desk.rule('ada-2', 'discuss')
  const { state } = desk
  expect(desk.settle({ majority: true, alone: ada.id })).toEqual({ settled: nothing, open: 1 })
  expect(desk.state).toBe(state)
})

test('what is objected to stays open', () => {
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }))
  desk.settle()
  desk.perform(objectTo(desk.author(ben), desk.verdict('ben-1'), 'No'))
  expect(desk.settle({ majority: true })).toEqual({ settled: nothing, open: 1 })
})

test('when a third set arrives, what says the same is carried over, and no decision is touched', () => {
  const links = ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2']
  const text = '[claim Fares rise], [source he] said [figure twice]'
  const desk = new ReviewDesk(reviewed({ ada: text, ben: text }, links))
  desk.settle()
  const before = desk.state
  const third = '[claim Fares rise], [source he said] [figure twice]'
  desk.state = joined(before, reviewed({ cleo: third }, ['cleo-1 attributed-to cleo-2']))
  expect(desk.cases.map(({ id }) => desk.standing(id))).toEqual(['again', 'again', 'again', 'again'])
  expect(desk.settle({ majority: true })).toEqual({ settled: { ...nothing, unanimous: 2 }, open: 2 })
  for (const [id, verdict] of before.verdicts) expect(desk.state.verdicts.get(id)).toBe(verdict)
  expect(goldOf(desk.state)).toEqual(goldOf(before))
  expect(verdictsOf(desk.state)).toContain('cleo-1: accept, unanimous')
  expect(desk.verdict('cleo-1').result).toBe(desk.verdict('ada-1').result)
  expect(['cleo-2', 'cleo-link-1'].map((id) => desk.standing(id))).toEqual(['again', 'again'])
})

test('a link of a third is carried over with what it joins', () => {
  const links = ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2']
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }, links))
  desk.settle()
  desk.state = joined(desk.state, reviewed({ cleo: said }, ['cleo-1 attributed-to cleo-2']))
  expect(desk.settle()).toEqual({ settled: { ...nothing, unanimous: 3 }, open: 0 })
  expect(desk.verdict('cleo-link-1').result).toBe(desk.verdict('ada-link-1').result)
})

test('what was rejected, or settled otherwise, is not carried over to who comes later', () => {
  const desk = new ReviewDesk(reviewed({ ada: said, ben: '[claim Fares rise, ][source he] said' }))
  desk.rule('ada-1', 'accept', { holds: ben.id })
  desk.rule('ada-2', 'reject')
  desk.state = joined(desk.state, reviewed({ cleo: said }))
  const { state } = desk
  expect(desk.settle({ majority: true, alone: cleo.id })).toEqual({ settled: nothing, open: 2 })
  expect(desk.state).toBe(state)
})

test('who changes theirs into what was settled needs no new decision, who changes it otherwise does', () => {
  const [claim, source, figure] = newsCodebook.tags
  const desk = new ReviewDesk(reviewed({ ada: '[source Fares] rise', ben: '[claim Fares] rise' }))
  desk.rule('ada-1', 'accept', { holds: ben.id })
  desk.perform(retag(desk.author(ada), desk.annotation('ada-1'), figure!))
  expect(desk.settle().open).toBe(1)
  desk.perform(retag(desk.author(ada), desk.annotation('ada-1'), claim!))
  expect(desk.settle()).toEqual({ settled: nothing, open: 0 })
  desk.perform(retag(desk.author(ben), desk.annotation('ben-1'), source!))
  expect(desk.settle().open).toBe(1)
})

test('what is carried over takes the place of what was decided before it changed', () => {
  const state = reviewed({ ada: '[source Fares] rise', ben: '[claim Fares] rise' })
  const first = new ReviewDesk(state, [ada])
  first.rule('ada-1', 'reject')
  const second = new ReviewDesk(first.state, [ben], first.author)
  second.rule('ben-1', 'accept')
  const both = new ReviewDesk(second.state, pair, first.author)
  both.perform(retag(both.author(ada), both.annotation('ada-1'), newsCodebook.tags[0]!))
  expect(both.settle()).toEqual({ settled: { ...nothing, unanimous: 1 }, open: 0 })
  expect(verdictsOf(both.state)).toEqual(['ada-1: accept, unanimous', 'ben-1: accept'])
  expect(both.state.verdicts.size).toBe(2)
})
