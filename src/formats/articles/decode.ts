import { analyse } from 'chardet'
import { type Outcome, ok, refuse } from '../../base/outcome'
import { binaryKind } from './signatures'

/** The characters of a file and the WHATWG name of the encoding they were in. Line ends are as they came. */
export interface Decoded {
  readonly raw: string
  readonly encoding: string
}

export const MOST_BYTES = 32 * 1024 * 1024 // some thirty novels: what is larger is no article

/**
 * Finds the encoding of a text file and decodes it: what a byte order mark says, else UTF-16 when every other byte
 * is zero, else UTF-8 when it is valid, else the encoding that its letters look like, else windows-1252, which
 * every byte is valid in. Refuses what is too large, empty or no text; `name` is for the sentence.
 */
export function decode(bytes: Uint8Array, name: string): Outcome<Decoded> {
  if (bytes.length > MOST_BYTES) return refuse('invalid', tooLarge(bytes, name))
  const kind = binaryKind(bytes)
  if (kind) return refuse('unreadable', `${quoted(name)} seems to be ${kind}, not text. ${ASIDE}`)
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    return refuse('unreadable', `${quoted(name)} is in UTF-32. Save it as UTF-8 and open that.`)
  const decoded = decodeStated(bytes) ?? decodeUtf16(bytes) ?? decodeGuessed(bytes)
  if (hasManyControls(decoded.raw))
    return refuse(
      'unreadable',
      `${quoted(name)} is no text: it holds bytes that stand for no character. ${ASIDE}`,
    )
  if (!/\S/.test(decoded.raw.replaceAll('\uFEFF', '')))
    return refuse('invalid', `${quoted(name)} is empty: there is nothing in it to read.`)
  return ok(decoded)
}

const ASIDE = 'Copy its words into a text file and open that.'

const quoted = (name: string): string => `“${name}”`

function tooLarge(bytes: Uint8Array, name: string): string {
  const size = Math.ceil(bytes.length / 1024 / 1024)
  return `${quoted(name)} has ${size} MB; the most that can be opened is ${MOST_BYTES / 1024 / 1024} MB. Split it first.`
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, k) => bytes[k] === byte)

/** A byte order mark is a statement: what does not fit it is damage and is shown as U+FFFD where it stands. */
function decodeStated(bytes: Uint8Array): Decoded | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeAs('utf-8', bytes)
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs('utf-16le', bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs('utf-16be', bytes)
  return undefined
}

const SAMPLE = 64 * 1024 // enough letters to tell an encoding; looking at more only takes longer

/** In UTF-16 without a mark the high byte of every blank, digit and Latin letter is zero, always on the same side. */
function decodeUtf16(bytes: Uint8Array): Decoded | undefined {
  const pairs = Math.min(bytes.length, SAMPLE) >> 1
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) zeros[at & 1]!++
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < pairs / 10 || Math.min(even, odd) > pairs / 50) return undefined
  return decodeStrictly(odd > even ? 'utf-16le' : 'utf-16be', bytes)
}

function decodeGuessed(bytes: Uint8Array): Decoded {
  const utf8 = decodeStrictly('utf-8', bytes)
  if (utf8) return utf8
  const sample = bytes.subarray(0, SAMPLE)
  for (const { name, confidence } of analyse(sample)) {
    if (confidence < SURE) break
    // What looks like UTF-8 and is not valid is damaged UTF-8: read as anything else every accent would be wrong.
    if (name === 'UTF-8') return decodeAs('utf-8', bytes)
    if (sample.reduce((high, byte) => high + (byte >> 7), 0) < FEW) break
    const decoded = decodeStrictly(name, bytes)
    if (decoded && !HIGH_CONTROLS.test(decoded.raw)) return decoded
  }
  return decodeAs('windows-1252', bytes)
}

const SURE = 50 // below it the guesses for short texts are noise, and so they are with fewer letters than a few
const FEW = 8

// Typographic quotes and dashes of Windows encodings come out as these in the wrong ISO one.
const HIGH_CONTROLS = /[\u0080-\u009f]/

function decodeStrictly(encoding: string, bytes: Uint8Array): Decoded | undefined {
  try {
    return decodeAs(encoding, bytes, true)
  } catch (error) {
    // TypeError: the bytes are not of this encoding; RangeError: the platform does not know it.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function decodeAs(label: string, bytes: Uint8Array, fatal = false): Decoded {
  const decoder = new TextDecoder(label, { fatal })
  const raw = decoder.decode(bytes)
  return { raw: decoder.encoding === 'windows-1252' ? withPunctuation(raw) : raw, encoding: decoder.encoding }
}

/** What windows-1252 has at 0x80–0x9f, where many versions of Node give control characters (nodejs/node#60888). */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const withPunctuation = (raw: string): string =>
  raw.replace(/[\u0080-\u009f]/g, (control) => PUNCTUATION[control.charCodeAt(0) - 0x80]!)

/** Whether there are more control characters than a text has by accident: one in a hundred. */
function hasManyControls(raw: string): boolean {
  const allowed = Math.floor(raw.length / 100)
  let found = 0
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at)
    if (unit < 0x20 && !(unit >= 0x09 && unit <= 0x0d) && ++found > allowed) return true
  }
  return false
}
