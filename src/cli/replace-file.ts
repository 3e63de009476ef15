import { open, rename, rm } from 'node:fs/promises'
import { type Outcome, ok, refuse } from '../base/outcome'

/** Writes a file whole or not at all: what was there stays until the new one is on disk. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<Outcome<void>> {
  const draft = `${path}.${process.pid}.part`
  try {
    await writeSynced(draft, bytes)
    await rename(draft, path)
    return ok(undefined)
  } catch (error) {
    await rm(draft, { force: true })
    return refuse(
      'storage',
      `“${path}” cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
