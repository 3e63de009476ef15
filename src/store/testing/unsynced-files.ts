import type { Files } from '../files'
import { nodeFiles } from '../node-files'

/** This machine's disk, without waiting for it: for tests of what is written, many times over. */
export function unsyncedFiles(): Files {
  const files = nodeFiles()
  return {
    ...files,
    open: async (path, how) => ({ ...(await files.open(path, how)), sync: async () => undefined }),
    syncFolder: async () => undefined,
  }
}
