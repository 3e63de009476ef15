import type { ChosenKeys, Command } from './commands'

/** Which commands a key means, in their order. */
export function commandsByKey(commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> {
  const found = new Map<string, Command[]>()
  for (const command of commands) {
    for (const key of command.keys) found.set(key, [...(found.get(key) ?? []), command])
  }
  return found
}

/** The keys that more than one command has, with those commands. */
export const conflictsOf = (commands: readonly Command[]): ReadonlyMap<string, readonly Command[]> =>
  new Map(
    [...commandsByKey(commands)].flatMap(([key, having]): [string, readonly Command[]][] => {
      const sharing = having.filter((one) => having.some((other) => other !== one && meet(one, other)))
      return sharing.length > 0 ? [[key, sharing]] : []
    }),
  )

/** Whether two commands can be had at the same time, so that a key cannot mean both. */
const meet = (one: Command, other: Command): boolean => one.during === other.during

/** The other commands that have one of these keys. */
export function holdersOf(commands: readonly Command[], id: string, keys: readonly string[]): Command[] {
  const during = commands.find((command) => command.id === id)?.during
  return commands.filter(
    (command) =>
      command.id !== id && command.during === during && command.keys.some((key) => keys.includes(key)),
  )
}

/**
 * What somebody has chosen once a command has these keys and nothing else has them. `defaults` are the commands
 * with their default keys: a choice that says the same is none.
 */
export function withKeys(
  defaults: readonly Command[],
  chosen: ChosenKeys,
  id: string,
  keys: readonly string[],
): ChosenKeys {
  const next = new Map(Object.entries(chosen))
  const during = defaults.find((command) => command.id === id)?.during
  for (const command of defaults) {
    const now = next.get(command.id) ?? command.keys
    if (command.id === id) next.set(id, keys)
    else if (command.during === during && now.some((key) => keys.includes(key)))
      next.set(
        command.id,
        now.filter((key) => !keys.includes(key)),
      )
  }
  for (const command of defaults) if (same(next.get(command.id), command.keys)) next.delete(command.id)
  return Object.fromEntries(next)
}

const same = (keys: readonly string[] | undefined, others: readonly string[]): boolean =>
  keys?.length === others.length && keys.every((key, k) => key === others[k])

/** Why a key is not to be had for a command, as a sentence; undefined when it is. */
export function whyNot(keys: string): string | undefined {
  if (/(^|\+)Tab$/.test(keys)) return 'Tab goes from field to field.'
  if (/^(Shift\+)?Escape$/.test(keys)) return 'Escape puts things away.'
  if (/^(Mod\+)?(Shift\+)?(Arrow\w+|Home|End|PageUp|PageDown|Space)$/.test(keys))
    return 'This key moves in the text.'
  if (/^Mod\+[CXVA]$/.test(keys)) return 'This key is the one to copy, cut, paste or select all.'
  if (/^Mod\+(Shift\+)?[QTWN]$/.test(keys)) return 'This key belongs to the browser and the system.'
  if (keys.length > 40) return 'This key has no name that can be kept.'
  return undefined
}
