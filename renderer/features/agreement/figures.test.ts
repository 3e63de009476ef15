import { expect, test } from 'vitest'
import { cellWords, intervalSentence } from './figures'

const measured = { draws: 1000, leftOut: 0 }

test('a figure is told with its interval, or with the reason why there is none', () => {
  expect(cellWords({ figure: { value: 0.714 }, interval: { low: 0.638, high: 0.78, ...measured } })).toBe(
    '0.71 (0.64–0.78)',
  )
  expect(cellWords({ figure: { value: -0.091 }, interval: { low: -0.2, high: 0.1, ...measured } })).toBe(
    '−0.09 (−0.20 to 0.10)',
  )
  expect(cellWords({ figure: { value: -0.001 }, interval: { tooFew: 3 } })).toBe(
    '0.00 (too few documents for an interval (3))',
  )
  const nothing = { undefined: 'no data' } as const
  expect(cellWords({ figure: nothing, interval: nothing })).toBe('no data')
})

test('samples that had no value are not passed over in silence', () => {
  expect(
    intervalSentence({ figure: { value: 0.7 }, interval: { low: 0.6, high: 0.8, draws: 1000, leftOut: 12 } }),
  ).toContain('12 samples without a value left out')
})
