import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { exportedOf } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import { factsOf } from './report-facts'
import {
  answersInWords,
  decisionInWords,
  lackInWords,
  reasonsInWords,
  verdictFacts,
  type VerdictFacts,
} from './report-review'
import { judged } from '../../../testing/judged'

function factsIn(document: AnnotatedDocument): VerdictFacts[] {
  const exported = exportedOf(document)
  return verdictFacts(factsOf(exported).articles[0]!, exported, 0)
}

const labelOf = (one: VerdictFacts['now']): string =>
  one === undefined ? '–' : 'label' in one ? one.label : 'link'

test('every verdict is told of: first what came of some, in the order of the text', () =>
  expect(
    factsIn(judged).map((facts) => [
      labelOf(facts.result) + lackInWords(facts),
      decisionInWords(facts),
      labelOf(facts.now),
      facts.judged,
      facts.whose.name,
      facts.verdict.by.name,
      reasonsInWords(facts),
    ]),
  ).toEqual([
    [
      'c2',
      'Mended',
      'c3',
      'Claim “Fares rise”, Status: supported',
      'Ada',
      'Cleo',
      'the number belongs to it',
    ],
    ['c2', 'Accepted', 'c1', 'Claim “Fares rise by 5%”', 'Ben', 'Cleo', 'By rule: most agree'],
    ['–', 'Rejected', 'link', 'c3 “Fares rise” attributed to s1 “Jo”', 'Ada', 'Ben', ''],
    ['–not here', 'To be discussed', '–', 'Figure “5%”, Value: 5', 'Ben', 'Cleo', 'a figure?'],
    // It says something else by now, and so is not what was judged.
    ['–', 'Rejected', '–', 'Source “Jo” (who?)', 'Ada', 'Cleo', ''],
  ]))

test('what was answered is told', () =>
  expect(factsIn(judged).map(answersInWords)).toEqual([
    'Ada objects, 5 January 2026, 09:02 UTC: No figure was meant.',
    '',
    '',
    '',
    '',
  ]))

test('a link whose end is gone says what that was', () => {
  const { records } = judged
  const without = records.annotations.filter(({ id }) => id !== 'a-2')
  const verdictOnSourceGone = records.verdicts.filter(({ judged: { id } }) => id !== 'a-2')
  const linkIn = (more: Partial<typeof records>): string | undefined =>
    factsIn({ ...judged, records: { ...records, annotations: without, links: [], ...more } }).find(
      ({ verdict }) => verdict.judged.id === 'l-1',
    )?.judged
  expect(linkIn({})).toBe('c3 “Fares rise” attributed to “Jo”')
  expect(linkIn({ verdicts: verdictOnSourceGone })).toBe('c3 “Fares rise” attributed to what is gone')
})

test('whatever was decided, every verdict and every answer is there once', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), (document) => {
      const facts = factsIn(document)
      const ids = facts.map(({ verdict }) => verdict.id)
      expect(ids.toSorted()).toEqual(document.records.verdicts.map(({ id }) => id).toSorted())
      expect(facts.flatMap(({ answers }) => answers)).toHaveLength(document.records.answers.length)
    }),
    { numRuns: 60 },
  )
})
