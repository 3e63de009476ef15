import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/** Where the parts of the built app lie that are not code of the host itself. */
export interface Built {
  /** The entry of worker threads. */
  readonly worker: URL
  /** The folder of sample articles. */
  readonly seeds: string
  readonly version: string
}

/** Finds the parts from the folder of a built file, which is the folder of the worker or one below it. */
export function findBuilt(from: string = import.meta.dirname): Built {
  const folder = [from, dirname(from)].find((each) => existsSync(join(each, 'worker.js')))
  if (!folder) throw new Error(`there is no worker.js in ${from} or above it: Assay was not built`)
  const root = resolve(folder, '../..')
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  return { worker: pathToFileURL(join(folder, 'worker.js')), seeds: join(root, 'seeds'), version }
}
