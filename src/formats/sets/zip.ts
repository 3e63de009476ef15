import { unzipSync, zipSync } from 'fflate'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { SetFile } from './set-file'
import { nameTwice, namesInZip } from './zip-names'

const MOST_ENTRIES = 10_000
const MOST_BYTES = 256 * 1024 * 1024 // unpacked, all together; an archive that holds more is no annotation set

/**
 * The files of an archive, each by its path within it. Refuses an archive that would unpack to more than fits, and one
 * that names a place outside itself: nobody makes such an archive by accident.
 */
export function filesInZip(file: SetFile): Outcome<SetFile[]> {
  const { bytes, name } = file
  const twice = nameTwice(namesInZip(file))
  if (twice !== undefined)
    return refuse('invalid', `“${name}” was not opened: it holds two files called ${JSON.stringify(twice)}.`)
  let entries = 0
  let total = 0
  let trouble: string | undefined
  try {
    const unpacked = unzipSync(bytes, {
      // Asked before anything is unpacked; the sizes are those that the archive states, and bound what is unpacked.
      filter(entry) {
        entries++
        total += entry.originalSize
        if (entries > MOST_ENTRIES) trouble ??= `it holds more than ${MOST_ENTRIES} files`
        else if (total > MOST_BYTES)
          trouble ??= `unpacked it would have more than ${MOST_BYTES / 1024 / 1024} MB`
        else if (isUnsafe(entry.name))
          trouble ??= `it names a place outside itself: ${JSON.stringify(entry.name)}`
        return trouble === undefined && !entry.name.endsWith('/')
      },
    })
    if (trouble !== undefined) return refuse('invalid', `“${name}” was not opened: ${trouble}.`)
    return ok(Object.entries(unpacked).map(([path, content]) => new SetFile(path, content)))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refuse('unreadable', `“${name}” is a damaged archive, or only the beginning of one (${why}).`)
  }
}

const isUnsafe = (path: string): boolean =>
  /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split('/').includes('..') || path === ''

/** A zip of these files. Its times are fixed, so that the same files give the same bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const zipped = zipSync({ ...files }, { mtime: new Date(1980, 0, 1) })
  return new Uint8Array(zipped)
}
