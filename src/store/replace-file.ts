import { dirname } from 'node:path'
import type { NewId } from '../base/id'
import type { Files, OpenFile } from './files'
import { codeOf } from './storage'

/** Where the generation before the newest is kept. */
export const previousOf = (path: string): string => `${path}.prev`

/** The name of a file that is still being written; what a crash left behind is known by it. */
export const unfinished = (path: string, newId: NewId): string => `${path}.${newId('new')}.tmp`
export const isUnfinished = (name: string): boolean => name.endsWith('.tmp')

/** Writes a file that is not there yet, and syncs it; its name is synced with the folder. */
export async function writeNew(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'new')
  try {
    await file.write(bytes, 0)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** All of a file; undefined when there is none. */
export async function readWhole(files: Files, path: string): Promise<Buffer | undefined> {
  const file = await openOrMissing(files, path)
  if (!file) return undefined
  try {
    const { size } = await file.state()
    return await file.read(0, size)
  } finally {
    await file.close()
  }
}

async function openOrMissing(files: Files, path: string): Promise<OpenFile | undefined> {
  try {
    return await files.open(path, 'read')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Puts new bytes in the place of a file. At every instant, a good generation lies under its name or beside it: what
 * was there is kept as the previous generation when it is `good`, and set aside under a name of its own when it is
 * `bad`, since the previous generation is then the only good one. When the disk refuses, nothing is left behind.
 */
export async function replaceFile(
  files: Files,
  path: string,
  bytes: Uint8Array,
  current: 'good' | 'bad' | 'missing',
  newId: NewId,
): Promise<void> {
  const fresh = unfinished(path, newId)
  try {
    await writeNew(files, fresh, bytes)
    if (current === 'good') await keepPrevious(files, path, newId)
    if (current === 'bad') await setAside(files, path)
    await files.rename(fresh, path)
  } catch (error) {
    await removeQuietly(files, fresh)
    throw error
  }
  await files.syncFolder(dirname(path))
}

async function keepPrevious(files: Files, path: string, newId: NewId): Promise<void> {
  const second = unfinished(previousOf(path), newId)
  try {
    await files.link(path, second)
  } catch {
    // Not every disk knows second names. For a moment there is then only the previous generation, which reading finds;
    // where it is the disk that refuses, it refuses this too.
    await files.rename(path, previousOf(path))
    return
  }
  try {
    await files.rename(second, previousOf(path))
  } finally {
    // Still there when both were names of one file already: renaming then does nothing.
    await removeQuietly(files, second)
  }
}

/** Keeps bytes that cannot be understood: a person may still make something of them. */
async function setAside(files: Files, path: string): Promise<void> {
  await files.rename(path, await freeName(files, `${path}.aside`))
}

/** The name itself, or the first of `name-2`, `name-3`, … that nothing has. */
export async function freeName(files: Files, name: string): Promise<string> {
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name}-${count}`
    if ((await files.sizeOf(free)) === undefined) return free
  }
}

/** Cleans up after something else failed, which is what the caller must hear of. */
export async function removeQuietly(files: Files, path: string): Promise<void> {
  try {
    await files.remove(path)
  } catch {
    // The next one who opens the workspace removes it.
  }
}
