import { expect, test } from 'vitest'
import type { TalliedDocument } from './survey-tallies'
import { overTime } from './survey-time'

const reader = (annotator: string, last?: string) => ({
  annotator,
  marks: 1,
  links: 0,
  ...(last === undefined ? {} : { last }),
})
const document = (...readers: ReturnType<typeof reader>[]): TalliedDocument => ({
  id: 'd',
  title: 'D',
  readers,
})
const at = (day: string): string => `${day}T10:00:00.000Z`

/** Each point as what it is called and whose documents it has. */
const points = (documents: readonly TalliedDocument[]) => {
  const seen: (readonly number[])[] = []
  const { by, points: found } = overTime(documents, 'u-alpha', (those) => {
    seen.push(those)
    return { figure: { value: 1 }, interval: { tooFew: those.length } }
  })
  return { by, points: found.map(({ from, to, documents: count }, k) => [from, to, count, seen[k]]) }
}

test('a document is of the month in which the last of its readers was at work', () => {
  const documents = [
    document(reader('a', at('2026-02-01')), reader('b', at('2026-01-01'))),
    document(reader('a', at('2026-01-05')), reader('b', at('2026-01-07'))),
    document(reader('a', at('2026-05-05'))),
  ]
  expect(points(documents)).toEqual({
    by: 'month',
    points: [
      ['2026-01', '2026-01', 1, [1]],
      ['2026-02', '2026-02', 1, [0]],
    ],
  })
})

test('where all was done in one month, or nobody knows when, the order of the documents is taken', () => {
  const day = at('2026-01-05')
  const one = document(reader('a', day), reader('b', day))
  expect(points([one, document(reader('a')), one])).toEqual({
    by: 'order',
    points: [
      ['1', '1', 1, [0]],
      ['3', '3', 1, [2]],
    ],
  })
  expect(points([one, document(reader('a'), reader('b'))]).by).toBe('order')
})

const many = (count: number) => Array.from({ length: count }, () => document(reader('a'), reader('b')))

test('many documents are taken in up to ten lots of at least ten', () => {
  expect(points(many(25)).points.map(([from, to]) => [from, to])).toEqual([
    ['1', '12'],
    ['13', '25'],
  ])
  expect(points(many(1000)).points).toHaveLength(10)
})
