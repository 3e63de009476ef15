import { lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openZip, unpack } from './zip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Member {
  name: string
  text?: string
  mode: number
  stored?: boolean
  crc?: number
}

/** A zip as Unix tools write it; local headers carry an extra field, which the directory does not repeat. */
function zipOf(members: readonly Member[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { name, text = '', mode, stored = false, crc = crc32(text) } of members) {
    const data = stored ? Buffer.from(text) : deflateRawSync(text)
    const common = Buffer.alloc(22)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc, 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(Buffer.byteLength(text), 18)
    const path = Buffer.from(name)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      common,
      numbers(path.length, 4),
      path,
      Buffer.from('more'),
      data,
    ])
    const place = Buffer.alloc(8)
    place.writeUInt16LE(mode, 2)
    place.writeUInt32LE(at, 4)
    entries.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x1e\x03'),
        common,
        numbers(path.length, 0, 0, 0, 0),
        place,
        path,
      ]),
    )
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(8)
  end.writeUInt32LE(directory.length, 0)
  end.writeUInt32LE(at, 4)
  const counts = numbers(0, 0, members.length, members.length)
  return Buffer.concat([
    ...locals,
    directory,
    Buffer.from('PK\x05\x06'),
    counts,
    end,
    numbers(2),
    Buffer.from('hi'),
  ])
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2))
  return bytes
}

const onDisk = (name: string) => join(folder, name)

function opened(bytes: Buffer) {
  const path = join(folder, 'a.zip')
  writeFileSync(path, bytes)
  return openZip(path)
}

describe('reading a zip', () => {
  const members = [
    { name: 'app/', mode: 0o040755, stored: true },
    { name: 'app/bin/run', text: 'echo hello '.repeat(99), mode: 0o100755 },
    { name: 'app/Größe.txt', text: 'Ä', mode: 0o100640, stored: true },
    { name: 'app/empty', mode: 0o100644 },
    { name: 'app/latest', text: 'bin/run', mode: 0o120777 },
  ]

  it('knows files, folders and links, their permissions and contents', () => {
    const zip = opened(zipOf(members))
    const seen = zip.entries.map((entry) => [entry.kind, entry.permissions, zip.read(entry).toString()])
    zip.close()
    expect(seen).toEqual([
      ['folder', 0o755, ''],
      ['file', 0o755, 'echo hello '.repeat(99)],
      ['file', 0o640, 'Ä'],
      ['file', 0o644, ''],
      ['link', 0o777, 'bin/run'],
    ])
  })

  it('unpacks them', () => {
    const zip = opened(zipOf(members))
    const unpackAll = (kinds: readonly string[]) => {
      for (const entry of zip.entries)
        if (kinds.includes(entry.kind)) unpack(entry, zip.read(entry), onDisk(entry.name))
    }
    unpackAll(['folder', 'file'])
    expect(readFileSync(onDisk('app/bin/run'), 'utf8')).toBe('echo hello '.repeat(99))
    expect(readFileSync(onDisk('app/Größe.txt'), 'utf8')).toBe('Ä')
    // Windows has no such permissions, and links only for some.
    if (process.platform !== 'win32') {
      unpackAll(['link'])
      expect(lstatSync(onDisk('app/bin/run')).mode & 0o777).toBe(0o755)
      expect(lstatSync(onDisk('app/Größe.txt')).mode & 0o777).toBe(0o640)
      expect(readlinkSync(onDisk('app/latest'))).toBe('bin/run')
    }
    zip.close()
  })

  it('notices a damaged file', () => {
    const zip = opened(zipOf([{ name: 'a', text: 'one', mode: 0o100644, crc: crc32('two') }]))
    expect(() => zip.entries.map(zip.read)).toThrow('a is damaged')
    zip.close()
  })

  it.each(['../a', 'a/../../b', '/etc/a'])('refuses the name %s', (name) => {
    expect(() => opened(zipOf([{ name, mode: 0o100644 }]))).toThrow('leads out of the folder')
  })

  it('refuses a part of a zip', () => {
    const whole = zipOf([{ name: 'a', text: 'one', mode: 0o100644 }])
    expect(() => opened(whole.subarray(0, -30))).toThrow('no end record')
    expect(() => opened(whole.subarray(10))).toThrow('zip:')
    expect(() => opened(Buffer.alloc(0))).toThrow('no end record')
  })
})
