import { expect, test } from 'vitest'
import { annotationOf } from '../../testing/records'
import { parsedAttributes, reparsed } from './parsed-attributes'

const text = 'nearly 10 percent'
const figure = (attributes: Record<string, string | number | boolean>, start = 0, tag = 'figure') =>
  annotationOf('a', tag, text, [{ start, end: text.length }], { attributes })

test('only the words of figures say something of themselves', () => {
  expect(parsedAttributes('figure', text)).toMatchObject({ value: 10, comparator: 'nearly' })
  expect(parsedAttributes('claim', text)).toEqual({})
})

test('what the words said they say anew, what was typed stays, what was cleared stays away', () => {
  const said = parsedAttributes('figure', text)
  expect(reparsed(figure(said), '12 percent')).toEqual(parsedAttributes('figure', '12 percent'))
  expect(reparsed(figure({ ...said, value: 11, note: 'x' }), '12 percent')).toMatchObject({
    value: 11,
    note: 'x',
  })
  const { value: _, ...rest } = said
  expect(reparsed(figure(rest), '12 percent')).not.toHaveProperty('value')
  expect(reparsed(figure(said, 0, 'claim'), '12 percent')).toEqual(said)
})
