/**
 * Converts between UTF-16 offsets, which everything inside uses, and code points, which most exchange formats
 * count. Built once a text; each conversion is then a binary search over the astral characters only.
 */
export interface CodePoints {
  /** The number of code points before UTF-16 offset `utf16`; inside a surrogate pair it counts the pair. */
  fromUtf16(utf16: number): number
  /** The UTF-16 offset at which code point number `point` begins. */
  toUtf16(point: number): number
}

export function codePoints(text: string): CodePoints {
  /** UTF-16 offset of each low surrogate of a pair, in order. */
  const astral: number[] = []
  for (let at = 1; at < text.length; at++) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) astral.push(at)
  }
  return {
    fromUtf16: (utf16) => utf16 - countWhile(astral, (low) => low < utf16),
    // The k-th pair's second half lies at astral[k], which is code point astral[k] - k - 1's second unit.
    toUtf16: (point) => point + countWhile(astral, (low, k) => low - k <= point),
  }
}

/** How many entries from the front hold for `test`, which must be true for a prefix and false after it. */
function countWhile(list: ArrayLike<number>, test: (value: number, index: number) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(list[middle]!, middle)) low = middle + 1
    else high = middle
  }
  return low
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** What positions in a text may be counted in. */
export type Unit = 'utf-16' | 'code-points' | 'bytes'

/** Positions in one text, counted in some unit. */
export interface Positions {
  /** The position of a UTF-16 offset; inside a character it is the position after the character. */
  fromUtf16(utf16: number): number
  /** The UTF-16 offset of a position; undefined when it lies outside the text or inside a character. */
  toUtf16(position: number): number | undefined
}

/** Positions in `text` counted in `unit`; bytes are those of UTF-8. Built once a text. */
export function positionsIn(text: string, unit: Unit): Positions {
  if (unit === 'utf-16')
    return { fromUtf16: (utf16) => utf16, toUtf16: (at) => (at >= 0 && at <= text.length ? at : undefined) }
  if (unit === 'bytes') return bytePositions(text)
  const points = codePoints(text)
  const last = points.fromUtf16(text.length)
  return {
    fromUtf16: (utf16) => points.fromUtf16(utf16),
    toUtf16: (point) => (point >= 0 && point <= last ? points.toUtf16(point) : undefined),
  }
}

function bytePositions(text: string): Positions {
  /** The number of bytes before each UTF-16 unit; the second half of a pair stands after the pair's bytes. */
  const before = new Uint32Array(text.length + 1)
  for (let at = 0, bytes = 0; at < text.length; at++) {
    bytes += bytesOf(text, at)
    before[at + 1] = bytes
  }
  return {
    fromUtf16: (utf16) => before[Math.max(0, Math.min(utf16, text.length))]!,
    toUtf16(byte) {
      // Both halves of a pair end at the same byte: the place is behind the second.
      const at = countWhile(before, (bytes) => bytes <= byte) - 1
      return before[at] === byte ? at : undefined
    },
  }
}

/** How many bytes of UTF-8 the unit at `at` adds; all four of a pair count with its first half. */
function bytesOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return 1
  if (unit < 0x800) return 2
  if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) return 4
  if (isLow(unit) && at > 0 && isHigh(text.charCodeAt(at - 1))) return 0
  return 3
}
