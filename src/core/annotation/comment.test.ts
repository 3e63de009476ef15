import { expect, test } from 'vitest'
import { ada, ben, time } from '../../testing/records'
import { type Comment, isResolved, mentionsPerson, wordsOfComment } from './comment'

const people = [ada, ben, { id: 'person-ben-2', name: 'Ben Okafor' }]
const said = (words: string, more: Partial<Comment> = {}): Comment => ({
  id: words,
  on: 'ann',
  author: ada,
  words,
  created: time(1),
  modified: time(1),
  ...more,
})
const parts = (words: string): string[] =>
  wordsOfComment(words, people).map((part) => (part.mentions ? `[${part.mentions.id}]` : part.words))

test('names with an @ before them are people who are spoken to', () => {
  expect(parts(`@${ben.name}: see below`)).toEqual([`[${ben.id}]`, ': see below'])
  expect(parts(`Ask @${ada.name.toUpperCase()}`)).toEqual(['Ask ', `[${ada.id}]`])
  expect(parts('a@b.example')).toEqual(['a@b.example'])
  expect(parts('')).toEqual([])
})

test('the longer name is meant, and a name that goes on is another', () => {
  expect(parts('@Ben Okafor, you?')).toEqual(['[person-ben-2]', ', you?'])
  expect(parts('@Bennett')).toEqual(['@Bennett'])
  expect(mentionsPerson(said('@Ben Okafor'), 'person-ben-2', people)).toBe(true)
  expect(mentionsPerson(said('@Ben Okafor'), ben.id, people)).toBe(false)
})

test('a conversation is settled until somebody goes on', () => {
  const settled = [said('Why?'), said('Resolved', { resolves: true })]
  expect(isResolved([])).toBe(false)
  expect(isResolved(settled)).toBe(true)
  expect(isResolved([...settled, said('But')])).toBe(false)
})
