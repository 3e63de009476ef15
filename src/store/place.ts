import { join } from 'node:path'

/** Where a file or folder lies, and what people call it: its path from the workspace, with slashes. */
export interface Place {
  readonly path: string
  readonly name: string
}

/** A file in a folder; the workspace's own folder has no name. */
export const fileIn = ({ path, name }: Place, file: string): Place => ({
  path: join(path, file),
  name: name === '' ? file : `${name}/${file}`,
})
