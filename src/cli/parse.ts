import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { Command, Given } from './command'

export type Parsed =
  | { readonly do: 'run'; readonly command: Command; readonly given: Given }
  | { readonly do: 'help'; readonly command: Command | undefined }

export interface Surroundings {
  readonly commands: readonly Command[]
  /** The folder that relative paths start from. */
  readonly folder: string
  /** The workspace that is meant when none is named. */
  readonly workspace: string
}

/** What a command line asks for. A refusal is a wrong use, with a sentence that says what to write instead. */
export function parse(
  args: readonly string[],
  { commands, folder, workspace }: Surroundings,
): Outcome<Parsed> {
  const read = readArgs(args)
  if (!read.ok) return read
  const { values, positionals } = read.value
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => positionals[at] === word))
  if (values.help) return ok({ do: 'help', command })
  if (!command) return refuse('invalid', unknownCommand(positionals))
  if (values.workspace === '') return refuse('invalid', '--workspace needs a folder.')
  const { workspace: named, format, out, document, annotator, take, choose, 'dry-run': dryRun } = values
  const given: Given = {
    operands: positionals.slice(command.name.split(' ').length),
    options: {
      json: values.json ?? false,
      ...(format === undefined ? {} : { format }),
      ...(out === undefined ? {} : { out }),
      ...(document === undefined ? {} : { document }),
      ...(annotator === undefined ? {} : { annotator }),
      ...(take === undefined ? {} : { take }),
      ...(choose === undefined ? {} : { choose }),
      ...(dryRun === undefined ? {} : { dryRun }),
    },
    workspace: named === undefined ? workspace : resolve(folder, named),
  }
  const misuse = misuseOf(command, given)
  return misuse === undefined ? ok({ do: 'run', command, given }) : refuse('invalid', misuse)
}

export const usageOf = ({ name, usage }: Command): string => `Usage: assay ${`${name} ${usage}`.trim()}`

function readArgs(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          help: { type: 'boolean', short: 'h' },
          json: { type: 'boolean' },
          workspace: { type: 'string' },
          format: { type: 'string' },
          out: { type: 'string' },
          document: { type: 'string', multiple: true },
          annotator: { type: 'string' },
          take: { type: 'string', multiple: true },
          choose: { type: 'string', multiple: true },
          'dry-run': { type: 'boolean' },
        },
      }),
    )
  } catch (error) {
    return refuse('invalid', sentenceOf(error))
  }
}

// The first sentence says what; those after it explain a notation that nobody asked about.
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof TypeError)) throw error
  return `${error.message.split(/\.\s|\n/)[0]!.replace(/\.$/, '')}.`
}

/** The options that only some commands take, as they are written. */
const OWN = {
  format: 'format',
  out: 'out',
  document: 'document',
  annotator: 'annotator',
  take: 'take',
  choose: 'choose',
  dryRun: 'dry-run',
} as const

function misuseOf(command: Command, given: Given): string | undefined {
  const { operands, options } = given
  for (const [option, written] of Object.entries(OWN) as [keyof typeof OWN, string][]) {
    if (options[option] !== undefined && !command.takes.includes(option))
      return `“${command.name}” has no option --${written}. ${usageOf(command)}`
  }
  const { least, most } = command.operands
  if (operands.length < least) return `“${command.name}” needs more than that. ${usageOf(command)}`
  if (operands.length > most)
    return `“${command.name}” has no use for “${operands[most]!}”. ${usageOf(command)}`
  const more = command.misuse?.(given)
  return more === undefined ? undefined : `${more} ${usageOf(command)}`
}

const unknownCommand = ([first]: readonly string[]): string =>
  first === undefined
    ? 'Say what to do. assay --help lists the commands.'
    : `There is no command “${first}”. assay --help lists them.`
