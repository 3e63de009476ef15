import { expect, test } from 'vitest'
import { expectOk } from '../base/outcome'
import { type Migration, migrate } from './migrate'
import { migrations } from './migrations/index'

const known: Migration[] = [
  { id: '0001-name-people', up: (data) => ({ ...data, people: [] }) },
  { id: '0002-split-tags', up: (data) => ({ ...data, tags: (data['tag'] as string).split(',') }) },
]
const had = known.map(({ id }) => id)

test('what is missing is done in order, on a copy', () => {
  const data = Object.freeze({ migrations: [], tag: 'a,b' })
  const all = { migrations: had, tag: 'a,b', people: [], tags: ['a', 'b'] }
  expect(expectOk(migrate('x.json', data, [], known))).toEqual(all)
  const begun = { tag: 'a,b', people: ['Ada'] }
  expect(expectOk(migrate('x.json', begun, had.slice(0, 1), known))).toEqual({ ...all, people: ['Ada'] })
  expect(expectOk(migrate('x.json', all, had, known))).toEqual(all)
})

test.each([[[...had, '0003-later']], [['0002-split-tags']], [['0001-otherwise']]])(
  '%j comes from another future',
  (ids) => {
    expect(migrate('x.json', {}, ids, known)).toMatchObject({
      refusal: {
        code: 'newer',
        message: expect.stringMatching(/^x\.json was written by a newer version of Assay/),
      },
    })
  },
)

test('a step that fails leaves all as it was and is named', () => {
  const data = Object.freeze({ migrations: [] })
  expect(migrate('x.json', data, [], known)).toMatchObject({
    refusal: {
      code: 'damaged',
      message: expect.stringMatching(/^x\.json could not be brought up to date: “0002-split-tags” failed: /),
    },
  })
})

test('migrations are counted without holes', () => {
  const lists: Record<string, readonly Migration[]> = migrations
  for (const list of Object.values(lists))
    expect(list.map(({ id }) => Number(id.slice(0, 4)))).toEqual(list.map((_, k) => k + 1))
})
