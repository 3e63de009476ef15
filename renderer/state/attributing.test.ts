import { expect, test } from 'vitest'
import { tagById } from '../../src/core/codebook/codebook'
import { newsCodebook } from '../../src/core/codebook/news'
import { annotationOf } from '../../src/testing/records'
import { summaryOf } from './attributing'

const text = 'nearly a third'
const summary = (tag: string, attributes: Record<string, string | number>) =>
  summaryOf(
    tagById(newsCodebook, tag),
    annotationOf('a', tag, text, [{ start: 0, end: text.length }], { attributes }),
  )

test.each([
  ['nothing', 'claim', {}, ''],
  [
    'options by their names, in the order of the codebook',
    'claim',
    { status: 'disputed', kind: 'fact' },
    'fact · disputed',
  ],
  [
    'a long number rounded',
    'figure',
    { value: 1 / 3, kind: 'ratio', comparator: 'nearly' },
    '0.333333 · ratio · nearly',
  ],
  ['what two say alike, once', 'figure', { value: 10, unit: 'percent', kind: 'percent' }, '10 · percent'],
])('the summary says %s', (_, tag, attributes, said) => expect(summary(tag, attributes)).toBe(said))
