import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../testing/texts'
import { fileStem } from './file-stem'

describe('a title as a file’s name', () => {
  test.each([
    [
      'Rents, Not Wages, Now Divide Aldmark’s Rate-Setters',
      'Rents, Not Wages, Now Divide Aldmark’s Rate-Setters',
    ],
    ['9/11: what “they” knew?', '9 11 what “they” knew'],
    ['../../etc/passwd', 'etc passwd'],
    ['A long title that was cut…', 'A long title that was cut'],
    ['临港市六月房租', '临港市六月房租'],
    ['con', 'con-article'],
    ['...', ''],
  ])('%s', (title, stem) => expect(fileStem(title)).toBe(stem))

  test('is one that every system accepts, whatever the title', () => {
    const anyTitle = fc
      .tuple(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 40 })), fc.integer({ min: 1, max: 8 }))
      .map(([words, times]) => words.repeat(times))
    fc.assert(
      fc.property(anyTitle, (title) => {
        const stem = fileStem(title)
        expect(stem).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]|^[\s.]|[\s.]$/u)
        expect(new TextEncoder().encode(stem).length).toBeLessThanOrEqual(210)
        expect(fileStem(stem)).toBe(stem)
      }),
    )
  })
})
