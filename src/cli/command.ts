import type { Outcome } from '../base/outcome'
import type { Built } from '../hosts/built'

/** What a command may use of the world outside. */
export interface Io {
  /** The folder that relative paths start from. */
  readonly folder: string
  out(text: string | Uint8Array): void
  err(text: string): void
  log(error: unknown): void
  /** Where the other parts of the built app are; found when not given. */
  readonly built?: Built
}

/** What was written on the command line, checked against the command's own options. */
export interface Given {
  /** What follows the command's words. */
  readonly operands: readonly string[]
  readonly options: Options
  /** Absolute. */
  readonly workspace: string
}

export interface Options {
  readonly json: boolean
  readonly format?: string
  readonly out?: string
  readonly document?: readonly string[]
  /** By name, or where a command says so by id. */
  readonly annotator?: readonly string[]
  /** Several in one, with commas between them. */
  readonly annotators?: string
  readonly all?: boolean
  readonly rule?: string
  readonly mine?: string
  readonly take?: readonly string[]
  readonly keep?: readonly string[]
  readonly dryRun?: boolean
  /** Ids of measures. */
  readonly measure?: readonly string[]
  readonly leaveOut?: readonly string[]
  /** `tag=tag` */
  readonly merge?: readonly string[]
  readonly ignoreShift?: string
  readonly seed?: string
  readonly report?: string
  /** `choice=option` */
  readonly choose?: readonly string[]
}

/** How a command ended when nothing kept it from running. */
export interface Report {
  /** For people. */
  readonly text: string
  /** For programs: the fields of the one object that `--json` prints, to which `problems` is added. */
  readonly json: Readonly<Record<string, unknown>>
  /** Sentences about what was refused or is wrong; with any, the exit status is 1. */
  readonly problems: readonly string[]
  /** Takes the place of everything else on stdout. */
  readonly bytes?: Uint8Array
}

export interface Command {
  /** As it is called: `sets export`. */
  readonly name: string
  /** What follows the name: `FILE…`. */
  readonly usage: string
  /** One line for the help. */
  readonly about: string
  /** Which options it takes besides `--workspace`, `--json` and `--help`. */
  readonly takes: readonly (keyof Options)[]
  /** How many operands it takes. */
  readonly operands: { readonly least: number; readonly most: number }
  /** What is wrong with how it was called, beyond that. */
  misuse?(given: Given): string | undefined
  run(given: Given, io: Io): Promise<Outcome<Report>>
}
