import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../testing/texts'
import { newsCodebook } from '../codebook/news'
import { figureAttributes, parseFigure } from './parse-figure'

test.each([
  // Percent
  ['nearly 10 percent', { value: 10, unit: 'percent', kind: 'percent', comparator: 'nearly' }],
  ['3.4pc', { value: 3.4, unit: 'percent', kind: 'percent' }],
  ['−5 %', { value: -5, unit: 'percent', kind: 'percent' }],
  ['+0.5%', { value: 0.5, unit: 'percent', kind: 'percent' }],
  ['12-15 percent', { value: 12, high: 15, unit: 'percent', kind: 'percent' }],
  ['12 to 15 percent', { value: 12, high: 15, unit: 'percent', kind: 'percent' }],
  ['between 5 and 7 per cent', { value: 5, high: 7, unit: 'percent', kind: 'percent' }],
  ['16.1 percentage points', { value: 16.1, unit: 'percentage points', kind: 'percent' }],
  ['6 percent or more', { value: 6, unit: 'percent', kind: 'percent', comparator: 'at-least' }],
  ['3.7 percent or lower', { value: 3.7, unit: 'percent', kind: 'percent', comparator: 'up-to' }],
  ['4 percent a year', { value: 4, unit: 'percent/year', kind: 'percent' }],
  ['٢٥٪', { value: 25, unit: 'percent', kind: 'percent' }],
  ['６０％', { value: 60, unit: 'percent', kind: 'percent' }],
  ['3,5 percent', { unit: 'percent', kind: 'percent' }],
  // Money
  ['$3.2 million', { value: 3_200_000, unit: '$', kind: 'money' }],
  ['£1.5bn', { value: 1_500_000_000, unit: 'GBP', kind: 'money' }],
  ['US$5m', { value: 5_000_000, unit: 'USD', kind: 'money' }],
  ['14bn rupees', { value: 14_000_000_000, unit: 'rupees', kind: 'money' }],
  ['Rs 500', { value: 500, unit: 'rupees', kind: 'money' }],
  ['31 million euros', { value: 31_000_000, unit: 'EUR', kind: 'money' }],
  ['2 million Swiss francs', { value: 2_000_000, unit: 'CHF', kind: 'money' }],
  ['¥1,200', { value: 1200, unit: '¥', kind: 'money' }],
  ['-$5', { value: -5, unit: '$', kind: 'money' }],
  ['£35m–£45m a day', { value: 35_000_000, high: 45_000_000, unit: 'GBP/day', kind: 'money' }],
  ['$4-6 million', { value: 4_000_000, high: 6_000_000, unit: '$', kind: 'money' }],
  ['$68 a barrel', { value: 68, unit: '$/barrel', kind: 'money' }],
  ['up to $400', { value: 400, unit: '$', kind: 'money', comparator: 'up-to' }],
  ['a little over $96,000', { value: 96_000, unit: '$', kind: 'money', comparator: 'more-than' }],
  ['60 pounds', { value: 60, unit: 'pounds' }],
  ['60 pounds sterling', { value: 60, unit: 'GBP', kind: 'money' }],
  // Counts
  ['14 cracks', { value: 14, unit: 'cracks', kind: 'count' }],
  [
    'more than 1.2 million people',
    { value: 1_200_000, unit: 'people', kind: 'count', comparator: 'more-than' },
  ],
  ['1.6m customers', { value: 1_600_000, unit: 'customers', kind: 'count' }],
  ['6,000 public rental homes', { value: 6000, unit: 'public rental homes', kind: 'count' }],
  ['half a million', { value: 500_000, kind: 'count' }],
  ['two hundred and forty-one', { value: 241, kind: 'count' }],
  ['three thousand two hundred ships', { value: 3200, unit: 'ships', kind: 'count' }],
  ['a dozen', { value: 12, kind: 'count' }],
  ['1\u2009200 km', { value: 1200, unit: 'km', kind: 'count' }],
  ['1,200 kilometres', { value: 1200, unit: 'km', kind: 'count' }],
  ['12,00,000', { value: 1_200_000, kind: 'count' }],
  ['19–21 million tonnes', { value: 19_000_000, high: 21_000_000, unit: 'tonnes', kind: 'count' }],
  ['500 to 1 million people', { value: 500, high: 1_000_000, unit: 'people', kind: 'count' }],
  ['hundreds of people', { unit: 'people', kind: 'count' }],
  ['up to about 40', { value: 40, kind: 'count', comparator: 'up-to' }],
  ['fewer than 2,500', { value: 2500, kind: 'count', comparator: 'less-than' }],
  ['no fewer than 12 men', { value: 12, unit: 'men', kind: 'count', comparator: 'at-least' }],
  ['40 or so', { value: 40, kind: 'count', comparator: 'about' }],
  ['four-page', { value: 4, unit: 'page', kind: 'count' }],
  ['150 cubic metres a second', { value: 150, unit: 'm³/second', kind: 'count' }],
  ['9.5', { value: 9.5 }],
  ['the four', { value: 4, kind: 'count' }],
  ['No. 4', { value: 4 }],
  ['80-odd', { value: 80, kind: 'count', comparator: 'about' }],
  ['10 million-plus', { value: 10_000_000, kind: 'count', comparator: 'at-least' }],
  ['minus 5 degrees', { value: -5, unit: 'degrees', kind: 'count' }],
  // Durations
  ['24 hours', { value: 24, unit: 'hours', kind: 'duration' }],
  ['30-day', { value: 30, unit: 'days', kind: 'duration' }],
  ['two hours and 40 minutes', { value: 160, unit: 'minutes', kind: 'duration' }],
  ['between 9 months and 5 years', { value: 9, high: 60, unit: 'months', kind: 'duration' }],
  ['about a month', { value: 1, unit: 'months', kind: 'duration', comparator: 'about' }],
  ['half an hour', { value: 0.5, unit: 'hours', kind: 'duration' }],
  ['over two years', { value: 2, unit: 'years', kind: 'duration', comparator: 'more-than' }],
  ['a year and a half', { value: 1.5, unit: 'years', kind: 'duration' }],
  ['nine and a half weeks', { value: 9.5, unit: 'weeks', kind: 'duration' }],
  // Dates
  ['2024', { value: 2024, kind: 'date' }],
  ['2019–22', { value: 2019, high: 2022, kind: 'date' }],
  ['1990s', { value: 1990, high: 1999, kind: 'date' }],
  ['9 May 2023', { unit: '2023-05-09', kind: 'date' }],
  ['May 9, 2023', { unit: '2023-05-09', kind: 'date' }],
  ['Sept. 30', { unit: '--09-30', kind: 'date' }],
  ['May 2018', { unit: '2018-05', kind: 'date' }],
  ['May 5–9', { unit: '--05-05/--05-09', kind: 'date' }],
  ['25/5/2023', { unit: '2023-05-25', kind: 'date' }],
  ['9/5/2023', { kind: 'date' }],
  ['about 5 p.m.', { unit: 'T17:00', kind: 'date', comparator: 'about' }],
  ['12.15 a.m.', { unit: 'T00:15', kind: 'date' }],
  ['9 to 11 a.m.', { unit: 'T09:00/T11:00', kind: 'date' }],
  ['12 noon', { unit: 'T12:00', kind: 'date' }],
  ['4-Jul', { unit: '--07-04', kind: 'date' }],
  // Ordinals
  ['80th', { value: 80, kind: 'ordinal' }],
  ['third quarter', { value: 3, unit: 'quarter', kind: 'ordinal' }],
  ['the fifteenth', { value: 15, kind: 'ordinal' }],
  ['twenty-first century', { value: 21, unit: 'century', kind: 'ordinal' }],
  // Ratios
  ['two thirds', { value: 2 / 3, kind: 'ratio' }],
  ['almost exactly a third', { value: 1 / 3, kind: 'ratio', comparator: 'nearly' }],
  ['one in five', { value: 0.2, kind: 'ratio' }],
  ['10 per 100,000', { value: 0.0001, kind: 'ratio' }],
  ['nine out of 10', { value: 0.9, kind: 'ratio' }],
  ['about half', { value: 0.5, kind: 'ratio', comparator: 'about' }],
  [
    'about two thirds of a percentage point',
    { value: 2 / 3, unit: 'percentage points', kind: 'percent', comparator: 'about' },
  ],
  ['3:1', { value: 3, kind: 'ratio' }],
  ['5–4', { kind: 'ratio' }],
  ['nobody', {}],
  ['', {}],
])('“%s” is %j', (quote, expected) => {
  expect(parseFigure(quote)).toEqual(expected)
})

