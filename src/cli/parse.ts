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
  const {
    workspace: named,
    help: _,
    json = false,
    'dry-run': dryRun,
    'leave-out': leaveOut,
    'ignore-shift': ignoreShift,
    ...others
  } = values
  const given: Given = {
    operands: positionals.slice(command.name.split(' ').length),
    options: {
      json,
      ...others,
      ...(dryRun === undefined ? {} : { dryRun }),
      ...(leaveOut === undefined ? {} : { leaveOut }),
      ...(ignoreShift === undefined ? {} : { ignoreShift }),
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
          annotator: { type: 'string', multiple: true },
          annotators: { type: 'string' },
          all: { type: 'boolean' },
          rule: { type: 'string' },
          mine: { type: 'string' },
          take: { type: 'string', multiple: true },
          keep: { type: 'string', multiple: true },
          choose: { type: 'string', multiple: true },
          'dry-run': { type: 'boolean' },
          measure: { type: 'string', multiple: true },
          'leave-out': { type: 'string', multiple: true },
          merge: { type: 'string', multiple: true },
          'ignore-shift': { type: 'string' },
          seed: { type: 'string' },
          report: { type: 'string' },
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
  annotators: 'annotators',
  all: 'all',
  rule: 'rule',
  mine: 'mine',
  take: 'take',
  keep: 'keep',
  choose: 'choose',
  dryRun: 'dry-run',
  measure: 'measure',
  leaveOut: 'leave-out',
  merge: 'merge',
  ignoreShift: 'ignore-shift',
  seed: 'seed',
  report: 'report',
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
