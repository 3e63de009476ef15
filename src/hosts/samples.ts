import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readers } from '../formats/articles/index'
import type { Ports } from '../workbench/ports'

/** The articles in a folder that a reader understands by their names; none when there is no such folder. */
export function samplesIn(folder: string): Ports['samples'] {
  const list = async (): Promise<readonly string[]> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    return entries.flatMap((entry) => (entry.isFile() && isSample(entry.name) ? [entry.name] : [])).toSorted()
  }
  return {
    list,
    // Only what is listed: a name that comes from a window is no path.
    async read(name) {
      return (await list()).includes(name) ? new Uint8Array(await readFile(join(folder, name))) : undefined
    },
  }
}

const isSample = (name: string): boolean =>
  !/^readme\b/i.test(name) &&
  readers.some(({ extensions }) =>
    extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`)),
  )
