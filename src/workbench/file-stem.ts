const LONGEST = 80 // leaves room for an extension and “ (2)” in the 255 bytes that a file's name may have

/** Names that Windows keeps for devices, whatever the extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A title as the name of a file without its extension, one that every system accepts: no separators, wildcards or
 * control characters, no dot or blank at either end. Empty when nothing is left.
 */
export function fileStem(title: string): string {
  const plain = title
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
  const stem = cut(plain).replace(/[\s.…]+$/, '')
  return DEVICE.test(stem) ? `${stem}-article` : stem
}

// Titles in other scripts than Latin take up to four bytes a character.
const MOST_BYTES = 200

function cut(text: string): string {
  let stem = ''
  let bytes = 0
  for (const character of text) {
    bytes += byteLength(character)
    if (stem.length + character.length > LONGEST || bytes > MOST_BYTES) break
    stem += character
  }
  return stem
}

const byteLength = (character: string): number => {
  const point = character.codePointAt(0)!
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
