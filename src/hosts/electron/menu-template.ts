import type { Command, CommandGroup } from '../../api/commands'

/** One entry of a native menu, as Electron takes it. */
export interface MenuEntry {
  id?: string
  label?: string
  role?: Role
  type?: 'separator'
  enabled?: boolean
  accelerator?: string
  registerAccelerator?: boolean
  click?: () => void
  submenu?: MenuEntry[]
}

type Role =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'toggleDevTools'
  | 'windowMenu'

/** A command as things stand in the window. */
export type MenuCommand = Command & { readonly enabled: boolean }

export interface MenuSetting {
  readonly name: string
  /** Of `process.platform`. */
  readonly platform: string
  /** Whether the developer tools are to be had. */
  readonly developing: boolean
  readonly invoke: (id: string) => void
}

const TITLES: Readonly<Record<CommandGroup, string>> = {
  file: '&File',
  edit: '&Edit',
  tag: '&Tag',
  annotation: '&Annotation',
  review: '&Review',
  go: '&Go',
  view: '&View',
  help: '&Help',
}

const separator: MenuEntry = { type: 'separator' }

/** The native menu: every command in its group, with the roles that the platform's people expect around them. */
export function menuTemplate(commands: readonly MenuCommand[], setting: MenuSetting): MenuEntry[] {
  const mac = setting.platform === 'darwin'
  const menus = groupsOf(commands).map((group): MenuEntry => ({
    label: TITLES[group],
    submenu: withRoles(entriesOf(commands, group, setting), rolesOf(group, setting)),
  }))
  if (!mac) return menus
  const help = menus.findIndex(({ label }) => label === TITLES.help)
  return [appMenu(setting.name), ...menus.slice(0, help), { role: 'windowMenu' }, ...menus.slice(help)]
}

const groupsOf = (commands: readonly MenuCommand[]): CommandGroup[] => [
  ...new Set(commands.map(({ group }) => group)),
]

const entriesOf = (
  commands: readonly MenuCommand[],
  group: CommandGroup,
  { invoke }: MenuSetting,
): MenuEntry[] =>
  commands
    .filter((command) => command.group === group)
    .map(({ id, name, enabled, keys }) => ({
      id,
      enabled,
      click: () => invoke(id),
      ...labelled(name, keys[0]),
    }))

/**
 * A key with a modifier is shown as the menu shows keys, but not registered: the window hears keys itself, and knows
 * what has the focus. A key without one would be taken from text fields on a Mac, so it is only named.
 */
function labelled(name: string, key: string | undefined): MenuEntry {
  const label = name.replaceAll('&', '&&')
  if (key === undefined) return { label }
  const accelerator = acceleratorOf(key)
  if (accelerator === undefined) return { label: `${label} (${shownIn(key).replaceAll('&', '&&')})` }
  return { label, accelerator, registerAccelerator: false }
}

/** A key with a modifier in the words of Electron; undefined for one that it has no word for. */
function acceleratorOf(key: string): string | undefined {
  const [, modifiers, named] = /^((?:Mod\+|Alt\+)(?:Alt\+)?(?:Shift\+)?)(.+)$/.exec(key) ?? []
  if (modifiers === undefined || named === undefined) return undefined
  const word = named === '+' ? 'Plus' : named.replace(/^Arrow/, '')
  if (!/^([!-~]|Plus|F\d+|Enter|Escape|Delete|Backspace|Insert|Up|Down|Left|Right)$/.test(word))
    return undefined
  return modifiers.replace('Mod', 'CommandOrControl') + word
}

const shownIn = (key: string): string => key.replace('Escape', 'Esc').replace('Mod+', 'Ctrl+')

/** What the platform's people expect after the commands of a menu. */
function rolesOf(group: CommandGroup, { platform, developing }: MenuSetting): Role[] {
  const mac = platform === 'darwin'
  const roles: Partial<Record<CommandGroup, Role[]>> = {
    file: [mac ? 'close' : 'quit'],
    edit: ['cut', 'copy', 'paste', 'selectAll'],
    view: ['togglefullscreen', ...(developing ? (['toggleDevTools'] as const) : [])],
    help: mac ? [] : ['about'],
  }
  return roles[group] ?? []
}

function withRoles(entries: MenuEntry[], roles: readonly Role[]): MenuEntry[] {
  return roles.length === 0 ? entries : [...entries, separator, ...roles.map((role) => ({ role }))]
}

const appMenu = (name: string): MenuEntry => ({
  label: name,
  submenu: [
    { role: 'about' },
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
})
