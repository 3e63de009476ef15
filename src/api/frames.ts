import { decode, encode } from '@msgpack/msgpack'
import { z } from 'zod'
import type { RefusalCode } from '../base/outcome'

/** The largest message that either side accepts, in bytes. */
export const largestFrame = 64 * 1024 * 1024

/** What a front end sends over a socket: one call, with an id that is its own on this connection. */
const callFrame = z.object({ id: z.number().int().min(0), call: z.string(), params: z.unknown() })
export type CallFrame = z.infer<typeof callFrame>

// What codes there are is the host's to know.
const refusalCode = z.custom<RefusalCode>((code) => typeof code === 'string')

/** What a host sends: the answer to a call, or an announcement. */
const hostFrame = z.union([
  z.object({
    id: z.number().int().min(0),
    answer: z.union([
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), refusal: z.object({ code: refusalCode, message: z.string() }) }),
    ]),
  }),
  z.object({ event: z.string(), payload: z.unknown() }),
])
export type HostFrame = z.infer<typeof hostFrame>

/** A message as MessagePack. Fields that are undefined are left out, as in JSON. */
export const pack = (message: CallFrame | HostFrame): Uint8Array<ArrayBuffer> =>
  encode(message, { ignoreUndefined: true })

/** Undefined for bytes that are no call. Byte arrays in it share no memory with the message or each other. */
export function unpackCall(bytes: Uint8Array): CallFrame | undefined {
  const unpacked = callFrame.safeParse(unpack(bytes))
  return unpacked.success ? { ...unpacked.data, params: ownBytes(unpacked.data.params) } : undefined
}

/** Undefined for bytes that are no message of a host. */
export function unpackHostFrame(bytes: Uint8Array): HostFrame | undefined {
  return hostFrame.safeParse(unpack(bytes)).data
}

function unpack(bytes: Uint8Array): unknown {
  try {
    return decode(bytes)
  } catch {
    return undefined // Whatever is wrong with it, it is no message.
  }
}

// The decoder gives views of the whole message: to send one of them to a worker would copy or take them all.
function ownBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value)
  if (Array.isArray(value)) return value.map((item) => ownBytes(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, ownBytes(item)]))
}
