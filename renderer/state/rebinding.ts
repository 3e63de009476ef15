import { type Command, commandsFor } from '../../src/api/commands'
import { holdersOf, withKeys } from '../../src/api/key-bindings'
import { shownKeys } from './keys'
import { knownCommands } from './known-commands'
import type { Session } from './session'

/** The commands that have one of these keys now, beside the one that is to get them. */
export const holdersNow = (session: Session, id: string, keys: readonly string[]): Command[] =>
  holdersOf(knownCommands(session).commands, id, keys)

/** Gives a command these keys, and takes them from whatever has them. */
export function bind(session: Session, { id, name }: Command, keys: readonly string[]): void {
  const { keys: chosen } = session.preferences.view.getState()
  const next = Object.entries(withKeys(commandsFor(session.codebook), chosen, id, keys))
  session.preferences.set({ keys: Object.fromEntries(next.map(([of, its]) => [of, [...its]])) })
  const shown = keys.map((key) => shownKeys(key, session.mac)).join(' or ')
  session.status.say(keys.length === 0 ? `“${name}” has no key` : `“${name}” is ${shown}`)
}

/** Gives a command its default keys back. */
export function resetKeys(session: Session, id: string): void {
  const usual = commandsFor(session.codebook).find((command) => command.id === id)
  if (usual) bind(session, usual, usual.keys)
}

export function resetAllKeys(session: Session): void {
  session.preferences.set({ keys: {} })
  session.status.say('All commands have their usual keys')
}
