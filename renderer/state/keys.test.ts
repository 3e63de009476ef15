import { expect, test } from 'vitest'
import { commandsFor } from '../../src/api/commands'
import { newsCodebook } from '../../src/core/codebook/news'
import { type KeyPress, chosenName, namesOf, shownKeys, worksInFields } from './keys'

const partsOf = (keys: string): string[] =>
  keys === '+' ? ['+'] : keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')

/** `press('Ctrl+Shift+z')`: the event of a key on a keyboard that writes it. */
function press(keys: string, code = ''): KeyPress {
  const parts = partsOf(keys)
  return {
    key: parts.at(-1)!,
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  }
}

/** A press with AltGr, which some systems tell as Ctrl and Alt besides. */
const withAltGr = (key: string, code: string, besides = ''): KeyPress => ({
  ...press(`${besides}${key}`, code),
  getModifierState: (modifier) => modifier === 'AltGraph',
})

test.each([
  ['Mod+K', press('Ctrl+k', 'KeyK')],
  ['Mod+Shift+Z', press('Ctrl+Shift+Z', 'KeyZ')],
  ['Mod++', press('Ctrl+Shift++', 'Equal')],
  ['Mod+=', press('Ctrl+=', 'Equal')],
  ['Mod+Alt+Shift+F12', press('Ctrl+Alt+Shift+F12', 'F12')],
  ['F6', press('F6', 'F6')],
  ['Shift+F6', press('Shift+F6', 'F6')],
  ['Alt+1', press('Alt+1', 'Digit1')],
  ['1', press('Shift+1', 'Digit1')], // where digits need Shift, as on French keyboards
  ['C', press('c', 'KeyC')],
  ['C', press('C', 'KeyC')], // with the caps lock on
  ['Shift+C', press('Shift+c', 'KeyC')], // with the caps lock on and Shift
  ['J', press('j', 'KeyC')], // where Dvorak writes j
  ['Ö', press('ö', 'Semicolon')],
  ['ß', press('ß', 'Minus')],
  ['?', press('Shift+?', 'Slash')],
  [']', press(']', 'BracketRight')],
  ['[', withAltGr('[', 'Digit8')],
  ['[', withAltGr('[', 'Digit8', 'Ctrl+Alt+')], // as Windows tells of AltGr
  ['Ć', withAltGr('ć', 'KeyC')],
  ['Delete', press('Delete', 'Delete')],
  ['Alt+Shift+ArrowLeft', press('Alt+Shift+ArrowLeft', 'ArrowLeft')],
  ['Space', press(' ', 'Space')],
])('%s is the name of a press', (name, event) => {
  expect(namesOf(event, false)).toEqual([name])
  expect(chosenName(event, false)).toBe(name)
})

test('on a keyboard that writes other letters the place of the key counts as well', () => {
  expect(namesOf(press('с', 'KeyC'), false)).toEqual(['С', 'C']) // a Cyrillic es
  expect(namesOf(press('Ctrl+с', 'KeyC'), false)).toEqual(['Mod+С', 'Mod+C'])
  expect(namesOf(press('Shift+С', 'KeyC'), false)).toEqual(['Shift+С', 'Shift+C'])
  expect(chosenName(press('с', 'KeyC'), false)).toBe('C')
  expect(namesOf(press('ж', 'Semicolon'), false)).toEqual(['Ж'])
})

test.each(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])(
  '%s alone is no key',
  (key) => expect(namesOf(press(key, 'KeyE'), false)).toEqual([]),
)

test('the keys of the system are left to it', () => {
  expect(namesOf(press('Meta+k', 'KeyK'), false)).toEqual([])
  expect(namesOf(press('Ctrl+k', 'KeyK'), true)).toEqual([])
})

test('on a Mac the command key takes the place of Ctrl, and Alt writes other characters', () => {
  expect(namesOf(press('Meta+k', 'KeyK'), true)).toEqual(['Mod+K'])
  expect(chosenName(press('Alt+¡', 'Digit1'), true)).toBe('Alt+1')
  expect(chosenName(press('Alt+ç', 'KeyC'), true)).toBe('Alt+C')
  expect(chosenName(press('Alt+Dead', 'KeyE'), true)).toBe('Alt+E')
  expect(chosenName(press('Alt+≠', 'Equal'), true)).toBe('Alt+=')
  expect(chosenName(press('Alt+Shift+⁄', 'Digit1'), true)).toBe('Alt+Shift+1')
  expect(
    ['Mod+Shift+Z', 'Mod+K', 'Alt+1', 'Escape', 'Mod+Alt+ArrowLeft', '+'].map((keys) =>
      shownKeys(keys, true),
    ),
  ).toEqual(['⇧⌘Z', '⌘K', '⌥1', 'Esc', '⌥⌘←', '+'])
})

test('what writes or moves the caret is for text fields; other keys with a modifier and F6 are not', () => {
  for (const keys of ['C', '1', '?', 'Enter', 'Delete', 'Escape', 'Alt+ArrowLeft', 'Mod+Alt+ArrowRight'])
    expect(worksInFields(keys), keys).toBe(false)
  for (const keys of ['Alt+C', 'Alt+Shift+C', 'Shift+Enter']) expect(worksInFields(keys), keys).toBe(false)
  for (const keys of ['Mod+K', 'Alt+1', 'Alt+=', 'F6', 'Shift+F6', 'Mod+Alt+F'])
    expect(worksInFields(keys), keys).toBe(true)
})

test('each key of a command is the name of its press, and of no other', () => {
  const keys = commandsFor(newsCodebook).flatMap((command) => command.keys)
  for (const one of keys) {
    const event = press(
      partsOf(one)
        .map((part) => (part === 'Mod' ? 'Ctrl' : part))
        .join('+'),
    )
    expect(namesOf(event, false)).toEqual([one])
  }
})
