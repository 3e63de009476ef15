import { expect, test } from 'vitest'
import { ReviewDesk } from '../../testing/review-desk'
import { ada, ben } from '../../testing/records'
import { goldOf, reviewed } from '../../testing/reviewed'
import { commentOn } from '../change/edit-comments'
import { flipLink, retypeLink } from '../change/edit-links'
import { retag, untag } from '../change/edits'
import { newsCodebook } from '../codebook/news'
import { sayTheSame } from './cases'
import { adopt, judge, objectTo, takeBackVerdict } from './verdict-edits'

const [claim] = newsCodebook.tags
const said = '[claim Fares rise], [source he] said'
const other = '[figure Fares rise], [source he] said'
const texts = { ada: '[claim Fares] rise, he said', ben: '[claim kind=fact Fares rise], he said' }
const begun = () => new ReviewDesk(reviewed(texts))
const adoptBy = (desk: ReviewDesk, id: string, person = ben) => {
  const edit = adopt(desk.state, desk.author(person), desk.verdict(id))
  desk.perform(edit)
  return edit.changes.map(({ of, kind }) => `${kind} ${of}`)
}

test('edits are named after what was decided and about what', () => {
  const desk = begun()
  const one = desk.caseOf('ada-1')
  const names = (['accept', 'reject', 'fix', 'discuss'] as const).map((decision) => {
    const done = judge(desk.state, desk.author(ada), desk.cases, one, { decision }, 'claim')
    return done.ok && done.value.edit.name
  })
  expect(names).toEqual(['Accept claim', 'Reject claim', 'Mend claim', 'Discuss claim'])
  expect(takeBackVerdict(desk.state, desk.author(ada), desk.cases, one)).toBeUndefined()
  desk.rule('ada-1', 'accept')
  expect(takeBackVerdict(desk.state, desk.author(ada), desk.cases, one)?.name).toBe('Take back verdict')
})

test('what was mended becomes what came of it, and keeps its id and note', () => {
  const desk = begun()
  desk.rule('ada-1', 'accept', { holds: ben.id })
  const before = { ...desk.annotation('ada-1'), note: 'mine' }
  desk.state = { ...desk.state, annotations: new Map(desk.state.annotations).set('ada-1', before) }
  expect(adoptBy(desk, 'ada-1', ada)).toEqual(['replace annotation', 'add answer'])
  const after = desk.annotation('ada-1')
  expect(sayTheSame(after, desk.annotation(desk.verdict('ada-1').result!))).toBe(true)
  expect(after).toMatchObject({ id: 'ada-1', set: before.set, note: 'mine', created: before.created })
  expect(desk.review.answers.get(desk.verdict('ada-1').id)).toMatchObject({ kind: 'adopt', by: ada })
  expect(desk.standing('ada-1')).toBe('settled')
})

test('what was rejected goes, with its links and comments', () => {
  const desk = new ReviewDesk(
    reviewed({ ada: said, ben: 'Fares rise, he said' }, ['ada-1 attributed-to ada-2']),
  )
  desk.perform(commentOn(desk.author(ben), 'ada-1', 'Why?').edit)
  desk.perform(commentOn(desk.author(ben), 'ada-link-1', 'Why?').edit)
  desk.rule('ada-1', 'reject')
  adoptBy(desk, 'ada-1', ada)
  const { annotations, links, comments, answers } = desk.state
  expect([[...annotations.keys()], links.size, comments.size, answers.size]).toEqual([['ada-2'], 0, 0, 1])
})

test('a rejected link goes, with its comments', () => {
  const desk = new ReviewDesk(reviewed({ ada: said, ben: said }, ['ada-1 attributed-to ada-2']))
  desk.perform(commentOn(desk.author(ben), 'ada-link-1', 'Why?').edit)
  desk.rule('ada-link-1', 'reject')
  expect(adoptBy(desk, 'ada-link-1', ada)).toEqual(['remove comment', 'remove link', 'add answer'])
})

test.each(['accept', 'reject', 'fix', 'discuss'] as const)(
  'a verdict to %s something that is gone already is only answered',
  (decision) => {
    const desk = begun()
    desk.rule('ada-1', decision)
    const verdict = desk.verdict('ben-1')
    desk.perform(untag(desk.state, desk.author(ben), desk.annotation('ben-1'), 'claim'))
    const edit = adopt(desk.state, desk.author(ben), verdict)
    expect(edit.changes).toMatchObject([{ kind: 'add', record: { on: verdict.id, kind: 'adopt' } }])
    desk.perform(edit)
  },
)

test('what says so already, was accepted, or is to be discussed is only answered', () => {
  for (const decision of ['accept', 'fix', 'discuss'] as const) {
    const desk = begun()
    desk.rule('ada-1', decision)
    expect(adoptBy(desk, 'ada-1', ada)).toEqual(['add answer'])
  }
})

test('what was mended and is gone since leaves one’s own as it is', () => {
  const desk = begun()
  desk.rule('ada-1', 'accept')
  const result = desk.annotation(desk.verdict('ben-1').result!)
  desk.perform(untag(desk.state, desk.author(ada), result, 'claim'))
  expect(adoptBy(desk, 'ben-1')).toEqual(['add answer'])
})

test('it becomes what came of it as that is now', () => {
  const desk = new ReviewDesk(reviewed({ ada: other, ben: other }))
  const result = desk.rule('ada-1', 'fix')!
  desk.perform(retag(desk.author(ada), desk.annotation(result), claim!))
  adoptBy(desk, 'ben-1')
  expect(desk.annotation('ben-1').tag).toBe('claim')
})

test('a link becomes of the type and runs the way of what came of it', () => {
  const two = '[claim Fares rise] as [claim wages do]'
  const links = ['ada-1 supports ada-2', 'ben-1 supports ben-2']
  const desk = new ReviewDesk(reviewed({ ada: two, ben: two }, links))
  const result = desk.rule('ada-link-1', 'fix')!
  expect(adoptBy(desk, 'ada-link-1', ada)).toEqual(['add answer'])
  const contradicts = newsCodebook.links.find(({ id }) => id === 'contradicts')!
  desk.perform(retypeLink(desk.author(ada), desk.link(result), contradicts, false))
  desk.perform(flipLink(desk.author(ada), desk.link(result)))
  expect(goldOf(desk.state)).toContain('“wages do” contradicts “Fares rise”')
  adoptBy(desk, 'ben-link-1')
  expect(desk.link('ben-link-1')).toMatchObject({ type: 'contradicts', from: 'ben-2', to: 'ben-1' })
  expect(desk.review.verdicts.get('ben-link-1')?.result).toBe(result)
  expect(desk.standing('ben-link-1')).toBe('settled')
})

test('an objection is put in words', () => {
  const desk = begun()
  desk.rule('ada-1', 'reject')
  desk.perform(objectTo(desk.author(ben), desk.verdict('ben-1'), 'He said so'))
  expect([...desk.state.answers.values()]).toMatchObject([
    { on: desk.verdict('ben-1').id, by: ben, kind: 'object', words: 'He said so' },
  ])
})
