import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readers } from '../formats/articles/index'
import type { Ports } from '../workbench/ports'
import { bringsSets } from '../workbench/samples'

/** Beside the articles: articles with annotation sets, in Assay's own format. */
const EXAMPLES = 'examples'

/**
 * The articles in a folder that a reader understands by their names, then those in its folder of examples that bring
 * annotation sets; none when there is no such folder.
 */
export function samplesIn(folder: string): Ports['samples'] {
  const examples = join(folder, EXAMPLES)
  /** By name, where each is. */
  const find = async (): Promise<ReadonlyMap<string, string>> =>
    new Map([...(await filesIn(folder, isArticle)), ...(await filesIn(examples, bringsSets))])
  return {
    list: async () => [...(await find()).keys()],
    // Only what is listed: a name that comes from a window is no path.
    async read(name) {
      const path = (await find()).get(name)
      return path === undefined ? undefined : new Uint8Array(await readFile(path))
    },
  }
}

async function filesIn(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<(readonly [name: string, path: string])[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .flatMap((entry) => (entry.isFile() && isWanted(entry.name) ? [entry.name] : []))
    .toSorted()
    .map((name) => [name, join(folder, name)] as const)
}

const isArticle = (name: string): boolean =>
  !/^readme\b/i.test(name) &&
  readers.some(({ extensions }) =>
    extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`)),
  )
