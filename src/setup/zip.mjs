import {
  chmodSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'

/**
 * @typedef {object} ZipEntry
 * @property {string} name with slashes, never leading out of the folder it is unpacked in
 * @property {'file' | 'folder' | 'link'} kind
 * @property {number} permissions e.g. 0o755
 * @property {number} method
 * @property {number} packed bytes in the archive
 * @property {number} size bytes unpacked
 * @property {number} crc
 * @property {number} at where its local header begins
 */

const endRecord = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff }
const centralHeader = { signature: 0x02014b50, bytes: 46 }
const localHeader = { signature: 0x04034b50, bytes: 30 }
const typeMask = 0o170000
const linkType = 0o120000
const stored = 0
const deflated = 8

/**
 * Opens a zip made on Unix. Only the directory is read now; `read` fetches one entry at a time. Throws on anything
 * that such an archive does not need: more than 4 GB, encryption, other methods, names that lead out of the folder.
 * @param {string} path
 */
export function openZip(path) {
  const file = openSync(path, 'r')
  const bytes = (/** @type {number} */ at, /** @type {number} */ length) => bytesAt(file, at, length)
  try {
    return {
      entries: directory(bytes, fstatSync(file).size),
      /** @param {ZipEntry} entry */
      read: (entry) => contents(bytes, entry),
      close: () => closeSync(file),
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/**
 * Writes an entry to `target`, with its permissions, making the folders above it.
 * @param {Pick<ZipEntry, 'kind' | 'permissions'>} entry
 * @param {Buffer} content of a file; of a link, where it points
 * @param {string} target
 */
export function unpack({ kind, permissions }, content, target) {
  mkdirSync(kind === 'folder' ? target : dirname(target), { recursive: true })
  if (kind === 'link') symlinkSync(content.toString('utf8'), target)
  if (kind !== 'file') return
  writeFileSync(target, content)
  // writeFileSync's own mode is subject to the umask.
  chmodSync(target, permissions)
}

/** @typedef {(at: number, length: number) => Buffer} Bytes */

/**
 * @param {Bytes} bytes
 * @param {number} size of the archive
 */
function directory(bytes, size) {
  const { count, length, start } = findEnd(bytes, size)
  const table = bytes(start, length)
  /** @type {ZipEntry[]} */
  const entries = []
  for (let at = 0; at < length;) {
    const { entry, next } = entryAt(table, at)
    entries.push(entry)
    at = next
  }
  if (entries.length !== count) throw new Error(`zip: ${count} entries promised, ${entries.length} found`)
  return entries
}

/**
 * @param {Bytes} bytes
 * @param {number} size
 */
function findEnd(bytes, size) {
  const tail = bytes(
    size - Math.min(size, endRecord.bytes + endRecord.longestComment),
    Math.min(size, endRecord.bytes + endRecord.longestComment),
  )
  for (let at = tail.length - endRecord.bytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endRecord.signature) continue
    const [count, length, start] = [
      tail.readUInt16LE(at + 10),
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
    ]
    if (count === 0xffff || start === 0xffffffff) throw new Error('zip: too large for this reader')
    return { count, length, start }
  }
  throw new Error('zip: no end record, so this is no zip or only a part of one')
}

/**
 * @param {Buffer} table the central directory
 * @param {number} at
 */
function entryAt(table, at) {
  if (table.readUInt32LE(at) !== centralHeader.signature)
    throw new Error(`zip: no entry at ${at} of the directory`)
  const [nameLength, extra, comment] = [28, 30, 32].map((field) => table.readUInt16LE(at + field))
  const nameEnd = at + centralHeader.bytes + (nameLength ?? 0)
  const name = table.toString('utf8', at + centralHeader.bytes, nameEnd)
  if (table.readUInt16LE(at + 8) & 1) throw new Error(`zip: ${name} is encrypted`)
  if (name.split('/').includes('..') || name.startsWith('/'))
    throw new Error(`zip: ${name} leads out of the folder`)
  const mode = table.readUInt16LE(at + 40)
  /** @type {ZipEntry} */
  const entry = {
    name,
    kind: name.endsWith('/') ? 'folder' : (mode & typeMask) === linkType ? 'link' : 'file',
    permissions: mode & 0o777,
    method: table.readUInt16LE(at + 10),
    crc: table.readUInt32LE(at + 16),
    packed: table.readUInt32LE(at + 20),
    size: table.readUInt32LE(at + 24),
    at: table.readUInt32LE(at + 42),
  }
  return { entry, next: nameEnd + (extra ?? 0) + (comment ?? 0) }
}

/**
 * @param {Bytes} bytes
 * @param {ZipEntry} entry
 */
function contents(bytes, { name, at, method, packed, size, crc }) {
  const header = bytes(at, localHeader.bytes)
  if (header.readUInt32LE(0) !== localHeader.signature)
    throw new Error(`zip: ${name} is not where the directory says`)
  // Its name and extra field may differ in length from the directory's copy.
  const start = at + localHeader.bytes + header.readUInt16LE(26) + header.readUInt16LE(28)
  const content = inflated(bytes(start, packed), method, size)
  if (content.length !== size || crc32(content) !== crc) throw new Error(`zip: ${name} is damaged`)
  return content
}

/**
 * @param {Buffer} data
 * @param {number} method
 * @param {number} size
 */
function inflated(data, method, size) {
  if (method === stored) return data
  if (method === deflated) return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) })
  throw new Error(`zip: packed by method ${method}, which this reader does not know`)
}

/**
 * @param {number} file
 * @param {number} at
 * @param {number} length
 */
function bytesAt(file, at, length) {
  const buffer = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const read = readSync(file, buffer, done, length - done, at + done)
    if (read === 0) throw new Error('zip: the file ends too early')
    done += read
  }
  return buffer
}
