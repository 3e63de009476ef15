import type { Files, OpenFile } from '../files'

/** What is asked of a disk: the operation and the path it is asked for. */
export type Operation = keyof Files | keyof OpenFile

/** The code of the error to fail with, such as `ENOSPC`; undefined to go ahead. */
export type Trouble = (operation: Operation, path: string) => string | undefined

/** A disk that fails when `trouble` says so. A write that fails has done half of its work by then. */
export function flakyFiles(files: Files, trouble: Trouble): Files {
  const check = (operation: Operation, path: string): void => {
    const code = trouble(operation, path)
    if (code !== undefined)
      throw Object.assign(new Error(`${code}, ${operation}`), { code, syscall: operation })
  }
  const checked =
    <A extends string[], T>(operation: Operation, task: (...paths: A) => Promise<T>) =>
    async (...paths: A): Promise<T> => {
      check(operation, paths.at(-1)!)
      return task(...paths)
    }
  const watch = (file: OpenFile, path: string): OpenFile => ({
    ...file,
    read: async (position, length) => {
      check('read', path)
      return file.read(position, length)
    },
    write: async (bytes, position) => {
      try {
        check('write', path)
      } catch (error) {
        await file.write(bytes.subarray(0, bytes.length >> 1), position)
        throw error
      }
      return file.write(bytes, position)
    },
    truncate: async (size) => {
      check('truncate', path)
      return file.truncate(size)
    },
    sync: async () => {
      check('sync', path)
      return file.sync()
    },
  })
  return {
    open: async (path, how) => {
      check('open', path)
      return watch(await files.open(path, how), path)
    },
    kindOf: checked('kindOf', (path: string) => files.kindOf(path)),
    sizeOf: checked('sizeOf', (path: string) => files.sizeOf(path)),
    list: checked('list', (path: string) => files.list(path)),
    makeFolder: checked('makeFolder', (path: string) => files.makeFolder(path)),
    rename: checked('rename', (from: string, to: string) => files.rename(from, to)),
    link: checked('link', (from: string, to: string) => files.link(from, to)),
    remove: checked('remove', (path: string) => files.remove(path)),
    syncFolder: checked('syncFolder', (path: string) => files.syncFolder(path)),
  }
}
