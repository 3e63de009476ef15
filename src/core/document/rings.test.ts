import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { caretIn } from '../../testing/marked'
import { anyWords } from '../../testing/texts'
import { blocksOf } from './blocks'
import { nextRing, previousRing, ringsAt } from './rings'
import { plainSentences } from './sentences'

const sentenced = (text: string) => ({ text, sentences: plainSentences(text, blocksOf(text)) })

test('from the word to the paragraph', () => {
  const { text, at } = caretIn('It fell. “Fares will rise,” said Ines F|alk, who runs it. She left.')
  const rings = ringsAt(sentenced(text), at).map(({ start, end }) => text.slice(start, end))
  expect(rings).toEqual([
    'Falk',
    'Ines Falk',
    'said Ines Falk',
    '“Fares will rise,” said Ines Falk, who runs it.',
    text,
  ])
})

test('rings grow strictly; the next one holds what it grew from, the one before lies in it', () => {
  fc.assert(
    fc.property(anyWords, fc.nat(), (text, number) => {
      const whole = sentenced(text)
      const caret = number % (text.length + 1)
      const rings = ringsAt(whole, caret)
      for (const [k, ring] of rings.entries()) {
        expect(text.slice(ring.start, ring.end)).toMatch(/^\S(?:[^]*\S)?$/)
        const wider = nextRing(whole, ring)
        if (wider) {
          expect(wider.start).toBeLessThanOrEqual(ring.start)
          expect(wider.end).toBeGreaterThanOrEqual(ring.end)
          expect(wider.end - wider.start).toBeGreaterThan(ring.end - ring.start)
        }
        const before = rings[k - 1]
        if (before) expect(before.end - before.start).toBeLessThan(ring.end - ring.start)
        const inner = previousRing(whole, ring, caret)
        if (inner) expect(inner.end - inner.start).toBeLessThan(ring.end - ring.start)
      }
    }),
  )
})
