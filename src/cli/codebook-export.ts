import { type Outcome, ok } from '../base/outcome'
import type { Command, Report } from './command'
import { inWorkspace } from './workspace'
import { writeFileAt } from './written-file'

/** JSON: `path`, the file that was written; `version`, that of the codebook in it. The file is the codebook as JSON. */
export const exportCodebook: Command = {
  name: 'codebook export',
  usage: '--out FILE',
  about: 'Write the codebook to a file, or to stdout with --out -.',
  takes: ['out'],
  operands: { least: 0, most: 0 },
  misuse: ({ options }) => {
    if (!options.out) return 'Say which file to write, with --out.'
    return options.out === '-' && options.json
      ? 'With --out -, stdout is the file’s, and --json has no place.'
      : undefined
  },
  run: ({ options, workspace }, io) =>
    inWorkspace({ folder: workspace, create: false, io }, async ({ store }): Promise<Outcome<Report>> => {
      const { codebook } = store.workspace
      const bytes = new TextEncoder().encode(`${JSON.stringify(codebook, null, 2)}\n`)
      if (options.out === '-') return ok({ text: '', json: {}, problems: [], bytes })
      const path = await writeFileAt(options.out!, { name: 'codebook.json', bytes }, io)
      if (!path.ok) return path
      const { version } = codebook
      return ok({ text: `Wrote ${path.value}`, json: { path: path.value, version }, problems: [] })
    }),
}
