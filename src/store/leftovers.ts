import { join } from 'node:path'
import type { Files } from './files'
import { isUnfinished } from './replace-file'

/**
 * Settles what a killed host left in a folder: removes what it had not finished, and makes sure that the names which are
 * found there, and built upon from now on, would outlast a power cut.
 */
export async function settleFolder(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder)) if (isUnfinished(name)) await files.remove(join(folder, name))
  await files.syncFolder(folder)
}
