import { expect, test } from 'vitest'
import { ReviewDesk } from '../../testing/review-desk'
import { ada, ben, setBy } from '../../testing/records'
import { dora, reviewed } from '../../testing/reviewed'
import { untag } from '../change/edits'
import { inboxOf } from './inbox'
import { judge, objectTo } from './verdict-edits'

const text = '[claim Fares rise], [source he] said [figure twice]'
const begun = () =>
  new ReviewDesk(
    reviewed({ ada: text, ben: '[claim Fares rise, he said] twice' }, ['ada-1 quantified-by ada-3']),
  )
const letters = ({ state }: ReviewDesk, person = ada) =>
  inboxOf(state, person.id).map(({ verdict: { judged, decision } }) => `${judged.id}: ${decision}`)

test('what was not accepted as it was comes back to whoever had it, the newest first', () => {
  const desk = begun()
  desk.rule('ada-2', 'reject')
  desk.rule('ada-1', 'accept', { holds: ben.id })
  desk.rule('ada-3', 'discuss')
  expect(letters(desk)).toEqual(['ada-3: discuss', 'ada-1: fix', 'ada-2: reject'])
  expect(letters(desk, ben)).toEqual([])
  expect(letters(desk, dora)).toEqual([])
})

test('a letter shows what was judged, what that is now, what came of it, and what was answered', () => {
  const desk = begun()
  desk.rule('ada-1', 'accept', { holds: ben.id })
  const verdict = desk.verdict('ada-1')
  desk.perform(objectTo(desk.author(ada), verdict, 'No'))
  expect(inboxOf(desk.state, ada.id)).toEqual([
    {
      verdict,
      now: desk.annotation('ada-1'),
      result: desk.annotation(verdict.result!),
      answer: desk.review.answers.get(verdict.id),
    },
  ])
  desk.perform(untag(desk.state, desk.author(ada), desk.annotation('ada-1'), 'claim'))
  expect(inboxOf(desk.state, ada.id)[0]!.now).toBeUndefined()
})

test('links come back too, and only the latest verdict does', () => {
  const desk = begun()
  desk.rule('ada-link-1', 'discuss')
  desk.perform(objectTo(desk.author(ada), desk.verdict('ada-link-1'), 'No'))
  desk.rule('ada-link-1', 'reject')
  expect(letters(desk)).toEqual(['ada-link-1: reject'])
  expect(inboxOf(desk.state, ada.id)[0]).toMatchObject({
    now: { id: 'ada-link-1' },
    result: undefined,
    answer: undefined,
  })
  desk.perform(objectTo(desk.author(ada), desk.verdict('ada-link-1'), 'Still no'))
  desk.rule('ada-link-1', 'accept')
  expect(letters(desk)).toEqual([])
})

test('one’s own verdicts on one’s own do not come back', () => {
  const desk = begun()
  const done = judge(
    desk.state,
    desk.author(ada),
    desk.cases,
    desk.caseOf('ada-1'),
    { decision: 'reject' },
    'claim',
  )
  if (done.ok) desk.perform(done.value.edit)
  expect(letters(desk)).toEqual([])
  expect(letters(desk, ben)).toEqual(['ben-1: reject'])
})

test('what is in any set of a person comes back to them', () => {
  const desk = begun()
  desk.rule('ada-2', 'reject')
  const second = { ...setBy(ada), id: 'set-ada-laptop' }
  const moved = { ...desk.verdict('ada-2'), judged: { ...desk.annotation('ada-2'), set: second.id } }
  desk.state = {
    ...desk.state,
    sets: new Map([...desk.state.sets, [second.id, second]]),
    verdicts: new Map([[moved.id, moved]]),
  }
  expect(letters(desk)).toEqual(['ada-2: reject'])
})
