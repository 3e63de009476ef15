import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addSplits,
  DISAGREEMENTS,
  disagreements,
  type Counts,
  type SameAttributes,
  type Split,
} from './disagreements'
import type { Mark, Reading, ReadText } from './reading'

const scheme = { annotators: ['a', 'b'], tags: ['claim', 'source', 'figure'] }

/** Marks are written `claim 0-10`; links `0 said-by 1`, the ends being numbers of marks. */
function reading(annotator: string, marks: readonly string[], links: readonly string[]): Reading {
  return {
    annotator,
    marks: marks.map((one, k): Mark => {
      const [tag, start, end] = one.split(/[ -]/)
      return { id: `${annotator}.${k}`, tag: tag!, ranges: [{ start: Number(start), end: Number(end) }] }
    }),
    links: links.map((one, k) => {
      const [from, type, to] = one.split(' ')
      return { id: `${k}`, type: type!, from: `${annotator}.${from}`, to: `${annotator}.${to}` }
    }),
  }
}
type Marked = readonly [marks: readonly string[], links?: readonly string[]]
const text = (...marked: Marked[]): ReadText => ({
  document: 'text',
  length: 60,
  readings: marked.map(([marks, links = []], k) => reading('ab'[k]!, marks, links)),
})
const split = (mine: Marked, theirs: Marked, same?: SameAttributes): Split =>
  disagreements(text(mine, theirs), scheme, same)

/** Without what is nought. */
const told = (counts: Counts | undefined): unknown =>
  counts && Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))

test('the fixture that can be checked by hand', () => {
  const { all, byTag } = split(
    [['claim 0-10', 'source 20-26', 'claim 30-40']],
    [['claim 0-10', 'source 20-30', 'figure 50-60']],
  )
  expect(told(all)).toEqual({ agreed: 1, boundaryDiffers: 1, missedBySecond: 1, missedByFirst: 1 })
  expect(told(byTag.get('claim'))).toEqual({ agreed: 1, missedBySecond: 1 })
  expect(told(byTag.get('source'))).toEqual({ boundaryDiffers: 1 })
  expect(told(byTag.get('figure'))).toEqual({ missedByFirst: 1 })
})

test('another tag on the same words is in the rows of both tags', () => {
  const { all, byTag } = split([['claim 0-10']], [['source 0-9']])
  expect(told(all)).toEqual({ tagDiffers: 1 })
  expect(told(byTag.get('claim'))).toEqual({ tagDiffers: 1 })
  expect(told(byTag.get('source'))).toEqual({ tagDiffers: 1 })
})

test('attributes are asked for only where tag and boundaries are the same', () => {
  const asked: string[] = []
  const same: SameAttributes = (mine, theirs) => {
    asked.push(`${mine.id} ${theirs.id}`)
    return false
  }
  const { all } = split([['claim 0-10', 'source 20-26']], [['claim 0-10', 'source 20-30']], same)
  expect(told(all)).toEqual({ attributesDiffer: 1, boundaryDiffers: 1 })
  expect(asked).toEqual(['a.0 b.0'])
})

test('between matched annotations a missing link differs, and so does another type or direction, once', () => {
  const marks = ['claim 0-10', 'source 20-30']
  const links = (mine: string[], theirs: string[]): number =>
    split([marks, mine], [marks, theirs]).all.linkDiffers
  expect(links(['0 said-by 1'], ['0 said-by 1'])).toBe(0)
  expect(links(['0 said-by 1'], [])).toBe(1)
  expect(links(['0 said-by 1'], ['0 denied-by 1'])).toBe(1)
  expect(links(['0 said-by 1'], ['1 said-by 0'])).toBe(1)
  expect(links(['0 said-by 1', '0 denied-by 1'], ['0 denied-by 1'])).toBe(1)
  const { byTag } = split([marks, ['0 said-by 1']], [marks])
  expect([...byTag].map(([tag, counts]) => `${tag} ${counts.linkDiffers}`)).toEqual([
    'claim 1',
    'source 1',
    'figure 0',
  ])
})

test('a link with a missed end is not counted besides', () => {
  const { all } = split([['claim 0-10', 'source 20-30'], ['0 said-by 1']], [['claim 0-10']])
  expect(told(all)).toEqual({ agreed: 1, missedBySecond: 1 })
})

test('a text that one did not read counts nothing', () => {
  expect(told(disagreements(text([['claim 0-10']]), scheme).all)).toEqual({})
})

const marked = fc
  .array(
    fc
      .tuple(fc.constantFrom(...scheme.tags), fc.nat(30), fc.integer({ min: 1, max: 9 }))
      .map(([tag, at, size]) => `${tag} ${at}-${at + size}`),
    { minLength: 1, maxLength: 6 },
  )
  .chain((marks) =>
    fc
      .array(fc.tuple(fc.nat(marks.length - 1), fc.constantFrom('p', 'q'), fc.nat(marks.length - 1)), {
        maxLength: 4,
      })
      .map((links): Marked => [marks, links.map(([from, type, to]) => `${from} ${type} ${to}`)]),
  )

const exchanged = (counts: Counts): Counts => ({
  ...counts,
  missedByFirst: counts.missedBySecond,
  missedBySecond: counts.missedByFirst,
})

test('law: every annotation is counted once, and the first and the second may be exchanged', () => {
  fc.assert(
    fc.property(marked, marked, (a, b) => {
      const { all, byTag } = split(a, b)
      const { agreed, boundaryDiffers, tagDiffers, missedByFirst, missedBySecond } = all
      const paired = agreed + boundaryDiffers + tagDiffers
      expect(2 * paired + missedByFirst + missedBySecond).toBe(a[0].length + b[0].length)
      const turned = split(b, a)
      expect(exchanged(turned.all)).toEqual(all)
      for (const [tag, counts] of turned.byTag) expect(exchanged(counts)).toEqual(byTag.get(tag))
    }),
    { numRuns: 100 },
  )
})

test('splits of texts add up', () => {
  const [one, other] = [split([['claim 0-10']], [['claim 0-10']]), split([['claim 0-10']], [['source 0-10']])]
  const both = addSplits(one, other)
  for (const kind of DISAGREEMENTS) expect(both.all[kind]).toBe(one.all[kind] + other.all[kind])
  expect(told(both.byTag.get('claim'))).toEqual({ agreed: 1, tagDiffers: 1 })
  expect(told(both.byTag.get('source'))).toEqual({ tagDiffers: 1 })
})
