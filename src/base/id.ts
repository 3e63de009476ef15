import { z } from 'zod'

/**
 * An identifier. Ours are `kind-` and 24 base-36 digits; ids of imported records are kept as they came,
 * so any short printable text is allowed.
 */
export const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'expected an id without control characters')

/** Makes ids of a kind, such as `ann` or `doc`. Randomness is a parameter so that tests are exact. */
export type NewId = (kind: string) => string

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const LENGTH = 24 // 124 bits: two of a billion ids are equal with a chance of 1 in 10^19

/** `randomBytes(n)` gives n unpredictable bytes. */
export function idMaker(randomBytes: (count: number) => Uint8Array): NewId {
  return (kind) => {
    let digits = ''
    while (digits.length < LENGTH) {
      for (const byte of randomBytes(LENGTH)) {
        // 252 is the largest multiple of 36 in a byte: above it the digits would not be equally likely.
        if (byte < 252 && digits.length < LENGTH) digits += DIGITS[byte % 36]
      }
    }
    return `${kind}-${digits}`
  }
}
