import { expect, test } from 'vitest'
import { expectOk } from '../../src/base/outcome'
import { newsCodebook } from '../../src/core/codebook/news'
import { judge } from '../../src/core/review/verdict-edits'
import { OneDocumentHost } from '../../src/testing/one-document-host'
import { ada, authorOf, ben, countingIds } from '../../src/testing/records'
import { cleo, reviewed } from '../../src/testing/reviewed'
import { OpenArticle } from './open-article'
import { Reviewing } from './reviewing'

const state = reviewed({
  ada: '[claim Fares rise], said [source the mayor]. [figure Ten] of them.',
  ben: '[claim Fares] rise, said [source the mayor]. Ten of [claim them].',
})

const idsOf = (cases: readonly { readonly id: string }[]) => cases.map(({ id }) => id)

function begin(mine = ben.id) {
  const host = new OneDocumentHost(state.text)
  host.state = state
  const article = new OpenArticle(host.client, host.opened())
  const review = new Reviewing(article, mine, () => newsCodebook)
  const view = () => review.view.getState()
  const decide = (decision: 'accept' | 'reject') => {
    const { cases, side } = view()
    const ruling = { decision, ...(side === undefined ? {} : { holds: side }) }
    const author = authorOf(cleo, countingIds())
    article.perform(expectOk(judge(article.state, author, cases, review.chosen!, ruling, 'claim')).edit)
  }
  return { article, review, view, decide }
}

test('what is left to decide is what people differ in; one’s own version is looked at first', () => {
  const { view, review } = begin()
  expect(idsOf(view().cases)).toHaveLength(4)
  expect(idsOf(view().listed)).toEqual(['ada-1', 'ada-3', 'ben-3'])
  expect(view().annotators.map(({ name }) => name)).toEqual(['Ben', 'Ada'])
  expect(review.side?.id).toBe('ben-1')
  review.chooseSide(ada.id)
  expect(review.side?.id).toBe('ada-1')
  review.chooseSide(cleo.id)
  expect(review.side?.id).toBe('ada-1')
})

test('what is decided leaves the list, and the next one follows its place', () => {
  const { view, review, decide } = begin()
  decide('accept')
  expect(idsOf(view().listed)).toEqual(['ada-3', 'ben-3'])
  expect(review.neighbour(1)?.id).toBe('ada-3')
  expect(review.neighbour(-1)).toBeUndefined()
  expect(view().standings.get('ada-1')).toBe('settled')
})

test('a verdict compares nothing anew, somebody’s annotation does', () => {
  const { view, decide } = begin()
  const { cases } = view()
  decide('reject')
  expect(view().cases).toBe(cases)
})

test('the list shows what is asked for', () => {
  const { view, review } = begin()
  const shown = (filter: Parameters<typeof review.list>[0]) => {
    review.list(filter)
    return idsOf(view().listed)
  }
  expect(shown({ scope: 'all' })).toEqual(['ada-1', 'ada-2', 'ada-3', 'ben-3'])
  expect(shown({ scope: 'differences', difference: 'alone' })).toEqual(['ada-3', 'ben-3'])
  expect(shown({ scope: 'all', tag: 'figure' })).toEqual(['ada-3'])
  expect(shown({ scope: 'differences', difference: 'boundary' })).toEqual(['ada-1'])
  expect(view().chosen).toBe('ada-1')
  expect(shown({ scope: 'all', difference: 'link' })).toEqual([])
  expect(view().chosen).toBeUndefined()
})
