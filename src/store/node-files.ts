import { type FileHandle, link, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { Files, OpenFile } from './files'
import { patiently } from './patience'
import { codeOf } from './storage'

const FLAGS = { read: 'r', change: 'r+', new: 'wx+' } as const

/** The disk of this machine. */
export function nodeFiles(platform: NodeJS.Platform = process.platform): Files {
  // Elsewhere these errors are there to stay, and waiting would only put off saying so.
  const tries = platform === 'win32' ? 12 : 1
  const patient = <T>(task: () => Promise<T>): Promise<T> => patiently(task, tries, wait)
  return {
    open: async (path, how) => openFile(await patient(() => open(path, FLAGS[how], 0o600))),
    kindOf: async (path) => {
      const found = await orMissing(stat(path))
      return found && (found.isDirectory() ? 'folder' : 'file')
    },
    sizeOf: async (path) => (await orMissing(lstat(path)))?.size,
    list: async (folder) => (await readdir(folder)).toSorted(),
    makeFolder: (path) => mkdir(path, { mode: 0o700 }),
    rename: (from, to) => patient(() => rename(from, to)),
    link: (from, to) => link(from, to),
    remove: (path) => patient(() => rm(path, { recursive: true, force: true })),
    // Windows opens no folder as a file, and keeps names safe by itself.
    syncFolder: platform === 'win32' ? async () => undefined : syncFolder,
  }
}

async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const openFile = (handle: FileHandle): OpenFile => ({
  read: (position, length) => readFrom(handle, position, length),
  write: (bytes, position) => writeAt(handle, bytes, position),
  truncate: (size) => handle.truncate(size),
  sync: () => handle.sync(),
  state: async () => {
    const { size, nlink } = await handle.stat()
    return { size, linked: nlink > 0 }
  },
  close: () => handle.close(),
})

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}
