import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { equal } from './equal'

test.each([
  [1, 1, true],
  [1, '1', false],
  [null, {}, false],
  [[], {}, false],
  [[1, 2], [1, 2], true],
  [[1, 2], [1], false],
  [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  [{ a: 1 }, { b: 1 }, false],
  [{ a: undefined }, {}, false],
])('%j and %j: %s', (one, other, same) => {
  expect(equal(one, other)).toBe(same)
  expect(equal(other, one)).toBe(same)
})

const odd = () => JSON.parse('{"valueOf": 1, "toString": "x", "constructor": 2, "__proto__": 3}') as unknown

test('keys that objects have anyway are keys like others', () => {
  expect(equal(odd(), odd())).toBe(true)
  expect(equal(odd(), {})).toBe(false)
  expect(equal({ valueOf: 1 }, { valueOf: 2 })).toBe(false)
})

test('whatever JSON holds is equal to its copy', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(equal(value, structuredClone(value))).toBe(true)
    }),
  )
})
