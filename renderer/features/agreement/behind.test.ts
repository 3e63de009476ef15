import { expect, test } from 'vitest'
import type { Survey } from '../../../src/core/agreement/survey-result'
import { behindPairs, behindTags, pairKey } from './behind'

const none = {
  agreed: 0,
  attributesDiffer: 0,
  boundaryDiffers: 0,
  tagDiffers: 0,
  missedByFirst: 0,
  missedBySecond: 0,
  linkDiffers: 0,
}
const differing = (document: string, missedByFirst: number, tagDiffers: number) => ({
  document,
  counts: { ...none, agreed: 9, missedByFirst, tagDiffers },
})
const saying = (first: string | null, second: string | null, document: string) => ({
  first,
  second,
  count: 1,
  documents: [{ document, count: 1 }],
})

/** Ana and Ben differ in two documents, Ana and Cem in one. */
const survey = {
  split: {
    byPair: [
      { first: 'ana', second: 'ben', byDocument: [differing('one', 1, 2), differing('two', 4, 0)] },
      { first: 'ana', second: 'cem', byDocument: [differing('one', 0, 1)] },
    ],
  },
  confusion: {
    byPair: [
      {
        first: 'ana',
        second: 'ben',
        cells: [saying('claim', 'source', 'one'), saying('source', 'claim', 'one')],
      },
      { first: 'ana', second: 'cem', cells: [saying('claim', null, 'one')] },
    ],
  },
} as unknown as Survey

const told = ({ places }: ReturnType<typeof behindPairs>): string[] =>
  places.map(({ document, annotators, count }) => `${document} ${annotators.join('+')} ${count}`)

test('behind a kind of difference are the documents where it is found, most cases first', () => {
  const all = behindPairs(survey, 'all')
  expect(told(all)).toEqual(['two ana+ben 4', 'one ana+ben 3', 'one ana+cem 1'])
  expect(all.filter).toEqual({ scope: 'differences' })
  const tags = behindPairs(survey, 'tags', { kind: 'tag' })
  expect(told(tags)).toEqual(['one ana+ben 2', 'one ana+cem 1'])
  expect(tags.filter).toEqual({ scope: 'differences', difference: 'tag' })
  expect(told(behindPairs(survey, 'two', { pair: pairKey('cem', 'ana') }))).toEqual(['one ana+cem 1'])
})

test('behind two tags is who said which, in a pair; either way, of every two', () => {
  const both = { first: 'claim', second: 'source' }
  expect(told(behindTags(survey, 'every two', both))).toEqual(['one ana+ben 2'])
  expect(told(behindTags(survey, 'a pair', { ...both, pair: pairKey('ana', 'ben') }))).toEqual([
    'one ana+ben 1',
  ])
  const alone = behindTags(survey, 'alone', { first: 'claim', second: null })
  expect(told(alone)).toEqual(['one ana+cem 1'])
  expect(alone.filter).toEqual({ scope: 'differences', difference: 'alone', tag: 'claim' })
})
