import type { OpenFile } from './files'

/** A line of a file: its bytes without the line end, and where it lies. */
export interface Line {
  readonly bytes: Buffer
  readonly start: number
  /** After the line end. */
  readonly end: number
  /** False when the file ends without a line end; there is nothing after such a line. */
  readonly whole: boolean
}

const NEWLINE = 0x0a
const FORWARD = 256 * 1024
const BACKWARD = 64 * 1024

/** The lines between two places, from the first on, read in pieces. `from` must be the start of a line. */
export async function* linesFrom(file: OpenFile, from: number, to: number): AsyncGenerator<Line> {
  let start = from
  let pieces: Buffer[] = []
  for (let at = from; at < to;) {
    const chunk = await readExactly(file, at, Math.min(FORWARD, to - at))
    let used = 0
    for (let newline = chunk.indexOf(NEWLINE); newline >= 0; newline = chunk.indexOf(NEWLINE, used)) {
      const bytes = joined([...pieces, chunk.subarray(used, newline)])
      pieces = []
      used = newline + 1
      yield { bytes, start, end: at + used, whole: true }
      start = at + used
    }
    if (used < chunk.length) pieces.push(chunk.subarray(used))
    at += chunk.length
  }
  if (pieces.length > 0) yield { bytes: joined(pieces), start, end: to, whole: false }
}

/** The lines before a place, from the last one back, read in blocks: what lies further back costs nothing. */
export async function* linesBackFrom(file: OpenFile, to: number): AsyncGenerator<Line> {
  if (to === 0) return
  let end = to
  let whole = (await readExactly(file, to - 1, 1))[0] === NEWLINE
  /** What is known of the line that ends at `end`, its last piece first. */
  let pieces: Buffer[] = []
  for (let at = whole ? to - 1 : to; at > 0;) {
    const size = Math.min(BACKWARD, at)
    at -= size
    let rest = await readExactly(file, at, size)
    for (let newline = rest.lastIndexOf(NEWLINE); newline >= 0; newline = rest.lastIndexOf(NEWLINE)) {
      const start = at + newline + 1
      yield { bytes: joined([rest.subarray(newline + 1), ...pieces.toReversed()]), start, end, whole }
      end = start
      whole = true
      pieces = []
      rest = rest.subarray(0, newline)
    }
    pieces.push(rest)
  }
  yield { bytes: joined(pieces.toReversed()), start: 0, end, whole }
}

async function readExactly(file: OpenFile, position: number, length: number): Promise<Buffer> {
  const bytes = await file.read(position, length)
  if (bytes.length < length) throw new Error('a file became shorter while it was read')
  return bytes
}

const joined = (pieces: readonly Buffer[]): Buffer =>
  pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
