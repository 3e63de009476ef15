import type { OpenFile } from './files'
import { type Mark, type ReadLine, beginning, claimOf, readLine } from './journal-line'
import { type Line, linesBackFrom, linesFrom } from './lines'

/** Where a journal ends: the last sound line, and how many bytes of a line follow that was not written to its end. */
export interface JournalEnd {
  readonly mark: Mark
  readonly torn: number
}

/**
 * Finds the end of a journal by its last lines alone. Only the very last line may be broken, as a crash leaves it; it
 * is then what is torn. Undefined when there is other damage.
 */
export async function findEnd(file: OpenFile, size: number): Promise<JournalEnd | undefined> {
  const [last, second, third] = await take(linesBackFrom(file, size), 3)
  if (!last) return { mark: beginning, torn: 0 }
  const end = last.whole ? readAfter(second, last) : undefined
  if (end?.ok) return { mark: end.after, torn: 0 }
  if (end && !end.broken) return undefined
  if (!second) return { mark: beginning, torn: size }
  const before = readAfter(third, second)
  return before.ok ? { mark: before.after, torn: size - second.end } : undefined
}

/** Reads a line of which the one before it is known, or is the first. */
function readAfter(before: Line | undefined, line: Line): ReadLine {
  if (!before) return readLine(line.bytes, beginning)
  const claim = claimOf(before.bytes)
  if (!claim) return { ok: false, why: 'the line before it is damaged', broken: false }
  return readLine(line.bytes, { ...claim, end: line.start })
}

async function take<T>(source: AsyncIterable<T>, count: number): Promise<T[]> {
  const taken: T[] = []
  for await (const item of source) if (taken.push(item) === count) break
  return taken
}

/** Where a journal is damaged and why, with how many edits before it are sound: `line 3: it is not JSON. …` */
export async function describeDamage(file: OpenFile, size: number): Promise<string> {
  let mark = beginning
  for await (const { bytes } of linesFrom(file, 0, size)) {
    const read = readLine(bytes, mark)
    if (!read.ok) return `line ${mark.revision + 1}: ${read.why}. ${soundBefore(mark.revision)}`
    mark = read.after
  }
  return `its end was changed by another program. ${soundBefore(mark.revision)}`
}

const soundBefore = (count: number): string =>
  count === 0
    ? 'There is nothing before it.'
    : `The ${count === 1 ? 'edit' : `${count} edits`} before it can be recovered.`
