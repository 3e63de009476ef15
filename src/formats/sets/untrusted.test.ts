import { expect, test } from 'vitest'
import { momentOf, objectOf, ownOf } from './untrusted'

test.each([
  ['2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05T10:00:00+01:00', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05T09:00:00', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05 09:00:00.5', '2026-01-05T09:00:00.500Z'],
  ['2026-01-05', '2026-01-05T00:00:00.000Z'],
  [1767603600, '2026-01-05T09:00:00.000Z'],
  ['5 January', undefined],
  ['2026-13-45', undefined],
  [1e300, undefined],
  [Number.NaN, undefined],
  [null, undefined],
])('%j is the moment %s', (value, moment) => {
  expect(momentOf(value)).toBe(moment)
})

test('what everything has by its prototype is no field', () => {
  const value = objectOf(JSON.parse('{"a": 1}'))
  expect([ownOf(value, 'a'), ownOf(value, 'constructor'), ownOf(value, '__proto__')]).toEqual([
    1,
    undefined,
    undefined,
  ])
  expect(objectOf([])).toBeUndefined()
})
