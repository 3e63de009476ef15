import { expect, test } from 'vitest'
import { commandsFor } from '../../src/api/commands'
import { newsCodebook } from '../../src/core/codebook/news'
import { type KeyPress, pressed, shownKeys, worksInFields } from './keys'

/** `press('Ctrl+Shift+z')`: the event of a key on a keyboard that writes it. */
function press(keys: string, code = ''): KeyPress {
  const parts =
    keys === '+' ? ['+'] : keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
  return {
    key: parts.at(-1)!,
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  }
}

test.each([
  ['Mod+K', press('Ctrl+k')],
  ['Mod+Shift+Z', press('Ctrl+Shift+Z')],
  ['Mod++', press('Ctrl+Shift++')],
  ['Mod+=', press('Ctrl+=')],
  ['Mod+-', press('Ctrl+-')],
  ['F6', press('F6')],
  ['Shift+F6', press('Shift+F6')],
  ['Alt+1', press('Alt+1')],
  ['C', press('c', 'KeyC')],
  ['C', press('C', 'KeyC')], // with the caps lock on
  ['C', press('с', 'KeyC')], // a Cyrillic es
  ['?', press('Shift+?')],
  [']', press(']')],
  ['Delete', press('Delete')],
])('%s is pressed', (keys, event) => expect(pressed(keys, event, false)).toBe(true))

test.each([
  ['Mod+K', press('k')],
  ['Mod+K', press('Ctrl+Shift+k')],
  ['Mod+K', press('Ctrl+Alt+k')],
  ['Mod+K', press('Meta+k')],
  ['Mod+Z', press('Ctrl+Shift+Z')],
  ['C', press('Ctrl+c', 'KeyC')],
  ['C', press('Shift+C', 'KeyC')],
  ['C', press('j', 'KeyC')], // where Dvorak writes j
  ['F6', press('Shift+F6')],
  ['Delete', press('Ctrl+Delete')],
])('%s is another key', (keys, event) => expect(pressed(keys, event, false)).toBe(false))

test('on a Mac the command key takes the place of Ctrl', () => {
  expect(pressed('Mod+K', press('Meta+k'), true)).toBe(true)
  expect(pressed('Mod+K', press('Ctrl+k'), true)).toBe(false)
  expect(pressed('Alt+1', press('Alt+¡', 'Digit1'), true)).toBe(true)
  expect(['Mod+Shift+Z', 'Mod+K', 'Alt+1', 'Escape'].map((keys) => shownKeys(keys, true))).toEqual([
    '⇧⌘Z',
    '⌘K',
    '⌥1',
    'Esc',
  ])
})

test('letters, marks and Delete are for text fields; keys with a modifier and F6 are not', () => {
  for (const keys of ['C', '1', '?', 'Enter', 'Delete', 'Escape'])
    expect(worksInFields(keys), keys).toBe(false)
  for (const keys of ['Mod+K', 'Alt+1', 'F6', 'Shift+F6']) expect(worksInFields(keys), keys).toBe(true)
})

test('no two commands answer to the same key', () => {
  const keys = commandsFor(newsCodebook).flatMap((command) => command.keys)
  for (const one of keys) {
    const parts =
      one === '+' ? ['+'] : one.endsWith('++') ? [...one.slice(0, -2).split('+'), '+'] : one.split('+')
    const event = press(parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+'))
    expect(keys.filter((known) => pressed(known, event, false))).toEqual([one])
  }
})
