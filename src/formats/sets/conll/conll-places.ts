import type { Interval } from '../../../base/intervals'
import type { Table } from './conll-rows'
import type { IncomingPiece } from '../incoming'
import type { Problems } from '../problems'
import { type SetFile, numberedLines } from '../set-file'

/** What there is beside a file of rows. */
export interface Beside {
  readonly text?: SetFile | undefined
  readonly offsets?: SetFile | undefined
}

/** Where the tokens of a file are. */
export interface Places {
  readonly text?: string
  readonly unit: 'utf-16' | 'code-points'
  /** Whether the text was made of the tokens. */
  readonly made: boolean
  pieceOf(start: number, end: number): IncomingPiece
}

/** In the text when its tokens follow in it, else as the table of offsets lists them, else in a text made of them. */
export function placesOf(
  file: string,
  table: Table,
  { text: textFile, offsets }: Beside,
  problems: Problems,
): Places {
  const read = textFile?.text
  if (textFile && read && !read.ok) problems.add(textFile.name, read.refusal.message)
  if (textFile && read?.ok) {
    const found = foundIn(read.value.replace(/^\uFEFF+/, ''), table)
    if (typeof found !== 'number') return { ...found, text: read.value, made: false }
    const { token, line } = table.rows[found]!
    problems.add(
      `${file} line ${line}`,
      `“${token.slice(0, 40)}” does not come next in “${textFile.name}”, which was therefore not used.`,
    )
  }
  const listed = offsets && !read?.ok ? listedIn(offsets, table, problems) : undefined
  return listed ? { ...listed, made: false } : madeOf(table)
}

/** The tokens in their text; the number of the first one that is not there. */
function foundIn(text: string, { rows }: Table): Pick<Places, 'unit' | 'pieceOf'> | number {
  const places: Interval[] = []
  const blanks = /[\s\p{Cc}]*/uy
  let at = 0
  for (const { token } of rows) {
    blanks.lastIndex = at
    const start = at + blanks.exec(text)![0].length
    if (!text.startsWith(token, start)) return places.length
    at = start + token.length
    places.push({ start, end: at })
  }
  return {
    unit: 'utf-16',
    pieceOf(first, behind) {
      const { start, end } = { start: places[first]!.start, end: places[behind - 1]!.end }
      return { start, end, exact: text.slice(start, end) }
    },
  }
}

/** The places that the table of offsets lists, with the tokens for quotes. */
function listedIn(
  offsets: SetFile,
  { rows }: Table,
  problems: Problems,
): Pick<Places, 'unit' | 'pieceOf'> | undefined {
  if (!offsets.text.ok) {
    problems.add(offsets.name, offsets.text.refusal.message)
    return undefined
  }
  const places: Interval[] = []
  for (const { line, number } of numberedLines(offsets.text.value).slice(1)) {
    if (line === '') continue
    const [, start, end] = /^\d+\t(\d{1,12})\t(\d{1,12})$/.exec(line) ?? []
    if (start === undefined || Number(start) >= Number(end) || Number(start) < (places.at(-1)?.end ?? 0)) {
      problems.add(
        `${offsets.name} line ${number}`,
        'It must be a number and two places behind the last; the file was not used.',
      )
      return undefined
    }
    places.push({ start: Number(start), end: Number(end) })
  }
  if (places.length !== rows.length) {
    problems.add(
      offsets.name,
      `It lists ${places.length} tokens, and there are ${rows.length}; it was not used.`,
    )
    return undefined
  }
  return {
    unit: 'code-points',
    pieceOf(first, behind) {
      const parts = rows
        .slice(first, behind)
        .map(({ token }, k) =>
          k > 0 && places[first + k]!.start > places[first + k - 1]!.end ? ` ${token}` : token,
        )
      return { start: places[first]!.start, end: places[behind - 1]!.end, exact: parts.join('') }
    },
  }
}

function madeOf({ rows, sentences }: Table): Places {
  const places: Interval[] = []
  const parts: string[] = []
  let at = 0
  for (const [k, { token }] of rows.entries()) {
    const between = k === 0 ? '' : sentences.has(k) ? '\n' : ' '
    parts.push(between, token)
    places.push({ start: at + between.length, end: at + between.length + token.length })
    at = places[k]!.end
  }
  const text = parts.join('')
  return {
    text,
    unit: 'utf-16',
    made: true,
    pieceOf(first, behind) {
      const { start, end } = { start: places[first]!.start, end: places[behind - 1]!.end }
      return { start, end, exact: text.slice(start, end) }
    },
  }
}
