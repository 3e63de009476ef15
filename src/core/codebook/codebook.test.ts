import { expect, test } from 'vitest'
import { codebook } from './codebook'
import { newsCodebook } from './news'

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length

test('the codebook that a first start offers is valid, and its tags are told apart in every way', () => {
  expect(codebook.parse(JSON.parse(JSON.stringify(newsCodebook)))).toEqual(newsCodebook)
  const { tags } = newsCodebook
  for (const look of ['id', 'name', 'key', 'colour', 'underline', 'glyph'] as const)
    expect(distinct(tags.map((tag) => tag[look])), look).toBe(true)
})

test('links join tags that there are', () => {
  const tags = newsCodebook.tags.map(({ id }) => id)
  expect(distinct(newsCodebook.links.map(({ id }) => id))).toBe(true)
  for (const { ends } of newsCodebook.links)
    for (const { from, to } of ends) expect(tags).toEqual(expect.arrayContaining([from, to]))
})

test.each([
  ['no tags', { tags: [] }],
  ['a colour by name', { tags: [{ ...newsCodebook.tags[0], colour: 'red' }] }],
  ['a key of two characters', { tags: [{ ...newsCodebook.tags[0], key: 'cl' }] }],
  ['version 0', { version: 0 }],
])('a codebook with %s is refused', (_, wrong) => {
  expect(codebook.safeParse({ ...newsCodebook, ...wrong }).success).toBe(false)
})
