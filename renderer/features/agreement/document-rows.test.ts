import { expect, test } from 'vitest'
import { type DocumentLine, sortedBy } from './document-rows'

const line = (title: string, value?: number): DocumentLine => ({
  id: title,
  title,
  readers: ['a', 'b'],
  marks: 1,
  figure: value === undefined ? { undefined: 'no data' } : { value },
})
const rows = [line('b', 0.5), line('a'), line('c', -0.2), line('d', 0.5)]
const titles = (sorted: readonly DocumentLine[]): string => sorted.map(({ title }) => title).join('')

test('documents without a figure come last, whichever comes first', () => {
  expect(titles(sortedBy(rows, { by: 'figure', down: false }))).toBe('cbda')
  expect(titles(sortedBy(rows, { by: 'figure', down: true }))).toBe('bdca')
  expect(titles(sortedBy(rows, { by: 'title', down: true }))).toBe('dcba')
})
