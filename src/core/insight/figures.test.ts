import { expect, test } from 'vitest'
import { caretIn, marked, shown } from '../../testing/marked'
import { figureAt, figures, nextFigure, previousFigure } from './figures'

const all = (text: string) => figures(text, { start: 0, end: text.length })

/** The text with all its figures in brackets. */
const bracketed = (text: string): string =>
  all(text)
    .toReversed()
    .reduce((shownSoFar, range) => shown(shownSoFar, range), text)

test.each([
  // Percent
  'It fell by [nearly 10 percent] in a year.',
  'rose [5%]. Then [−5] and [-5 %], then [+0.5%].',
  'a [3.4pc] rise, [16.1 percentage points] higher',
  'a [5-percent] rise, a [two-percentage-point] cut, [25 basis points]',
  'between them, [between 5 and 7 percent] was lost',
  '[12-15 percent], [12–15%] or [12 to 15 percent]',
  'grew [5pc to 7pc], not [5 percent to 7 percent]',
  'rose from [5] to [7 percent], ranging from [5 to 7 percent]',
  '“[12], maybe [15 percent]” of it',
  '[6 percent or more] and [3.7 percent or lower]',
  'growth of [4 percent] a year after that, [4 percent a year] so far',
  // Money
  'a fine of [$3.2 million], [£1.5bn] of goods, [14bn rupees], [€1.9bn]',
  '[US$5m], [A$300], [HK$2bn], [C$40] and [EUR160m], [USD 5 million], [Rs 500], [R$12]',
  '[ten dollars], [225 million crowns], [40p], [90 cents], [2 million Swiss francs]',
  'pay of [£70 a day] or [$68 a barrel], [$9] each',
  '[£35m–£45m a day], [$4 million to $6 million], [$4-6 million]',
  'a [$3-million] project, the [-$5] and [$-5] columns',
  '[$2t], [£2b] and [5 €]; ([$225 million])',
  // Counts
  'They found [14 cracks] in [9 welds].',
  '[1.2 million people] and [more than 1.2 million people]',
  'for [6,000] public homes and [2,316] suspected cases',
  '[1,200 km], [60 miles], [180 cubic metres a second], [90 litres a person a day]',
  'the [11km] spur of the [140km] line, [1.2 gigawatts], [620 MW], [50 m²], [19°C], [66 degrees]',
  '[30 m] apart, [12m] high, [1.6m customers]',
  '[100 km/h], [30 miles an hour], [5,000 barrels a day]',
  'a [four-page] letter, a [12-member] panel; ten-sided dice, a one-off, a two-way street',
  '[29 more votes], [14 consecutive days], [three consecutive months]',
  '[up to 40], [at least 300 people], [as many as 21 million barrels]',
  '[about 5], [around 5], [some 5], [roughly 5], [approximately 5], [almost 5], [close to 5]',
  '[over 5], [under 5], [fewer than 5], [less than 5], [at most 5], [no more than 5]',
  '[just over 5], [a little over $96,000], [well below 70 percent], [up to about 40], [~40], [≥5], [40+] or [40 or so]',
  '[a dozen eggs], [two dozen eggs], [a hundred sheets], [half a million people], [a million]',
  '[two hundred and forty ships], [twenty-one ships], [three thousand two hundred]',
  '[two and a half million], [nine and a half hours], [2½ hours], [2 1/2 hours]',
  '[hundreds of people], [dozens], [tens of thousands of voters], [several hundred documents]',
  '[two or three hundred ballots], [two to three million], [48,000 to 55,000]',
  '[1\u202f200 km], [1’200 francs], [1,00,000 people]',
  '[3,5 percent] and [.5 percent]',
  '[80-odd] people, a [5,000-strong] crowd, [10 million-plus] users, a [5.5m-wide] gap, [two dozen]',
  '[minus 5 degrees], [6 centimetres], plus or minus [4]; Formula [1] races, p. 12',
  // Durations
  'a [30-day] order, [24 hours], [24h], [two hours and 40 minutes], [3 years and 2 months]',
  '[10- to 12-week] courses, a [15-year-old], [six to nine months] later, [19 hours]’ notice',
  'within [ten minutes], [about a month], [less than an hour]; for an hour',
  '[9.5 per cent] over [two years], but for [over two years], and [well over two years]',
  '[half an hour], [an hour and a half], [three quarters of an hour], [five quarters] in a row',
  'children [between 9 months and 5 years] old, [18 months] and [5 years]',
  // Dates
  'on [May 9], on [9 May 2023], on [May 9, 2023], in [May 2018], on [Sept. 30] and [Nov. 5]',
  'in [2024]. Since [1998], by [2050], the [1990s], mid-[2020]',
  '[2019–2022], [2019-20], [between 2019 and 2022], from [2019 to 2022]',
  'In [2024] prices rose; [1850 dockers] and [2000 people] came. In [2019] people left.',
  '[about 2000] came in [about 2015]',
  'at [5 p.m.], [4:40 p.m.], [12.15pm], [12:30], [12:30–14:00], [12 noon], [6 o’clock], [9 to 11 a.m.], [about 5 p.m.]',
  '[2023-05-09] or [9/5/2023], [May 5–9] and [5–9 May], the [9th of March]',
  'In May [12 ships] left; on [May 12] ships left. It may [12 times].',
  // Ordinals
  'the [80th], the [21st century], the [second quarter], the [fifth lowest], a [third week]',
  'the first time, in the first week, a second thought, the third man',
  // Ratios
  'by [a third], [two thirds] of it, [two-thirds], [nine tenths], [a seventh] of it',
  '[one in five] tankers, [about 1 in 90], [nine out of 10], [fewer than one in 2,000]',
  '[about half] of it, [nearly half], [a quarter of a point], [half a point], [less than half a point]',
  '[about two thirds of a percentage point], [almost exactly a third], [1/3] and [½]',
  'won [5-0] and [5–4], voted [five to four], by [31 votes] to [9], odds of [3:1], [5x] more',
  'three in [2019], [4] in [10 days], [1/2 inch]',
  'a quarter past twelve, half-year results, half past nine',
  'a [one-third] share, [two of every three] voters, [10 per 100,000] people, [5 litres] per [100 km]',
  // What is no figure
  'the four, both of the two, one of them, no one, those two sides, his four grandchildren',
  'No. 4 turbine, berths No. 4 and No. 5, Article 12, Gate 2, page 6',
  'H5N1, Covid-19, F-16, 5G, 4x4, 3D, B12, 1.2.3, 555-1234-99, 24/7, 3️⃣ districts',
  'He said nothing about it, nearly nobody did, at least not some of them.',
  // Other scripts
  'Ｆ [６０％], [٢٥٪], [१२] and [٣٫٥]',
  '约为[8.5%]，近[1200]套',
  'انخفض [18%] خلال [30] يوماً',
  'İİİ [5 percent] İ, IN İ [2 MILLION] PEOPLE, K [5 Kilometres]',
  '[NEARLY 10 PERCENT], [Two Thirds], [Nearly Half]',
  'nearly\n[10]\npercent, two\nships',
])('%s', (source) => {
  expect(bracketed(source.replaceAll(/[[\]]/g, ''))).toBe(source)
})

