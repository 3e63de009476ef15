import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Outcome, ok, refuse } from '../base/outcome'
import type { FileKind } from './file-kinds'
import { migrate } from './migrate'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The bytes of a file. What is sealed is written in one line and ends with its checksum. */
export function encodeFile<T>({ sealed }: FileKind<T>, data: T): Buffer {
  if (!sealed) return Buffer.from(`${JSON.stringify(data, null, 2)}\n`)
  const body = Buffer.from(JSON.stringify(data).slice(0, -1))
  return Buffer.concat([body, sealOf(body)])
}

/**
 * What the bytes of a file hold, brought up to date and checked. A refusal is `newer` or `damaged`; its message then
 * begins with the place: `annotations[3].span[0].start: expected a number from 0`.
 */
export function decodeFile<T>(kind: FileKind<T>, bytes: Buffer, name: string): Outcome<T> {
  const parsed = parse(kind, bytes)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (!isRecord(value)) return refuse('damaged', 'expected an object')
  if (value['schema'] !== kind.tag) return refuse('damaged', `schema: expected “${kind.tag}”`)
  const had = value['migrations']
  if (!Array.isArray(had) || !had.every((id) => typeof id === 'string'))
    return refuse('damaged', 'migrations: expected a list of names')
  const current = migrate(name, value, had, kind.migrations)
  if (!current.ok) return current
  const checked = kind.schema.safeParse(current.value)
  return checked.success ? ok(checked.data) : refuse('damaged', issueOf(checked.error))
}

function parse<T>({ sealed }: FileKind<T>, bytes: Buffer): Outcome<unknown> {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return refuse('damaged', 'it is not text in UTF-8')
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('damaged', syntaxOf(text))
  }
  if (sealed && !isSealed(bytes)) return refuse('damaged', 'its checksum does not fit what is in it')
  return ok(value)
}

/** Where a text stops being JSON: `line 3, column 7: it is not JSON`. */
function syntaxOf(text: string): string {
  const before = text.slice(0, faultIn(text)).split('\n')
  return `line ${before.length}, column ${before.at(-1)!.length + 1}: it is not JSON`
}

/** The offset of the first character that cannot stand there. The parser tells it only sometimes, so it is asked for. */
function faultIn(text: string): number {
  let good = 0
  let bad = text.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (couldGoOn(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Whether a text might become JSON by something after it: it is, or its fault is that it ends. */
function couldGoOn(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const at = / at position (\d+)/.exec(why)
    return at ? Number(at[1]) >= text.length || why.includes('Unterminated') : why.includes('end of JSON')
  }
}

/** The first thing that is not as the schema says, with its place: `documents[3].title: …`. */
export function issueOf({ issues }: z.ZodError): string {
  const issue = issues[0]!
  const place = issue.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
  return place === '' ? issue.message : `${place}: ${issue.message}`
}

const sumOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex').slice(0, 16)
const sealOf = (body: Uint8Array): Buffer => Buffer.from(`,"sum":"${sumOf(body)}"}\n`)
const SEAL_SIZE = sealOf(new Uint8Array()).length

function isSealed(bytes: Buffer): boolean {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_SIZE))
  return bytes.subarray(body.length).equals(sealOf(body))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
