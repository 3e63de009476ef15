import { readFileSync, readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences as schema } from '../../core/document/sentences'
import { anyWords } from '../../testing/texts'
import { findSentences } from './sentences'

const seeds = new URL('../../../seeds/', import.meta.url)

const listed = (text: string): string[] => {
  const pairs = findSentences(text)
  return pairs.flatMap((start, k) => (k % 2 === 0 ? [text.slice(start, pairs[k + 1])] : []))
}

/** Sentences do not overlap, cross no line end, begin and end with words, and leave nothing but blanks out. */
function check(text: string): void {
  const pairs = findSentences(text)
  expect(schema.safeParse(pairs).success).toBe(true)
  const found = listed(text)
  for (const sentence of found) expect(sentence).toMatch(/^\S([^\n]*\S)?$/)
  expect(found.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
}

test('every sample is cut whole', () => {
  for (const name of readdirSync(seeds))
    if (name.endsWith('.txt')) check(readFileSync(new URL(name, seeds), 'utf8'))
})

test('whatever the text, all of it lies in sentences', () => {
  fc.assert(fc.property(anyWords, check))
})

test.each([
  ['Mr. Smith left. Dr. Jones stayed.', ['Mr. Smith left.', 'Dr. Jones stayed.']],
  ['It closed at 5 p.m. on Monday. No. 5 did not.', ['It closed at 5 p.m. on Monday.', 'No. 5 did not.']],
  ['The U.S. economy grew. The U.N. agreed.', ['The U.S. economy grew.', 'The U.N. agreed.']],
  ['J. R. Smith paid 3.5 percent. He left.', ['J. R. Smith paid 3.5 percent.', 'He left.']],
  ['“It may rain.” He said no more.', ['“It may rain.”', 'He said no more.']],
  ['临港市房租上涨。研究所没有回应。', ['临港市房租上涨。', '研究所没有回应。']],
])('%j', (text, sentences) => expect(listed(text)).toEqual(sentences))