test('of several figures in a quote the first counts, and one in earnest before a number that only points', () => {
  expect(parseFigure('rose from 5 to 7 percent')).toMatchObject({ value: 5 })
  expect(parseFigure('one of them, 7 percent')).toMatchObject({ value: 7 })
})

test('the attributes of a figure are those of the codebook, and what was not found is absent', () => {
  expect(figureAttributes('nearly 12–15 percent')).toEqual({
    value: 12,
    unit: 'percent',
    kind: 'percent',
    comparator: 'nearly',
  })
  expect(figureAttributes('nobody')).toEqual({})
})

const { attributes } = newsCodebook.tags.find(({ id }) => id === 'figure')!

test('whatever is quoted, its attributes are values that the codebook allows', () => {
  const quotes = fc.oneof(
    anyText,
    fc.constantFrom('9'.repeat(400), '1 trillion', `${'9'.repeat(39)} trillion`),
  )
  fc.assert(
    fc.property(quotes, (quote) => {
      for (const [id, value] of Object.entries(figureAttributes(quote))) {
        const attribute = attributes.find((candidate) => candidate.id === id)
        if (attribute?.kind === 'choice')
          expect(attribute.options.map((option) => option.id)).toContain(value)
        else if (attribute?.kind === 'number') expect(value).toSatisfy(Number.isFinite)
        else expect([attribute?.kind, typeof value]).toEqual(['text', 'string'])
      }
    }),
  )
})
