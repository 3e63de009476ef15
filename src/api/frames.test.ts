import { encode } from '@msgpack/msgpack'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { pack, unpackCall, unpackHostFrame } from './frames'

/** Strings as JavaScript has them: of any units, halves of pairs too. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes))

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    units,
    fc.integer(),
    fc.double({ noNaN: true }).filter((number) => !Object.is(number, -0)), // JSON has no -0 either
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
      tie('value'),
      {
        maxKeys: 5,
        noNullPrototype: true,
      },
    ),
  ),
})).value

test('a call arrives as it was sent', () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), value, (id, call, params) => {
      expect(unpackCall(pack({ id, call, params }))).toEqual({ id, call, params })
    }),
  )
})

test('an answer and an announcement arrive as they were sent', () => {
  fc.assert(
    fc.property(fc.nat(), value, (id, payload) => {
      const answered = { id, answer: { ok: true as const, value: payload } }
      expect(unpackHostFrame(pack(answered))).toEqual(answered)
      const announced = { event: 'host.trouble', payload }
      expect(unpackHostFrame(pack(announced))).toEqual(announced)
    }),
  )
})

test('half of an emoji in the context of a quote survives', () => {
  const params = { prefix: `${'.'.repeat(31)}\ud83d`, suffix: `\udcc9${'.'.repeat(31)}` }
  expect(unpackCall(pack({ id: 1, call: 'x', params }))?.params).toEqual(params)
})

test('what is undefined is left out, not null', () => {
  const params = { name: 'Ada', note: undefined }
  expect(unpackCall(pack({ id: 1, call: 'x', params }))?.params).toStrictEqual({ name: 'Ada' })
})

test('byte arrays of a call have memory of their own', () => {
  const files = [new Uint8Array([1, 2]), new Uint8Array([3])]
  const message = Buffer.from(pack({ id: 1, call: 'library.add', params: { files } }))
  const arrived = z
    .object({ files: z.array(z.instanceof(Uint8Array)) })
    .parse(unpackCall(message)?.params).files
  expect(arrived).toEqual(files)
  expect(arrived.map((bytes) => [bytes.constructor, bytes.buffer.byteLength])).toEqual([
    [Uint8Array, 2],
    [Uint8Array, 1],
  ])
})

test('everything else is no message', () => {
  const nothing = { id: 1, call: 'x', params: {} }
  const cut = pack(nothing).slice(0, -1)
  for (const bytes of [
    new Uint8Array(),
    cut,
    encode(7),
    encode(null),
    encode([nothing]),
    encode({ ...nothing, id: -1 }),
  ]) {
    expect(unpackCall(bytes)).toBeUndefined()
    expect(unpackHostFrame(bytes)).toBeUndefined()
  }
  expect(unpackHostFrame(encode(nothing))).toBeUndefined()
  expect(unpackHostFrame(encode({ id: 1, answer: { ok: false } }))).toBeUndefined()
})
