import { expect, test } from 'vitest'
import { dissimilarity, positionalDissimilarity, type Unit, unitaryDisorder } from './gamma-disorder'

const [a, b, c]: Unit[] = [
  { start: 1, end: 5, category: 'a' },
  { start: 2, end: 6, category: 'a' },
  { start: 2, end: 6, category: 'b' },
]
const even = { position: 1, category: 1, empty: 1 }

// Mathet, Widlöcher, Métivier 2015, figure 10
test.each([
  [[4, 14], [40, 44], 22.2],
  [[4, 14], [20, 25], 3.24],
  [[4, 14], [14, 24], 1],
  [[20, 30], [20, 25], 0.111],
  [[20, 25], [14, 24], 0.218],
  [[0, 7], [0, 10], 0.0311],
  [[0, 21], [0, 30], 0.0311],
])('places %j and %j are %d apart', ([start, end], [from, to], apart) => {
  const [one, other] = [
    { start: start!, end: end! },
    { start: from!, end: to! },
  ]
  expect(Math.abs(positionalDissimilarity(one, other) - apart)).toBeLessThan(0.05 * Math.min(1, apart))
  expect(positionalDissimilarity(other, one)).toBe(positionalDissimilarity(one, other))
})

test('weights and the cost of a missing unit apply to places and categories alike', () => {
  expect(dissimilarity(a!, b!, even)).toBe(0.0625)
  expect(dissimilarity(a!, c!, even)).toBe(1.0625)
  expect(dissimilarity(a!, c!, { position: 3, category: 2, empty: 1 })).toBe(2.1875)
  expect(dissimilarity(a!, c!, { position: 3, category: 2, empty: 2 })).toBe(4.375)
})

test('a pair without a unit costs as much as one in which one is missing', () => {
  expect(unitaryDisorder([a, b], even)).toBe(0.0625)
  expect(unitaryDisorder([a, undefined], even)).toBe(1)
  expect(unitaryDisorder([a, undefined, undefined], even)).toBe(1)
  expect(unitaryDisorder([a, b, undefined], even)).toBeCloseTo((0.0625 + 2) / 3, 12)
  expect(unitaryDisorder([a, undefined, undefined], { ...even, empty: 2 })).toBe(2)
})
