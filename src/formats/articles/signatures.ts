/** Kinds of files that are no text, by the bytes they begin with, and how to call them in a sentence. */
const SIGNATURES: readonly (readonly [start: string, name: string, at?: number])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive, as Word, OpenDocument and e-book files are'],
  ['PK\x05\x06', 'an empty zip archive'],
  ['\xd0\xcf\x11\xe0', 'an older Office document'],
  ['{\\rtf', 'a Rich Text document'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF87a', 'a GIF picture'],
  ['GIF89a', 'a GIF picture'],
  ['WEBP', 'a WebP picture', 8],
  ['WAVE', 'a sound recording', 8],
  ['ftyp', 'a film, a sound recording or a HEIC picture', 4],
  ['II*\x00', 'a TIFF picture'],
  ['MM\x00*', 'a TIFF picture'],
  ['ID3\x03', 'a sound recording'],
  ['ID3\x04', 'a sound recording'],
  ['OggS', 'a sound recording'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['SQLite format 3', 'a database'],
  ['\x7fELF', 'a program'],
]

/** What a file that is no text seems to be, such as “a PDF document”; undefined when nothing speaks against text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([start, , at = 0]) => holds(bytes, start, at))?.[1]
}

function holds(bytes: Uint8Array, start: string, at: number): boolean {
  for (let k = 0; k < start.length; k++) if (bytes[at + k] !== start.charCodeAt(k)) return false
  return true
}
