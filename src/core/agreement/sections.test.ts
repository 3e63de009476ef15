import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from './reading'
import { type Section, eachStretch, marksByReader, sections } from './sections'

const TAGS = ['claim', 'source']

/** `claim 0-10 20-25` is a claim in two pieces. */
function mark(written: string): Mark {
  const [tag, ...ranges] = written.split(' ')
  return { id: written, tag: tag!, ranges: ranges.map((range) => interval(range)) }
}
function interval(written: string) {
  const [start, end] = written.split('-').map(Number)
  return { start: start!, end: end! }
}

/** The chain of a text of 30 units, as the marks are written; `-` is nothing. */
const chainOf = (written: readonly string[], tags = TAGS): string =>
  sections(written.map(mark), 30, tags)
    .map(({ start, end, value }) => `${value === undefined ? '-' : tags[value]} ${start}-${end}`)
    .join(', ')

test('what lies between marks is nothing, and pieces are units of their own', () => {
  expect(chainOf([])).toBe('- 0-30')
  expect(chainOf(['claim 5-10 12-30'])).toBe('- 0-5, claim 5-10, - 10-12, claim 12-30')
  expect(chainOf(['claim 0-10', 'figure 10-20'])).toBe('claim 0-10, - 10-30')
  expect(sections([], 0, TAGS)).toEqual([])
})

test('units that touch stay apart, with the same tag as well', () => {
  expect(chainOf(['claim 0-10', 'claim 10-20', 'source 20-30'])).toBe('claim 0-10, claim 10-20, source 20-30')
})

test('the innermost of several tags has the place: shorter, then earlier, then first in the scheme', () => {
  expect(chainOf(['claim 0-30', 'source 10-20'])).toBe('claim 0-10, source 10-20, claim 20-30')
  expect(chainOf(['claim 0-10', 'source 5-14'])).toBe('claim 0-5, source 5-14, - 14-30')
  expect(chainOf(['source 5-15', 'claim 10-20'])).toBe('- 0-5, source 5-15, claim 15-20, - 20-30')
  expect(chainOf(['source 0-30', 'claim 0-30'])).toBe('claim 0-30')
})

test('units of one tag that overlap are one section', () => {
  const apart = ['claim 0-10', 'claim 10-20']
  expect(chainOf([...apart, 'claim 5-15'])).toBe('claim 0-20, - 20-30')
  expect(chainOf([...apart, 'claim 0-20'])).toBe('claim 0-20, - 20-30')
  expect(chainOf(['claim 0-30', 'claim 10-20', 'source 12-14'])).toBe('claim 0-12, source 12-14, claim 14-30')
})

const reading = (annotator: string) => ({ annotator, marks: [mark('claim 0-1')], links: [] })

test('only readers of the scheme count, and they are at least two', () => {
  const text = { document: 'd', length: 3, readings: ['a', 'b', 'c'].map(reading) }
  const readers = (...annotators: string[]) => marksByReader(text, { annotators, tags: TAGS }).length
  expect([readers('a', 'b', 'c'), readers('c', 'a', 'z'), readers('a', 'z')]).toEqual([3, 2, 0])
})

test('a stretch ends where a section of any chain does', () => {
  const chains = [['claim 0-10'], ['claim 5-10'], []].map((marks) => sections(marks.map(mark), 30, TAGS))
  const seen: string[] = []
  eachStretch(chains, (at, length) => seen.push(`${at.join('')} ${length}`))
  expect(seen).toEqual(['000 5', '010 5', '120 20'])
})

const anyUnits = fc.array(
  fc.record({ tag: fc.constantFrom(...TAGS), start: fc.nat(29), size: fc.integer({ min: 1, max: 15 }) }),
  { maxLength: 8 },
)
const anyMarks = anyUnits.map((units) =>
  units.map(({ tag, start, size }) => mark(`${tag} ${start}-${Math.min(30, start + size)}`)),
)

const valueAt = (chain: readonly Section[], at: number): number | undefined =>
  chain.find(({ start, end }) => start <= at && at < end)?.value

test('a chain has no gap, and at each place the value of the shortest mark there', () => {
  fc.assert(
    fc.property(anyMarks, (marks) => {
      const chain = sections(marks, 30, TAGS)
      expect([chain[0]?.start, ...chain.map(({ end }) => end)]).toEqual([
        ...chain.map(({ start }) => start),
        30,
      ])
      for (let at = 0; at < 30; at++) {
        const there = marks
          .map(({ tag, ranges: [range] }) => ({ value: TAGS.indexOf(tag), ...range! }))
          .filter(({ start, end }) => start <= at && at < end)
          .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || a.value - b.value)
        expect(valueAt(chain, at)).toBe(there[0]?.value)
      }
    }),
    { numRuns: 100 },
  )
})

test('the order of marks changes nothing', () => {
  fc.assert(
    fc.property(anyMarks, (marks) => {
      expect(sections(marks.toReversed(), 30, TAGS)).toEqual(sections(marks, 30, TAGS))
    }),
    { numRuns: 100 },
  )
})

test('twenty thousand marks, each within the one before, are settled like any others', () => {
  const nested = Array.from({ length: 20_000 }, (_, k) => mark(`${TAGS[k % 2]} ${k}-${100_000 - k}`))
  expect(sections(nested, 100_000, TAGS)).toHaveLength(2 * nested.length - 1)
})
