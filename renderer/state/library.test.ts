import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../src/core/library'
import { time } from '../../src/testing/records'
import { Listing, offered } from './library'

const summary = (id: string, title: string, more: Partial<DocumentSummary> = {}): DocumentSummary => ({
  id,
  title,
  length: title.length,
  counts: {},
  imported: time(0),
  changed: time(0),
  ...more,
})

const mapOf = (list: readonly DocumentSummary[]) => new Map(list.map((document) => [document.id, document]))
const titles = (list: readonly DocumentSummary[]): string[] => list.map(({ title }) => title)

const found = (query: string): string[] => titles(new Listing().list(documents, query, 'title'))

const documents = mapOf([
  summary('a', 'Ferry fares to rise', { changed: time(3), length: 10 }),
  summary('b', 'Élysée denies talks', { changed: time(1), length: 30 }),
  summary('c', 'Bridge stays closed', { changed: time(2), length: 20 }),
])

test('each order puts first what one looks for', () => {
  const listing = new Listing()
  expect(titles(listing.list(documents, '', 'changed'))[0]).toBe('Ferry fares to rise')
  expect(titles(listing.list(documents, '', 'length'))[0]).toBe('Élysée denies talks')
  expect(titles(listing.list(documents, '', 'title'))).toEqual([
    'Bridge stays closed',
    'Élysée denies talks',
    'Ferry fares to rise',
  ])
})

test('a search finds titles that hold every word, without case and accents', () => {
  expect(found('elysee')).toEqual(['Élysée denies talks'])
  expect(found('RISE fer')).toEqual(['Ferry fares to rise'])
  expect(found('ferry bridge')).toEqual([])
  expect(found('  ')).toHaveLength(3)
})

test('what was listed before makes no difference', () => {
  const anyDocument = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    title: fc.constantFrom('one', 'two', 'Three'),
    changed: fc.nat({ max: 5 }).map(time),
    length: fc.nat({ max: 3 }),
  })
  const anyLists = fc.array(fc.array(anyDocument, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  const anySort = fc.constantFrom(
    'changed' as const,
    'title' as const,
    'length' as const,
    'imported' as const,
  )
  fc.assert(
    fc.property(anyLists, anySort, fc.constantFrom('', 'o', 'three'), (lists, sort, query) => {
      const listing = new Listing()
      for (const list of lists) {
        const now = mapOf(list.map(({ id, title, ...more }) => summary(id, title, more)))
        expect(listing.list(now, query, sort)).toEqual(new Listing().list(now, query, sort))
      }
    }),
  )
})

test('a sample that has become a document is not offered any more', () => {
  const samples = [
    { name: 'ferry.txt', title: 'Ferry fares to rise', length: 10 },
    { name: 'other.txt', title: 'Ferry fares to rise', length: 11 },
  ]
  expect(offered({ samples, documents }).map(({ name }) => name)).toEqual(['other.txt'])
})
