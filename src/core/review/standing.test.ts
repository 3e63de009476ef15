import { expect, test } from 'vitest'
import { ReviewDesk } from '../../testing/review-desk'
import { ada, ben, time } from '../../testing/records'
import { dora, joined, reviewed } from '../../testing/reviewed'
import { annotate, editOf, retag, undoEdit, untag } from '../change/edits'
import { flipLink } from '../change/edit-links'
import { correct } from '../change/edit-text'
import type { Change } from '../change/change'
import { newsCodebook } from '../codebook/news'
import type { Answer } from './answer'
import { adopt, objectTo } from './verdict-edits'
import { reviewOf } from './standing'

const [, , figure] = newsCodebook.tags
const differing = { ada: '[claim Fares rise], he said', ben: '[claim Fares rise, he said]' }
const begun = () => new ReviewDesk(reviewed(differing))
const accepted = () => {
  const desk = begun()
  desk.rule('ada-1', 'accept')
  return desk
}

test('a case is open, discussed, or settled', () => {
  const desk = begun()
  expect(desk.standing('ada-1')).toBe('open')
  desk.rule('ada-1', 'discuss')
  expect(desk.standing('ben-1')).toBe('discussed')
  desk.rule('ada-1', 'reject')
  expect(desk.standing('ada-1')).toBe('settled')
  desk.takeBack('ada-1')
  expect(desk.standing('ada-1')).toBe('open')
})

test('it is to be decided again when something of it changed, until that is undone', () => {
  for (const decision of ['accept', 'reject', 'discuss'] as const) {
    const desk = begun()
    desk.rule('ada-1', decision)
    const before = desk.standing('ada-1')
    const edit = retag(desk.author(ada), desk.annotation('ada-1'), figure!)
    desk.perform(edit)
    expect(desk.standing('ada-1')).toBe(decision === 'discuss' ? 'discussed' : 'again')
    desk.perform(undoEdit(desk.author(ada), edit))
    expect(desk.standing('ada-1')).toBe(before)
  }
})

test('it is not to be decided again when something changed into what was settled, or only in its note', () => {
  const desk = accepted()
  desk.perform(adopt(desk.state, desk.author(ben), desk.verdict('ben-1')))
  desk.perform(annotate(desk.author(ada), desk.annotation('ada-1'), 'as I said'))
  expect(desk.standing('ada-1')).toBe('settled')
})

test('a correction of the text changes nobody’s mind', () => {
  const desk = accepted()
  desk.perform(correct(desk.state, desk.author(ada), { start: 12, end: 14 }, 'she')!.edit)
  expect(desk.state.text).toBe('Fares rise, she said')
  desk.perform(correct(desk.state, desk.author(ada), { start: 0, end: 0 }, 'Now ')!.edit)
  expect(desk.standing('ada-1')).toBe('settled')
})

test('it is to be decided again when somebody else’s came', () => {
  const desk = accepted()
  desk.state = joined(desk.state, reviewed({ cleo: '[claim Fares rise], he said' }))
  expect(desk.standing('cleo-1')).toBe('again')
  desk.rule('cleo-1', 'accept')
  expect(desk.standing('cleo-1')).toBe('settled')
})

test('it is to be decided again when what was settled is gone', () => {
  const desk = accepted()
  const edit = untag(desk.state, desk.author(dora), desk.annotation(desk.verdict('ada-1').result!), 'claim')
  desk.perform(edit)
  expect(desk.standing('ada-1')).toBe('again')
  desk.perform(undoEdit(desk.author(dora), edit))
  expect(desk.standing('ada-1')).toBe('settled')
})

test('a link is to be decided again when it was turned round, not when only its note changed', () => {
  const said = '[claim Fares rise], [source he] said'
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }, ['ada-1 attributed-to ada-2']))
  desk.rule('ada-link-1', 'accept')
  const link = desk.link('ada-link-1')
  const noted: Change = {
    of: 'link',
    kind: 'replace',
    from: link,
    to: { ...link, note: 'said so', modified: time(90) },
  }
  desk.perform(editOf(desk.author(ada), 'Note', [noted]))
  expect(desk.standing('ada-link-1')).toBe('settled')
  desk.perform(flipLink(desk.author(ada), desk.link('ada-link-1')))
  expect(desk.standing('ada-link-1')).toBe('again')
})

test('an objection reopens it; a new verdict counts, and the one objected to stays on record', () => {
  const desk = accepted()
  const verdict = desk.verdict('ben-1')
  desk.perform(objectTo(desk.author(ben), verdict, 'He did say so'))
  expect(desk.standing('ada-1')).toBe('objected')
  desk.rule('ada-1', 'accept', { holds: ben.id })
  expect(desk.standing('ada-1')).toBe('settled')
  expect(desk.state.verdicts.get(verdict.id)).toBe(verdict)
  expect(desk.review.answers.get(verdict.id)?.words).toBe('He did say so')
  expect(desk.state.verdicts.size).toBe(3)
})

test('who objected may adopt it after all', () => {
  const desk = accepted()
  desk.perform(objectTo(desk.author(ben), desk.verdict('ben-1'), 'No'))
  desk.perform(adopt(desk.state, desk.author(ben), desk.verdict('ben-1')))
  expect(desk.standing('ada-1')).toBe('settled')
})

test('which answer is the latest does not hang on the order of the records', () => {
  const desk = accepted()
  const on = desk.verdict('ben-1').id
  const answers = (['a', 'b', 'c'] as const).map((id): Answer => {
    const at = time(id === 'a' ? 8 : 9)
    return { id, on, by: ben, kind: 'object', words: id, created: at, modified: at }
  })
  for (const list of [answers, answers.toReversed()]) {
    const review = reviewOf({ ...desk.state, answers: new Map(list.map((record) => [record.id, record])) })
    expect(review.answers.get(on)?.id).toBe('c')
  }
})
