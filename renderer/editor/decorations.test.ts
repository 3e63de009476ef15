import { expect, test } from 'vitest'
import { attributesOf } from './decorations'
import type { Painted } from './painted'
import type { Cover } from './segments'

function cover(id: string, tag: string, lane: number, more: Partial<Painted & Cover> = {}): Cover {
  const { starts = false, ends = false, ...painted } = more
  return {
    painted: {
      id,
      tag,
      ranges: [],
      underline: 'solid',
      picked: false,
      doubtful: false,
      pending: false,
      ...painted,
    },
    lane,
    starts,
    ends,
  }
}

test('one annotation: its tag, its colour, its line', () => {
  expect(attributesOf([cover('a1', 'claim', 0, { underline: 'dotted' })])).toEqual({
    nodeName: 'mark',
    class: 'segment tag-claim',
    style: '--tag-colour: var(--tag-claim, #767676); --colour-1: var(--tag-claim, #767676)',
    'data-ids': 'a1',
    'data-depth': '1',
    'data-line-1': 'dotted',
  })
})

test('several: each has its line, the ground is a mixture, and depth stops counting at 4', () => {
  const tags = ['claim', 'claim', 'source', 'figure', 'claim']
  const attributes = attributesOf(tags.map((tag, lane) => cover(`a${lane}`, tag, lane)))
  expect(attributes['data-ids']).toBe('a0 a1 a2 a3 a4')
  expect(attributes['data-depth']).toBe('4')
  expect(attributes['class']).toBe('segment tag-claim tag-source tag-figure')
  expect(Object.keys(attributes).filter((name) => name.startsWith('data-line'))).toHaveLength(3)
  expect(attributes['style']).toMatch(/^--tag-colour: color-mix\(in oklab, color-mix\(.* 50%\), .* 33%\);/)
})

test('two pieces of one annotation count once', () => {
  const attributes = attributesOf([cover('a', 'claim', 0), cover('a', 'claim', 1)])
  expect([attributes['data-ids'], attributes['data-depth']]).toEqual(['a', '1'])
})

test('the frame is closed below by the line of the picked one, and has the ends that are here', () => {
  const picked = cover('p', 'figure', 1, { picked: true, starts: true })
  const attributes = attributesOf([cover('a', 'claim', 0, { ends: true }), picked])
  expect(attributes['data-frame']).toBe('picked start')
  expect(attributes['data-frame-lane']).toBe('2')
})

test('doubt makes the line wavy; a segment is doubtful or pending only if all that cover it are', () => {
  const doubtful = cover('d', 'claim', 0, { doubtful: true, pending: true })
  expect(attributesOf([doubtful])).toMatchObject({
    class: 'segment tag-claim doubtful pending',
    'data-line-1': 'wavy',
  })
  expect(attributesOf([doubtful, cover('c', 'claim', 1)])).toMatchObject({
    class: 'segment tag-claim',
    'data-line-1': 'wavy',
    'data-line-2': 'solid',
  })
})

test('ids and tags from elsewhere cannot break out of attribute, class or style', () => {
  const attributes = attributesOf([cover('my id', 'a b;}:"é', 0)])
  expect(attributes['data-ids']).toBe('my_id')
  expect(attributes['class']).toMatch(/^segment tag-[\w-]+$/)
  expect(attributes['style']).toMatch(
    /^--tag-colour: var\(--tag-[\w-]+, #767676\); --colour-1: var\(--tag-[\w-]+, #767676\)$/,
  )
})
