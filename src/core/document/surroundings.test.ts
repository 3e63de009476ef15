import { expect, test } from 'vitest'
import { marked } from '../../testing/marked'
import { surroundingsOf } from './surroundings'

const around = (source: string, most: number): [string, string] => {
  const { text, range } = marked(source)
  const { before, after } = surroundingsOf(text, range, most)
  return [before, after]
}

test.each<[string, number, [string, string]]>([
  ['the [cat] sat', 40, ['the ', ' sat']],
  ['alone the [cat] sat there', 7, [' the ', ' sat ']],
  ['alone the [cat] sat there', 10, ['alone the ', ' sat there']],
  ['alone the [cat] sat there', 4, ['the ', ' sat']],
  ['六月房租[同比]上涨百分', 3, ['月房租', '上涨百']],
  ['📉📉[cat]📉📉', 3, ['📉', '📉']],
  ['[cat]', 5, ['', '']],
])('%s, %i units on each side', (source, most, expected) => expect(around(source, most)).toEqual(expected))
