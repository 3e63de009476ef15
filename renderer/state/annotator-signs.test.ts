import { expect, test } from 'vitest'
import { newAdjudicatedSet } from '../../src/core/review/adjudicated'
import { ada, ben, setBy, time } from '../../src/testing/records'
import { annotatorsIn, blindSigns, signsOf, signsOfSets } from './annotator-signs'

const people = (...names: readonly string[]) => names.map((name, k) => ({ id: `p${k}`, name }))
const signs = (...names: readonly string[]) => [...signsOf(people(...names)).values()].map(({ sign }) => sign)

test('a sign is the first letter, and more where that is taken', () => {
  expect(signs('Ana Ruiz', 'Ben')).toEqual(['A', 'B'])
  expect(signs('Ana Ruiz', 'Aaron Smith', 'Anna')).toEqual(['A', 'AS', 'An'])
  expect(signs('Élise', '…', '王芳')).toEqual(['É', '?', '王'])
  expect(new Set(signs('A', 'A', 'A', 'A')).size).toBe(4)
})

const setsOf = (...of: readonly (typeof ada)[]) =>
  new Map(of.map((person) => [setBy(person).id, setBy(person)]))

test('where all is one person’s there is no need for signs', () => {
  expect(signsOfSets(setsOf(ada)).size).toBe(0)
  expect(signsOfSets(setsOf(ada, ben)).get(setBy(ben).id)?.name).toBe('Ben')
})

test('whoever sits here comes first, and what was settled last', () => {
  const sets = [newAdjudicatedSet('news', time(0)), setBy(ada), setBy(ben), setBy(ada)]
  expect(annotatorsIn(sets, ben.id).map(({ name }) => name)).toEqual(['Ben', 'Ada', 'Adjudicated'])
})

test('blind signs tell nobody: their order is another from case to case, and the same for a case', () => {
  const ids = ['ana', 'ben', 'cleo']
  const orders = Array.from({ length: 30 }, (_, k) => [...blindSigns(ids, `case-${k}`).keys()].join())
  expect(new Set(orders).size).toBeGreaterThan(3)
  expect([...blindSigns(ids.toReversed(), 'case-1').keys()].join()).toBe(orders[1])
  expect([...blindSigns(ids, 'case-1').values()].map(({ name }) => name)).toEqual([
    'Annotator 1',
    'Annotator 2',
    'Annotator 3',
  ])
})
