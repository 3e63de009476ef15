import { expect, test } from 'vitest'
import { reachable } from './awake'

test('the ends of the text, both ends of the selection and the neighbours of the caret can be reached', () => {
  expect(reachable(20, 5, 9)).toEqual([0, 5, 8, 9, 10, 19])
  expect(reachable(20, 19, 0)).toEqual([0, 1, 19])
  expect(reachable(1, 0, 0)).toEqual([0])
})
