import { resolve } from 'node:path'

export interface WindowOptions {
  /** Absolute; undefined for the person's own. */
  readonly workspace: string | undefined
  /** Absolute paths of articles to import and open. */
  readonly files: readonly string[]
}

export interface Started {
  /** The whole command line, with the program first. */
  readonly argv: readonly string[]
  /** Unpackaged, the command line names the app's folder or file before its own arguments. */
  readonly packaged: boolean
  /** What relative paths are relative to. */
  readonly folder: string
}

/**
 * What the command line says. Chromium, Node, launchers and debuggers put switches of their own anywhere in it,
 * so those that are unknown are passed over; their values are always joined with =.
 */
export function parseWindowOptions({ argv, packaged, folder }: Started): WindowOptions {
  const rest = argv.slice(1)
  const positionals: string[] = []
  let workspace: string | undefined
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') positionals.push(...rest.splice(0))
    else if (arg === '--workspace') workspace = rest.shift()
    else if (arg.startsWith('--workspace=')) workspace = arg.slice('--workspace='.length)
    else if (!arg.startsWith('-')) positionals.push(arg)
  }
  if (!packaged) positionals.shift()
  return {
    workspace: workspace ? resolve(folder, workspace) : undefined,
    files: positionals.map((file) => resolve(folder, file)),
  }
}
