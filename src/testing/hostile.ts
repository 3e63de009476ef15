import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Codec } from '../formats/sets/codec'
import { placeAll } from '../formats/sets/placing'
import { SetFile } from '../formats/sets/set-file'

/** Bytes after something happened to them: cut, flipped, a part left out, a part twice, something put in. */
const anyDamage = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const place = fc.nat({ max: Math.max(0, bytes.length - 1) })
  const cut = place.map((at) => bytes.slice(0, at))
  const flipped = fc
    .array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
    .map((flips) => {
      const copy = bytes.slice()
      for (const [at, byte] of flips) copy[at] = byte
      return copy
    })
  const spliced = fc.tuple(place, place, fc.constantFrom(0, 1, 2)).map(([one, other, times]) => {
    const [start, end] = one < other ? [one, other] : [other, one]
    const part = bytes.slice(start, end)
    return joined(bytes.slice(0, start), ...Array.from({ length: times }, () => part), bytes.slice(end))
  })
  const put = fc
    .tuple(
      place,
      fc.constantFrom(
        '\u0000',
        '"',
        '[[[[',
        '{"__proto__":{"x":1}}',
        '-1',
        '1e999',
        '\r\n',
        '\t',
        '\ud83d',
        '<!DOCTYPE a [<!ENTITY b "c">]>',
      ),
    )
    .map(([at, words]) => joined(bytes.slice(0, at), new TextEncoder().encode(words), bytes.slice(at)))
  return fc.oneof(cut, flipped, spliced, put)
}

/** JSON in which one value somewhere is of another kind than it should be. */
const anyWrongValue = (json: unknown): fc.Arbitrary<unknown> => {
  const paths = pathsOf(json)
  return fc
    .tuple(
      fc.constantFrom(...paths),
      fc.constantFrom<unknown>(
        null,
        true,
        -1,
        0.5,
        1e21,
        '',
        'x',
        [],
        {},
        [[1]],
        { id: 1 },
        '__proto__',
        'constructor',
      ),
    )
    .map(([path, value]) => replaced(json, path, value))
}

/**
 * Reads damaged versions of good files: whatever they have become, reading ends with records, problems or a refusal
 * that has a sentence; never with an exception, and what is read can be placed.
 */
export function survivesDamage(codec: Codec, files: readonly SetFile[], runs = 300): void {
  const damaged = fc
    .nat({ max: files.length - 1 })
    .chain((at) =>
      anyDamage(files[at]!.bytes).map((bytes) =>
        files.map((file, k) => (k === at ? new SetFile(file.name, bytes) : file)),
      ),
    )
  fc.assert(
    fc.property(damaged, (given) => endsWell(codec, given)),
    { numRuns: runs },
  )
  for (const file of files) {
    if (!file.json.ok || typeof file.json.value !== 'object') continue
    const wrong = anyWrongValue(file.json.value).map((value) =>
      files.map((other) => (other === file ? new SetFile(file.name, encode(value)) : other)),
    )
    fc.assert(
      fc.property(wrong, (given) => endsWell(codec, given)),
      { numRuns: runs },
    )
  }
}

function endsWell(codec: Codec, files: readonly SetFile[]): void {
  for (const file of files) codec.reader!.recognises(file)
  const read = codec.reader!.read(files)
  if (!read.ok) {
    expect(read.refusal.message).toMatch(/\S.*\.$/s)
    return
  }
  for (const document of read.value.documents) {
    const ids = document.annotations.map(({ id }) => id)
    expect(new Set(ids).size, 'ids of annotations, each once').toBe(ids.length)
    for (const { from, to } of document.links)
      for (const end of [from, to]) expect(ids, 'ends of links').toContain(end)
    placeAll(document, { text: document.text ?? 'Another text.', crlf: false, same: false })
  }
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value) ?? '')

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Array.isArray(value) ? value.map((item, k) => [k, item] as const) : Object.entries(value)
  return [path, ...inside.flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((item, k) => (k === key ? replaced(item, rest, by) : item))
  return Object.fromEntries(
    Object.entries(value as object).map(([name, item]) => [
      name,
      name === key ? replaced(item, rest, by) : item,
    ]),
  )
}
