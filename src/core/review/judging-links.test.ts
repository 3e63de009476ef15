import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { ada, ben } from '../../testing/records'
import { ReviewDesk } from '../../testing/review-desk'
import { dora, goldOf, joined, reviewed, verdictsOf } from '../../testing/reviewed'
import { applyAll } from '../change/apply'
import { Judging } from './judging'

const said = '[claim Fares rise], [source he] said'
const linked = () =>
  new ReviewDesk(
    reviewed({ ada: said, ben: said }, ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2']),
  )

test('whoever accepts a link accepts what it joins', () => {
  const desk = linked()
  desk.rule('ada-2', 'discuss')
  desk.rule('ada-link-1', 'accept')
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”', 'source “he”', '“Fares rise” attributed-to “he”'])
  expect(desk.cases.map(({ id }) => desk.standing(id))).toEqual(['settled', 'settled', 'settled'])
  desk.rule('ben-link-1', 'accept', { holds: ben.id })
  expect(goldOf(desk.state)).toHaveLength(3)
})

test('a link ends at what was settled of its ends, whoever’s version that is', () => {
  const desk = new ReviewDesk(
    reviewed({ ada: '[claim Fares rise, ][source he] said', ben: said, cleo: 'Fares rise, he said' }, [
      'ada-1 attributed-to ada-2',
    ]),
  )
  desk.rule('ada-1', 'accept', { holds: ben.id })
  desk.rule('ada-link-1', 'accept')
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”', 'source “he”', '“Fares rise” attributed-to “he”'])
  expect(desk.verdict('ada-1').decision).toBe('fix')
})

test('a link that joins what was rejected is refused, and nothing is left of the attempt', () => {
  const desk = linked()
  desk.rule('ada-2', 'reject')
  const { state, cases } = desk
  const judging = new Judging(state, desk.author(dora), cases)
  const refused = judging.rule(desk.caseOf('ada-link-1'), { decision: 'accept' })
  expect(refused).toMatchObject({
    refusal: { message: 'An end of this link was rejected. Accept that first, or reject the link.' },
  })
  expect(judging.changes).toEqual([])
  expectOk(judging.rule(desk.caseOf('ada-link-1'), { decision: 'reject' }))
  expectOk(judging.rule(desk.caseOf('ada-2'), { decision: 'accept' }))
  expect(goldOf(expectOk(applyAll(state, judging.changes)))).toEqual(['source “he”'])
})

test('what was decided of the ends before somebody came holds for their link', () => {
  const differently = '[claim Fares rise, ][source he] said'
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }))
  desk.rule('ada-1', 'accept')
  desk.rule('ada-2', 'reject')
  const links = ['cleo-1 attributed-to cleo-2', 'cleo-1 supports cleo-3']
  desk.state = joined(desk.state, reviewed({ cleo: `${differently.slice(0, -4)}[figure said]` }, links))
  expect(desk.try('cleo-link-1', { decision: 'accept' })).toMatchObject({
    refusal: { message: 'An end of this link was rejected. Accept that first, or reject the link.' },
  })
  desk.rule('cleo-link-2', 'accept')
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”', 'figure “said”', '“Fares rise” supports “said”'])
  expect(desk.verdict('cleo-1')).toBeUndefined()
})

test('a link of somebody whose end was rejected is refused, although another’s was accepted', () => {
  const links = ['ada-1 attributed-to ada-2']
  const state = reviewed({ ada: said, ben: said }, links)
  const first = new ReviewDesk(state, [ada])
  first.rule('ada-1', 'reject')
  const second = new ReviewDesk(first.state, [ben], first.author)
  second.rule('ben-1', 'accept')
  const both = new ReviewDesk(second.state, [ada, ben], first.author)
  expect(both.standing('ada-1')).toBe('settled')
  expect(both.try('ada-link-1', { decision: 'accept' }).ok).toBe(false)
})

test('a link between what is settled as one is refused before its ends are accepted', () => {
  const desk = new ReviewDesk(reviewed({ ada: '[claim [claim Fares]] rise' }, ['ada-1 same-as ada-2']))
  const judging = new Judging(desk.state, desk.author(dora), desk.cases)
  const refused = judging.rule(desk.caseOf('ada-link-1'), { decision: 'accept' })
  expect(refused).toMatchObject({
    refusal: { message: 'Both ends of this link were settled as one annotation.' },
  })
  expect(judging.changes).toEqual([])
  desk.rule('ada-1', 'accept')
  expect(desk.try('ada-link-1', { decision: 'accept' }).ok).toBe(false)
  expect(goldOf(desk.state)).toEqual(['claim “Fares”'])
})

test('a link whose ends are not compared is refused', () => {
  const desk = linked()
  const judging = new Judging(desk.state, desk.author(dora), [])
  expect(judging.rule(desk.caseOf('ada-link-1'), { decision: 'accept' })).toMatchObject({
    refusal: { message: 'An end of this link is not among what is compared.' },
  })
})

test('links that read the same from both ends are settled as one', () => {
  const both = '[source He], said [source the mayor]'
  const desk = new ReviewDesk(
    reviewed({ ada: both, ben: both }, ['ada-1 same-as ada-2', 'ben-2 same-as ben-1']),
  )
  desk.rule('ada-link-1', 'accept')
  expect(goldOf(desk.state).slice(2)).toEqual(['“He” same-as “the mayor”'])
  expect(verdictsOf(desk.state)).toContain('ben-link-1: accept')
})
