import { join } from 'node:path'
import type { Files } from './files'
import { isUnfinished } from './replace-file'

/** Removes what was being written in a folder when a host was killed: files and folders with an unfinished name. */
export async function removeUnfinished(files: Files, folder: string): Promise<void> {
  for (const name of await files.list(folder)) if (isUnfinished(name)) await files.remove(join(folder, name))
}
