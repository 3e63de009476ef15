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
function countWhile(list: readonly number[], test: (value: number, index: number) => boolean): number {
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
