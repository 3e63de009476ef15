import { expect, test } from 'vitest'
import type { Interval } from '../../base/intervals'
import { eachRun } from './character-items'
import { type Item, clusterItems, codedItems, foundItems, silence } from './items'
import type { Scheme } from './measure'
import type { Mark, ReadText, Reading } from './reading'

const scheme: Scheme = { annotators: ['a', 'b', 'c'], tags: ['claim', 'source'] }
const [CLAIM, SOURCE, NOTHING] = [0, 1, 2]

const mark = (tag: string, ...ranges: readonly (readonly [number, number])[]): Mark => ({
  id: `${tag} ${ranges.join(' ')}`,
  tag,
  ranges: ranges.map(([start, end]): Interval => ({ start, end })),
})
const reading = (annotator: string, ...marks: readonly Mark[]): Reading => ({ annotator, marks, links: [] })
const text = (...readings: readonly Reading[]): ReadText => ({ document: 'd', length: 20, readings })

/** Whether one run or several of the same rating lie between two others is all one. */
const changes = (list: readonly (number | undefined)[]) => list.filter((one, k) => one !== list[k - 1])

/** The runs of characters as items. */
function characterItems(read: ReadText, of: Scheme): Item[] {
  const items: Item[] = []
  eachRun(read, of, (ratings, weight) => items.push({ weight, ratings: [...ratings] }))
  return items
}

/** Each item as its weight and what it was rated. */
const shown = (items: readonly Item[]): (readonly [number, ...number[]])[] =>
  items.map(({ weight, ratings }) => [weight, ...ratings])

test('characters are taken in runs between the places where a mark begins or ends', () => {
  const items = characterItems(
    text(reading('b', mark('source', [5, 12])), reading('a', mark('claim', [0, 5], [10, 15]))),
    scheme,
  )
  expect(shown(items)).toEqual([
    [5, CLAIM, NOTHING],
    [5, NOTHING, SOURCE],
    [2, CLAIM, SOURCE],
    [3, CLAIM, NOTHING],
    [5, NOTHING, NOTHING],
  ])
})

test.each([
  ['the shortest counts', [mark('claim', [0, 20]), mark('source', [5, 10])], [CLAIM, SOURCE, CLAIM]],
  ['in pieces, all of them make the length', [mark('source', [5, 10]), mark('claim', [0, 4], [6, 9])], null],
  [
    'of the same length the first',
    [mark('source', [0, 10]), mark('claim', [5, 15])],
    [SOURCE, SOURCE, CLAIM, NOTHING],
  ],
  [
    'of the same place the first in the scheme',
    [mark('source', [0, 5]), mark('claim', [0, 5])],
    [CLAIM, NOTHING],
  ],
])('where marks of one annotator overlap, %s', (_, marks, expected) => {
  for (const order of [marks, marks.toReversed()]) {
    const ratings = characterItems(text(reading('a', ...order), reading('b')), scheme).map(
      (item) => item.ratings[0],
    )
    expect(changes(ratings)).toEqual(changes(expected ?? [CLAIM, NOTHING, SOURCE, SOURCE, SOURCE, NOTHING]))
  }
})

test('each thing that was found is one item, which who missed it rated nothing', () => {
  const read = text(
    reading('a', mark('claim', [0, 5]), mark('source', [10, 14])),
    reading('b', mark('claim', [1, 5])),
    reading('c', mark('source', [0, 5])),
  )
  expect(shown(foundItems(read, scheme))).toEqual([
    [1, CLAIM, CLAIM, SOURCE],
    [1, SOURCE, NOTHING, NOTHING],
  ])
  expect(shown(codedItems(read, scheme))).toEqual([[1, CLAIM, CLAIM, SOURCE]])
})

test('clusters are rated by those who read the text', () => {
  const clusters = [{ marks: new Map([['c', mark('source', [0, 1])]]) }]
  expect(shown(clusterItems(clusters, [reading('a'), reading('c')], scheme))).toEqual([[1, NOTHING, SOURCE]])
})

test('who did not read the text rates nothing of it, and is not taken to have found nothing', () => {
  const read = text(reading('c', mark('claim', [0, 5])), reading('a', mark('claim', [0, 5])))
  expect(shown(characterItems(read, scheme))).toEqual([
    [5, CLAIM, CLAIM],
    [15, NOTHING, NOTHING],
  ])
  expect(shown(foundItems(read, scheme))).toEqual([[1, CLAIM, CLAIM]])
})

test('other annotators and other tags are as if they were not there', () => {
  const read = text(
    reading('a', mark('claim', [0, 5]), mark('figure', [2, 3])),
    reading('stranger', mark('claim', [7, 9])),
    reading('b', mark('figure', [11, 13])),
  )
  expect(shown(characterItems(read, scheme))).toEqual([
    [5, CLAIM, NOTHING],
    [15, NOTHING, NOTHING],
  ])
  expect(shown(foundItems(read, scheme))).toEqual([[1, CLAIM, NOTHING]])
})

test('a text that fewer than two read has no items', () => {
  const read = text(reading('a', mark('claim', [0, 5])), reading('stranger', mark('claim', [0, 5])))
  for (const items of [characterItems, foundItems, codedItems]) expect(items(read, scheme)).toEqual([])
})

test('where nobody marked anything, the reason says whether anybody could have', () => {
  const two: Scheme = { annotators: ['a', 'b'], tags: ['claim'] }
  const one: Scheme = { annotators: ['a'], tags: ['claim'] }
  expect(silence([3, 0], 'characters', two)).toBeUndefined()
  expect(silence([0, 9], 'characters', two)).toEqual({ undefined: 'no data' })
  expect(silence([0, 0], 'characters', two)).toEqual({ undefined: 'one annotator only' })
  expect(silence([0, 0], 'found', two)).toEqual({ undefined: 'no data' })
  expect(silence([0, 0], 'found', one)).toEqual({ undefined: 'one annotator only' })
})
