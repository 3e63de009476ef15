import { createHash } from 'node:crypto'
import { type Edit, edit as editSchema } from '../core/change/change'
import { issueOf } from './json-text'

/** A place in a journal between two lines. */
export interface Mark {
  /** How many edits lie before it. */
  readonly revision: number
  /** How many bytes lie before it. */
  readonly end: number
  /** The chain of the line before it: what all edits up to there hash to. Empty at the beginning. */
  readonly chain: string
}

export const beginning: Mark = { revision: 0, end: 0, chain: '' }

const DIGITS = 16
const NEWLINE = 0x0a

/**
 * Each line is `{"n":<revision>,"edit":{…},"chain":"<digits>"}`. The chain is the first 16 hexadecimal digits of the
 * SHA-256 of the chain before and the edit's JSON as written, so that no line can change, move or go unnoticed.
 */
export function writeLine(edit: Edit, before: Mark): { readonly bytes: Buffer; readonly after: Mark } {
  const json = Buffer.from(JSON.stringify(edit))
  const revision = before.revision + 1
  const chain = chainOf(before.chain, json)
  const bytes = Buffer.concat([headOf(revision), json, tailOf(chain), Buffer.from([NEWLINE])])
  return { bytes, after: { revision, end: before.end + bytes.length, chain } }
}

export type ReadLine =
  | { readonly ok: true; readonly edit: Edit; readonly after: Mark }
  /** `broken` means that it looks like a line that was being written when the power went. */
  | { readonly ok: false; readonly why: string; readonly broken: boolean }

/** Reads the line that follows `before`, without its line end. */
export function readLine(line: Buffer, before: Mark): ReadLine {
  const revision = before.revision + 1
  const head = headOf(revision)
  const json = line.subarray(head.length, Math.max(head.length, line.length - TAIL_SIZE))
  const chain = chainOf(before.chain, json)
  if (!line.subarray(0, head.length).equals(head)) return faulty(line, `it is not numbered ${revision}`)
  if (!line.subarray(head.length + json.length).equals(tailOf(chain)))
    return faulty(line, 'its checksum does not fit what is in it')
  const read = editSchema.safeParse(JSON.parse(json.toString()))
  if (!read.success) return { ok: false, why: issueOf(read.error), broken: false }
  return { ok: true, edit: read.data, after: { revision, end: before.end + line.length + 1, chain } }
}

/** The revision and the chain that a line gives itself, unchecked. */
export function claimOf(line: Buffer): { readonly revision: number; readonly chain: string } | undefined {
  const head = /^\{"n":(\d{1,15}),"edit":/.exec(line.toString('latin1', 0, 32))
  const chain = chainAtEnd(line)
  return head && chain !== undefined ? { revision: Number(head[1]), chain } : undefined
}

/** The id of the edit in a line, unchecked. It comes first, so that the rest of a long line need not be read. */
export function idIn(line: Buffer): string | undefined {
  const first = /^\{"n":\d{1,15},"edit":\{"id":("(?:[^"\\]|\\.)*")/.exec(line.toString('utf8', 0, 2048))?.[1]
  try {
    const id: unknown = first === undefined ? JSON.parse(line.toString()).edit.id : JSON.parse(first)
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}

const chainAtEnd = (line: Buffer): string | undefined =>
  /,"chain":"([0-9a-f]{16})"\}$/.exec(line.toString('latin1', Math.max(0, line.length - TAIL_SIZE)))?.[1]

const headOf = (revision: number): Buffer => Buffer.from(`{"n":${revision},"edit":`)
const tailOf = (chain: string): Buffer => Buffer.from(`,"chain":"${chain}"}`)
const TAIL_SIZE = tailOf('0'.repeat(DIGITS)).length

const chainOf = (before: string, json: Buffer): string =>
  createHash('sha256').update(before).update(json).digest('hex').slice(0, DIGITS)

/**
 * What is written in one go begins with its number and ends with its chain. A line that is no JSON but has its end was
 * written whole and damaged later, unless there are zeros in it: what a disk shows where it had not written yet.
 */
function faulty(line: Buffer, why: string): ReadLine {
  try {
    JSON.parse(line.toString())
    return { ok: false, why, broken: false }
  } catch {
    return { ok: false, why: 'it is not JSON', broken: chainAtEnd(line) === undefined || line.includes(0) }
  }
}
