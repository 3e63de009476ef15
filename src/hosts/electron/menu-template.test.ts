import { expect, test } from 'vitest'
import { commandsFor } from '../../api/commands'
import { newsCodebook } from '../../core/codebook/news'
import { type MenuEntry, menuTemplate } from './menu-template'

const commands = commandsFor(newsCodebook).map((command) => ({ ...command, enabled: true }))

function menuOf(platform: string, developing = false) {
  const invoked: string[] = []
  const menus = menuTemplate(commands, {
    name: 'Assay',
    platform,
    developing,
    invoke: (id) => void invoked.push(id),
  })
  const entries = menus.flatMap(({ submenu = [] }) => submenu)
  const find = (id: string): MenuEntry => entries.find((entry) => entry.id === id)!
  return { menus, entries, find, invoked }
}

const labelsOf = (menus: readonly MenuEntry[]) => menus.map(({ label, role }) => label ?? role)
const rolesOf = (entries: readonly MenuEntry[]) => entries.flatMap(({ role }) => role ?? [])

test('menus stand in the order of the commands, and a Mac has two more', () => {
  const usual = ['&File', '&Edit', '&Tag', '&Annotation', '&Review', '&Go', '&View', '&Help']
  expect(labelsOf(menuOf('linux').menus)).toEqual(usual)
  expect(labelsOf(menuOf('win32').menus)).toEqual(usual)
  expect(labelsOf(menuOf('darwin').menus)).toEqual(['Assay', ...usual.slice(0, -1), 'windowMenu', '&Help'])
})

test.each(['linux', 'darwin'])('every command is there once, and choosing it says which (%s)', (platform) => {
  const { entries, invoked } = menuOf(platform)
  const ids = entries.flatMap(({ id }) => id ?? [])
  expect(ids.toSorted()).toEqual(commands.map(({ id }) => id).toSorted())
  for (const entry of entries) entry.click?.()
  expect(invoked).toEqual(ids)
})

test.each(['linux', 'win32', 'darwin'])('the system’s own commands are there once (%s)', (platform) => {
  const roles = rolesOf(menuOf(platform).entries)
  expect(new Set(roles).size).toBe(roles.length)
  expect(roles).toEqual(
    expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit', 'about', 'togglefullscreen']),
  )
  expect(roles).not.toContain('toggleDevTools')
  expect(rolesOf(menuOf(platform, true).entries)).toContain('toggleDevTools')
})

test('keys with a modifier are shown and left to the window', () => {
  const { entries, find } = menuOf('linux')
  expect(find('library.open')).toMatchObject({ label: 'Open articles…', accelerator: 'CommandOrControl+O' })
  expect(find('view.documents')).toMatchObject({ accelerator: 'Alt+1' })
  for (const entry of entries)
    expect(entry.registerAccelerator).toBe(entry.accelerator === undefined ? undefined : false)
})

test('single keys are named only, so that they can still be typed', () => {
  const { find } = menuOf('darwin')
  expect(find('tag.claim').label).toBe('Tag as claim (C)')
  expect(find('help.keys').label).toBe('Keys (?)')
  expect(find('annotation.unpick').label).toBe('Let go of the annotation (Esc)')
  expect(find('view.previousPane').label).toBe('Previous pane (Shift+F6)')
  for (const id of ['tag.claim', 'help.keys', 'annotation.unpick', 'view.previousPane', 'view.theme']) {
    expect(find(id).accelerator, id).toBeUndefined()
  }
})

test('keys are told in Electron’s words, or named where it has none', () => {
  const [first] = commands
  const entryWith = (key: string): MenuEntry =>
    menuTemplate([{ ...first!, name: 'It', keys: [key], enabled: true }], {
      name: 'Assay',
      platform: 'linux',
      developing: false,
      invoke: () => undefined,
    })[0]!.submenu![0]!
  for (const [key, accelerator] of [
    ['Mod++', 'CommandOrControl+Plus'],
    ['Alt+Shift+ArrowRight', 'Alt+Shift+Right'],
    ['Mod+Alt+Shift+F12', 'CommandOrControl+Alt+Shift+F12'],
    ['Mod+/', 'CommandOrControl+/'],
  ] as const)
    expect(entryWith(key)).toMatchObject({ label: 'It', accelerator })
  for (const [key, label] of [
    ['Mod+É', 'It (Ctrl+É)'],
    ['&', 'It (&&)'],
    ['+', 'It (+)'],
  ] as const) {
    expect(entryWith(key).label).toBe(label)
    expect(entryWith(key).accelerator).toBeUndefined()
  }
  for (const { accelerator } of menuOf('linux').entries) {
    if (accelerator === undefined) continue
    expect(accelerator).toMatch(
      /^(CommandOrControl\+)?(Alt\+)?(Shift\+)?(Plus|Enter|[A-Z\d]|[^\w\s+]|Up|Down|Left|Right)$/,
    )
  }
})

test('what cannot be done now is grey, and an & in a name is one', () => {
  const [first] = commands
  const [menu] = menuTemplate([{ ...first!, name: 'Q&A', enabled: false }], {
    name: 'Assay',
    platform: 'linux',
    developing: false,
    invoke: () => undefined,
  })
  expect(menu!.submenu![0]).toMatchObject({ label: 'Q&&A', enabled: false })
})
