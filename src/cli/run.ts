import { ownWorkspace } from '../hosts/wiring'
import type { Io, Report } from './command'
import { commands } from './commands'
import { help } from './help'
import { type Parsed, parse } from './parse'

const DONE = 0
const REFUSED = 1
const MISUSED = 2

/**
 * Runs one command line, without the program's own name, and gives the status to exit with: 0, 1 when something
 * was refused, 2 when the command line is wrong.
 *
 * With `--json`, stdout holds one object whatever happens: the command's fields, which are described with each
 * command, and `problems`, a list of sentences that is empty when the status is 0. Without it, stdout is for people
 * and problems go to stderr, a line each. What was set right on opening a workspace is said on stderr either way.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const parsed = parse(args, { commands, folder: io.folder, workspace: ownWorkspace() })
  if (!parsed.ok) {
    io.err(`${parsed.refusal.message}\n`)
    return MISUSED
  }
  if (parsed.value.do === 'help') {
    io.out(help(commands, parsed.value.command))
    return DONE
  }
  return print(await reportOf(parsed.value, io), parsed.value.given.options.json, io)
}

/** A command that was refused as a whole has nothing to report but that. */
async function reportOf({ command, given }: Extract<Parsed, { do: 'run' }>, io: Io): Promise<Report> {
  const outcome = await command.run(given, io)
  return outcome.ok ? outcome.value : { text: '', json: {}, problems: [outcome.refusal.message] }
}

function print({ text, json, problems, bytes }: Report, asJson: boolean, io: Io): number {
  if (bytes) io.out(bytes)
  else if (asJson) io.out(`${JSON.stringify({ ...json, problems }, null, 2)}\n`)
  else if (text !== '') io.out(`${text}\n`)
  if (!asJson) for (const problem of problems) io.err(`${problem}\n`)
  return problems.length === 0 ? DONE : REFUSED
}
