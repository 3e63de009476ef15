import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from '../../../testing/annotated'
import { marked } from '../../../testing/marked'
import { annotationOf, articleOf, setBy, ada } from '../../../testing/records'
import { exportedOf, toy } from '../../../testing/toy'
import type { AnnotatedDocument } from '../codec'
import { factsOf } from './report-facts'
import { type ReportLine, linesOf } from './report-text'

const linesFor = (document: AnnotatedDocument): ReportLine[] => {
  const { article, entries } = factsOf(exportedOf(document)).articles[0]!
  return linesOf(article, entries, () => true)
}

/** `<` where a piece begins, its number where it ends, and `!` when the annotation ends there altogether. */
const drawn = ({ parts }: ReportLine): string =>
  parts
    .map(
      ({ text, begins, ends, finishes }) =>
        '<'.repeat(begins.length) +
        text +
        ends.map((entry) => `>${entry.label}${finishes.includes(entry) ? '!' : ''}`).join(''),
    )
    .join('')

const drawnOf = (source: string, ...others: string[]): string[] => {
  const all = [source, ...others].map(marked)
  const { text } = all[0]!
  return linesFor({
    article: articleOf('doc-1', text),
    records: {
      sets: [setBy(ada)],
      annotations: all.map(({ ranges }, k) =>
        annotationOf(`ann-${k}`, k === 0 ? 'claim' : 'figure', text, ranges),
      ),
      links: [],
      comments: [],
      verdicts: [],
      answers: [],
    },
  }).map(drawn)
}

test('the toy', () =>
  expect(linesFor(toy).map(drawn)).toEqual(['📉 <Crime>c1, <police>s1! said, <fell <12%>f1! in May>c1!.']))

test('annotations that cross', () => expect(drawnOf('a [b c] d', 'a b [c d]')).toEqual(['a <b <c>c1! d>f1!']))

test('the same words twice', () => expect(drawnOf('a [b] c', 'a [b] c')).toEqual(['a <<b>c1!>f1! c']))

test('one over several lines, of which a blank one is left out', () =>
  expect(drawnOf('a [b\n \nc] d')).toEqual(['a <b>c1', '<c>c1! d']))

test('one of nothing but a line end has no place', () => expect(drawnOf('a[\n]b')).toEqual(['a', 'b']))

test('which ones run through a part, of those that are drawn', () => {
  const { article, entries } = factsOf(exportedOf(toy)).articles[0]!
  const runs = (tag: string): string[] =>
    linesOf(article, entries, (entry) => entry.tag.id !== tag).flatMap(({ parts }) =>
      parts.map(({ on }) => on.map(({ label }) => label).join()),
    )
  expect(runs('none')).toEqual(['', 'c1', '', 's1', '', 'c1', 'c1,f1', 'c1', ''])
  expect(runs('claim')).toEqual(['', '', '', 's1', '', '', 'f1', '', ''])
})

test('nothing of the text is lost but blank lines, and every annotation of words ends once', () => {
  fc.assert(
    fc.property(anyDocument('doc-1'), (document) => {
      const lines = linesFor(document)
      const { text } = document.article
      expect(lines.map(({ parts }) => parts.map((part) => part.text).join(''))).toEqual(
        text.split('\n').filter((line) => /\S/.test(line)),
      )
      const finished = lines.flatMap(({ parts }) => parts.flatMap(({ finishes }) => finishes))
      expect(new Set(finished).size).toBe(finished.length)
      const wordy = document.records.annotations.filter(({ span }) =>
        span.some(({ exact }) => /\S/.test(exact)),
      )
      for (const { id } of wordy) expect(finished.map(({ annotation }) => annotation.id)).toContain(id)
    }),
    { numRuns: 100 },
  )
})
