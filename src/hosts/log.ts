import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Takes note of a bug or of trouble around Assay. */
export type Log = (error: unknown) => void

/** Written to the terminal that Assay was started from. */
export const logToTerminal: Log = (error) => say(entryOf(error))

/** Some thousand entries: enough to see what led to a failure. */
const LARGEST_LOG = 1_000_000

/** Written to the terminal and to a file, for people who start Assay without one; the file before is kept as `.1`. */
export function logToFile(file: string): Log {
  prepare(file)
  return (error) => {
    const entry = entryOf(error)
    say(entry)
    try {
      appendFileSync(file, `${entry}\n`)
    } catch (failure) {
      logToTerminal(failure)
    }
  }
}

function prepare(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > LARGEST_LOG) renameSync(file, `${file}.1`)
  } catch (failure) {
    logToTerminal(failure)
  }
}

const say = (entry: string): void => console.error(entry)

const entryOf = (error: unknown): string =>
  `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
