import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newsCodebook } from '../core/codebook/news'
import { type ChosenKeys, commandsFor } from './commands'
import { conflictsOf, holdersOf, whyNot, withKeys } from './key-bindings'

const defaults = commandsFor(newsCodebook)
const keysOf = (chosen: ChosenKeys, id: string): readonly string[] =>
  commandsFor(newsCodebook, chosen).find((command) => command.id === id)!.keys

test('a key that another command has is taken from it', () => {
  expect(holdersOf(defaults, 'help.person', ['F2']).map(({ id }) => id)).toEqual(['edit.correct'])
  const chosen = withKeys(defaults, {}, 'help.person', ['F2'])
  expect(chosen).toEqual({ 'help.person': ['F2'], 'edit.correct': [] })
  expect(keysOf(chosen, 'help.person')).toEqual(['F2'])
})

test('only the key that is taken is gone, the others stay', () => {
  const chosen = withKeys(defaults, {}, 'help.person', ['N'])
  expect(keysOf(chosen, 'annotation.next')).toEqual([']'])
})

test('default keys given back are no choice any more, and come back from whoever took them', () => {
  const chosen = withKeys(defaults, {}, 'help.person', ['F2'])
  expect(withKeys(defaults, chosen, 'edit.correct', ['F2'])).toEqual({})
})

test('commands that share a key are in conflict', () => {
  const conflicts = conflictsOf(commandsFor(newsCodebook, { 'help.person': ['F2'] }))
  expect([...conflicts].map(([key, sharing]) => [key, ...sharing.map(({ id }) => id)])).toEqual([
    ['F2', 'edit.correct', 'help.person'],
  ])
})

test('however keys are given, no two commands share one', () => {
  const someKeys = fc.uniqueArray(fc.constantFrom(...defaults.flatMap(({ keys }) => keys), 'F9', 'Mod+J'), {
    maxLength: 3,
  })
  const step = fc.tuple(fc.constantFrom(...defaults.map(({ id }) => id)), someKeys)
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let chosen: ChosenKeys = {}
      for (const [id, keys] of steps) {
        chosen = withKeys(defaults, chosen, id, keys)
        expect(keysOf(chosen, id)).toEqual(keys)
      }
      expect(conflictsOf(commandsFor(newsCodebook, chosen)).size).toBe(0)
    }),
  )
})

test.each(['Tab', 'Shift+Tab', 'Escape', 'ArrowLeft', 'Shift+End', 'Space', 'Mod+C', 'Mod+V', 'Mod+W'])(
  '%s is not to be had',
  (keys) => expect(whyNot(keys)).toMatch(/^[A-Z].*\.$/),
)

test('every default key but Escape is to be had, and those that move in a list while it is open', () => {
  const refused = defaults
    .flatMap(({ keys, during }) => (during === undefined ? keys : []))
    .filter((keys) => whyNot(keys) !== undefined)
  expect(refused).toEqual(['Escape'])
})
