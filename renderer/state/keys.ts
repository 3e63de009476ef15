/** What of a keyboard event tells which key it was. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState?(modifier: string): boolean
}

/**
 * The names of a key press as commands write them, such as `Mod+Shift+Z`, `F6` or `?`: first what the layout writes,
 * then the place of the key where that may be meant as well, so that C works on a Cyrillic keyboard. None for what is
 * no key of its own: a modifier, a dead key, and what belongs to an input method or to the system.
 */
export function namesOf(press: KeyPress, mac: boolean): string[] {
  if (press.getModifierState?.('AltGraph')) return named(writtenWithAltGr(press.key), NONE)
  // The keys of the system: the Windows key elsewhere, Ctrl on a Mac.
  if (mac ? press.ctrlKey : press.metaKey) return []
  const held = { mod: mac ? press.metaKey : press.ctrlKey, alt: press.altKey, shift: press.shiftKey }
  const written = writtenBy(press)
  const place = placeOf(press, mac)
  return [
    ...new Set([
      ...named(written, tellsShift(written) ? { ...held, shift: false } : held),
      ...named(place, held),
    ]),
  ]
}

/** The one name under which a key press is kept as somebody's choice: one that other layouts have too, if it can be. */
export const chosenName = (press: KeyPress, mac: boolean): string | undefined => namesOf(press, mac).at(-1)

interface Held {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}
const NONE: Held = { mod: false, alt: false, shift: false }

const named = (key: string | undefined, { mod, alt, shift }: Held): string[] =>
  key === undefined ? [] : [`${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`]

/** A mark such as ? already says whether Shift was held, and so does a digit where it needs Shift. */
const tellsShift = (key: string | undefined): boolean => key?.length === 1 && !/\p{L}/u.test(key)

const NO_KEY =
  /^(Control|Shift|Alt|AltGraph|Meta|OS|Fn|FnLock|CapsLock|NumLock|ScrollLock|Hyper|Super|Symbol)$/
const NO_CHARACTER = /^(Dead|Process|Unidentified|Compose|)$/

function writtenBy({ key }: KeyPress): string | undefined {
  if (NO_KEY.test(key) || NO_CHARACTER.test(key)) return undefined
  if (key === ' ') return 'Space'
  return key.length > 1 ? key : upper(key)
}

/** AltGr is there to write characters; with anything else it is no key of ours. */
const writtenWithAltGr = (key: string): string | undefined =>
  key.length === 1 && key !== ' ' ? upper(key) : undefined

/** One character stays one: ß has no capital. */
const upper = (key: string): string => (key.toUpperCase().length === 1 ? key.toUpperCase() : key)

/** Letters where no Latin ones are written, and what a Mac would write without the Alt that was held. */
function placeOf({ key, code, altKey }: KeyPress, mac: boolean): string | undefined {
  if (NO_KEY.test(key) || (key.length > 1 && key !== 'Dead')) return undefined
  const withAlt = mac && altKey
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined)
    return withAlt || (/^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key)) ? letter : undefined
  return withAlt ? (/^Digit(\d)$/.exec(code)?.[1] ?? MARKS[code]) : undefined
}

const MARKS: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Backquote: '`',
}

/**
 * Whether a key counts while a text field has the focus: those with Mod do, function keys do, and with Alt what
 * neither moves the caret nor writes a letter.
 */
export const worksInFields = (keys: string): boolean =>
  !/(Arrow\w+|Home|End|Enter|Delete|Backspace|Space)$/.test(keys) &&
  /^Mod\+|^Alt\+(?!(Shift\+)?\p{L}$)|^(Shift\+)?F\d/u.test(keys)

/** The keys as they are shown to a person: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function shownKeys(keys: string, mac: boolean): string {
  const shown = keys
    .replace(/Arrow(\w+)/, (_, direction: keyof typeof ARROWS) => ARROWS[direction])
    .replace('Escape', 'Esc')
  if (!mac) return shown.replace('Mod+', 'Ctrl+')
  const [, mod, alt, shift, key] = /^(Mod\+)?(Alt\+)?(Shift\+)?(.+)$/.exec(shown) ?? []
  return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${key ?? shown}`
}

const ARROWS = { Right: '→', Left: '←', Up: '↑', Down: '↓' } as const
