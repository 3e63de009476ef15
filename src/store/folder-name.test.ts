import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderName } from './folder-name'

test('ids of ours are their own name', () => {
  expect(folderName('doc-ypw1lnjuv3raiu0r1xhsggcv')).toBe('doc-ypw1lnjuv3raiu0r1xhsggcv')
})

test.each([
  ['../x', '_2e_2e_2fx'],
  ['..', '_2e_2e'],
  ['con', '_63on'],
  ['CON', '_43_4f_4e'],
  ['com1', '_63om1'],
  ['a_b', 'a_5fb'],
  ['ä', '_c3_a4'],
  ['📉', '_f0_9f_93_89'],
  ['end. ', 'end_2e_20'],
])('%s lies in %s', (id, name) => expect(folderName(id)).toBe(name))

test('any name is allowed everywhere, and two ids never share one, even where capitals do not count', () => {
  const ids = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 100, maxLength: 200 }),
  )
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      expect(folderName(one)).toMatch(/^(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9_-]{1,130}$/)
      if (one !== other) expect(folderName(one).toLowerCase()).not.toBe(folderName(other).toLowerCase())
    }),
    { numRuns: 1000 },
  )
  expect(folderName('Doc')).not.toBe(folderName('doc'))
})
