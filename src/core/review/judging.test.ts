import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { ada, ben, time } from '../../testing/records'
import { ReviewDesk } from '../../testing/review-desk'
import { authors, dora, goldOf, performed, reviewed, verdictsOf } from '../../testing/reviewed'
import { commentOn } from '../change/edit-comments'
import { linkTo } from '../change/edit-links'
import { respan } from '../change/edit-spans'
import { retag, untag } from '../change/edits'
import { newsCodebook } from '../codebook/news'
import { Judging } from './judging'
import { reviewOf } from './standing'
import type { Verdict } from './verdict'
import { objectTo } from './verdict-edits'

const [, source] = newsCodebook.tags
const attributedTo = newsCodebook.links[0]!

const differing = { ada: '[claim Fares rise], he said', ben: '[claim Fares rise, he said]' }
const said = '[claim Fares rise], [source he] said'
const linked = () =>
  new ReviewDesk(
    reviewed({ ada: said, ben: said }, ['ada-1 attributed-to ada-2', 'ben-1 attributed-to ben-2']),
  )

test('what is accepted is settled once, and who had it otherwise is told', () => {
  const desk = new ReviewDesk(reviewed({ ...differing, cleo: differing.ben }))
  const result = desk.rule('ada-1', 'accept', { holds: ben.id, reason: 'whole sentence' })
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise, he said”'])
  expect(verdictsOf(desk.state)).toEqual(['ada-1: fix', 'ben-1: accept', 'cleo-1: accept'])
  for (const id of ['ada-1', 'ben-1', 'cleo-1'])
    expect(desk.verdict(id)).toMatchObject({ result, reason: 'whole sentence', by: dora })
  expect(desk.verdict('ada-1').judged).toEqual(desk.annotation('ada-1'))
  const { tag, span, note, attributes, codebook } = desk.annotation('ben-1')
  expect(desk.annotation(result!)).toMatchObject({ tag, span, note, attributes, codebook })
  expect(desk.standing('ada-1')).toBe('settled')
})

test('without a name, the first version holds; a name that has none is refused', () => {
  const desk = new ReviewDesk(reviewed({ ...differing, cleo: 'Fares rise, he said' }))
  const refused = desk.try('ada-1', { decision: 'accept', holds: 'person-cleo' })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'missing' } })
  expect(desk.state.verdicts.size).toBe(0)
  desk.rule('ada-1', 'accept')
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”'])
})

test('what is rejected or to be discussed leaves nothing in the adjudicated set', () => {
  const desk = new ReviewDesk(reviewed(differing))
  expect(desk.rule('ada-1', 'discuss')).toBeUndefined()
  expect(desk.standing('ada-1')).toBe('discussed')
  desk.rule('ada-1', 'reject', { holds: ada.id })
  expect(verdictsOf(desk.state)).toEqual(['ada-1: reject', 'ben-1: reject'])
  expect(desk.standing('ada-1')).toBe('settled')
  expect([...desk.state.sets.keys()]).toEqual(['set-person-ada', 'set-person-ben'])
})

test('what is to be mended is settled first, and everybody is told', () => {
  const desk = new ReviewDesk(reviewed(differing))
  const result = desk.rule('ada-1', 'fix')!
  expect(verdictsOf(desk.state)).toEqual(['ada-1: fix', 'ben-1: fix'])
  desk.perform(retag(desk.author(dora), desk.annotation(result), source!))
  expect(goldOf(desk.state)).toEqual(['source “Fares rise”'])
  expect(desk.standing('ada-1')).toBe('settled')
})

test('deciding otherwise mends what was settled, which keeps its id and its links', () => {
  const desk = new ReviewDesk(
    reviewed({ ada: said, ben: '[claim Fares rise, ][source he] said' }, ['ada-1 attributed-to ada-2']),
  )
  desk.rule('ada-link-1', 'accept')
  const { result } = desk.verdict('ada-1')
  expect(desk.rule('ada-1', 'accept', { holds: ben.id })).toBe(result)
  expect(goldOf(desk.state)).toEqual([
    'claim “Fares rise, ”',
    'source “he”',
    '“Fares rise, ” attributed-to “he”',
  ])
  expect(verdictsOf(desk.state)).toEqual([
    'ada-1: fix',
    'ada-2: accept',
    'ada-link-1: accept',
    'ben-1: accept',
    'ben-2: accept',
  ])
  expect(desk.state.verdicts.size).toBe(5)
})

