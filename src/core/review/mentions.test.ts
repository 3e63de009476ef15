import { expect, test } from 'vitest'
import { ada, ben, time } from '../../testing/records'
import type { Comment } from '../annotation/comment'
import { emptyState } from '../change/state'
import { mentionsOf } from './mentions'

const said = (id: string, author: typeof ada, words: string, more: Partial<Comment> = {}): Comment => ({
  id,
  on: 'ann-1',
  author,
  words,
  created: time(Number(id)),
  modified: time(Number(id)),
  ...more,
})
const waiting = (...comments: readonly Comment[]): string[] =>
  mentionsOf({ ...emptyState(''), comments: new Map(comments.map((one) => [one.id, one])) }, ada, [
    ada,
    ben,
  ]).map(({ id }) => id)

test('who is spoken to is told, until they answer or it is settled', () => {
  const asked = said('1', ben, 'What do you say, @Ada?')
  expect(waiting(asked)).toEqual(['1'])
  expect(waiting(asked, said('2', ben, 'No hurry.'))).toEqual(['1'])
  expect(waiting(asked, said('2', ada, 'It holds.'))).toEqual([])
  expect(waiting(asked, said('2', ada, 'It holds.'), said('3', ben, '@Ada, why?'))).toEqual(['3'])
  expect(waiting(asked, said('2', ben, 'Resolved', { resolves: true }))).toEqual([])
})

test('nobody is told of what they said themselves; of several conversations the newest comes first', () => {
  expect(waiting(said('1', ada, '@Ada: remember'))).toEqual([])
  expect(waiting(said('1', ben, '@Ada'), said('2', ben, '@ada', { on: 'ann-2' }))).toEqual(['2', '1'])
})
