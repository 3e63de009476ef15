import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Outcome, ok, refuse } from '../../base/outcome'

export interface BrowserOptions {
  /** Absolute; undefined for the person's own. */
  readonly workspace: string | undefined
  /** 0 for any that is free. */
  readonly port: number
  /** Whether to open the person's browser. */
  readonly open: boolean
  /** Absolute paths of articles to import and open. */
  readonly files: readonly string[]
}

/** What the command line says; `folder` is what relative paths are relative to. */
export function parseBrowserOptions(args: readonly string[], folder: string): Outcome<BrowserOptions> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { workspace: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
      allowPositionals: true,
    })
    const { workspace, port = '0' } = values
    if (workspace === '') return refuse('invalid', '--workspace needs a folder.')
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
      return refuse('invalid', `--port needs a whole number from 0 to 65535, not “${port}”.`)
    }
    return ok({
      workspace: workspace === undefined ? undefined : resolve(folder, workspace),
      port: Number(port),
      open: !values['no-open'],
      files: positionals.map((file) => resolve(folder, file)),
    })
  } catch (error) {
    // parseArgs reports wrong options by throwing a TypeError with a sentence.
    if (error instanceof TypeError) return refuse('invalid', error.message)
    throw error
  }
}