test('what says the same is settled as one, and stays as long as one of them holds', () => {
  const desk = new ReviewDesk(reviewed({ ada: '[claim [claim Fares]] rise' }))
  expect(desk.rule('ada-1', 'accept')).toBe(desk.rule('ada-2', 'accept'))
  desk.rule('ada-1', 'reject')
  expect(goldOf(desk.state)).toEqual(['claim “Fares”'])
  desk.takeBack('ada-2')
  expect(goldOf(desk.state)).toEqual([])
})

test('deciding otherwise leaves alone what something else was settled as, too', () => {
  const twins = { ada: '[claim [claim Fares]] rise', ben: '[claim Fares rise]' }
  const desk = new ReviewDesk(reviewed(twins))
  const shared = desk.rule('ada-1', 'accept')
  expect(desk.rule('ada-2', 'accept')).toBe(shared)
  expect(desk.rule('ben-1', 'accept', { holds: ben.id })).not.toBe(shared)
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”', 'claim “Fares”'])
})

test('of two that say the same, a case keeps what it was settled as', () => {
  const desk = new ReviewDesk(reviewed({ ada: '[claim [claim Fares]] rise', ben: '[claim Fares rise]' }))
  const alone = desk.caseOf('ada-1').members.size === 1 ? 'ada-1' : 'ada-2'
  const other = desk.annotation(desk.rule(alone, 'accept')!)
  const result = desk.rule('ben-1', 'accept', { holds: ben.id })
  desk.perform(respan(desk.state, desk.author(dora), other, [{ start: 0, end: 10 }], 'Move the end')!)
  expect(desk.rule('ben-1', 'accept', { holds: ben.id })).toBe(result)
})

test('of what two reviewers decided before they met, the latest counts and nothing is left of the other', () => {
  const desk = new ReviewDesk(reviewed(differing))
  desk.rule('ada-1', 'accept')
  const { result: _, ...theirs } = desk.verdict('ada-1')
  const later: Verdict = { ...theirs, id: 'verdict-other', decision: 'discuss', created: time(700) }
  desk.state = { ...desk.state, verdicts: new Map([...desk.state.verdicts, [later.id, later]]) }
  desk.rule('ada-1', 'reject')
  expect(goldOf(desk.state)).toEqual([])
})

test('rejecting what was accepted removes it with its links, comments and the verdicts on those links', () => {
  const desk = linked()
  const link = desk.rule('ada-link-1', 'accept')!
  const { result } = desk.verdict('ada-1')
  desk.perform(commentOn(desk.author(ada), result!, 'Really?').edit)
  desk.perform(commentOn(desk.author(ada), link, 'Really?').edit)
  desk.rule('ada-1', 'reject')
  expect(goldOf(desk.state)).toEqual(['source “he”'])
  expect(verdictsOf(desk.state)).toEqual(['ada-1: reject', 'ada-2: accept', 'ben-1: reject', 'ben-2: accept'])
  expect(desk.standing('ada-link-1')).toBe('open')
  expect(desk.state.comments.size).toBe(0)
})

test('a link of somebody else’s to what was settled goes with it', () => {
  const desk = linked()
  const accepted = desk.annotation(desk.rule('ada-1', 'accept')!)
  const to = desk.annotation('ada-2')
  const { edit, link } = linkTo(desk.state, desk.author(dora), attributedTo, accepted, to)
  desk.perform(edit)
  desk.perform(commentOn(desk.author(ada), link.id, 'Why?').edit)
  desk.takeBack('ada-1')
  expect(desk.state.links.has(link.id)).toBe(false)
  expect(desk.state.comments.size).toBe(0)
})

