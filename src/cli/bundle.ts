import type { Command, Given } from './command'
import { exportSets } from './sets-export'
import { importSetsCommand } from './sets-import'

const FORMAT = 'assay-bundle'

/** JSON: that of `sets export` when a bundle is made, that of `sets import` when bundles are taken in. */
export const bundle: Command = {
  name: 'bundle',
  usage: '--out FILE.assay [--document ID…] [--annotator NAME…] | FILE… [--dry-run]',
  about: 'Make a bundle to mail, of articles with their annotation sets, or take bundles in.',
  takes: ['out', 'document', 'annotator', 'dryRun'],
  operands: { least: 0, most: importSetsCommand.operands.most },
  misuse,
  run: (given, io) => {
    const command = given.options.out === undefined ? importSetsCommand : exportSets
    return command.run({ ...given, options: { ...given.options, format: FORMAT } }, io)
  },
}

function misuse({ operands, options }: Given): string | undefined {
  const { out, document, annotator, dryRun, json } = options
  if (out === undefined) {
    if (operands.length === 0) return 'Say which bundles to take in, or with --out which one to make.'
    return document || annotator
      ? 'A bundle is taken in whole; what is left out is chosen on making it.'
      : undefined
  }
  if (operands.length > 0) return `A bundle is made with --out, and “${operands[0]!}” has no place.`
  if (dryRun) return 'A bundle that is made changes nothing here, and --dry-run has no place.'
  if (out === '') return 'Say which file to write, with --out.'
  return out === '-' && json ? 'With --out -, stdout is the file’s, and --json has no place.' : undefined
}
