import { zipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../base/outcome'
import { setFile } from '../../testing/round-trip'
import { filesInZip, zipOf } from './zip'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const opened = (content: Uint8Array): string => {
  const files = filesInZip(setFile('a.zip', content))
  return files.ok ? files.value.map(({ name }) => name).join(', ') : files.refusal.message
}

test('what is packed is unpacked, and the same files give the same bytes', () => {
  const files = { 'a/one.txt': bytes('one'), 'two.txt': bytes('zwei '.repeat(1000)) }
  expect(zipOf(files)).toEqual(zipOf(files))
  const back = expectOk(filesInZip(setFile('a.zip', zipOf(files))))
  expect(back.map(({ name, bytes: content }) => [name, content])).toEqual(Object.entries(files))
})

test.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/a', 'a/../../b', 'a\\..\\b', 'a\0b'])(
  'an archive that names the place %j is not opened',
  (name) => {
    expect(opened(zipSync({ 'good.txt': bytes('x'), [name]: bytes('x') }))).toMatch(
      /names a place outside itself/,
    )
  },
)

test('an archive that would unpack to more than fits is not unpacked', () => {
  const packed = zipSync({ 'zeros.txt': new Uint8Array(1_000_000) })
  // The size that the archive states of its file is in its directory, at its end; this one says 3 GB.
  const view = new DataView(packed.buffer)
  for (let at = packed.length - 4; at >= 0; at--)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true)
  expect(opened(packed)).toBe('“a.zip” was not opened: unpacked it would have more than 256 MB.')
})

test('an archive of more files than anybody has is not unpacked', () => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, k) => [`${k}`, new Uint8Array()]))
  expect(opened(zipSync(many, { level: 0 }))).toMatch(/holds more than 10000 files/)
})

test('an archive that is cut off or damaged is a refusal, never an exception', () => {
  const packed = zipOf({ 'one.txt': bytes('one '.repeat(100)), 'two.txt': bytes('two') })
  fc.assert(
    fc.property(fc.nat({ max: packed.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
      expect(opened(packed.slice(0, at))).toMatch(/damaged|only the beginning|^$/)
      const flipped = packed.slice()
      flipped[at] = byte
      expect(typeof opened(flipped)).toBe('string')
    }),
  )
})