test('what was settled goes although an annotator whose version was judged removed it', () => {
  const desk = new ReviewDesk(reviewed(differing))
  desk.rule('ada-1', 'accept')
  desk.perform(untag(desk.state, desk.author(ada), desk.annotation('ada-1'), 'claim'))
  expect(goldOf(desk.state)).toEqual(['claim “Fares rise”'])
  desk.rule('ben-1', 'reject')
  expect(goldOf(desk.state)).toEqual([])
  expect(verdictsOf(desk.state)).toEqual(['ben-1: reject'])
})

test('what is taken back is open again, and nothing is left of it', () => {
  const desk = linked()
  const before = desk.state
  expect(desk.takeBack('ada-link-1')).toBe(false)
  desk.rule('ada-link-1', 'accept')
  desk.perform(objectTo(desk.author(ben), desk.verdict('ben-1'), 'No'))
  desk.takeBack('ada-1')
  expect(goldOf(desk.state)).toEqual(['source “he”'])
  expect(desk.cases.map(({ id }) => desk.standing(id))).toEqual(['open', 'open', 'settled'])
  desk.takeBack('ben-2')
  expect({ ...desk.state, sets: before.sets }).toEqual(before)
})

test('an objection that was ruled on does not come back when that ruling is taken back', () => {
  const desk = new ReviewDesk(reviewed(differing))
  desk.rule('ada-1', 'accept')
  desk.perform(objectTo(desk.author(ben), desk.verdict('ben-1'), 'No'))
  desk.rule('ada-1', 'reject')
  expect(desk.state.verdicts.size).toBe(3)
  desk.takeBack('ada-1')
  expect(desk.standing('ada-1')).toBe('open')
  expect([desk.state.verdicts.size, desk.state.answers.size]).toEqual([0, 0])
})

test('in one edit, of several rulings on a case the last holds, and nothing is left of the others', () => {
  const desk = linked()
  const { state, cases } = desk
  const judging = new Judging(state, desk.author(dora), cases)
  const one = desk.caseOf('ada-1')
  for (const decision of ['accept', 'reject', 'accept', 'discuss', 'fix', 'reject'] as const)
    expectOk(judging.rule(one, { decision }))
  expectOk(judging.rule(desk.caseOf('ada-2'), { decision: 'accept' }))
  judging.takeBack(desk.caseOf('ada-2'))
  const edit = { id: 'edit', name: 'All', author: dora.id, at: time(0), changes: [...judging.changes] }
  const after = performed(state, edit)
  expect(goldOf(after)).toEqual([])
  expect(verdictsOf(after)).toEqual(['ada-1: reject', 'ben-1: reject'])
})

test('a new verdict counts although the clock stands still, or another one was ahead', () => {
  const ahead = time(900)
  const still = authors()
  const stopped = (person: typeof dora) => ({ ...still(person), now: () => time(500) })
  const desk = new ReviewDesk(reviewed(differing), undefined, stopped)
  desk.rule('ada-1', 'accept')
  for (const decision of ['reject', 'discuss', 'accept', 'reject'] as const) {
    for (const id of ['ada-1', 'ben-1']) desk.perform(objectTo(desk.author(ben), desk.verdict(id), 'No'))
    desk.rule('ada-1', decision)
    expect(desk.verdict('ada-1').decision).toBe(decision)
  }
  expect(desk.state.verdicts.size).toBe(10)
  for (const created of [ahead, '2026-01-05T09:30:00Z', '2026-01-05T09:30:00.123456Z']) {
    const last: Verdict = {
      ...desk.verdict('ada-1'),
      id: `verdict-${created}`,
      decision: 'reject',
      created,
    }
    desk.state = { ...desk.state, verdicts: new Map([...desk.state.verdicts, [last.id, last]]) }
    desk.perform(objectTo(desk.author(ada), last, 'No'))
    desk.rule('ada-1', 'accept')
    expect(reviewOf(desk.state).verdicts.get('ada-1')).toMatchObject({ decision: 'accept' })
  }
})
