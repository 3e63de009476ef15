import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRanges } from '../../testing/annotated'
import { marked, shown } from '../../testing/marked'
import { anyWords } from '../../testing/texts'
import { type Edge, type Unit, movedEdge } from './boundary'
import { graphemeAt, graphemes, tidySpan } from './words'

/** Lines as sentences. */
const linesOf = (text: string): number[] =>
  [...text.matchAll(/\S.*(?<=\S)/g)].flatMap(({ index, 0: line }) => [index, index + line.length])

/** What moving one edge of the marked piece makes of it, marked; the same words when it cannot be moved. */
function moved(source: string, edge: Edge, unit: Unit, step: 1 | -1): string {
  const { text, range } = marked(source)
  const to = movedEdge(text, range, edge, unit, step, linesOf(text))
  return shown(text, to === undefined ? range : { ...range, [edge]: to })
}

test.each<[string, Unit, string]>([
  ['the [cat] sat', 'character', 'the [cat s]at'],
  ['the [cat] sat', 'word', 'the [cat sat]'],
  ['the [c]at sat', 'word', 'the [cat] sat'],
  ['[fell], by 12%.', 'word', '[fell, by] 12%.'],
  ['[fell]\n\n  again', 'character', '[fell\n\n  a]gain'],
  ['[fell]\n\n  again', 'word', '[fell\n\n  again]'],
  ['[One] two.\nThree.', 'sentence', '[One two.]\nThree.'],
  ['[One two.]\nThree.', 'sentence', '[One two.\nThree.]'],
  ['[Three.]', 'sentence', '[Three.]'],
  ['[the] 👨‍👩‍👧‍👦 family', 'character', '[the 👨‍👩‍👧‍👦] family'],
  ['[the] 👨‍👩‍👧‍👦 family', 'word', '[the 👨‍👩‍👧‍👦] family'],
  ['[🇩🇪]🇫🇷🇮🇹', 'character', '[🇩🇪🇫🇷]🇮🇹'],
  ['[caf]e\u0301 au lait', 'character', '[cafe\u0301] au lait'],
  ['قالت [هيئة] المياه', 'word', 'قالت [هيئة المياه]'],
  ['[临港]市六月房租', 'character', '[临港市]六月房租'],
  ['[同比]上涨百分之十二，', 'word', '[同比上涨]百分之十二，'],
  ['the [end]', 'character', 'the [end]'],
  ['the [end]  \n', 'word', 'the [end]  \n'],
])('the end of %j goes on by a %s', (source, unit, expected) => {
  expect(moved(source, 'end', unit, 1)).toBe(expected)
})

test.each<[string, Unit, string]>([
  ['the [cat sat]', 'character', 'the [cat sa]t'],
  ['the [cat s]at', 'character', 'the [cat] sat'],
  ['the [cat sat]', 'word', 'the [cat] sat'],
  ['the [cat]', 'word', 'the [cat]'],
  ['the [c]at', 'character', 'the [c]at'],
  ['[fell\n\nagain]', 'word', '[fell]\n\nagain'],
  ['[One two.\nThree.]', 'sentence', '[One two.]\nThree.'],
  ['[the 👍🏿]', 'character', '[the] 👍🏿'],
  ['[🇩🇪🇫🇷🇮🇹]', 'character', '[🇩🇪🇫🇷]🇮🇹'],
  ['[临港市六月]房租', 'character', '[临港市六]月房租'],
])('the end of %j goes back by a %s', (source, unit, expected) => {
  expect(moved(source, 'end', unit, -1)).toBe(expected)
})

test.each<[string, Unit, 1 | -1, string]>([
  ['the cat [sat]', 'word', -1, 'the [cat sat]'],
  ['the cat [sat]', 'character', -1, 'the ca[t sat]'],
  ['the [cat sat]', 'word', 1, 'the cat [sat]'],
  ['the ca[t sat]', 'character', 1, 'the cat [sat]'],
  ['the cat [sat]', 'word', 1, 'the cat [sat]'],
  ['  [cat]', 'character', -1, '  [cat]'],
  ['One.\n\n[Two.]', 'sentence', -1, '[One.\n\nTwo.]'],
  ['[One.\n\nTwo.]', 'sentence', 1, 'One.\n\n[Two.]'],
  ['🇩🇪🇫🇷[🇮🇹]', 'character', -1, '🇩🇪[🇫🇷🇮🇹]'],
  ['قالت [هيئة] المياه', 'word', -1, '[قالت هيئة] المياه'],
])('the start of %j goes by a %s %s', (source, unit, step, expected) => {
  expect(moved(source, 'start', unit, step)).toBe(expected)
})

const anyStep = fc.record({
  edge: fc.constantFrom<Edge>('start', 'end'),
  unit: fc.constantFrom<Unit>('character', 'word', 'sentence'),
  step: fc.constantFrom<1 | -1>(1, -1),
})

const anyPiece = anyWords
  .chain((text) => fc.record({ text: fc.constant(text), ranges: anyRanges(text, 1) }))
  .map(({ text, ranges }) => ({ text, piece: tidySpan(text, ranges[0]!) }))

test('wherever an edge goes, it goes that way, crosses nothing, cuts no character and stands on no blank', () => {
  fc.assert(
    fc.property(anyPiece, fc.array(anyStep, { maxLength: 20 }), ({ text, piece }, steps) => {
      fc.pre(piece !== undefined)
      let now = piece
      for (const { edge, unit, step } of steps) {
        const to = movedEdge(text, now, edge, unit, step, linesOf(text))
        if (to === undefined) continue
        expect(Math.sign(to - now[edge])).toBe(step)
        now = { ...now, [edge]: to }
        expect(0 <= now.start && now.start < now.end && now.end <= text.length).toBe(true)
        expect(tidySpan(text, now)).toEqual(now)
      }
    }),
  )
})

test('by characters, every piece of the text can be reached from every other', () => {
  fc.assert(
    fc.property(anyPiece, fc.nat(), ({ text, piece }, chance) => {
      fc.pre(piece !== undefined)
      const goal = graphemeAt(text, piece.start + (chance % (piece.end - piece.start)))
      fc.pre(/\S/.test(text.slice(goal.start, goal.end)))
      let now = piece
      const most = [...graphemes.segment(text)].length
      for (let k = 0; k < most && now.end > goal.end; k++)
        now = { ...now, end: movedEdge(text, now, 'end', 'character', -1, []) ?? now.end }
      for (let k = 0; k < most && now.start < goal.start; k++)
        now = { ...now, start: movedEdge(text, now, 'start', 'character', 1, []) ?? now.start }
      expect(now).toEqual(goal)
    }),
  )
})
