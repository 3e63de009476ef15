import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('words are quoted where they must be, numbers are in full, what is missing is empty', () => {
  expect(
    csvOf(
      ['name', 'value'],
      [
        ['a, “b” and "c"', 0.123456789],
        ['d', undefined],
      ],
    ),
  ).toBe('\uFEFFname,value\r\n"a, “b” and ""c""",0.123456789\r\nd,\r\n')
})

test('no word is a formula, no number a word', () => {
  expect(csvOf(['a'], [['=1+1'], ['@x'], [-0.5]])).toBe("\uFEFFa\r\n'=1+1\r\n'@x\r\n-0.5\r\n")
})
