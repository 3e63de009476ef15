import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Outcome, ok, refuse } from '../base/outcome'
import { writeDurably } from '../hosts/durable-file'
import type { Io } from './command'

/** Writes a file and gives its absolute path; in a folder, it has the name that it would be offered with. */
export async function writeFileAt(
  out: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  io: Pick<Io, 'folder'>,
): Promise<Outcome<string>> {
  const named = resolve(io.folder, out)
  const found = await stat(named).catch(() => undefined)
  const path = found?.isDirectory() ? join(named, file.name) : named
  try {
    await writeDurably(path, file.bytes)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse('storage', `“${path}” cannot be written: ${why}`)
  }
  return ok(path)
}
