import { expect, test } from 'vitest'
import { adopt } from './adopt'
import type { Codebook } from './codebook'
import { newsCodebook } from './news'
import { problemsOfNext } from './succession'

/** A codebook of somebody else: their claims have other kinds, they know no figures, and they have promises. */
function foreign(): Codebook {
  const { tags, links } = structuredClone(newsCodebook)
  const [claim, source] = tags as [(typeof tags)[0], (typeof tags)[0]]
  const [kind, worth] = claim.attributes
  const options = [
    { id: 'fact', name: 'checkable fact', retired: false },
    { id: 'rumour', name: 'rumour', retired: false },
  ]
  const theirs = [
    { ...kind!, kind: 'choice' as const, options },
    { ...worth!, kind: 'text' as const },
  ]
  return {
    id: 'theirs',
    name: 'Promises',
    version: 7,
    tags: [
      { ...claim, id: 'promise', name: 'Promise', key: 'p', attributes: [] },
      { ...claim, name: 'Assertion', attributes: theirs },
      source,
    ],
    links: links.slice(0, 1),
  }
}

test('theirs comes first, and what it lacks of ours is kept, retired', () => {
  const next = adopt(newsCodebook, foreign())
  expect(problemsOfNext(newsCodebook, { ...next, version: next.version + 1 })).toEqual([])
  expect(next).toMatchObject({ id: newsCodebook.id, name: 'Promises', version: newsCodebook.version })
  expect(next.tags.map(({ name, retired }) => [name, retired])).toEqual([
    ['Promise', false],
    ['Assertion', false],
    ['Source', false],
    ['Figure', true],
  ])
  expect(next.links.map(({ retired }) => retired)).toEqual([false, true, true, true, true])
  const [kind, worth, ...others] = next.tags[1]!.attributes
  const options = kind?.kind === 'choice' ? kind.options : []
  expect(options.map(({ name, retired }) => [name, retired])).toEqual([
    ['checkable fact', false],
    ['rumour', false],
    ['forecast', true],
    ['opinion', true],
    ['policy', true],
  ])
  expect(worth).toEqual(newsCodebook.tags[0]!.attributes[1])
  expect(others.map(({ retired }) => retired)).toEqual([true, true])
})

test('our own changes nothing', () => expect(adopt(newsCodebook, newsCodebook)).toEqual(newsCodebook))
