import { agree } from './agree'
import { bundle } from './bundle'
import { check } from './check'
import { exportCodebook } from './codebook-export'
import { importCodebook } from './codebook-import'
import type { Command } from './command'
import { diff } from './diff'
import { formats } from './formats'
import { importArticles } from './import'
import { list } from './list'
import { exportSets } from './sets-export'
import { importSetsCommand } from './sets-import'
import { settle } from './settle'
import { show } from './show'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  importArticles,
  list,
  show,
  exportSets,
  importSetsCommand,
  bundle,
  diff,
  settle,
  agree,
  exportCodebook,
  importCodebook,
  formats,
  check,
]
