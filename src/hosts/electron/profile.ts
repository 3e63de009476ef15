import { createHash } from 'node:crypto'
import { join } from 'node:path'

/**
 * Where Chromium and the window keep what they need for one workspace. Only one program at a time can use such a
 * folder, so that a second start with the same workspace finds the first, and one with another stands alone.
 */
export function profileFolder(appData: string, workspace: string): string {
  const digest = createHash('sha256').update(workspace).digest('hex').slice(0, 16)
  return join(appData, 'Assay', 'windows', digest)
}
