import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { id, idMaker } from './id'

test('an id is its kind and 24 digits, and is accepted as an id', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 255 })), (stream) => {
      // Every eighth byte is small, so that the maker always comes to an end.
      const bytes = (count: number) =>
        Uint8Array.from({ length: count }, (_, k) => (k % 8 ? stream.next().value! : 7))
      const made = idMaker(bytes)('ann')
      expect(made).toMatch(/^ann-[0-9a-z]{24}$/)
      expect(id.parse(made)).toBe(made)
    }),
  )
})

test('the digits are the bytes modulo 36, without those that would favour some digits', () => {
  const next = [255, 0, 35, 36, 252, 251]
  const newId = idMaker((count) => Uint8Array.from({ length: count }, (_, k) => next[k % next.length]!))
  expect(newId('doc')).toBe('doc-0z0z0z0z0z0z0z0z0z0z0z0z')
})

test.each(['T1', 'urn:uuid:2f7f1d0e', 'Zitat 3 – Büro', '陈述'])(
  'ids from outside are kept: %s',
  (foreign) => {
    expect(id.parse(foreign)).toBe(foreign)
  },
)

test.each(['', 'a\nb', 'a\u0000', '\ud800', 'x'.repeat(201)])('%j is no id', (wrong) => {
  expect(id.safeParse(wrong).success).toBe(false)
})
