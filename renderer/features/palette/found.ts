import type { LiveCommand } from '../../state/commands'

/**
 * The commands whose name has every word of `query`: first those that begin with it, then those with words that
 * begin so, then the others; what can be done before what cannot.
 */
export function found(commands: readonly LiveCommand[], query: string): LiveCommand[] {
  const typed = query.trim().toLowerCase()
  if (typed === '') return [...commands]
  const words = typed.split(/\s+/)
  return commands
    .map((command) => ({ command, rank: rankOf(command.name.toLowerCase(), typed, words) }))
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .toSorted((a, b) => a.rank - b.rank || Number(b.command.enabled) - Number(a.command.enabled))
    .map(({ command }) => command)
}

const NOT_AT_ALL = 3

function rankOf(name: string, typed: string, words: readonly string[]): number {
  if (name.startsWith(typed)) return 0
  const parts = name.split(/\s+/)
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1
  return words.every((word) => name.includes(word)) ? 2 : NOT_AT_ALL
}
