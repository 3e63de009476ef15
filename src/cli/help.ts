import type { Command } from './command'
import { usageOf } from './parse'

const OPTIONS = `Options of every command:
  --workspace DIR   the folder of the workspace; by default the one that the window opens
  --json            print one JSON object, in which "problems" lists what went wrong
  --help            print this

Exit status: 0, 1 when something was refused, 2 when the command line is wrong.
`

/** What to write, and what it does. */
export function help(commands: readonly Command[], command: Command | undefined): string {
  if (command) return `${usageOf(command)}\n\n${command.about}\n\n${OPTIONS}`
  const calls = commands.map(({ name, usage }) => `${name} ${usage}`.trim())
  const width = Math.max(...calls.map(({ length }) => length))
  const lines = commands.map(({ about }, at) => `  ${calls[at]!.padEnd(width)}   ${about}`)
  return `Usage: assay COMMAND [OPTION…]\n\n${lines.join('\n')}\n\n${OPTIONS}`
}
