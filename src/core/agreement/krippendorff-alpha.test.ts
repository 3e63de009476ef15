import { expect, test } from 'vitest'
import { coincidences, krippendorffAlpha } from './krippendorff-alpha'

/** Of units written as their values, `_` where one is missing. */
function alphaOf(units: string) {
  const values = [...new Set(units.replaceAll(/[ _]/g, ''))]
  const items = units.split(' ').map((unit) => ({
    weight: 1,
    ratings: Array.from(unit.replaceAll('_', ''), (value) => values.indexOf(value)),
  }))
  return krippendorffAlpha(coincidences(items, values.length))
}

test.each([
  ['Krippendorff 1980, p. 133', '00 11 01 00 00 01 00 01 10 00', 0.4, 0.442, 0.095],
  ['Krippendorff 2004, p. 224', '10 11 01 00 00 01 00 01 00 00', 0.4, 0.442, 0.095],
  ['Krippendorff 1980, p. 139', '111 122 222 444 144 222 123 333 222', 0.259, 0.724, 0.642],
  [
    'the data set of irrCAC with gaps',
    '11_1 2232 3333 3333 2222 1234 4444 1121 2222 _555 __11 __3_',
    0.2,
    0.7795,
    0.74342,
  ],
  ['Krippendorff 2004, p. 227', 'aa ab bb bb bb bb bc cc cc cc cc cc', 0.167, 0.627, 0.734],
])('published: %s', (_, units, observed, expected, value) => {
  expect(alphaOf(units)).toEqual({
    value: expect.closeTo(value, 3),
    observed: expect.closeTo(observed, 3),
    expected: expect.closeTo(expected, 3),
  })
})

test('a value that cannot be paired does not count', () => {
  const paired = alphaOf('aa ab bb')
  expect(alphaOf('aa ab bb a_ _b __')).toEqual(paired)
  expect(alphaOf('aa_ a_b _bb')).toEqual(paired)
})

const alphaOfTable = (table: readonly (readonly number[])[]) =>
  krippendorffAlpha(
    coincidences(
      table.flatMap((row, a) => row.map((weight, b) => ({ weight, ratings: [a, b] }))),
      table.length,
    ),
  )

test.each([
  [
    'Artstein & Poesio 2008, example 2',
    [
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ],
    0.8005, // printed cut off, as .800
    4,
  ],
  [
    'four categories of 60 characters',
    [
      [10, 0, 0, 10],
      [0, 6, 0, 0],
      [0, 0, 0, 0],
      [0, 4, 10, 20],
    ],
    0.3687,
    4,
  ],
])('of a table of two annotators: %s', (_, table, expected, digits) => {
  const figure = alphaOfTable(table)
  expect('value' in figure && figure.value).toBeCloseTo(expected, digits)
})

test('coincidences are symmetric, and sum up to the values that can be paired', () => {
  const items = [
    { weight: 2, ratings: [0, 1, 1] },
    { weight: 1, ratings: [1] },
  ]
  expect([...coincidences(items, 2)]).toEqual([0, 2, 2, 2])
})

test('without pairs, or with one category only, it is undefined', () => {
  expect(alphaOf('a_ _b')).toEqual({ undefined: 'no data' })
  expect(alphaOf('aa aa')).toEqual({ undefined: 'one category only' })
})