test.each([
  ['nearly 1|0 percent', '[nearly 10 percent]'],
  ['|nearly 10 percent', '[nearly 10 percent]'],
  ['nearly 10 percent|', '[nearly 10 percent]'],
  ['nearly 10 percent of| it', undefined],
  ['the fo|ur', 'the [four]'],
  ['one| of them', '[one] of them'],
  ['the No. |4 turbine', 'the No. [4] turbine'],
  ['the th|ird man', 'the [third] man'],
  ['ten-|sided dice', undefined],
  ['t|en-sided dice', '[ten]-sided dice'],
  ['2024|–25', '[2024–25]'],
  ['5|%6%', '[5%]6%'],
  ['5%|6%', '5%[6%]'],
  ['dial 555-12|34-99', 'dial [555-1234-99]'],
  ['10 pe|rcent\n20 percent', '[10 percent]\n20 percent'],
  ['10 percent\n|20 percent', '10 percent\n[20 percent]'],
  ['10 percent|\n20 percent', '[10 percent]\n20 percent'],
  ['no number| here', undefined],
  ['|', undefined],
])('at %j the figure is %j', (source, expected) => {
  const { text, at } = caretIn(source)
  const found = figureAt(text, at)
  expect(found && shown(text, found)).toBe(expected)
})

test('an offset beyond the text asks at its end, and before it at its start', () => {
  expect(figureAt('5 percent', 99)).toEqual({ start: 0, end: 9 })
  expect(figureAt('5 percent', -4)).toEqual({ start: 0, end: 9 })
  expect(nextFigure('5 percent', 99)).toBeUndefined()
  expect(previousFigure('5 percent', 99)).toEqual({ start: 0, end: 9 })
})

test('the figures of a range are those that lie within it', () => {
  const { text, range } = marked('5 percent, [6 percent and 7 per]cent\n8 percent')
  expect(figures(text, range).map(({ start, end }) => text.slice(start, end))).toEqual(['6 percent'])
  const { range: lines, text: two } = marked('5 percent\n[6 percent\n7 percent]\n8 percent')
  expect(figures(two, lines).map(({ start, end }) => two.slice(start, end))).toEqual([
    '6 percent',
    '7 percent',
  ])
})

test('the next and previous figures are found across lines that have none', () => {
  const text = 'none\n[5 percent] and [6 ships]\n\nnone\nuntil [2024]\nnone'
  const { text: plain, ranges } = marked(text)
  const [first, second, third] = ranges
  expect(nextFigure(plain, 0)).toEqual(first)
  expect(nextFigure(plain, first!.start)).toEqual(second)
  expect(nextFigure(plain, second!.start)).toEqual(third)
  expect(nextFigure(plain, third!.start)).toBeUndefined()
  expect(previousFigure(plain, plain.length)).toEqual(third)
  expect(previousFigure(plain, third!.start)).toEqual(second)
  expect(previousFigure(plain, second!.start + 1)).toEqual(second)
  expect(previousFigure(plain, first!.start)).toBeUndefined()
})
