import { type Outcome, ok, refuse } from '../base/outcome'

/** One step from an older form of a file to the next. */
export interface Migration {
  /** `0001-what-it-does`, counted from 1 without holes. */
  readonly id: string
  /** Gives the next form; may change what it is given, which is a copy. */
  readonly up: (data: Record<string, unknown>) => Record<string, unknown>
}

/**
 * Brings what a file held up to date: all steps that it has not had, or none. `data` stays as it was. A file that has
 * had steps which are not known here comes from a newer version and is refused. `name` is the file's, for messages.
 */
export function migrate(
  name: string,
  data: Record<string, unknown>,
  had: readonly string[],
  known: readonly Migration[],
): Outcome<Record<string, unknown>> {
  const foreign = had.find((id, at) => known[at]?.id !== id)
  if (foreign !== undefined) {
    return refuse(
      'newer',
      `${name} was written by a newer version of Assay (it has had “${foreign}”). Open it with that version.`,
    )
  }
  if (had.length === known.length) return ok(data)
  let next: Record<string, unknown> = structuredClone(data)
  for (const { id, up } of known.slice(had.length)) {
    try {
      next = up(next)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return refuse('damaged', `${name} could not be brought up to date: “${id}” failed: ${why}`)
    }
  }
  return ok({ ...next, migrations: known.map(({ id }) => id) })
}
