/** What of a keyboard event tells which key it was. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * Whether a key press is the one that `keys` names, such as `Mod+Shift+Z`, `F6` or `?`. Characters are compared as
 * the layout writes them, and letters also by their place, so that C works on a Cyrillic keyboard.
 */
export function pressed(keys: string, press: KeyPress, mac: boolean): boolean {
  const parts =
    keys === '+' || keys.endsWith('++')
      ? [...keys.slice(0, -1).split('+').filter(Boolean), '+']
      : keys.split('+')
  const key = parts.at(-1)!
  const wanted = new Set(parts.slice(0, -1))
  if (wanted.has('Mod') !== (mac ? press.metaKey : press.ctrlKey)) return false
  if (mac ? press.ctrlKey : press.metaKey) return false
  if (wanted.has('Alt') !== press.altKey) return false
  // A character such as ? already says whether Shift was held.
  const named = key.length > 1 || /[A-Z0-9]/.test(key)
  if (named && wanted.has('Shift') !== press.shiftKey) return false
  return press.key.toUpperCase() === key.toUpperCase() || samePlace(key, press)
}

/** Letters on layouts that write no Latin ones, and digits typed with Alt on a Mac, which writes other characters. */
function samePlace(key: string, { key: written, code, altKey }: KeyPress): boolean {
  if (/^[A-Z]$/.test(key)) return code === `Key${key}` && !/^[a-z]$/i.test(written)
  return /^[0-9]$/.test(key) && altKey && code === `Digit${key}`
}

/** Whether a key counts while a text field has the focus: those with a modifier and the function keys do. */
export const worksInFields = (keys: string): boolean => /^(Mod|Alt)\+|^(Shift\+)?F\d/.test(keys)

/** The keys as they are shown to a person: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function shownKeys(keys: string, mac: boolean): string {
  const shown = keys.replace(/Arrow(\w+)/, (_, direction: keyof typeof ARROWS) => ARROWS[direction])
  if (!mac) return shown.replace('Mod', 'Ctrl').replace('Escape', 'Esc')
  return shown
    .replace('Mod+Alt+Shift+', '⌥⇧⌘')
    .replace('Mod+Alt+', '⌥⌘')
    .replace('Mod+Shift+', '⇧⌘')
    .replace('Mod+', '⌘')
    .replace('Alt+', '⌥')
    .replace('Shift+', '⇧')
    .replace('Escape', 'Esc')
}

const ARROWS = { Right: '→', Left: '←', Up: '↑', Down: '↓' } as const
