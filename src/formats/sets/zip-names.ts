import type { SetFile } from './set-file'

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 0xffff

/**
 * The names that an archive lists, in its order, without anything being unpacked: enough to tell what it is, and whether
 * a name stands there twice. Empty for what is no zip, or only the beginning of one.
 */
export function namesInZip({ bytes }: SetFile): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === undefined) return []
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (at + ENTRY_SIZE <= end && view.getUint32(at, true) === DIRECTORY_ENTRY) {
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + length)))
    at += ENTRY_SIZE + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

function directoryEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at
  return undefined
}

/** A name that an archive has twice: two programs would read two different files. */
export function nameTwice(names: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}
