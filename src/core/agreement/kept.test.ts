import { expect, test } from 'vitest'
import { kept, keptOfTwo } from './kept'

test('what is made of an object is made once, whoever else keeps something of it', () => {
  let made = 0
  const lengthOf = kept((list: readonly number[]) => {
    made++
    return list.length
  })
  const first = kept((list: readonly number[]) => list[0] ?? -1)
  const [some, others] = [
    [7, 8],
    [9, 8],
  ]
  expect([lengthOf(some), lengthOf(others), lengthOf(some), first(some), first(others)]).toEqual([
    2, 2, 2, 7, 9,
  ])
  expect(made).toBe(2)
})

test('nobody sees it at the object', () => {
  const list = [1, 2]
  kept(() => 'something')(list)
  expect(list).toStrictEqual([1, 2])
  expect(structuredClone(list)).toStrictEqual([1, 2])
  expect(Reflect.ownKeys(list)).toEqual(['0', '1', 'length'])
})

test('what is frozen has it too', () => {
  const lengthOf = kept((list: readonly number[]) => list.length)
  const frozen = Object.freeze([1, 2, 3])
  expect([lengthOf(frozen), lengthOf(frozen)]).toEqual([3, 3])
})

test('of two, it is made once for these two in this order', () => {
  let made = 0
  const joined = keptOfTwo((one: readonly string[], other: readonly string[]) => {
    made++
    return [...one, ...other].join('')
  })
  const [a, b] = [['a'], ['b']]
  expect([joined(a, b), joined(b, a), joined(a, a), joined(a, b)]).toEqual(['ab', 'ba', 'aa', 'ab'])
  expect(made).toBe(3)
})
