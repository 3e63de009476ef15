import { join } from 'node:path'
import { root, typedIn } from './places.mjs'
import { prepare } from './prepare.mjs'
import { attached, node } from './run.mjs'
import { report } from './trouble.mjs'

/**
 * `npm run assay`: the command line of Assay, run in the folder where the person typed. Whatever the set-up has
 * to say goes to stderr: stdout is the command's.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the status to exit with
 */
export async function commandLine(args) {
  const trouble = await prepare()
  if (trouble) return report(trouble)
  const ended = await attached(node(join(root, 'out/main/cli.js'), ...args), { cwd: typedIn() })
  return ended.code
}
