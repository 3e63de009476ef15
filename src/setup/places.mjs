import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'

/** The checkout this file belongs to. */
export const root = resolve(import.meta.dirname, '../..')

/** Reports and remembered failures: goes with node_modules and may be deleted at any time. */
export const scratch = join(root, 'node_modules/.cache/assay')

/** The folder the person typed the command in: npm itself moves to the checkout, and says where from. */
export function typedIn(env = process.env) {
  return env['INIT_CWD'] ?? process.cwd()
}

/** Where downloads are kept that several checkouts share. A relative XDG_CACHE_HOME is to be ignored. */
export function sharedCache(env = process.env) {
  const named = env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(named) ? named : join(homedir(), '.cache'), 'assay')
}
