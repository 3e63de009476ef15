import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { walkXml, writable } from './xml'

/** What a walk tells: `<a`, words, `>a`. */
function told(xml: string, deepest = 10): string[] {
  const seen: string[] = []
  const trouble = walkXml(
    xml,
    {
      open: ({ local }, { depth }) => void seen.push(`${depth}<${local}`),
      text: (words) => void seen.push(words),
      close: ({ local }, { depth }) => void seen.push(`${depth}>${local}`),
    },
    deepest,
  )
  return trouble === undefined ? seen : [trouble]
}

test('elements and words come in the order of the file, each with its depth', () => {
  expect(told('\uFEFF<a><x:b xmlns:x="urn:x">one &amp; </x:b><![CDATA[<two>]]></a>')).toEqual([
    '1<a',
    '2<b',
    'one & ',
    '2>b',
    '<two>',
    '1>a',
  ])
})

test.each([
  [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    'line 1, column 30: it has a DOCTYPE, which is not read for safety',
  ],
  ['<a>\n<b></a>', 'line 2, column 7: unexpected close tag'],
  ['<a><b>', 'line 1, column 6: unclosed tag: b'],
  ['<a>'.repeat(11), 'line 1, column 33: more than 10 elements are nested'],
  ['<x:a/>', 'line 1, column 6: unbound namespace prefix: "x"'],
])('%j ends early: %s', (xml, trouble) => {
  expect(told(xml)).toEqual([trouble])
})

const bug = (): never => {
  throw new TypeError('a bug')
}

test('what a listener throws is not taken for a fault of the file', () => {
  expect(() => walkXml('<a/>', { open: bug }, 1)).toThrow('a bug')
})

test('whatever is made writable is read back as it was made', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const made = writable(text.replace(/[&<>\r]/g, ''))
      expect(told(`<a>${made}</a>`).slice(1, -1).join('')).toBe(made)
    }),
  )
})
