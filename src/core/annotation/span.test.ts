import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRanges } from '../../testing/annotated'
import { marked } from '../../testing/marked'
import { annotationOf, time } from '../../testing/records'
import { anyWords } from '../../testing/texts'
import { annotation, compareAnnotations } from './annotation'
import { compareSpans, describeSpan, extentOf, isExact, lengthOf, piece, quoteOf, span } from './span'

const spanOf = (source: string) => {
  const { text, ranges } = marked(source)
  return { text, span: describeSpan(text, ranges) }
}

test('a span is its ranges with their words and what stands around them', () => {
  const { text, span: described } = spanOf('[Crime], police said, [fell 12%] in May.')
  expect(described).toEqual([
    { start: 0, end: 5, exact: 'Crime', prefix: '', suffix: ', police said, fell 12% in May.' },
    { start: 20, end: 28, exact: 'fell 12%', prefix: 'Crime, police said, ', suffix: ' in May.' },
  ])
  expect(extentOf(described)).toEqual({ start: 0, end: 28 })
  expect(lengthOf(described)).toBe(13)
  expect(quoteOf(described)).toBe('Crime … fell 12%')
  expect(isExact(text, described)).toBe(true)
  expect(isExact(text.replace('12%', '13%'), described)).toBe(false)
})

test('whatever is described is valid, exact, and survives being written down', () => {
  const described = anyWords.chain((text) => anyRanges(text).map((ranges) => ({ text, ranges })))
  fc.assert(
    fc.property(described, ({ text, ranges }) => {
      const made = describeSpan(text, ranges)
      expect(span.parse(JSON.parse(JSON.stringify(made)))).toEqual(made)
      expect(isExact(text, made)).toBe(true)
      for (const { start, end, prefix, exact, suffix } of made) {
        expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + exact + suffix)
        // Half of an emoji would come back from a UTF-8 file or socket as another character.
        expect([prefix, exact, suffix].every((part) => part.isWellFormed())).toBe(true)
      }
    }),
  )
})

test('the context does not cut an emoji in two', () => {
  const text = `😀${'x'.repeat(31)}cat${'x'.repeat(31)}😀`
  const [described] = describeSpan(text, [{ start: 33, end: 36 }])
  expect([described!.prefix, described!.suffix]).toEqual(['x'.repeat(31), 'x'.repeat(31)])
})

const one = { start: 4, end: 7, exact: 'cat', prefix: '', suffix: '' }

test.each([
  ['a start that is no whole number', [{ ...one, start: 4.5 }], '[0].start: expected a whole number'],
  ['a start before the text', [{ ...one, start: -1 }], '[0].start: expected a number from 0'],
  ['a quote of another length', [{ ...one, exact: 'cats' }], '[0].exact: expected the quote to be as long'],
  ['no words', [{ ...one, end: 4, exact: '' }], '[0].exact'],
  ['an end before the start', [{ ...one, end: 2 }], '[0].exact'],
  ['no pieces', [], ''],
  ['pieces that touch', [one, { ...one, start: 7, end: 10 }], 'neither overlap nor touch'],
  ['pieces out of order', [one, { ...one, start: 0, end: 3 }], 'in the order of the text'],
])('a span with %s is refused, and the place is named', (_, wrong, message) => {
  const { error } = span.safeParse(wrong)
  const issue = error!.issues[0]!
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  expect(`${place}: ${issue.message}`).toContain(message)
})

test('a piece is not taken for a span, nor anything else', () => {
  expect(piece.safeParse(one).success).toBe(true)
  for (const wrong of [one, null, 'cat', [null], [{}]]) expect(span.safeParse(wrong).success).toBe(false)
})

test('spans are read by their start, and what encloses comes first', () => {
  const text = 'the cat sat on the mat'
  const spans = [
    [0, 3],
    [4, 22],
    [4, 11],
    [4, 7],
    [8, 11],
  ].map(([start, end]) => describeSpan(text, [{ start: start!, end: end! }]))
  expect(spans.toReversed().toSorted(compareSpans)).toEqual(spans)
})

test('annotations of one place are in the order of their age, then of their ids', () => {
  const { text, ranges } = marked('the [cat]')
  const list = [
    annotationOf('z', 'claim', text, ranges, { created: time(1) }),
    annotationOf('a', 'claim', text, ranges, { created: time(2) }),
    annotationOf('b', 'claim', text, ranges, { created: time(2) }),
  ]
  expect(list.toReversed().toSorted(compareAnnotations)).toEqual(list)
})

test('an annotation is refused when its attributes are no plain values', () => {
  const good = annotationOf('a', 'claim', 'the cat', [{ start: 4, end: 7 }], {
    attributes: { sure: true, n: 1, unit: '%' },
  })
  expect(annotation.parse(good)).toEqual(good)
  for (const value of [null, [], {}, Number.NaN, undefined])
    expect(annotation.safeParse({ ...good, attributes: { value } }).success).toBe(false)
})
