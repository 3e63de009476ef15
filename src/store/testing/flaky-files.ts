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
    kindOf: checked('kindOf', files.kindOf),
    sizeOf: checked('sizeOf', files.sizeOf),
    list: checked('list', files.list),
    makeFolder: checked('makeFolder', files.makeFolder),
    rename: checked('rename', files.rename),
    link: checked('link', files.link),
    remove: checked('remove', files.remove),
    syncFolder: checked('syncFolder', files.syncFolder),
  }
}
