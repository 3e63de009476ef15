import { type ChosenKeys, type Command, commandsFor } from '../../src/api/commands'
import { commandsByKey } from '../../src/api/key-bindings'
import type { Codebook } from '../../src/core/codebook/codebook'
import { namesOf, shownKeys, type KeyPress } from './keys'
import type { Session } from './session'

interface Known {
  readonly codebook: Codebook
  readonly keys: ChosenKeys
  readonly commands: readonly Command[]
  readonly byId: ReadonlyMap<string, Command>
  readonly byKey: ReadonlyMap<string, readonly Command[]>
}

const last = new WeakMap<Session, Known>()

/** The commands that the codebook and the chosen keys give; made anew only when one of these has changed. */
export function knownCommands(session: Session): Known {
  const { codebook } = session
  const { keys } = session.preferences.view.getState()
  const before = last.get(session)
  if (before?.codebook === codebook && before.keys === keys) return before
  const commands = commandsFor(codebook, keys)
  const known: Known = {
    codebook,
    keys,
    commands,
    byId: new Map(commands.map((command) => [command.id, command])),
    byKey: commandsByKey(commands),
  }
  last.set(session, known)
  return known
}

/** What a key press may mean, with the key by which it does: the first that can be done is meant. */
export function commandsPressed(session: Session, press: KeyPress): { command: Command; keys: string }[] {
  const { byKey } = knownCommands(session)
  return namesOf(press, session.mac).flatMap((keys) =>
    (byKey.get(keys) ?? []).map((command) => ({ command, keys })),
  )
}

/** All keys of a command as a person reads them; none when it has none or is not there. */
export const keysOf = (session: Session, id: string): string[] =>
  (knownCommands(session).byId.get(id)?.keys ?? []).map((keys) => shownKeys(keys, session.mac))

/** Words with the key of a command behind them: `Show or hide documents (Ctrl+B)`. */
export function withKey(session: Session, words: string, id: string): string {
  const [key] = keysOf(session, id)
  return key === undefined ? words : `${words} (${key})`
}

/** How to pick something, for whoever has to first: by its key, if it has one. */
export function pickFirst(session: Session): string {
  const [key] = keysOf(session, 'annotation.cycle')
  return `Pick an annotation first: click it${key === undefined ? '' : `, or press ${key}`}`
}
